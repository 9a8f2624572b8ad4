-- The case file, the same for every procedure: number, parties, documents, notes and links (procedures.md 2.4).

-- One row per prefix and year; the update of that row gives numbers without gaps, in the transaction of the dossier itself.
create table dossier_number (
    prefix text    not null,
    year   integer not null,
    last   integer not null,
    constraint dossier_number_pk primary key (prefix, year)
);

create table dossier (
    number            text        not null,
    procedure         text        not null,
    subject           text        not null,
    enterprise_number text,
    municipality      text,
    source            text        not null,
    received_on       date        not null,
    registered_at     timestamptz not null,
    handler           text,
    handler_name      text,
    email             text,
    state             text        not null,
    outcome           text,
    closed_on         date,
    constraint dossier_pk primary key (number),
    constraint dossier_source check (source in ('PORTAAL', 'PAPIER', 'AMBTSHALVE', 'VSI', 'KLACHT')),
    constraint dossier_closed check ((state = 'GESLOTEN') = (closed_on is not null) and (closed_on is null or outcome is not null))
);
create index dossier_newest on dossier (received_on desc, number desc);
create index dossier_by_undertaking on dossier (enterprise_number);

create table party (
    id              uuid   not null,
    dossier         text   not null,
    position        bigint generated always as identity,
    kind            text   not null,
    name            text   not null,
    role            text,
    national_number text,
    address         text,
    constraint party_pk primary key (id),
    constraint party_dossier foreign key (dossier) references dossier (number)
);
create index party_by_dossier on party (dossier, position);

create table document (
    id            uuid        not null,
    dossier       text        not null,
    kind          text        not null,
    title         text        not null,
    file_name     text        not null,
    media_type    text        not null,
    bytes         bigint      not null,
    sha256        text        not null,
    dated         date,
    added_at      timestamptz not null,
    added_by      text        not null,
    added_by_name text        not null,
    constraint document_pk primary key (id),
    constraint document_dossier foreign key (dossier) references dossier (number),
    -- The kind counts too: one scan may have to prove two things.
    constraint document_once unique (dossier, kind, sha256)
);

create table document_content (
    document uuid  not null,
    content  bytea not null,
    constraint document_content_pk primary key (document),
    constraint document_content_document foreign key (document) references document (id)
);
-- PDF and images are compressed already.
alter table document_content alter column content set storage external;

create table note (
    id          uuid        not null,
    dossier     text        not null,
    text        text        not null,
    written_at  timestamptz not null,
    author      text        not null,
    author_name text        not null,
    constraint note_pk primary key (id),
    constraint note_dossier foreign key (dossier) references dossier (number)
);
create index note_by_dossier on note (dossier, written_at);

-- A link counts in both directions; the smaller number stands first.
create table dossier_link (
    dossier        text        not null,
    other          text        not null,
    reason         text        not null,
    linked_at      timestamptz not null,
    linked_by      text        not null,
    linked_by_name text        not null,
    constraint dossier_link_pk primary key (dossier, other),
    constraint dossier_link_dossier foreign key (dossier) references dossier (number),
    constraint dossier_link_other foreign key (other) references dossier (number),
    constraint dossier_link_order check (dossier < other)
);
create index dossier_link_by_other on dossier_link (other);
