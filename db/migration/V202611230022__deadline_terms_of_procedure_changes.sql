-- Own terms of the department for a change of a procedure: how long a review may take, and when a draft that nobody submits ends.
insert into term_rule (code, version, name, nature, unit, amount, month_rule, clock, roll, binds, escalates, source, valid_from, pause_grounds) values
('T-PWZ-01', 1, 'Wijziging van een procedure beoordelen', 'ADMINISTRATIEF', 'WORKING_DAYS', 10, 'A', 'TOTAL', 'NONE', 'OVERHEID', false,
 'Eigen regeling; tien werkdagen is een parameter. Daarna gaat de wijziging terug naar wie ze ontwierp', '2000-01-01', '{}'),
('T-PWZ-02', 1, 'Ontwerp van een wijziging uitwerken', 'ADMINISTRATIEF', 'MONTHS', 12, 'A', 'TOTAL', 'NONE', 'OVERHEID', false,
 'Eigen regeling; twaalf maanden is een parameter. Daarna vervalt het ontwerp', '2000-01-01', '{}');
