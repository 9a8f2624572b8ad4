-- Terms of the approval of trainings (procedures.md 1.7: T-OF-03 to T-OF-06); T-REC-00 and T-REC-04 are those of T-OF-01 and T-OF-02.
insert into term_rule (code, version, name, nature, unit, amount, month_rule, clock, roll, binds, escalates, source, valid_from, pause_grounds) values
('T-OF-03', 1, 'Advies van de commissie opleidingsfonds', 'ORDE', 'MONTHS', 2, 'B', 'TOTAL', 'NONE', 'OVERHEID', true,
 'Twee maanden vanaf het volledige dossier', '2000-01-01', '{}'),
('T-OF-04', 1, 'Reactie op het negatieve advies', 'ADMINISTRATIEF', 'CALENDAR_DAYS', 14, 'A', 'TOTAL', 'LEGAL', 'AANVRAGER', false,
 'Veertien dagen vanaf de mededeling van het negatieve advies', '2000-01-01', '{}'),
('T-OF-05', 1, 'Beslissing na het advies', 'ORDE', 'MONTHS', 2, 'B', 'TOTAL', 'NONE', 'OVERHEID', true,
 'Twee maanden vanaf het advies', '2000-01-01', '{}'),
('T-OF-06', 1, 'Beslissing over de opleiding', 'WETTELIJK', 'CALENDAR_DAYS', 120, 'A', 'WSE', 'NONE', 'OVERHEID', true,
 'Wettelijke bepaling: 120 dagen WSE-tijd vanaf het volledige dossier (prestatienorm H4)', '2000-01-01', '{AANVULLING_AANVRAGER,REACTIE_ADVIES}');

-- What the file of a training can lack.
alter table missing_item drop constraint missing_item_code_check;
alter table missing_item add constraint missing_item_code check (code in ('FORMULIER', 'INFOSESSIE', 'BORGSOM', 'ONDERNEMINGSPLAN', 'SUIGENERIS',
    'PROGRAMMA', 'LESGEVER', 'KWALITEIT', 'PLANNING', 'VERBAND'));
