-- Voluntary end: art. 2nonies § 1 c) is our reading, because C08 excludes it (procedures.md 1.2).
insert into legal_text (code, valid_from, content, source) values
('RECHTSGROND_INTREKKING_VRIJWILLIG', date '2004-01-01',
 'de wet van 20 juli 2001 tot bevordering van buurtdiensten en -banen, artikel 2; het koninklijk besluit van 12 december 2001 betreffende de dienstencheques, artikel 2nonies, § 1, c); de wet van 29 juli 1991 betreffende de uitdrukkelijke motivering van de bestuurshandelingen; het Bestuursdecreet van 7 december 2018',
 'procedures.md 0.5, 1.2; draft to be approved by the lawyer');
