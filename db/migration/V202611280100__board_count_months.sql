-- What the board says of a month, added up while verdicts and events come and go: each statement that changes some of them adds rows here with what came and
-- what went, so nobody waits for anybody; the sum is the count. Rows of one month are put together now and then (CountedMonths, ADR 0039).
create table board_month_verdicts (
    id      bigint  not null generated always as identity,
    code    text    not null,
    version integer not null,
    month   date    not null,
    counted bigint  not null,
    met     bigint  not null,
    constraint board_month_verdicts_pk primary key (id)
);
create index board_month_verdicts_by_month on board_month_verdicts (code, version, month) include (counted, met);

create table board_month_events (
    id      bigint  not null generated always as identity,
    measure text    not null,
    name    text    not null,
    kind    text    not null,
    month   date    not null,
    events  bigint  not null,
    amount  numeric not null,
    constraint board_month_events_pk primary key (id)
);
create index board_month_events_by_month on board_month_events (measure, name, kind, month) include (events, amount);

create function board_account_counted() returns trigger language plpgsql set search_path from current as $$
begin
    if tg_op <> 'INSERT' then
        insert into board_month_verdicts (code, version, month, counted, met)
        select code, version, date_trunc('month', counted_on::timestamp), -count(*), -count(*) filter (where met) from gone group by 1, 2, 3;
    end if;
    if tg_op <> 'DELETE' then
        insert into board_month_verdicts (code, version, month, counted, met)
        select code, version, date_trunc('month', counted_on::timestamp), count(*), count(*) filter (where met) from come group by 1, 2, 3;
    end if;
    return null;
end $$;
create trigger board_account_came after insert on board_account referencing new table as come for each statement execute function board_account_counted();
create trigger board_account_went after delete on board_account referencing old table as gone for each statement execute function board_account_counted();
create trigger board_account_changed after update on board_account referencing old table as gone new table as come for each statement execute function board_account_counted();

-- Only events that still hold.
create function history_event_counted() returns trigger language plpgsql set search_path from current as $$
begin
    if tg_op <> 'INSERT' then
        insert into board_month_events (measure, name, kind, month, events, amount)
        select measure, name, kind, date_trunc('month', at), -count(*), -coalesce(sum(amount), 0) from gone where ended_at is null group by 1, 2, 3, 4;
    end if;
    if tg_op <> 'DELETE' then
        insert into board_month_events (measure, name, kind, month, events, amount)
        select measure, name, kind, date_trunc('month', at), count(*), coalesce(sum(amount), 0) from come where ended_at is null group by 1, 2, 3, 4;
    end if;
    return null;
end $$;
create trigger history_event_came after insert on history_event referencing new table as come for each statement execute function history_event_counted();
create trigger history_event_went after delete on history_event referencing old table as gone for each statement execute function history_event_counted();
create trigger history_event_changed after update on history_event referencing old table as gone new table as come for each statement execute function history_event_counted();

-- What the rows come to and the counts do not say; nothing as long as both are kept together.
create view board_month_verdicts_difference as
select code, version, month, sum(counted) as counted, sum(met) as met
from (select code, version, date_trunc('month', counted_on::timestamp)::date as month, 1 as counted, met::integer as met from board_account
      union all select code, version, month, -counted, -met from board_month_verdicts) as both_sides
group by code, version, month having sum(counted) <> 0 or sum(met) <> 0;

create view board_month_events_difference as
select measure, name, kind, month, sum(events) as events, sum(amount) as amount
from (select measure, name, kind, date_trunc('month', at)::date as month, 1 as events, coalesce(amount, 0) as amount from history_event where ended_at is null
      union all select measure, name, kind, month, -events, -amount from board_month_events) as both_sides
group by measure, name, kind, month having sum(events) <> 0 or sum(amount) <> 0;

insert into board_month_verdicts (code, version, month, counted, met) select code, version, month, counted, met from board_month_verdicts_difference;
insert into board_month_events (measure, name, kind, month, events, amount) select measure, name, kind, month, events, amount from board_month_events_difference;

-- It counted every event of the period; ShowBoard takes whole months from the counts.
drop function volume(board_volume, date, date);
