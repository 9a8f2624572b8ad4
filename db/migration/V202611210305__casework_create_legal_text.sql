-- Legal texts that decisions carry, dated: what the lawyer approves from a day on is used from that day on.
create table legal_text (
    code       text not null,
    valid_from date not null,
    content    text not null,
    source     text not null,
    constraint legal_text_pk primary key (code, valid_from)
);

insert into legal_text (code, valid_from, content, source) values
('RECHTSGROND_ERKENNING', date '2004-01-01',
 'de wet van 20 juli 2001 tot bevordering van buurtdiensten en -banen, artikel 2; het koninklijk besluit van 12 december 2001 betreffende de dienstencheques, artikelen 2quater tot 2sexies; de wet van 29 juli 1991 betreffende de uitdrukkelijke motivering van de bestuurshandelingen; het Bestuursdecreet van 7 december 2018',
 'procedures.md 0.5, 1.1'),
('BEROEPSCLAUSULE', date '2004-01-01',
 'Tegen deze beslissing kunt u binnen zestig dagen na de kennisgeving een beroep tot nietigverklaring, en in voorkomend geval een vordering tot schorsing, instellen bij de afdeling Bestuursrechtspraak van de Raad van State, Wetenschapsstraat 33, 1040 Brussel, met een aangetekende brief of via de elektronische procedure (eProAdmin). Het verzoekschrift moet voldoen aan de vormvereisten van het besluit van de Regent van 23 augustus 1948. Een vraag om heroverweging aan het departement schorst of verlengt deze termijn niet.',
 'procedures.md 1.15, draft to be approved by the lawyer');
