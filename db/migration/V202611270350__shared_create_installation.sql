-- Which copy of this database may send letters and payments: a restored one is another copy, until somebody confirms it (src/docs/operations.md).
create table installation (
    one          boolean     not null default true constraint installation_pk primary key constraint installation_one check (one),
    identity     text        not null,
    confirmed_at timestamptz not null default clock_timestamp()
);

-- The server, the line of its history (another after each restore to a moment and each failover) and the database in it.
create function installation_identity() returns text language sql set search_path from current as $$
    select (select system_identifier from pg_control_system()) || '-' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) || '-'
        || (select oid from pg_database where datname = current_database())
$$;

insert into installation (identity) values (installation_identity());
call journal('installation', '=DEPARTEMENT');
