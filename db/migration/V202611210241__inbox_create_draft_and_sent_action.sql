-- A form as it is being typed: survives crash and session, goes with its task.
create table form_draft (
    task_id     text        not null,
    fields      jsonb       not null,
    author      text        not null,
    author_name text        not null,
    saved_at    timestamptz not null,
    constraint form_draft_pk primary key (task_id),
    constraint form_draft_of_row foreign key (task_id) references inbox_row on delete cascade
);

-- What the browser sent, by the id it gave: sent twice, done once (quality.md A).
create table sent_action (
    action_id uuid        not null,
    task_id   text        not null,
    at        timestamptz not null,
    actor     text        not null,
    constraint sent_action_pk primary key (action_id)
);

-- The colleagues the product has met, with the roles they last held: those a task can be handed to.
create table inbox_colleague (
    id      text        not null,
    name    text        not null,
    roles   text        not null,
    seen_at timestamptz not null,
    constraint inbox_colleague_pk primary key (id)
);
