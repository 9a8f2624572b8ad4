-- Terms before the Council of State (procedures.md 1.10): 60 days for the file and the statement of defence [K~], 60 and 30 days for what follows [K~].
-- A statement that comes late is left out of the debate, so its last day rolls as every term before the Council does (procedures.md 4.1, 4.2);
-- the file has no such rule here and is watched by its nominal day.
insert into term_rule (code, version, name, nature, unit, amount, month_rule, clock, roll, binds, escalates, source, valid_from, pause_grounds) values
('T-RVS-01', 1, 'Administratief dossier neerleggen', 'WETTELIJK', 'CALENDAR_DAYS', 60, 'A', 'TOTAL', 'NONE', 'OVERHEID', true,
 'Procedurereglement Raad van State: 60 dagen na de vraag van de griffie; nog na te kijken door een jurist', '2000-01-01', '{}'),
('T-RVS-02', 1, 'Memorie van antwoord', 'WETTELIJK', 'CALENDAR_DAYS', 60, 'A', 'TOTAL', 'LEGAL', 'OVERHEID', true,
 'Procedurereglement Raad van State: 60 dagen na de betekening; nog na te kijken door een jurist', '2000-01-01', '{}'),
('T-RVS-03', 1, 'Memorie van wederantwoord van de verzoeker', 'VERVAL', 'CALENDAR_DAYS', 60, 'A', 'TOTAL', 'LEGAL', 'AANVRAGER', false,
 'Procedurereglement Raad van State: 60 dagen; geteld vanaf onze memorie, als veilige benadering', '2000-01-01', '{}'),
('T-RVS-04', 1, 'Laatste memorie', 'WETTELIJK', 'CALENDAR_DAYS', 30, 'A', 'TOTAL', 'LEGAL', 'OVERHEID', true,
 'Procedurereglement Raad van State: 30 dagen na het verslag van de auditeur; nog na te kijken door een jurist', '2000-01-01', '{}');
