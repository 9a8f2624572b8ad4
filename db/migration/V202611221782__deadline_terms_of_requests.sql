-- Terms of complaints and openness requests (procedures.md 1.10, 4.1, 4.2). II.30: from the day after registration, to the last hour of the last day, not rolled.
insert into term_rule (code, version, name, nature, unit, amount, month_rule, clock, roll, binds, escalates, source, valid_from, pause_grounds) values
('T-KLA-01', 1, 'Ontvangst van de klacht melden', 'WETTELIJK', 'CALENDAR_DAYS', 10, 'A', 'TOTAL', 'NONE', 'OVERHEID', true,
 'Klachtenregeling: tien dagen na de ontvangst; artikel te bevestigen door de jurist', '2000-01-01', '{}'),
('T-KLA-02', 1, 'Klacht afhandelen', 'WETTELIJK', 'CALENDAR_DAYS', 45, 'A', 'TOTAL', 'NONE', 'OVERHEID', true,
 'Klachtenregeling: vijfenveertig dagen na de ontvangst; artikel te bevestigen door de jurist', '2000-01-01', '{}'),
('T-OPB-01', 1, 'Beslissing over de vraag om documenten', 'ORDE', 'CALENDAR_DAYS', 20, 'A', 'TOTAL', 'NONE', 'OVERHEID', true,
 'Bestuursdecreet, titel II: twintig dagen vanaf de dag na de registratie (II.30: tot 24 uur van de laatste dag)', '2000-01-01', '{}'),
('T-OPB-02', 1, 'Verlenging van de beslissing over de vraag om documenten', 'ORDE', 'CALENDAR_DAYS', 20, 'A', 'TOTAL', 'NONE', 'OVERHEID', false,
 'Bestuursdecreet, titel II: de termijn kan een keer tot veertig dagen verlengd worden', '2000-01-01', '{}'),
('T-OPB-03', 1, 'Verduidelijking door de verzoeker', 'ADMINISTRATIEF', 'CALENDAR_DAYS', 30, 'A', 'TOTAL', 'LEGAL', 'AANVRAGER', false,
 'Eigen regeling; 30 dagen is een parameter. Met het duidelijke verzoek begint T-OPB-01 opnieuw', '2000-01-01', '{}'),
('T-OPB-04', 1, 'Beroep bij de Beroepsinstantie openbaarheid', 'VERVAL', 'CALENDAR_DAYS', 30, 'A', 'TOTAL', 'LEGAL', 'AANVRAGER', false,
 'Bestuursdecreet, titel II: dertig dagen na de kennisgeving; artikel te bevestigen door de jurist', '2000-01-01', '{}');
