-- What the second manager read and approved: the draft, the day, the dossiers and the message. Changes that were approved before it was kept have none.
alter table procedure_change add column approved_hash text;
