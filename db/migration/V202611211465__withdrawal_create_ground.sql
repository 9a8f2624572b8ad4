-- Grounds of a withdrawal ex officio, dated: the article, the evidence wanted and the path through the diagram (procedures.md 1.3, U1).
create table withdrawal_ground (
    code             text    not null,
    valid_from       date    not null,
    name             text    not null,
    article          text    not null,
    evidence         text    not null,
    bound            boolean not null,
    facts_undisputed boolean not null,
    committee        boolean not null,
    awaits_proof     boolean not null,
    deposit_end      text    not null,
    source           text    not null,
    constraint withdrawal_ground_pk primary key (code, valid_from),
    constraint withdrawal_ground_deposit_end check (deposit_end in ('REFUSED', 'NO_FOLLOW_UP', 'VOLUNTARY', 'NON_COMPLIANCE', 'BANKRUPTCY'))
);
comment on column withdrawal_ground.bound is 'With undisputed facts the undertaking is informed, otherwise heard first (D12).';
comment on column withdrawal_ground.awaits_proof is 'Who says that it is put right gets the term T-AMB-02 to prove it.';

insert into withdrawal_ground (code, valid_from, name, article, evidence, bound, facts_undisputed, committee, awaits_proof, deposit_end, source) values
('AMB-INACT', '2018-01-01', 'Geen dienstencheques ingediend', 'artikel 2octies van het koninklijk besluit van 12 december 2001 betreffende de dienstencheques',
 'Maandcijfers van het uitgiftebedrijf over de hele referentieperiode', false, false, false, false, 'NON_COMPLIANCE', 'procedures.md 1.3; artikelnummer na te kijken (U1)'),
('AMB-ARR', '2004-01-01', 'Schulden zonder nageleefd afbetalingsplan', 'artikel 2octies van het koninklijk besluit van 12 december 2001 betreffende de dienstencheques',
 'Melding of attest van de RSZ of de FOD Financiën', false, false, false, true, 'NON_COMPLIANCE', 'procedures.md 1.3; artikelnummer na te kijken (U1)'),
('AMB-FAIL', '2004-01-01', 'Faillissement, ontbinding of stopzetting', 'artikel 2octies van het koninklijk besluit van 12 december 2001 betreffende de dienstencheques',
 'Gegevens van de KBO of RegSol', true, true, false, false, 'BANKRUPTCY', 'procedures.md 1.3; artikelnummer na te kijken (U1)'),
('AMB-FUSIE', '2004-01-01', 'Opgegaan in een andere onderneming', 'artikel 2octies van het koninklijk besluit van 12 december 2001 betreffende de dienstencheques',
 'Gegevens van de KBO met het nummer van de opvolger', true, true, false, false, 'VOLUNTARY', 'procedures.md 1.3; artikelnummer na te kijken (U1)'),
('AMB-BORG', '2013-01-01', 'Waarborg ontbreekt of werd niet aangevuld', 'artikel 2quater van het koninklijk besluit van 12 december 2001 betreffende de dienstencheques',
 'Stand van de waarborg en de vraag om ze aan te vullen', false, false, false, false, 'NON_COMPLIANCE', 'procedures.md 1.3; artikelnummer na te kijken (U1)'),
('AMB-BEST', '2004-01-01', 'Bestuurder die het niet mag zijn', 'artikel 2quater van het koninklijk besluit van 12 december 2001 betreffende de dienstencheques',
 'Gegevens van de KBO en het eerdere dossier van de bestuurder', false, false, true, false, 'NON_COMPLIANCE', 'procedures.md 1.3; artikelnummer en commissie na te kijken (U1)');

insert into parameter (code, value, valid_from, source) values ('SCHULDGRENS', '2500', '2004-01-01', 'procedures.md 1.3, W16, U7');

insert into legal_text (code, valid_from, content, source) values
('RECHTSGROND_AMBTSHALVE', '2004-01-01',
 'de wet van 20 juli 2001 tot bevordering van buurtdiensten en -banen, artikel 2; {0}; de wet van 29 juli 1991 betreffende de uitdrukkelijke motivering van de bestuurshandelingen; het Bestuursdecreet van 7 december 2018',
 'procedures.md 0.5, 1.3, draft to be approved by the lawyer');
