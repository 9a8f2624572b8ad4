-- A claim for reimbursement of training: what was asked, with which proof, what it is worth and what was decided (procedures.md 1.9, 2.5).
create table reimbursement_claim (
    dossier           text           not null,
    action_id         uuid           not null,
    recognition       text           not null,
    enterprise_number text           not null,
    year              int            not null,
    submitted_on      date           not null,
    beneficiary       text           not null,
    iban              text           not null,
    declared_by       text           not null,
    registered_by     text           not null,
    missing           text,
    claimed           numeric(14, 2),
    granted           numeric(14, 2),
    sampled           boolean,
    second_look       boolean,
    second_because    text,
    reviewed_by       text,
    reviewed_by_name  text,
    review            text,
    reviewed_at       timestamptz,
    budget_words      text,
    warned_day        int            not null default 0,
    returned_because  text,
    constraint reimbursement_claim_pk primary key (dossier),
    constraint reimbursement_claim_dossier_fk foreign key (dossier) references dossier (number),
    constraint reimbursement_claim_recognition_fk foreign key (recognition) references dossier (number),
    constraint reimbursement_claim_once unique (action_id),
    constraint reimbursement_claim_amounts check (claimed >= 0 and granted >= 0 and (claimed is null) = (granted is null)),
    constraint reimbursement_claim_computed check (missing is null or claimed is null),
    constraint reimbursement_claim_reviewer check ((reviewed_by is null) = (reviewed_by_name is null))
);
comment on column reimbursement_claim.missing is 'Parameters that nobody recorded yet, in Dutch; as long as they are missing nothing is computed.';
comment on column reimbursement_claim.claimed is 'Euro: the sum of the lines that are not refused.';
comment on column reimbursement_claim.granted is 'Euro: of claimed, what the budget of the year bears.';
comment on column reimbursement_claim.budget_words is 'Dutch: what went before this claim on the budget of the year, and what was left for it.';
comment on column reimbursement_claim.warned_day is 'The last of days 30, 45, 55 and 60 on which bookkeeping was told that the claim waits for its payment.';
comment on column reimbursement_claim.returned_because is 'Why the bank sent the payment back, until somebody looked at it.';
create index reimbursement_claim_by_undertaking on reimbursement_claim (enterprise_number, year);

-- One line is one session. Amounts are those of the newest computation; refused_because holds as long as the line is refused.
create table reimbursement_line (
    dossier          text          not null,
    position         int           not null,
    training         text          not null,
    title            text          not null,
    type             text          not null,
    eligible_from    date,
    eligible_until   date,
    held_on          date          not null,
    starts_at        time          not null,
    ends_at          time          not null,
    trainer          text          not null,
    trainer_hours    numeric(6, 2) not null,
    invoice_number   text,
    invoice_date     date,
    invoice_excl     numeric(14, 2),
    invoice_vat      numeric(14, 2),
    invoice_incl     numeric(14, 2),
    wages            numeric(14, 2),
    teaching         numeric(14, 2),
    sums             text,
    refused_because  text,
    constraint reimbursement_line_pk primary key (dossier, position),
    constraint reimbursement_line_claim_fk foreign key (dossier) references reimbursement_claim (dossier),
    constraint reimbursement_line_type check (type in ('INTERN', 'EXTERN', 'TERREIN')),
    constraint reimbursement_line_trainer check (trainer in ('EIGEN', 'EXTERN')),
    constraint reimbursement_line_reason check (refused_because ~ '\S')
);

create table reimbursement_participant (
    dossier         text          not null,
    position        int           not null,
    national_number text          not null,
    hours           numeric(6, 2) not null,
    employed_from   date          not null,
    employed_until  date,
    constraint reimbursement_participant_pk primary key (dossier, position, national_number),
    constraint reimbursement_participant_line_fk foreign key (dossier, position) references reimbursement_line (dossier, position)
);

-- What was attached: attendance lists and invoices; the file itself is a document of the dossier.
create table reimbursement_proof (
    document uuid not null,
    dossier  text not null,
    kind     text not null,
    constraint reimbursement_proof_pk primary key (document, kind),
    constraint reimbursement_proof_claim_fk foreign key (dossier) references reimbursement_claim (dossier),
    constraint reimbursement_proof_kind check (kind in ('AANWEZIGHEIDSLIJST', 'FACTUUR', 'TEWERKSTELLING'))
);
create index reimbursement_proof_of_claim on reimbursement_proof (dossier);

insert into legal_text (code, valid_from, content, source) values
('RECHTSGROND_TERUGBETALING_OPLEIDING', date '2004-01-01',
 'de wet van 20 juli 2001 tot bevordering van buurtdiensten en -banen, artikel 9bis; het koninklijk besluit van 7 juni 2007 betreffende het opleidingsfonds dienstencheques; de wet van 29 juli 1991 betreffende de uitdrukkelijke motivering van de bestuurshandelingen',
 'procedures.md 1.9; artikelnummers door de jurist na te kijken');
