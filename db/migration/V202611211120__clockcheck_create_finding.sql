-- Timers, lists and kept dates must say what the ledger says: each check of that, and each difference it found (ideas.md 3).
create table clock_check (
    id          bigint      generated always as identity,
    at          timestamptz not null,
    asked_by    text        not null,
    dossiers    integer     not null,
    differences integer     not null,
    millis      bigint      not null,
    constraint clock_check_pk primary key (id),
    constraint clock_check_counts check (dossiers >= 0 and differences >= 0)
);

-- thing: the timer, task or term that differs. A difference that disappeared by itself is VERDWENEN; one that comes back is a new finding.
create table clock_finding (
    id               bigint      generated always as identity,
    kind             text        not null,
    dossier          text        not null,
    thing            text        not null,
    what             text        not null,
    expected         text        not null,
    found            text        not null,
    cause            text        not null,
    state            text        not null default 'OPEN',
    found_at         timestamptz not null,
    seen_at          timestamptz not null,
    seen_by          bigint      not null,
    closed_at        timestamptz,
    repaired_by      text,
    repaired_by_name text,
    constraint clock_finding_pk primary key (id),
    constraint clock_finding_seen_by_check foreign key (seen_by) references clock_check,
    constraint clock_finding_kind check (kind in ('TIMER', 'TIMER_ONTBREEKT', 'TERM', 'RIJ', 'RIJ_ONTBREEKT', 'RIJ_ZONDER_TAAK', 'TAAKDATUM')),
    constraint clock_finding_state check (state in ('OPEN', 'HERSTELD', 'VERDWENEN')),
    constraint clock_finding_closed check ((state = 'OPEN') = (closed_at is null)),
    constraint clock_finding_repaired_by_somebody check ((state = 'HERSTELD') = (repaired_by is not null)
        and (repaired_by is null) = (repaired_by_name is null))
);
create unique index clock_finding_once on clock_finding (kind, thing) where state = 'OPEN';
create index clock_finding_dossier on clock_finding (dossier);
