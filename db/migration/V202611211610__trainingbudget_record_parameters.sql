-- The total of 2020 is the sum that was committed; that of other years, and every reserve, a person has to record from the budget of the department.
insert into dated_parameter (list, code, amount, valid_from, valid_to, source, recorded_at, recorded_by, recorded_by_name) values
('OPLEIDINGSBUDGET', 'DREMPEL_CHEQUES', 2000, '2016-01-01', null, 'Vlaanderen.be, berekening en terugbetaling van opleidingen dienstencheques', now(), 'systeem', 'Dossierwerk'),
('OPLEIDINGSBUDGET', 'NIEUW_KWARTAAL_1', 1000, '2016-01-01', null, 'Vlaanderen.be, berekening en terugbetaling van opleidingen dienstencheques', now(), 'systeem', 'Dossierwerk'),
('OPLEIDINGSBUDGET', 'NIEUW_KWARTAAL_2', 750, '2016-01-01', null, 'Vlaanderen.be, berekening en terugbetaling van opleidingen dienstencheques', now(), 'systeem', 'Dossierwerk'),
('OPLEIDINGSBUDGET', 'NIEUW_KWARTAAL_3', 500, '2016-01-01', null, 'Vlaanderen.be, berekening en terugbetaling van opleidingen dienstencheques', now(), 'systeem', 'Dossierwerk'),
('OPLEIDINGSBUDGET', 'NIEUW_KWARTAAL_4', 250, '2016-01-01', null, 'Vlaanderen.be, berekening en terugbetaling van opleidingen dienstencheques', now(), 'systeem', 'Dossierwerk'),
('OPLEIDINGSBUDGET', 'TOTAAL', 4321000.07, '2020-01-01', '2020-12-31', 'Ondernemingsplan 2021, vastgelegde kredieten 2020', now(), 'systeem', 'Dossierwerk');
