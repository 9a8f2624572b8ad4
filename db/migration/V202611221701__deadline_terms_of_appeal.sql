-- The days around an appeal as dated rules: presumed receipt, the four months without an appeal clause, the margin before final, and reconsideration (procedures.md 1.10).
insert into term_rule (code, version, name, nature, unit, amount, month_rule, clock, roll, binds, escalates, source, valid_from, pause_grounds) values
('T-RVS-POST', 1, 'Vermoedelijke ontvangst van een aangetekende brief', 'ADMINISTRATIEF', 'WORKING_DAYS', 3, 'A', 'TOTAL', 'NONE', 'AANVRAGER', false,
 'Regentsbesluit van 23 augustus 1948, artikel 4: derde werkdag na de afgifte op de post', '2000-01-01', '{}'),
('T-RVS-CLAUSULE', 1, 'Uitstel zonder beroepsclausule', 'ADMINISTRATIEF', 'MONTHS', 4, 'B', 'TOTAL', 'NONE', 'AANVRAGER', false,
 'Gecoördineerde wetten op de Raad van State, artikel 19, tweede lid', '2000-01-01', '{}'),
('T-RVS-MARGE', 1, 'Marge voor een beslissing definitief heet', 'ADMINISTRATIEF', 'CALENDAR_DAYS', 15, 'A', 'TOTAL', 'NONE', 'OVERHEID', false,
 'Eigen regeling; 15 dagen is een parameter', '2000-01-01', '{}'),
('T-HER-00', 1, 'Heroverweging vragen', 'ADMINISTRATIEF', 'CALENDAR_DAYS', 30, 'A', 'TOTAL', 'LEGAL', 'AANVRAGER', false,
 'Eigen regeling: 30 dagen na de kennisgeving, parameter [D]', '2000-01-01', '{}'),
('T-HER-01', 1, 'Antwoord op de vraag om heroverweging', 'ORDE', 'CALENDAR_DAYS', 45, 'A', 'TOTAL', 'NONE', 'OVERHEID', true,
 'Eigen norm van de dienst: 45 dagen, parameter [D]', '2000-01-01', '{}');
