-- The contested dossier started again because of the appeal: who had a part in the contested decision stays out of it there too.
alter table contest
    add column reopened_on date;
