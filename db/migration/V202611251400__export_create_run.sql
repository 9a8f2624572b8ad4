-- Each file that was written for a program of somebody else: who asked, of what, how much was in it and its hash, so that a file can be checked later.
-- The file itself lies in the folder of the product for a day.
create table export_run (
    id            bigint      generated always as identity,
    format        text        not null,
    procedures    text[]      not null,
    received_from date,
    received_to   date,
    closed_only   boolean     not null,
    names         boolean     not null,
    reason        text,
    state         text        not null,
    asked_by      text        not null,
    asked_by_name text        not null,
    asked_at      timestamptz not null,
    finished_at   timestamptz,
    dossiers      bigint,
    events        bigint,
    decisions     bigint,
    bytes         bigint,
    sha256        text,
    removed_at    timestamptz,
    constraint export_run_pk primary key (id),
    constraint export_run_format check (format in ('XES', 'OCEL', 'CSV')),
    constraint export_run_state check (state in ('LOOPT', 'KLAAR', 'MISLUKT')),
    constraint export_run_period check (received_from <= received_to),
    constraint export_run_names_for_a_reason check (not names or reason ~ '\S'),
    constraint export_run_finished check ((state = 'LOOPT') = (finished_at is null)),
    constraint export_run_told check ((state = 'KLAAR') = (sha256 is not null) and (state = 'KLAAR') = (events is not null)
        and (state = 'KLAAR') = (dossiers is not null) and (state = 'KLAAR') = (decisions is not null) and (state = 'KLAAR') = (bytes is not null)),
    constraint export_run_removed_what_was check (removed_at is null or state = 'KLAAR')
);
create unique index export_run_one_at_a_time on export_run (asked_by) where state = 'LOOPT';
call journal('export_run', '=DEPARTEMENT');
