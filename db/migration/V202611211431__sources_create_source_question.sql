-- Questions to authentic sources that must be answered once, however long a source is down.
-- claim: the round that asks now, outside any transaction; a claim that a crash left behind ends by itself at claimed_until.
create table source_question (
    id                bigint      generated always as identity,
    dossier           text        not null,
    enterprise_number text        not null,
    source            text        not null,
    status            text        not null default 'OPEN',
    tries             integer     not null default 0,
    next_try_at       timestamptz not null,
    first_asked_at    timestamptz not null,
    last_outcome      text,
    claim             uuid,
    claimed_until     timestamptz,
    person_asked_at   timestamptz,
    answered_at       timestamptz,
    answer            bigint,
    constraint source_question_pk primary key (id),
    constraint source_question_number check (enterprise_number ~ '^[01][0-9]{9}$'),
    constraint source_question_source check (source in ('KBO', 'RSZ', 'FISCUS', 'REGSOL')),
    constraint source_question_status check (status in ('OPEN', 'PERSON_ASKED', 'ANSWERED')),
    constraint source_question_tries check (tries >= 0),
    constraint source_question_answered check ((status = 'ANSWERED') = (answer is not null) and (answer is null) = (answered_at is null)),
    constraint source_question_person check (status <> 'PERSON_ASKED' or person_asked_at is not null),
    constraint source_question_claim check ((claim is null) = (claimed_until is null)),
    constraint source_question_answer foreign key (answer) references source_answer
);
create unique index source_question_once on source_question (dossier, enterprise_number, source) where status <> 'ANSWERED';
create index source_question_due on source_question (next_try_at, id) where status <> 'ANSWERED';
create index source_question_of_dossier on source_question (dossier);
