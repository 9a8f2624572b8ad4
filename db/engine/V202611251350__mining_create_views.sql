-- What process mining reads: visits of elements, pauses by who was waited for, and the number of days in ranges. Nothing is written here.
-- Apart from the other migrations, because the steps stand there.
create index step_moved on step (dossier) where ended = 'VERHUISD';

-- A move to another diagram cuts a step in two, and it stays one visit where the element is the same.
create view mining_visit as
select s.id, s.dossier, s.process, s.element, coalesce(s.element_name, s.element) as name, s.kind, coalesce(moved.entered_at, s.entered_at) as entered_at, s.left_at
from step s left join (
    select dossier, activity, process, element, min(entered_at) as entered_at from step where ended = 'VERHUISD' group by dossier, activity, process, element
) moved on moved.dossier = s.dossier and moved.activity = s.activity and moved.process = s.process and moved.element = s.element
where s.ended is distinct from 'VERHUISD' and s.kind not like '%Gateway' and s.kind not in ('multiInstanceBody', 'subProcess', 'transaction')
union all
select min(s.id), s.dossier, s.process, s.element, max(coalesce(s.element_name, s.element)), max(s.kind), min(s.entered_at), max(s.left_at)
from step s
where s.ended = 'VERHUISD' and s.kind not like '%Gateway' and s.kind not in ('multiInstanceBody', 'subProcess', 'transaction')
  and not exists (select from step later where later.dossier = s.dossier and later.activity = s.activity and later.process = s.process
                  and later.element = s.element and later.ended is distinct from 'VERHUISD')
group by s.dossier, s.activity, s.process, s.element;

-- A resumption closes the pause of its ground that was written down last and is still open, as the ledger reads it.
-- From the day on which somebody else was to act, up to the day on which that ended: without that last day.
create view mining_pause as
select dossier, case ground when 'ADVIES_DERDE' then 'DERDE' when 'BRON_DERDE' then 'DERDE' when 'SCHORSING' then 'DERDE' else 'AANVRAGER' end as party,
       daterange(effective_on, case when closed_on is not null then greatest(effective_on, closed_on) end) as days
from (
    select dossier, ground, kind, effective_on, lead(effective_on) over (partition by dossier, ground, level order by id) as closed_on
    from (
        select e.id, e.dossier, e.ground, e.kind, e.effective_on,
               sum(case e.kind when 'PAUSED' then 1 else -1 end) over (partition by e.dossier, e.ground order by e.id) + case e.kind when 'PAUSED' then 0 else 1 end as level
        from term_entry e
        where e.kind in ('PAUSED', 'RESUMED') and not exists (select from term_entry c where c.counters = e.id)
    ) levelled
) paired
where kind = 'PAUSED';

-- Most sets of days have no gap: those are counted without taking them apart.
create function mining_days(days datemultirange) returns bigint language sql immutable parallel safe as $$
    select case when isempty(days) then 0 when days = datemultirange(range_merge(days)) then (upper(days) - lower(days))::bigint
           else (select sum(upper(part) - lower(part)) from unnest(days) part) end
$$;

-- Whether a version of a procedure was walked at all.
create index step_by_version on step (procedure, deployment);
