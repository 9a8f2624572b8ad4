-- Infringements of a recognised undertaking, what is retained meanwhile, and the conditions of a withdrawal (procedures.md 1.4, 2.6).
create table infringement_kind (
    code       text not null,
    valid_from date not null,
    valid_to   date,
    name       text not null,
    law        text not null,
    constraint infringement_kind_pk primary key (code, valid_from),
    constraint infringement_kind_days check (valid_to >= valid_from)
);
insert into infringement_kind (code, valid_from, name, law) values
('I01', '2004-01-01', 'Dienstencheques ingediend zonder gewerkte uren', 'KB 12-12-2001 art. 2quater § 4, art. 10; procedures.md 2.6'),
('I02', '2004-01-01', 'Meer dienstencheques dan gewerkte uren', 'KB 12-12-2001 art. 2quater § 4, art. 10; procedures.md 2.6'),
('I03', '2004-01-01', 'Activiteiten die niet toegelaten zijn', 'Wet 20-7-2001 art. 2; KB 12-12-2001 art. 1; procedures.md 2.6'),
('I04', '2004-01-01', 'Dienstencheques ingezameld voor het werk gedaan is', 'KB 12-12-2001 art. 6; procedures.md 2.6'),
('I05', '2004-01-01', 'Gebrekkige registratie van werknemer, gebruiker en cheque', 'KB 12-12-2001 art. 2quater § 4; procedures.md 2.6'),
('I06', '2004-01-01', 'Werk voor familie of gezinsleden', 'KB 12-12-2001 art. 2quater § 4; procedures.md 2.6'),
('I07', '2015-01-01', 'Gebruiker woont niet in het Vlaamse Gewest', 'KB 12-12-2001 art. 3; procedures.md 2.6'),
('I08', '2004-01-01', 'Tewerkstelling van buitenlandse werknemers zonder toelating', 'Wet 20-7-2001 art. 2; procedures.md 2.6'),
('I09', '2004-01-01', 'Achterstallen bij fiscus, RSZ of departement', 'KB 12-12-2001 art. 2quater § 4, 2septies; procedures.md 2.6'),
('I10', '2004-01-01', 'Bestuurders of zaakvoerders voldoen niet aan de voorwaarden C05 tot C08', 'KB 12-12-2001 art. 2nonies; procedures.md 2.6'),
('I11', '2004-01-01', 'Geen echte afdeling sui generis', 'Wet 20-7-2001 art. 2 § 2; procedures.md 2.6'),
('I12', '2004-01-01', 'Valsheid in geschrifte', 'Strafwetboek art. 193 tot 197; procedures.md 2.6'),
('I13', '2004-01-01', 'Dienstencheques tijdens tijdelijke werkloosheid', 'KB 12-12-2001 art. 2quater § 4; procedures.md 2.6'),
('I14', '2020-03-01', 'Onterechte crisissubsidie', 'Besluiten over de coronasteun 2020; procedures.md 2.6'),
('I15', '2004-01-01', 'Verhindering van toezicht', 'Sociaal Strafwetboek art. 209; procedures.md 2.6'),
('I16', '2004-01-01', 'Misbruik van het opleidingsfonds of dubbele financiering', 'KB 7-6-2007 opleidingsfonds; procedures.md 2.6'),
('I17', '2004-01-01', 'Betaling van werk dat ouder is dan twaalf maanden voor de uitgifte van de cheque', 'KB 12-12-2001 art. 6; procedures.md 2.6');

create table infringement_case (
    dossier           text    not null,
    recognition       text    not null,
    enterprise_number text    not null,
    facts             text    not null,
    share             numeric(5, 2),
    vouchers          integer not null default 0,
    undue_amount      numeric(14, 2) not null default 0,
    severity_proposed text,
    severity          text,
    severity_reason   text,
    repeated          boolean not null default false,
    retention_wanted  text,
    retention_reason  text,
    hearing_asked     boolean not null default false,
    regularisation    text    not null default 'NIET_GEVRAAGD',
    regularisation_wanted text,
    outlook           text,
    note_facts        text,
    note_judgement    text,
    outcome           text,
    decided_on        date,
    constraint infringement_case_pk primary key (dossier),
    constraint infringement_case_dossier foreign key (dossier) references dossier (number),
    constraint infringement_case_severity check (severity in ('ZWAAR', 'MIDDEL', 'LICHT')),
    constraint infringement_case_regularisation check (regularisation in ('NIET_GEVRAAGD', 'GEVRAAGD', 'BEWIJS_ONTVANGEN', 'GEEN_BEWIJS', 'GEREGULARISEERD', 'NIET_GEREGULARISEERD'))
);
-- One infringement file at a time for an undertaking.
create unique index infringement_case_one_open on infringement_case (enterprise_number) where outcome is null;
comment on column infringement_case.share is 'Share of the vouchers without work behind them, in percent.';

create table infringement_report (
    reference   text        not null,
    dossier     text        not null,
    origin      text        not null,
    dated       date        not null,
    received_on date        not null,
    facts       text        not null,
    fingerprint text        not null,
    recorded_at timestamptz not null,
    constraint infringement_report_pk primary key (reference),
    constraint infringement_report_case foreign key (dossier) references infringement_case (dossier),
    constraint infringement_report_origin check (origin in ('VSI', 'KLACHT', 'RISICOSIGNAAL', 'INTREKKING'))
);
create index infringement_report_by_case on infringement_report (dossier, received_on);

create table infringement (
    id        uuid    not null,
    dossier   text    not null,
    position  bigint  generated always as identity,
    code      text    not null,
    facts     text    not null,
    from_on   date,
    until_on  date,
    vouchers  integer,
    amount    numeric(14, 2),
    report    text,
    document  uuid,
    state     text    not null,
    constraint infringement_pk primary key (id),
    constraint infringement_case_of foreign key (dossier) references infringement_case (dossier),
    constraint infringement_report_of foreign key (report) references infringement_report (reference),
    constraint infringement_document foreign key (document) references document (id),
    constraint infringement_state check (state in ('GEMELD', 'BEWEZEN', 'NIET_BEWEZEN')),
    constraint infringement_period check (until_on >= from_on)
);
create index infringement_by_case on infringement (dossier, position);

create table retention_entry (
    id               bigint generated always as identity,
    dossier          text   not null,
    entry            text   not null,
    kind             text   not null,
    from_on          date   not null,
    review_on        date,
    blocked_total    numeric(14, 2) not null,
    reason           text   not null,
    recorded_at      timestamptz not null,
    recorded_by_name text   not null,
    constraint retention_entry_pk primary key (id),
    constraint retention_entry_case foreign key (dossier) references infringement_case (dossier),
    constraint retention_entry_entry check (entry in ('INGESTELD', 'BEHOUDEN', 'VERLAAGD', 'OPGEHEVEN')),
    constraint retention_entry_kind check (kind in ('EUR5', 'VOLLEDIG')),
    constraint retention_entry_review check ((entry = 'OPGEHEVEN') = (review_on is null))
);
create index retention_entry_by_case on retention_entry (dossier, id);
create function refuse_retention_entry_change() returns trigger language plpgsql as $$
begin
    raise exception 'entries of a retention are never changed or deleted; write another one';
end $$;
create trigger retention_entry_append_only before update or delete or truncate on retention_entry
    for each statement execute function refuse_retention_entry_change();

create table infringement_measure (
    dossier text not null,
    measure text not null,
    why     text not null,
    constraint infringement_measure_pk primary key (dossier, measure),
    constraint infringement_measure_case foreign key (dossier) references infringement_case (dossier)
);
comment on table infringement_measure is 'What the table sanctie-voorstel proposes; a person decides.';

create table withdrawal_follow_up (
    dossier           text    not null,
    infringement_case text    not null,
    recognition       text    not null,
    extended          boolean not null default false,
    standing          text,
    constraint withdrawal_follow_up_pk primary key (dossier),
    constraint withdrawal_follow_up_dossier foreign key (dossier) references dossier (number),
    constraint withdrawal_follow_up_case foreign key (infringement_case) references infringement_case (dossier),
    constraint withdrawal_follow_up_standing check (standing in ('VERVULD', 'VERLENGEN', 'NIET_VERVULD'))
);
create table withdrawal_condition (
    dossier  text    not null,
    number   integer not null,
    content  text    not null,
    proof    text    not null,
    last_day date,
    state    text    not null,
    why      text,
    extended boolean not null default false,
    constraint withdrawal_condition_pk primary key (dossier, number),
    constraint withdrawal_condition_follow_up foreign key (dossier) references withdrawal_follow_up (dossier),
    constraint withdrawal_condition_state check (state in ('OPEN', 'VERVULD', 'NIET_VERVULD'))
);
create table withdrawal_proof (
    id          uuid   not null,
    dossier     text   not null,
    position    bigint generated always as identity,
    received_on date   not null,
    numbers     text   not null,
    summary     text   not null,
    constraint withdrawal_proof_pk primary key (id),
    constraint withdrawal_proof_follow_up foreign key (dossier) references withdrawal_follow_up (dossier)
);
create index withdrawal_proof_by_dossier on withdrawal_proof (dossier, position);

insert into parameter (code, value, valid_from, source) values
('INBREUK_AANDEEL_ZWAAR', '10', '2000-01-01', 'procedures.md D4, x in percent, eigen keuze'),
('INBREUK_BEDRAG_ZWAAR', '25000', '2000-01-01', 'procedures.md D4, y in euro, eigen keuze'),
('INBREUK_SCHULD', '2500', '2000-01-01', 'procedures.md D4, KB 12-12-2001 art. 2quater'),
('INBREUK_HERHALING_JAREN', '3', '2000-01-01', 'procedures.md D4'),
('INBREUK_HOOFD_BEDRAG', '10000', '2000-01-01', 'procedures.md D13, eigen keuze');

insert into term_rule (code, version, name, nature, unit, amount, month_rule, clock, roll, binds, escalates, source, valid_from, pause_grounds) values
('T-INB-05', 1, 'Eerste herinnering aan de voorwaarden', 'ADMINISTRATIEF', 'CALENDAR_DAYS', 60, 'A', 'TOTAL', 'NONE', 'OVERHEID', false,
 'Dertig dagen voor het einde van T-INB-04; parameter', '2000-01-01', '{}'),
('T-INB-06', 1, 'Laatste herinnering aan de voorwaarden', 'ADMINISTRATIEF', 'CALENDAR_DAYS', 83, 'A', 'TOTAL', 'NONE', 'OVERHEID', false,
 'Zeven dagen voor het einde van T-INB-04; parameter', '2000-01-01', '{}');

insert into legal_text (code, valid_from, content, source) values
('RECHTSGROND_INBREUK', date '2004-01-01',
 'de wet van 20 juli 2001 tot bevordering van buurtdiensten en -banen, artikel 2; het koninklijk besluit van 12 december 2001 betreffende de dienstencheques, artikelen 2quater, 2septies en 10; de wet van 29 juli 1991 betreffende de uitdrukkelijke motivering van de bestuurshandelingen; het Bestuursdecreet van 7 december 2018',
 'procedures.md 0.5, 1.4'),
('RECHTSGROND_INHOUDING', date '2004-01-01',
 'het koninklijk besluit van 12 december 2001 betreffende de dienstencheques, artikelen 2quater en 10; de wet van 29 juli 1991 betreffende de uitdrukkelijke motivering van de bestuurshandelingen',
 'procedures.md 1.4');
