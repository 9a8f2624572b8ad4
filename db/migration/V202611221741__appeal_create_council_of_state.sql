-- Appeals to the Council of State (procedures.md 1.10): the petition, what went to and fro, the rulings, and the sealed administrative file.
create table council_petition (
    dossier         text not null,
    role_number     text not null,
    kind            text not null,
    chamber         text,
    petition_on     date not null,
    served_on       date not null,
    restart_element text,
    restart_label   text,
    restart_reason  text,
    constraint council_petition_pk primary key (dossier),
    constraint council_petition_dossier foreign key (dossier) references dossier (number),
    constraint council_petition_role_once unique (role_number),
    constraint council_petition_kind check (kind in ('NIETIGVERKLARING', 'SCHORSING', 'UDN')),
    constraint council_petition_served check (served_on >= petition_on),
    constraint council_petition_restart check ((restart_element is null) = (restart_reason is null))
);

create table council_statement (
    id               uuid not null,
    dossier          text not null,
    kind             text not null,
    day              date not null,
    document         uuid,
    remark           text,
    recorded_at      timestamptz not null,
    recorded_by_name text not null,
    constraint council_statement_pk primary key (id),
    constraint council_statement_petition foreign key (dossier) references council_petition (dossier),
    constraint council_statement_document foreign key (document) references document (id),
    constraint council_statement_kind check (kind in ('ADMINISTRATIEF_DOSSIER', 'NOTA', 'MEMORIE_VAN_ANTWOORD', 'MEMORIE_VAN_WEDERANTWOORD', 'AUDITORAATSVERSLAG',
        'LAATSTE_MEMORIE', 'LAATSTE_MEMORIE_VERZOEKER', 'ANDER'))
);
create index council_statement_by_dossier on council_statement (dossier, day);

create table council_ruling (
    dossier          text not null,
    stage            text not null,
    ruling           text not null,
    ruled_on         date not null,
    number           text not null,
    grounds          text not null,
    document         uuid not null,
    recorded_at      timestamptz not null,
    recorded_by_name text not null,
    constraint council_ruling_pk primary key (dossier, stage),
    constraint council_ruling_petition foreign key (dossier) references council_petition (dossier),
    constraint council_ruling_document foreign key (document) references document (id),
    constraint council_ruling_stage check (stage = 'SCHORSING' and ruling in ('GESCHORST', 'SCHORSING_VERWORPEN')
        or stage = 'EINDE' and ruling in ('VERWORPEN', 'VERNIETIGD', 'AFSTAND'))
);

create table administrative_file (
    dossier         text not null,
    document        uuid not null,
    sealed_at       timestamptz not null,
    sealed_by       text not null,
    sealed_by_name  text not null,
    constraint administrative_file_pk primary key (dossier),
    constraint administrative_file_petition foreign key (dossier) references council_petition (dossier),
    constraint administrative_file_document foreign key (document) references document (id)
);

create table administrative_file_item (
    dossier   text   not null,
    number    integer,
    source    uuid   not null,
    note      boolean not null,
    title     text   not null,
    kind      text   not null,
    dated     date   not null,
    pages     integer not null,
    bytes     bigint not null,
    sha256    text   not null,
    left_out  text,
    constraint administrative_file_item_pk primary key (dossier, source),
    constraint administrative_file_item_file foreign key (dossier) references administrative_file (dossier),
    constraint administrative_file_item_number check ((number is null) = (left_out is not null))
);
create unique index administrative_file_item_numbered on administrative_file_item (dossier, number) where number is not null;

create function refuse_administrative_file_change() returns trigger language plpgsql as $$
begin
    raise exception 'a sealed administrative file is never changed or deleted';
end $$;
create trigger administrative_file_append_only before update or delete or truncate on administrative_file
    for each statement execute function refuse_administrative_file_change();
create trigger administrative_file_item_append_only before update or delete or truncate on administrative_file_item
    for each statement execute function refuse_administrative_file_change();
