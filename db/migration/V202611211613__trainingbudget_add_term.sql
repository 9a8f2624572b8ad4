-- The fund tells each undertaking its budget at the start of the year (procedures.md 1.8); how many days that is, is a parameter.
insert into term_rule (code, version, name, nature, unit, amount, month_rule, clock, roll, binds, escalates, source, valid_from, pause_grounds) values
('T-OFB-01', 1, 'Opleidingsbudget meedelen', 'STREEFNORM', 'CALENDAR_DAYS', 30, 'A', 'TOTAL', 'NONE', 'OVERHEID', true,
 'Bij het begin van het kalenderjaar; 30 dagen is een parameter', '2000-01-01', '{}');
