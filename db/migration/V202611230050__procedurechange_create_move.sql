-- Running dossiers that follow a publication, one row each, so that moving them can stop, go on and be done by several nodes; and what a change would do to them.
create table procedure_move_run (
    id              bigint      generated always as identity,
    change          text        not null,
    from_deployment text        not null,
    to_deployment   text        not null,
    rollout         text        not null check (rollout in ('NIEUWE', 'ALLE', 'GEKOZEN')),
    author          text        not null,
    state           text        not null check (state in ('BEZIG', 'GESTOPT', 'KLAAR')),
    begun_at        timestamptz not null,
    finished_at     timestamptz,
    constraint procedure_move_run_pk primary key (id),
    constraint procedure_move_run_once unique (change, to_deployment),
    constraint procedure_move_run_finished check ((state = 'KLAAR') = (finished_at is not null))
);
create index procedure_move_run_busy on procedure_move_run (id) where state = 'BEZIG';

create table procedure_move (
    run      bigint      not null,
    dossier  text        not null,
    state    text        not null default 'WACHT' check (state in ('WACHT', 'VERHUISD', 'ACHTERGEBLEVEN')),
    reason   text,
    facts    text[]      not null default '{}',
    attempts integer     not null default 0,
    moved_at timestamptz,
    constraint procedure_move_pk primary key (run, dossier),
    constraint procedure_move_of_run foreign key (run) references procedure_move_run,
    constraint procedure_move_moved check ((state = 'VERHUISD') = (moved_at is not null)),
    constraint procedure_move_left check ((state = 'ACHTERGEBLEVEN') = (reason is not null))
);
create index procedure_move_waiting on procedure_move (run, dossier) where state = 'WACHT';

create table procedure_impact (
    change        text        not null,
    proposal_hash text        not null check (proposal_hash ~ '^[0-9a-f]{64}$'),
    state         text        not null check (state in ('BEZIG', 'KLAAR', 'MISLUKT')),
    total         integer     not null default 0,
    done          integer     not null default 0,
    following     integer     not null default 0,
    timers        integer     not null default 0,
    kept_timers   integer     not null default 0,
    terms         integer     not null default 0,
    failure       text,
    begun_at      timestamptz not null,
    beat_at       timestamptz not null,
    finished_at   timestamptz,
    asked_by_name text        not null,
    attempt       uuid        not null,
    constraint procedure_impact_pk primary key (change)
);

-- One row for each thing that the change would do to a dossier: where it stands, whether it can follow, and each timer and task that would be otherwise.
create table procedure_impact_dossier (
    id      bigint  generated always as identity,
    change  text    not null,
    dossier text    not null,
    kind    text    not null check (kind in ('STAAT', 'VOLGT', 'BLIJFT', 'TIMER_ANDERS', 'TIMER_NIEUW', 'TIMER_METEEN', 'TIMER_WEG', 'TAAK_GROEP', 'TAAK_TERUG', 'TAAK_ANDERS')),
    process text    not null default '',
    element text    not null default '',
    name    text    not null default '',
    reason  text    not null default '',
    was     text,
    becomes text,
    constraint procedure_impact_dossier_pk primary key (id),
    constraint procedure_impact_dossier_of_impact foreign key (change) references procedure_impact on delete cascade
);
create index procedure_impact_dossier_what on procedure_impact_dossier (change, kind, process, element, dossier);
