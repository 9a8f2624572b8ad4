-- The paper application as it is being typed: one a person, gone when it is filed. Its files wait beside it.
create table intake_draft (
    person    text        not null,
    action_id uuid        not null,
    fields    jsonb       not null,
    saved_at  timestamptz not null,
    constraint intake_draft_pk primary key (person)
);

create table intake_draft_file (
    id        uuid        not null,
    person    text        not null,
    kind      text        not null,
    file_name text        not null,
    content   bytea       not null,
    added_at  timestamptz not null,
    constraint intake_draft_file_pk primary key (id),
    constraint intake_draft_file_of_draft foreign key (person) references intake_draft on delete cascade
);
create index intake_draft_file_person on intake_draft_file (person, added_at);
