-- A file ex officio: which recognition, on which ground, over which period or notice. The same ground and period never gives a second file.
create table ex_officio (
    dossier           text        not null,
    recognition       text        not null,
    enterprise_number text        not null,
    ground            text        not null,
    period            text        not null,
    evidence          text        not null,
    fraud             boolean     not null default false,
    social_debt       numeric(14, 2) not null default 0,
    tax_debt          numeric(14, 2) not null default 0,
    successor         text,
    deposit_end       text        not null,
    hearing           text        not null,
    committee         boolean     not null,
    outlook           text,
    proof_note        text,
    started_at        timestamptz not null,
    started_by        text        not null,
    constraint ex_officio_pk primary key (dossier),
    constraint ex_officio_once unique (recognition, ground, period),
    constraint ex_officio_dossier foreign key (dossier) references dossier (number),
    constraint ex_officio_number check (enterprise_number ~ '^[01][0-9]{9}$'),
    constraint ex_officio_hearing check (hearing in ('HOREN', 'INFORMEREN', 'NA_MAATREGEL_HOREN')),
    constraint ex_officio_debts check (social_debt >= 0 and tax_debt >= 0)
);
create index ex_officio_of_recognition on ex_officio (recognition);

-- What was asked of a source for a file, and who has to look it up when the source stays away.
create table ex_officio_question (
    dossier         text        not null,
    source          text        not null,
    asked_at        timestamptz not null,
    person_asked_at timestamptz,
    question        bigint,
    answered_at     timestamptz,
    answer          text,
    constraint ex_officio_question_pk primary key (dossier, source),
    constraint ex_officio_question_dossier foreign key (dossier) references ex_officio (dossier),
    constraint ex_officio_question_source check (source in ('KBO', 'RSZ', 'FISCUS', 'REGSOL')),
    constraint ex_officio_question_answered check ((answered_at is null) = (answer is null))
);
