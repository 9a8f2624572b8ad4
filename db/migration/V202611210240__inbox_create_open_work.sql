-- Open work as people look for it, written in the transaction of the engine's task (architecture.md, inbox).
create table inbox_row (
    task_id       text        not null,
    dossier       text        not null,
    procedure     text        not null,
    subject       text        not null,
    process       text        not null,
    task_key      text        not null,
    task_name     text        not null,
    form_key      text,
    groups        text        not null,
    opened_at     timestamptz not null,
    term_rule     text,
    term_name     text,
    due_on        date,
    due_sort      date        not null generated always as (coalesce(due_on, date '9999-12-31')) stored,
    paused_since  date,
    waits         boolean     not null,
    assignee      text,
    assignee_name text,
    claimed_at    timestamptz,
    version       bigint      not null default 0,
    constraint inbox_row_pk primary key (task_id),
    constraint inbox_row_claimed_by_somebody check ((assignee is null) = (claimed_at is null) and (assignee is null) = (assignee_name is null))
);
create index inbox_row_dossier on inbox_row (dossier);
create index inbox_row_mine on inbox_row (assignee, due_sort, opened_at, task_id) where assignee is not null;
create index inbox_row_all on inbox_row (due_sort, opened_at, task_id);

-- One row per candidate group: one index scan per group, merged, instead of a sort over all of them (quality.md A).
create table inbox_row_group (
    task_id   text        not null,
    grp       text        not null,
    due_sort  date        not null,
    opened_at timestamptz not null,
    free      boolean     not null,
    waits     boolean     not null,
    constraint inbox_row_group_pk primary key (task_id, grp),
    constraint inbox_row_group_of_row foreign key (task_id) references inbox_row on delete cascade
);
create index inbox_row_group_free on inbox_row_group (grp, due_sort, opened_at, task_id) where free and not waits;
create index inbox_row_group_waits on inbox_row_group (grp, due_sort, opened_at, task_id) where waits;

-- What somebody finished, for the tab "Opgevolgd".
create table inbox_done (
    task_id           text        not null,
    dossier           text        not null,
    procedure         text        not null,
    subject           text        not null,
    task_key          text        not null,
    task_name         text        not null,
    opened_at         timestamptz not null,
    completed_at      timestamptz not null,
    completed_by      text        not null,
    completed_by_name text        not null,
    constraint inbox_done_pk primary key (task_id)
);
create index inbox_done_by on inbox_done (completed_by, completed_at desc);
