-- Which deployment of diagrams, tables and forms holds for new dossiers: the one with the highest serial. A moved clock must not change that order.
create table published_set (
    serial     bigint generated always as identity primary key,
    deployment text not null unique,
    hash       text not null check (hash ~ '^[0-9a-f]{64}$'),
    made_at    timestamptz not null
);
