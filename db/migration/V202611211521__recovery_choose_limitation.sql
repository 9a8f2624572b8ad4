-- Whether a claim follows the term for fraud may only become clear with its lines: the last choice of a dossier counts, else what it was opened with.
create table recovery_limitation_choice (
    id               bigint      generated always as identity,
    dossier          text        not null,
    limitation_kind  text        not null,
    recorded_at      timestamptz not null,
    recorded_by      text        not null,
    recorded_by_name text        not null,
    constraint recovery_limitation_choice_pk primary key (id),
    constraint recovery_limitation_choice_of foreign key (dossier) references recovery,
    constraint recovery_limitation_choice_kind check (limitation_kind in ('GEWOON', 'BEDROG'))
);
create index recovery_limitation_choice_newest on recovery_limitation_choice (dossier, id desc);
create trigger recovery_limitation_choice_append_only before update or delete or truncate on recovery_limitation_choice
    for each statement execute function refuse_recovery_change();
