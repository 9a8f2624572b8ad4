-- A proposed change of the calendar: that day becomes a legal holiday, or no longer is one. A decided proposal never changes.
create table calendar_change (
    id               bigint      generated always as identity,
    day              date        not null,
    holiday          boolean     not null,
    name             text        not null,
    source           text        not null,
    reason           text        not null,
    proposed_by      text        not null,
    proposed_by_name text        not null,
    proposed_at      timestamptz not null,
    decision         text,
    decision_reason  text,
    decided_by       text,
    decided_by_name  text,
    decided_at       timestamptz,
    constraint calendar_change_pk primary key (id),
    constraint calendar_change_no_sunday_at_work check (holiday or extract(isodow from day) < 6),
    constraint calendar_change_has_source check (btrim(source) <> '' and btrim(name) <> ''),
    constraint calendar_change_decision check (decision in ('GOEDGEKEURD', 'AFGEWEZEN')),
    constraint calendar_change_decided_by_somebody check ((decision is null) = (decided_by is null)
        and (decision is null) = (decided_by_name is null) and (decision is null) = (decided_at is null)),
    constraint calendar_change_four_eyes check (decided_by <> proposed_by),
    constraint calendar_change_rejected_with_reason check (decision <> 'AFGEWEZEN' or decision_reason is not null)
);
create unique index calendar_change_one_open on calendar_change (day) where decision is null;

create function refuse_calendar_change_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.decision is null and new.decision is not null
       and (old.id, old.day, old.holiday, old.name, old.source, old.reason, old.proposed_by, old.proposed_by_name, old.proposed_at)
         = (new.id, new.day, new.holiday, new.name, new.source, new.reason, new.proposed_by, new.proposed_by_name, new.proposed_at) then
        return new;
    end if;
    raise exception 'a proposal is only decided on, never changed or deleted';
end $$;

create trigger calendar_change_decided_once before update or delete on calendar_change
    for each row execute function refuse_calendar_change_change();

-- The days on which the calendar differs from the ten legal holidays, one approved change a version. Version n of the calendar is those holidays
-- with the changes 1 to n; version 0 has no row.
create table calendar_day (
    version   integer     not null,
    day       date        not null,
    holiday   boolean     not null,
    name      text        not null,
    source    text        not null,
    change    bigint      not null,
    valid_since timestamptz not null,
    constraint calendar_day_pk primary key (version),
    constraint calendar_day_version check (version > 0),
    constraint calendar_day_by_change foreign key (change) references calendar_change,
    constraint calendar_day_once_a_change unique (change)
);
comment on column calendar_day.valid_since is 'The moment since which terms are computed with this version.';

create function refuse_calendar_day_change() returns trigger language plpgsql as $$
begin
    raise exception 'days of the calendar are never changed or deleted: another change is another version';
end $$;

create trigger calendar_day_append_only before update or delete or truncate on calendar_day
    for each statement execute function refuse_calendar_day_change();

-- The version of the calendar that the account of a term follows: a running term goes along with the calendar, a stopped one keeps what it ran on.
alter table term add column calendar integer not null default 0;
alter table term add constraint term_calendar check (calendar >= 0);
create index term_calendar on term (calendar, dossier) where stopped_on is null;
