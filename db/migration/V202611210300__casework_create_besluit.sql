-- Decisions, their drafter, checker and signatory (four eyes, procedures.md D13), hearings and committee items.
create table besluit (
    id                uuid primary key,
    dossier           text        not null,
    outcome           text        not null,
    activities        text[]      not null default '{}',
    legal_ground      text        not null,
    facts             text        not null,
    reasons           text        not null,
    departs_because   text,
    appeal_clause     text        not null,
    status            text        not null,
    drafter           text        not null,
    drafter_name      text        not null,
    drafted_at        timestamptz not null,
    checker           text,
    checker_name      text,
    check_remark      text,
    signatory         text,
    signatory_name    text,
    signed_on         date,
    letter            uuid,
    constraint besluit_status check (status in ('OPGESTELD', 'TERUGGESTUURD', 'NAGEKEKEN', 'TE_ONDERTEKENEN', 'ONDERTEKEND')),
    constraint besluit_drafter_does_not_check check (checker is null or checker <> drafter),
    constraint besluit_signatory_is_third check (signatory is null or (signatory <> drafter and signatory <> checker)),
    constraint besluit_signed_has_signatory check (status <> 'ONDERTEKEND' or (signatory is not null and signed_on is not null))
);
create unique index besluit_one_open on besluit (dossier) where status <> 'TERUGGESTUURD';

create table missing_item (
    dossier      text not null,
    code         text not null check (code in ('FORMULIER', 'INFOSESSIE', 'BORGSOM', 'ONDERNEMINGSPLAN', 'SUIGENERIS')),
    requested_on date not null,
    received_on  date,
    constraint missing_item_pk primary key (dossier, code, requested_on)
);

create table completeness (
    dossier     text primary key,
    explanation text,
    requested_on date,
    complete_on date
);

create table committee_item (
    id           uuid primary key,
    dossier      text not null,
    session_on   date not null,
    advice       text check (advice in ('GUNSTIG', 'ONGUNSTIG', 'VOORWAARDELIJK', 'UITGESTELD')),
    given_on     date,
    present      integer,
    quorum       boolean,
    reasons      text,
    minority     text,
    recorded_by  text,
    constraint committee_item_advised_without_quorum check (advice is null or advice = 'UITGESTELD' or quorum)
);
create index committee_item_session on committee_item (session_on);
create index committee_item_dossier on committee_item (dossier);

create table hearing (
    dossier       text primary key,
    announced_on  date not null,
    received_on   date,
    channel       text,
    summary       text,
    answer        text
);
