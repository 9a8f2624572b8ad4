-- The ground of decisions about trainings (procedures.md 0.5, 1.7); the articles are not in the pages that we could read, so none is named.
insert into legal_text (code, valid_from, content, source) values
('RECHTSGROND_OPLEIDING', date '2007-07-01',
 'de wet van 20 juli 2001 tot bevordering van buurtdiensten en -banen; het koninklijk besluit van 7 juni 2007 betreffende het opleidingsfonds dienstencheques; de wet van 29 juli 1991 betreffende de uitdrukkelijke motivering van de bestuurshandelingen; het Bestuursdecreet van 7 december 2018',
 'procedures.md 0.5, 1.7; draft to be approved by the lawyer');
