-- An approval that a ruling suspends stays an approval, but the training is not offered meanwhile (procedures.md 1.7, 1.10).
alter table training add column suspended_on date;
comment on column training.suspended_on is 'Since when the approval is suspended; null when it is not.';
