-- Each simulation that somebody asked for, with what it was about and what it found, so that the second person sees the same numbers.
create table simulation_run (
    id             bigint      generated always as identity,
    change         text,
    procedure      text        not null,
    published_hash text        not null,
    proposed_hash  text        not null,
    variant        jsonb       not null,
    seed           bigint      not null,
    repetitions    integer     not null,
    state          text        not null,
    done           integer     not null default 0,
    asked_by       text        not null,
    asked_by_name  text        not null,
    asked_at       timestamptz not null,
    finished_at    timestamptz,
    outcome        jsonb,
    constraint simulation_run_pk primary key (id),
    constraint simulation_run_change foreign key (change) references dossier (number),
    constraint simulation_run_hash check (published_hash ~ '^[0-9a-f]{64}$' and proposed_hash ~ '^[0-9a-f]{64}$'),
    constraint simulation_run_repetitions check (repetitions between 10 and 500),
    constraint simulation_run_state check (state in ('LOOPT', 'KLAAR', 'GESTOPT', 'MISLUKT')),
    constraint simulation_run_finished check ((state = 'LOOPT') = (finished_at is null)),
    constraint simulation_run_found check ((state = 'KLAAR') = (outcome is not null))
);
create index simulation_run_of_change on simulation_run (change, id desc);
comment on column simulation_run.change is 'The dossier of the change; null for a question without a change.';
