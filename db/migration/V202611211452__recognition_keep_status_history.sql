-- A recognition ends, wholly or on conditions, and an end can be undone: each change is an entry, the newest that holds is the status (procedures.md 2.2, 1.13).
alter table recognition
    add column ended_on date,
    drop constraint recognition_status_check,
    add constraint recognition_status check (status in ('IN_AANVRAAG', 'ERKEND', 'ERKEND_VOORWAARDELIJK', 'GEWEIGERD', 'ZONDER_GEVOLG',
        'INGETROKKEN_DOOR_AANVRAGER', 'INGETROKKEN_VRIJWILLIG', 'INGETROKKEN_AMBTSHALVE', 'INGETROKKEN_INBREUK'));
comment on column recognition.ended_on is 'The first day on which the undertaking is no longer recognised; null while it is.';
drop index recognition_one_active;
create unique index recognition_one_active on recognition (enterprise_number) where status in ('ERKEND', 'ERKEND_VOORWAARDELIJK');

create table recognition_change (
    id               bigint      generated always as identity,
    recognition      text        not null,
    status           text        not null,
    effective_on     date        not null,
    by_dossier       text        not null,
    ground           text,
    successor        text,
    counters         bigint,
    reason           text,
    recorded_at      timestamptz not null,
    recorded_by      text        not null,
    recorded_by_name text        not null,
    constraint recognition_change_pk primary key (id),
    constraint recognition_change_of_recognition foreign key (recognition) references recognition (dossier),
    constraint recognition_change_counters foreign key (counters) references recognition_change (id),
    constraint recognition_change_countered_with_reason check (counters is null or reason is not null)
);
comment on column recognition_change.by_dossier is 'The file whose decision it is.';
comment on column recognition_change.successor is 'Enterprise number of the undertaking that goes on after a merger or take-over.';
create unique index recognition_change_countered_once on recognition_change (counters) where counters is not null;
create index recognition_change_by_recognition on recognition_change (recognition, id);
create function refuse_recognition_change_change() returns trigger language plpgsql as $$
begin
    raise exception 'changes of a recognition are never changed or deleted; write a counter-entry';
end $$;
create trigger recognition_change_append_only before update or delete or truncate on recognition_change
    for each statement execute function refuse_recognition_change_change();

insert into recognition_change (recognition, status, effective_on, by_dossier, recorded_at, recorded_by, recorded_by_name)
select dossier, status, recognised_on, dossier, now(), 'systeem', 'Dossierwerk' from recognition where status = 'ERKEND' and recognised_on is not null;
