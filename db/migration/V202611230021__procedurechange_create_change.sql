-- A change of a procedure (ideas.md 19, 20): the draft with every revision of it, the words of colleagues, and the proof of its publication.
create table procedure_change (
    dossier          text primary key references dossier (number),
    title            text not null check (title <> ''),
    reason           text not null check (reason <> ''),
    procedure        text not null,
    kind             text not null,
    state            text not null,
    author           text not null,
    author_name      text not null,
    base_deployment  text not null,
    forked_from      text references procedure_change (dossier),
    undoes           text,
    from_day         date,
    rollout          text,
    notes            text,
    submitted_by     text,
    submitted_by_name text,
    submitted_at     timestamptz,
    draft_hash       text check (draft_hash ~ '^[0-9a-f]{64}$'),
    approved_by      text,
    approved_by_name text,
    approved_at      timestamptz,
    remark           text,
    constraint procedure_change_kind check (kind in ('WIJZIGING', 'TERUGKEER')),
    constraint procedure_change_state check (state in ('ONTWERP', 'TER_BEOORDELING', 'GOEDGEKEURD', 'BEKENDGEMAAKT', 'INGETROKKEN', 'VERVALLEN')),
    constraint procedure_change_rollout check (rollout in ('NIEUWE', 'ALLE', 'GEKOZEN')),
    constraint procedure_change_undoes check ((kind = 'TERUGKEER') = (undoes is not null)),
    constraint procedure_change_complete check (state not in ('TER_BEOORDELING', 'GOEDGEKEURD', 'BEKENDGEMAAKT')
        or (from_day is not null and rollout is not null and notes is not null and submitted_by is not null and draft_hash is not null)),
    constraint procedure_change_approved check ((state in ('GOEDGEKEURD', 'BEKENDGEMAAKT')) = (approved_by is not null)),
    constraint procedure_change_four_eyes check (approved_by is null or (approved_by <> author and approved_by <> submitted_by))
);
create index procedure_change_due on procedure_change (from_day) where state = 'GOEDGEKEURD';

create table procedure_change_dossier (
    change  text not null references procedure_change (dossier),
    dossier text not null references dossier (number),
    primary key (change, dossier)
);

create table draft_file (
    hash    text primary key check (hash ~ '^[0-9a-f]{64}$'),
    content bytea not null
);

-- Every save; never changed. content null: the file is taken away. parent null: it was made from what was published.
create table draft_revision (
    id          bigint generated always as identity primary key,
    change      text not null references procedure_change (dossier),
    path        text not null,
    parent      bigint references draft_revision (id),
    content     text references draft_file (hash),
    what        text not null,
    author      text not null,
    author_name text not null,
    at          timestamptz not null
);
create index draft_revision_of on draft_revision (change, path);

-- Where each file of a draft stands. revision null: back at what was published. base: the published text that the draft was made from; null: there was none.
create table draft_head (
    change   text not null references procedure_change (dossier),
    path     text not null,
    revision bigint references draft_revision (id),
    base     text,
    primary key (change, path)
);

-- What may never run is no part of the draft; who typed it can still get it back.
create table draft_rejected (
    id      bigint generated always as identity primary key,
    change  text not null references procedure_change (dossier),
    path    text not null,
    author  text not null,
    at      timestamptz not null,
    content bytea not null
);

create table draft_comment (
    id              bigint generated always as identity primary key,
    change          text not null references procedure_change (dossier),
    path            text not null,
    element         text not null,
    author          text not null,
    author_name     text not null,
    at              timestamptz not null,
    text            text not null check (text <> ''),
    settled_by_name text,
    settled_at      timestamptz,
    constraint draft_comment_settled check ((settled_at is null) = (settled_by_name is null))
);

create table draft_presence (
    change  text not null references procedure_change (dossier),
    person  text not null,
    name    text not null,
    seen_at timestamptz not null,
    primary key (change, person)
);

-- Proof of a publication: who proposed and who approved which set.
create table publication (
    deployment       text primary key references published_set (deployment),
    change           text not null unique references procedure_change (dossier),
    previous         text not null,
    set_hash         text not null check (set_hash ~ '^[0-9a-f]{64}$'),
    proposed_by      text not null,
    proposed_by_name text not null,
    approved_by      text not null,
    approved_by_name text not null,
    approved_at      timestamptz not null,
    published_at     timestamptz not null,
    constraint publication_four_eyes check (approved_by <> proposed_by)
);

create function keep_as_written() returns trigger language plpgsql as $$
begin
    raise exception 'a row of % is never changed', tg_table_name;
end $$;
create trigger draft_file_kept before update or delete on draft_file for each row execute function keep_as_written();
create trigger draft_revision_kept before update or delete on draft_revision for each row execute function keep_as_written();
create trigger draft_rejected_kept before update or delete on draft_rejected for each row execute function keep_as_written();
create trigger publication_kept before update or delete on publication for each row execute function keep_as_written();
