-- Reports that join an open file after its qualification: a person judges them, or they go on in a file of their own.
alter table infringement_report add column handled text;
alter table infringement_report add constraint infringement_report_handled
    check (handled in ('GEKWALIFICEERD', 'MEEGENOMEN', 'NIET_WEERHOUDEN', 'NIEUW_DOSSIER', 'ZONDER_VOORWERP'));
comment on column infringement_report.handled is 'What became of the report; null until a person said so.';
update infringement_report r set handled = 'GEKWALIFICEERD'
where exists (select from infringement_case c where c.dossier = r.dossier and c.severity is not null)
  and not exists (select from infringement i where i.report = r.reference and i.state = 'GEMELD');
alter table infringement_case add column additions_closed_on date;
comment on column infringement_case.additions_closed_on is 'From that day on a report that joins goes on in a file of its own: the committee reads the file as it is.';
alter table infringement drop constraint infringement_state;
alter table infringement add constraint infringement_state check (state in ('GEMELD', 'BEWEZEN', 'NIET_BEWEZEN', 'NIEUW_DOSSIER', 'ZONDER_VOORWERP'));
