-- Each pause of a file with the day on which it ended, as the ledger reads it: a resumption closes the pause of its ground that was written down last and
-- is still open. What was countered never happened.
create view term_pause as
select dossier, ground, effective_on as paused_on, case when closed_on is not null then greatest(effective_on, closed_on) end as resumed_on
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
