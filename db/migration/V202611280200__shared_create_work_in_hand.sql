-- Long work that some server has in hand: it says so again and again, so that another tells what goes on from what was cut off.
create table work_in_hand (
    kind     text        not null,
    work     bigint      not null,
    heard_at timestamptz not null default clock_timestamp(),
    constraint work_in_hand_pk primary key (kind, work)
);
comment on column work_in_hand.work is 'The id of the run, in the table of its kind.';

create function work_goes_on(of_kind text, of_work bigint) returns boolean language sql stable set search_path from current as $$
    select exists (select from work_in_hand where kind = of_kind and work = of_work and heard_at > clock_timestamp() - interval '2 minutes')
$$;
