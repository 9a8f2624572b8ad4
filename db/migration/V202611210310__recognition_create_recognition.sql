-- What only the recognition procedure knows (procedures.md 2.2, 2.3); conditions C01 to C19 with their result and evidence.
create table recognition (
    dossier            text primary key,
    enterprise_number  text   not null,
    name               text   not null,
    municipality       text   not null,
    kind               text   not null check (kind in ('EERSTE', 'NIEUW_NUMMER', 'WIJZIGING_ACTIVITEITEN')),
    application        jsonb  not null,
    status             text   not null check (status in ('IN_AANVRAAG', 'ERKEND', 'GEWEIGERD', 'ZONDER_GEVOLG', 'INGETROKKEN_DOOR_AANVRAGER')),
    sources            jsonb,
    plan_judgement     text check (plan_judgement in ('GUNSTIG', 'ONVOLDOENDE')),
    plan_reasons       text,
    deposit_confirmed  boolean,
    deposit_amount     numeric(12, 2),
    deposit_paid_on    date,
    deposit_reference  text,
    deposit_status     text check (deposit_status in ('GESTORT', 'GEBLOKKEERD', 'VRIJGEGEVEN')),
    outlook            text check (outlook in ('GUNSTIG', 'GEDEELTELIJK', 'ONGUNSTIG')),
    note_facts         text,
    note_judgement     text,
    activities         text[] not null default '{}',
    recognition_number text unique,
    recognised_on      date,
    constraint recognition_recognised_has_number check (status <> 'ERKEND' or recognition_number is not null)
);
-- At most one application and one recognition a time for an undertaking (2.2, invariant).
create unique index recognition_one_open on recognition (enterprise_number) where status = 'IN_AANVRAAG';
create unique index recognition_one_active on recognition (enterprise_number) where status = 'ERKEND';
create sequence recognition_number_seq start 10001;

create table recognition_condition (
    dossier    text not null references recognition (dossier),
    code       text not null,
    proposed   text not null,
    why        text,
    result     text,
    source     text,
    evidence   text,
    decided_by text,
    constraint recognition_condition_pk primary key (dossier, code),
    constraint recognition_condition_result check (result is null or result in ('OK', 'NOK', 'TE_REGULARISEREN', 'NIET_VASTSTELBAAR'))
);

create table submission (
    action_id    uuid primary key,
    dossier      text not null,
    fingerprint  text not null,
    submitted_at timestamptz not null
);
