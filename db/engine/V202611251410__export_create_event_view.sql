-- What a log tells of a dossier: where it stood (begin and end of each step) and what people did. Nothing of parties, and no sentence.
-- Apart from the other migrations, because who may do a task stands in the engine's history.
create view export_event as
select s.dossier, s.entered_at as at, 0 as part, s.id as place, 'STAP' as source, 'start' as transition, s.name, s.process, s.element, s.kind,
       null::text as actor, s.task
from case_step s where s.left_at is distinct from s.entered_at
union all
select s.dossier, s.left_at, 1, s.id, 'STAP', case s.ended when 'AF' then 'complete' when 'AFGEBROKEN' then 'ate_abort' else 'withdraw' end, s.name, s.process, s.element, s.kind,
       (select done.completed_by from inbox_done done where done.task_id = s.task and s.ended = 'AF'), s.task
from case_step s where s.left_at is not null
union all
select a.dossier, a.at, 2, a.seq, 'HANDELING', 'complete', a.action, null, null, a.roles, a.actor, null
from audit_entry a where a.action not in ('FEITEN', 'GELEZEN');

-- The roles that a task waited for; an act carries those of whoever did it.
create view export_task_role as
select task_id_ as task, group_id_ as role from act_hi_identitylink where type_ = 'candidate' and operation_type_ = 'add' and group_id_ is not null;
