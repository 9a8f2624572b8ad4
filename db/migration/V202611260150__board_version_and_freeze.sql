-- The definition of a norm changes by two persons, and a period is frozen, signed and counted again later from what was known at the time (ADR 0033).

-- What somebody proposes as the next version of a norm, or as a new norm; who approves it writes it into board_norm.
create table board_norm_change (
    id               bigint        generated always as identity,
    code             text          not null,
    version          integer       not null check (version > 0),
    place            integer       not null,
    measure          text          not null,
    measure_name     text          not null,
    name             text          not null,
    target           numeric(5, 2) not null check (target > 0),
    decimals         integer       not null check (decimals between 0 and 4),
    bound            text          not null check (bound in ('WETTELIJK', 'INTERN', 'AFGESPROKEN')),
    source           text          not null check (source ~ '\S'),
    note             text,
    reason           text          not null check (reason ~ '\S'),
    proposed_by      text          not null,
    proposed_by_name text          not null,
    proposed_at      timestamptz   not null,
    decision         text,
    decision_reason  text,
    decided_by       text,
    decided_by_name  text,
    decided_at       timestamptz,
    constraint board_norm_change_pk primary key (id),
    constraint board_norm_change_decision check (decision in ('GOEDGEKEURD', 'AFGEWEZEN')),
    constraint board_norm_change_decided check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
    constraint board_norm_change_four_eyes check (decided_by <> proposed_by),
    constraint board_norm_change_rejected_with_reason check (decision <> 'AFGEWEZEN' or decision_reason is not null)
);
create unique index board_norm_change_one_open on board_norm_change (code) where decision is null;
create unique index board_norm_change_of_version on board_norm_change (code, version) where decision = 'GOEDGEKEURD';

create table board_norm_change_row (
    change         bigint  not null references board_norm_change,
    place          integer not null,
    start_event    text    not null,
    stop_event     text    not null,
    counted_in     text    not null,
    unit           text    not null check (unit in ('CALENDAR_DAYS', 'MONTHS', 'DAY_OF_NEXT_MONTH', 'DAY_OF_MONTH', 'WORKING_DAY_OF_MONTH', 'CALENDAR_DATE', 'MINIMUM_DAYS', 'HOURS')),
    amount         text    not null,
    without_pauses boolean not null,
    filter         text    not null,
    constraint board_norm_change_row_pk primary key (change, place)
);

create table frozen_period (
    id             bigint      generated always as identity,
    name           text        not null check (name ~ '\S'),
    from_day       date        not null,
    to_day         date        not null,
    other_from     date        not null,
    other_to       date        not null,
    frozen_at      timestamptz not null,
    frozen_by      text        not null,
    frozen_by_name text        not null,
    sha256         text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint frozen_period_pk primary key (id),
    constraint frozen_period_by_whom unique (id, frozen_by),
    constraint frozen_period_days check (from_day <= to_day and other_from <= other_to)
);
comment on column frozen_period.frozen_at is 'What was known at this moment counts.';
comment on column frozen_period.sha256 is 'Of the text of all figures; the chain of the department tells it too.';

create table frozen_norm (
    period        bigint  not null references frozen_period,
    code          text    not null,
    version       integer not null,
    counted       bigint  not null,
    met           bigint  not null,
    other_counted bigint  not null,
    other_met     bigint  not null,
    constraint frozen_norm_pk primary key (period, code),
    constraint frozen_norm_of_version foreign key (code, version) references board_norm
);

-- With how it was counted: the list of volumes has no versions.
create table frozen_volume (
    period      bigint         not null references frozen_period,
    measure     text           not null,
    indicator   text           not null,
    name        text           not null,
    place       integer        not null,
    event       text           not null,
    filter      text           not null,
    sums        boolean        not null,
    value       numeric(16, 2) not null,
    other_value numeric(16, 2) not null,
    constraint frozen_volume_pk primary key (period, measure, indicator)
);

-- Not by who froze it.
create table frozen_signature (
    period         bigint      not null,
    frozen_by      text        not null,
    signed_by      text        not null,
    signed_by_name text        not null,
    signed_at      timestamptz not null,
    constraint frozen_signature_pk primary key (period),
    constraint frozen_signature_of_period foreign key (period, frozen_by) references frozen_period (id, frozen_by),
    constraint frozen_signature_four_eyes check (signed_by <> frozen_by)
);

-- What was known at a moment: what came before it and had not turned out otherwise. Rows come in the order in which they are recorded.
create index history_event_recorded on history_event using brin (recorded_at);
create index history_event_ended on history_event (ended_at) where ended_at is not null;
create index history_event_ended_by_day on history_event (measure, name, at) where ended_at is not null;

call journal('board_norm_change', '=DEPARTEMENT');
call journal('board_norm_change_row', '=DEPARTEMENT');
call journal('frozen_period', '=DEPARTEMENT');
call journal('frozen_norm', '=DEPARTEMENT');
call journal('frozen_volume', '=DEPARTEMENT');
call journal('frozen_signature', '=DEPARTEMENT');

create function refuse_frozen_change() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
    raise exception 'versions of norms and frozen figures are never changed or deleted (%, %)', tg_table_name, lower(tg_op);
end $$;

do $$
declare
    name text;
begin
    foreach name in array array['board_norm', 'board_norm_row', 'frozen_period', 'frozen_norm', 'frozen_volume', 'frozen_signature'] loop
        execute format('create trigger %I before update or delete or truncate on %I for each statement execute function refuse_frozen_change()', name || '_append_only', name);
        execute format('alter table %I enable always trigger %I', name, name || '_append_only');
    end loop;
end $$;

-- As before, and: what keeps norms and frozen figures as they are is known by heart too.
create or replace view audit_guard_now as
with guard as (
    select c.relname::text as on_table, t.tgname::text as name, t.tgfoid as calls,
           concat_ws(' ', p.proname, t.tgtype, t.tgattr, case when t.tgqual is not null then md5(pg_get_triggerdef(t.oid)) end, t.tgdeferrable, t.tginitdeferred, md5(t.tgargs)) as looks, t.tgenabled::text as enabled
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
    where c.relnamespace = 'public'::regnamespace and not t.tgisinternal
      and (c.relname like 'audit\_%' or c.relname in ('destruction', 'row_change') or t.tgname in (c.relname || '_journal', c.relname || '_journal_truncate')
           or p.proname = 'refuse_frozen_change'))
select on_table, name, looks, enabled, calls from guard
union all
select '', proname::text, md5(prosrc) || coalesce(' ' || proconfig::text, ''), 'A', oid from pg_proc
where pronamespace = 'public'::regnamespace and (oid in (select calls from guard) or proname in ('journal_short', 'disposal_now'));

do $$
declare
    name text;
begin
    foreach name in array array['board_norm', 'board_norm_row', 'frozen_period', 'frozen_norm', 'frozen_volume', 'frozen_signature'] loop
        call remember_guards(name);
    end loop;
end $$;
