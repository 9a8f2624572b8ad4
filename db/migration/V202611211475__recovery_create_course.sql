-- Which dossier a recovery procedure started from, the lines as the handler typed them, and where its hearing led (procedures.md 1.5).
create table recovery_course (
    dossier      text not null,
    from_dossier text not null,
    reason       text not null,
    facts        text,
    outlook      text,
    constraint recovery_course_pk primary key (dossier),
    constraint recovery_course_dossier_fk foreign key (dossier) references dossier (number),
    constraint recovery_course_from_fk foreign key (from_dossier) references dossier (number)
);
create index recovery_course_from on recovery_course (from_dossier);

-- Amounts of the procedure as dated data.
create table recovery_parameter (
    code       text           not null,
    valid_from date           not null,
    amount     numeric(14, 2) not null,
    source     text           not null,
    constraint recovery_parameter_pk primary key (code, valid_from)
);
comment on column recovery_parameter.amount is 'Euro.';
insert into recovery_parameter (code, valid_from, amount, source) values
('AKKOORD_AFDELINGSHOOFD', date '2004-01-01', 25000.00, 'Eigen regeling; vanaf dit bedrag keurt het afdelingshoofd mee goed, te bevestigen');

insert into legal_text (code, valid_from, content, source) values
('RECHTSGROND_TERUGVORDERING', date '2004-01-01',
 'de wet van 20 juli 2001 tot bevordering van buurtdiensten en -banen; het koninklijk besluit van 12 december 2001 betreffende de dienstencheques, artikelen 10 en 10bis; de wet van 29 juli 1991 betreffende de uitdrukkelijke motivering van de bestuurshandelingen',
 'procedures.md 1.5'),
('BEROEP_TERUGVORDERING', date '2004-01-01',
 'Tegen deze beslissing kunt u beroep instellen bij de bevoegde rechtbank. Vermoedelijk is dat de arbeidsrechtbank van uw vestigingsplaats. U doet dat met een verzoekschrift of een dagvaarding. Een vraag om heroverweging aan het departement schorst of verlengt de beroepstermijn niet.',
 'procedures.md 1.5, 5 U11: welke rechtbank bevoegd is, is onzeker; ontwerp, goed te keuren door de jurist'),
('REKENING_TERUGVORDERING', date '2004-01-01', 'BE68 5390 0754 7034', 'Voorbeeldnummer; de boekhouding vult het echte nummer in');
