-- Who is away from when to when (both days counted), and who stands in for them with the same roles.
create table inbox_absence (
    id               bigint      generated always as identity,
    person           text        not null,
    person_name      text        not null,
    substitute       text        not null,
    substitute_name  text        not null,
    first_day        date        not null,
    last_day         date        not null,
    recorded_by      text        not null,
    recorded_by_name text        not null,
    recorded_at      timestamptz not null,
    ended_at         timestamptz,
    ended_by         text,
    ended_by_name    text,
    constraint inbox_absence_pk primary key (id),
    constraint inbox_absence_days_in_order check (first_day <= last_day),
    constraint inbox_absence_somebody_else check (person <> substitute),
    constraint inbox_absence_ended_by_somebody check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_by_name is null))
);
create index inbox_absence_of_person on inbox_absence (person, first_day) where ended_at is null;
create index inbox_absence_of_substitute on inbox_absence (substitute, first_day) where ended_at is null;
