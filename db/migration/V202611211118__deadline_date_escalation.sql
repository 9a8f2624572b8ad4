-- A step keeps the day on which it came beside the moment it was recorded: after days of standstill the two differ (procedures.md D10).
alter table term_escalation add column due_on date;
-- Until now the sweep ran every ten minutes, so the day of recording is the day on which the step came.
update term_escalation set due_on = (at at time zone 'Europe/Brussels')::date;
alter table term_escalation alter column due_on set not null;
comment on column term_escalation.due_on is 'The day on which this share of the term had been counted; at is when the product wrote it down.';
