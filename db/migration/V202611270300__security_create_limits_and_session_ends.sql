-- How often somebody did something in the running period, counted for all servers together. A crash may forget it: unlogged.
create unlogged table security_count (
    of        text primary key,
    began_at  timestamptz not null,
    times     integer not null check (times > 0)
);

create index security_count_began on security_count (began_at);

-- Whose sessions ended before their time: those that began before ended_at, and every one while the person is barred.
create table security_session_end (
    person    text primary key check (person <> ''),
    ended_at  timestamptz not null,
    barred    boolean not null default false
);

call journal('security_session_end', '=DEPARTEMENT');
