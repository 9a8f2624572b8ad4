-- How much work is open, for the counters of the tabs: each change of a row of work adds a row here, so nobody waits for anybody; the sum is the count. Rows
-- of one key are put together now and then (CountedWork). open, waiting and free count for the group whoever has the task; own_open and own_waiting for the holder.
create table inbox_count (
    id          bigint  not null generated always as identity,
    groups      text    not null,
    procedure   text    not null,
    assignee    text,
    open        integer not null,
    waiting     integer not null,
    free        integer not null,
    own_open    integer not null,
    own_waiting integer not null,
    of_groups   boolean not null generated always as (open <> 0 or waiting <> 0 or free <> 0) stored,
    constraint inbox_count_pk primary key (id)
);
create index inbox_count_of_groups on inbox_count (groups, procedure) include (open, waiting, free) where of_groups;
create index inbox_count_of_person on inbox_count (assignee) include (groups, procedure, own_open, own_waiting) where assignee is not null;
comment on column inbox_count.of_groups is 'Put together, some hundred rows among all those of holders: the planner must know how few.';
comment on column inbox_count.free is 'Nobody has it, and it does not wait.';

-- A claim, a return, an opening and a closing are one row; from one person to another is two.
create function inbox_row_counted() returns trigger language plpgsql set search_path from current as $$
begin
    insert into inbox_count (groups, procedure, assignee, open, waiting, free, own_open, own_waiting)
    select groups, procedure, max(assignee), sum(n), sum(n * waits::integer), sum(n * (assignee is null and not waits)::integer),
           sum(n * (assignee is not null)::integer), sum(n * (assignee is not null and waits)::integer)
    from (select old.groups, old.procedure, old.assignee, old.waits, -1 where tg_op <> 'INSERT'
          union all select new.groups, new.procedure, new.assignee, new.waits, 1 where tg_op <> 'DELETE') as change (groups, procedure, assignee, waits, n)
    group by groups, procedure, case when old.assignee <> new.assignee then assignee end;
    return null;
end $$;
create trigger inbox_row_counted after insert or delete on inbox_row for each row execute function inbox_row_counted();
create trigger inbox_row_counted_again after update of groups, procedure, assignee, waits on inbox_row for each row
    when ((old.groups, old.procedure, old.assignee, old.waits) is distinct from (new.groups, new.procedure, new.assignee, new.waits))
    execute function inbox_row_counted();

-- What the rows of work come to and the counts do not say; nothing as long as both are kept together.
create view inbox_count_difference as
select groups, procedure, assignee, sum(open) as open, sum(waiting) as waiting, sum(free) as free, sum(own_open) as own_open, sum(own_waiting) as own_waiting
from (select groups, procedure, null as assignee, 1 as open, waits::integer as waiting, (assignee is null and not waits)::integer as free,
             0 as own_open, 0 as own_waiting from inbox_row
      union all select groups, procedure, assignee, 0, 0, 0, 1, waits::integer from inbox_row where assignee is not null
      union all select groups, procedure, null, -open, -waiting, -free, 0, 0 from inbox_count
      union all select groups, procedure, assignee, 0, 0, 0, -own_open, -own_waiting from inbox_count where assignee is not null) as both_sides
group by groups, procedure, assignee
having sum(open) <> 0 or sum(waiting) <> 0 or sum(free) <> 0 or sum(own_open) <> 0 or sum(own_waiting) <> 0;

insert into inbox_count (groups, procedure, assignee, open, waiting, free, own_open, own_waiting)
select groups, procedure, assignee, open, waiting, free, own_open, own_waiting from inbox_count_difference;
