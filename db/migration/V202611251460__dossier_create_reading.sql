-- Who read which sensitive dossier, and when: once an hour for the same thing. Each row is an act GELEZEN in the dossier's chain as well (ADR 0031).
create table sensitive_procedure (
    procedure  text not null,
    reason     text not null,
    valid_from date not null,
    valid_to   date,
    constraint sensitive_procedure_pk primary key (procedure, valid_from),
    constraint sensitive_procedure_valid check (valid_to is null or valid_to >= valid_from)
);
insert into sensitive_procedure (procedure, reason, valid_from) values
('inbreukdossier', 'Gegevens over inbreuken en veroordelingen (AVG, artikel 10).', '2000-01-01'),
('administratieve-geldboete', 'Gegevens over strafbare feiten en het antwoord van het parket (AVG, artikel 10).', '2000-01-01'),
('klacht', 'Wie klaagt en over wie, weten zo weinig mogelijk mensen.', '2000-01-01');

create table sensitive_dossier (
    dossier        text        not null,
    reason         text        not null,
    marked_at      timestamptz not null,
    marked_by      text        not null,
    marked_by_name text        not null,
    constraint sensitive_dossier_pk primary key (dossier),
    constraint sensitive_dossier_dossier foreign key (dossier) references dossier (number),
    constraint sensitive_dossier_reason check (reason ~ '\S' and length(reason) <= 500)
);

create table dossier_reading (
    dossier      text        not null,
    actor        text        not null,
    actor_name   text        not null,
    roles        text        not null,
    what         text        not null,
    thing        text        not null,
    sentence     text        not null,
    in_hour      timestamptz not null,
    read_at      timestamptz not null,
    without_task boolean     not null,
    constraint dossier_reading_pk primary key (dossier, actor, what, thing, in_hour),
    constraint dossier_reading_what check (what in ('DOSSIER', 'VERLOOP', 'TAAK', 'DOCUMENT', 'AFDRUK', 'BUNDEL'))
);
create index dossier_reading_newest on dossier_reading (read_at desc);
create trigger dossier_reading_append_only before update or delete or truncate on dossier_reading for each statement execute function refuse_audit_change();

-- Reading is no part in a matter: it keeps nobody out.
create or replace view touched as
select a.dossier, a.actor,
       coalesce((select c.content::json ->> 'name' from audit_content c where c.dossier = a.dossier and c.seq = max(a.seq)), a.actor) as actor_name, count(*) as acts,
       coalesce((select array_agg(t.task_name order by t.completed_at) from inbox_done t where t.dossier = a.dossier and t.completed_by = a.actor), '{}') as tasks
from audit_entry a where a.actor <> 'systeem' and a.action not in ('FEITEN', 'GELEZEN') group by a.dossier, a.actor;

call journal('sensitive_procedure', '=DEPARTEMENT');
call journal('sensitive_dossier', 'dossier');
