-- What an authentic source answered, as it answered it: the snapshot that a decision rests on. Rows are never changed.
-- body is json and not jsonb: only the text as received gives the sha256 again. detail says what was wrong with an answer.
create table source_answer (
    id                bigint      generated always as identity,
    enterprise_number text        not null,
    source            text        not null,
    asked_at          timestamptz not null,
    answered_at       timestamptz not null,
    asked_by          text        not null,
    asked_by_name     text        not null,
    dossier           text,
    outcome           text        not null,
    reference         text,
    body              json,
    sha256            text,
    detail            text,
    evidence          uuid,
    reason            text,
    constraint source_answer_pk primary key (id),
    constraint source_answer_number check (enterprise_number ~ '^[01][0-9]{9}$'),
    constraint source_answer_source check (source in ('KBO', 'RSZ', 'FISCUS', 'REGSOL')),
    constraint source_answer_outcome check (outcome in ('BEANTWOORD', 'MET_DE_HAND', 'TIJD_VERSTREKEN', 'ONBEREIKBAAR', 'ONGELDIG_ANTWOORD',
        'ONBEKEND_NUMMER')),
    constraint source_answer_facts check ((outcome in ('BEANTWOORD', 'MET_DE_HAND')) = (body is not null)
        and (body is null) = (sha256 is null) and (body is null) = (reference is null)),
    constraint source_answer_by_hand check ((outcome = 'MET_DE_HAND') = (evidence is not null) and (evidence is null) = (reason is null))
);
create index source_answer_of_undertaking on source_answer (enterprise_number, source, id desc);
create index source_answer_of_source on source_answer (source, id desc);
create index source_answer_of_dossier on source_answer (dossier, id desc);

create function refuse_source_answer_change() returns trigger language plpgsql as $$
begin
    raise exception 'answers of sources are never changed or deleted';
end $$;

create trigger source_answer_append_only before update or delete on source_answer
    for each statement execute function refuse_source_answer_change();
