-- Requests of undertakings to withdraw their recognition, and what is still open when they stop (procedures.md 1.2).
create table voluntary_request (
    dossier        text        not null,
    recognition    text        not null,
    action_id      uuid        not null,
    reason         text        not null,
    explanation    text,
    successor      text,
    effective_on   date        not null,
    signatory      text        not null,
    may_bind       boolean,
    bind_evidence  text,
    ended          boolean     not null default false,
    constraint voluntary_request_pk primary key (dossier),
    constraint voluntary_request_of_recognition foreign key (recognition) references recognition (dossier),
    constraint voluntary_request_action unique (action_id),
    constraint voluntary_request_reason check (reason in ('STOPZETTING', 'FUSIE_OVERNAME', 'ANDERE')),
    constraint voluntary_request_bound_with_evidence check (may_bind is null or bind_evidence is not null)
);
comment on column voluntary_request.recognition is 'The dossier in which the recognition was granted.';
comment on column voluntary_request.effective_on is 'The first day without recognition, as requested; never before the receipt.';
comment on column voluntary_request.may_bind is 'Whether the signatory may bind the undertaking; null until a person decided.';
create unique index voluntary_request_one_open on voluntary_request (recognition) where not ended;

create table voluntary_matter (
    id           bigint        generated always as identity,
    dossier      text          not null,
    kind         text          not null,
    reference    text          not null,
    amount       numeric(14,2),
    evidence     text          not null,
    proposal     text,
    settlement   text,
    settled_by   text,
    settled_at   timestamptz,
    constraint voluntary_matter_pk primary key (id),
    constraint voluntary_matter_of_request foreign key (dossier) references voluntary_request (dossier),
    constraint voluntary_matter_once unique (dossier, kind, reference),
    constraint voluntary_matter_kind check (kind in ('INBREUK', 'TERUGVORDERING', 'RSZ', 'FISCUS')),
    constraint voluntary_matter_settlement check (settlement in ('GEREGELD', 'LOOPT_DOOR', 'WAARBORG', 'OPEN'))
);
comment on column voluntary_matter.reference is 'Number of the dossier, or the creditor.';
comment on column voluntary_matter.amount is 'In euro; null for what is no debt, or not known yet.';
comment on column voluntary_matter.settlement is 'OPEN: the term to arrange it ended first.';
