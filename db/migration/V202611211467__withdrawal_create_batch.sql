-- A series of files ex officio that a team lead starts and follows as one; its items, and the acts that are done for many of them.
create table withdrawal_batch (
    id               bigint generated always as identity,
    ground           text        not null,
    first_month      date        not null,
    last_month       date        not null,
    selected_at      timestamptz not null,
    selected_by      text        not null,
    selected_by_name text        not null,
    rows_of_nobody   integer     not null default 0,
    constraint withdrawal_batch_pk primary key (id),
    constraint withdrawal_batch_once unique (ground, first_month, last_month),
    constraint withdrawal_batch_months check (last_month >= first_month)
);

-- uncertain: a row about it was rejected in that period, so it does not start. dossier: null until it was started.
create table withdrawal_batch_item (
    batch             bigint  not null,
    enterprise_number text    not null,
    recognition_number text   not null,
    name              text    not null,
    last_active       date,
    uncertain         boolean not null,
    dossier           text,
    taken_out_at      timestamptz,
    taken_out_by_name text,
    taken_out_reason  text,
    constraint withdrawal_batch_item_pk primary key (batch, enterprise_number),
    constraint withdrawal_batch_item_batch foreign key (batch) references withdrawal_batch,
    constraint withdrawal_batch_item_dossier foreign key (dossier) references ex_officio (dossier),
    constraint withdrawal_batch_item_one_batch unique (dossier),
    constraint withdrawal_batch_item_taken_out check ((taken_out_at is null) = (taken_out_reason is null))
);

-- An act for many files, in the name of who asked it; id comes from the screen, so that a second click is the same act.
create table withdrawal_batch_act (
    id          uuid        not null,
    batch       bigint      not null,
    kind        text        not null,
    fields      jsonb       not null,
    actor       text        not null,
    actor_name  text        not null,
    actor_roles text[]      not null,
    asked_at    timestamptz not null,
    constraint withdrawal_batch_act_pk primary key (id),
    constraint withdrawal_batch_act_batch foreign key (batch) references withdrawal_batch,
    constraint withdrawal_batch_act_kind check (kind in ('STARTEN', 'OPSTELLEN', 'NAZIEN', 'GOEDKEUREN', 'ONDERTEKENEN', 'VERZENDEN'))
);

-- What is still to do: one row for each file, done in a transaction of its own together with the act itself.
create table withdrawal_batch_work (
    act               uuid    not null,
    position          integer not null,
    enterprise_number text    not null,
    fields            jsonb   not null default '{}',
    status            text    not null default 'WACHT',
    message_key       text,
    message_args      text[]  not null default '{}',
    done_at           timestamptz,
    constraint withdrawal_batch_work_pk primary key (act, position),
    constraint withdrawal_batch_work_act foreign key (act) references withdrawal_batch_act,
    constraint withdrawal_batch_work_once unique (act, enterprise_number),
    constraint withdrawal_batch_work_status check (status in ('WACHT', 'GEDAAN', 'GEWEIGERD')),
    constraint withdrawal_batch_work_refused check ((status = 'GEWEIGERD') = (message_key is not null))
);
create index withdrawal_batch_work_waiting on withdrawal_batch_work (act, position) where status = 'WACHT';
