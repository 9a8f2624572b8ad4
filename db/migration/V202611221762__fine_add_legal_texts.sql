-- What decisions on fines say; drafts that the lawyer has to approve (procedures.md 1.6, 5 U11, U12).
insert into legal_text (code, valid_from, content, source) values
('RECHTSGROND_GELDBOETE', date '2004-01-01',
 'het decreet van 30 april 2004 houdende sociaalrechtelijk toezicht; de wet van 20 juli 2001 tot bevordering van buurtdiensten en -banen; het koninklijk besluit van 12 december 2001 betreffende de dienstencheques; de wet van 29 juli 1991 betreffende de uitdrukkelijke motivering van de bestuurshandelingen',
 'procedures.md 1.6, 5 U12: het decreet wijzigde op 1 september 2023 en op 1 januari 2026; ontwerp, goed te keuren door de jurist'),
('BEROEP_GELDBOETE', date '2004-01-01',
 'Tegen deze beslissing kunt u beroep instellen bij de arbeidsrechtbank van uw vestigingsplaats, binnen drie maanden na de kennisgeving, met een verzoekschrift of een dagvaarding. Het beroep schorst de inning van de boete. Een vraag om heroverweging aan het departement schorst of verlengt deze termijn niet.',
 'procedures.md 1.6, 1.10, 5 U11: rechtbank en termijn van twee of drie maanden zijn onzeker; ontwerp, goed te keuren door de jurist'),
('REKENING_GELDBOETE', date '2004-01-01', 'BE68 5390 0754 7034', 'Voorbeeldnummer; de boekhouding vult het echte nummer in');
