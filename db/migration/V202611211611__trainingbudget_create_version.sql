-- The budget of a year: its dossier, every proposal that was computed with what it was computed from, and the one that was recorded.
create table training_year (
    year      integer     not null,
    dossier   text        not null,
    opened_at timestamptz not null,
    constraint training_year_pk primary key (year),
    constraint training_year_dossier unique (dossier)
);

create table training_version (
    id               bigint         generated always as identity,
    year             integer        not null,
    version          integer        not null,
    reference_on     date           not null,
    total            numeric(14, 2) not null,
    reserve          numeric(14, 2) not null,
    threshold        bigint         not null,
    quarters         numeric(14, 2)[] not null,
    all_vouchers     bigint         not null,
    rejected_rows    integer        not null,
    granted          numeric(14, 2) not null,
    fingerprint      text           not null,
    proposed_at      timestamptz    not null,
    proposed_by      text           not null,
    proposed_by_name text           not null,
    constraint training_version_pk primary key (id),
    constraint training_version_of_year foreign key (year) references training_year (year),
    constraint training_version_number unique (year, version),
    constraint training_version_never_above check (granted >= 0 and granted <= total and reserve between 0 and total)
);
comment on column training_version.fingerprint is 'SHA-256 of everything that it was computed from: the same print, the same shares.';

create table training_share (
    version           bigint         not null,
    enterprise_number text           not null,
    position          integer        not null,
    recognition       text           not null,
    name              text           not null,
    municipality      text,
    recognised_on     date           not null,
    ended_on          date,
    vouchers          bigint         not null,
    basis             text           not null,
    amount            numeric(14, 2) not null,
    sentence          text           not null,
    sums              text           not null,
    constraint training_share_pk primary key (version, enterprise_number),
    constraint training_share_of_version foreign key (version) references training_version (id),
    constraint training_share_basis check (basis in ('AANDEEL', 'NIEUW', 'ONDER_DREMPEL', 'NIET_ERKEND')),
    constraint training_share_amount check (amount >= 0 and (basis in ('AANDEEL', 'NIEUW') or amount = 0))
);
create index training_share_by_name on training_share (version, lower(name), enterprise_number);

create table training_record (
    year              integer     not null,
    version           bigint      not null,
    commitment_number text        not null,
    recorded_at       timestamptz not null,
    recorded_by       text        not null,
    recorded_by_name  text        not null,
    constraint training_record_pk primary key (year),
    constraint training_record_of_version foreign key (version) references training_version (id),
    constraint training_record_commitment check (commitment_number ~ '\S')
);

create function refuse_training_change() returns trigger language plpgsql as $$
begin
    raise exception 'the books of the training fund are never changed or deleted; a later entry corrects an earlier one';
end $$;
create trigger training_version_append_only before update or delete or truncate on training_version
    for each statement execute function refuse_training_change();
create trigger training_share_append_only before update or delete or truncate on training_share
    for each statement execute function refuse_training_change();
create trigger training_record_append_only before update or delete or truncate on training_record
    for each statement execute function refuse_training_change();
