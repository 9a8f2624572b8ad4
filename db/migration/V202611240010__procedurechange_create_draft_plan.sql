-- The plan of a publication as it is typed, until the draft is laid before a second manager. notes null: what the comparison says.
create table draft_plan (
    change      text primary key references procedure_change (dossier),
    from_day    date,
    rollout     text,
    chosen      text not null,
    notes       text,
    version     bigint not null,
    author      text not null,
    author_name text not null,
    saved_at    timestamptz not null,
    constraint draft_plan_rollout check (rollout in ('NIEUWE', 'ALLE', 'GEKOZEN'))
);
