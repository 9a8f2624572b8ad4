-- Terms of fines (procedures.md 0.2 H7, 1.6, 4.2): the eight months bind the administration, so the earlier of the two ways to count and no shift.
insert into term_rule (code, version, name, nature, unit, amount, month_rule, clock, roll, binds, escalates, source, valid_from, pause_grounds, lapse_effect) values
('T-AGB-01', 1, 'Geldboete opleggen', 'WETTELIJK', 'MONTHS', 8, 'A', 'TOTAL', 'NONE', 'OVERHEID', true,
 'Decretale termijn van acht maanden na de beslissing van het parket om niet te vervolgen (prestatienorm H7)', '2000-01-01', '{}',
 'Na de laatste dag kan er geen geldboete meer opgelegd worden.'),
('T-AGB-02', 1, 'Betaling van de geldboete', 'ADMINISTRATIEF', 'CALENDAR_DAYS', 30, 'A', 'TOTAL', 'LEGAL', 'AANVRAGER', false,
 'Beslissing tot geldboete; 30 dagen is een parameter', '2000-01-01', '{}', null),
('T-AGB-03', 1, 'Betaling van de geldboete na herinnering', 'ADMINISTRATIEF', 'CALENDAR_DAYS', 15, 'A', 'TOTAL', 'LEGAL', 'AANVRAGER', false,
 'Eigen regeling; 15 dagen is een parameter', '2000-01-01', '{}', null),
('T-AGB-04', 1, 'Beroep bij de arbeidsrechtbank tegen de geldboete', 'VERVAL', 'MONTHS', 3, 'B', 'TOTAL', 'LEGAL', 'AANVRAGER', false,
 'Drie maanden na de kennisgeving; twee of drie maanden is door de jurist te bevestigen', '2000-01-01', '{}', null);
