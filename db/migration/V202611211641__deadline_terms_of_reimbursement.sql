-- Terms of reimbursement (procedures.md 1.9, seeds.md 3.5): paid within 60 calendar days after a complete claim; the ladder of D10 warns on days 30, 45 and 54.
insert into term_rule (code, version, name, nature, unit, amount, month_rule, clock, roll, binds, escalates, source, valid_from, pause_grounds) values
('T-OFT-01', 1, 'Terugbetaling van de opleiding', 'STREEFNORM', 'CALENDAR_DAYS', 60, 'A', 'TOTAL', 'NONE', 'OVERHEID', true,
 'Interne norm: 85 procent betaald binnen 60 dagen', '2000-01-01', '{}'),
('T-OFT-02', 1, 'Opnieuw betalen na een terugstorting', 'STREEFNORM', 'CALENDAR_DAYS', 30, 'A', 'TOTAL', 'NONE', 'OVERHEID', true,
 'Eigen regeling; 30 dagen is een parameter', '2000-01-01', '{}');
