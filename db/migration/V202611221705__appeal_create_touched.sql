-- Who touched a dossier: how often the trail names a person, and the tasks that this person sent (procedures.md 1.10, impartiality).
create view touched as
select a.dossier, a.actor, max(a.actor_name) as actor_name, count(*) as acts,
       coalesce((select array_agg(t.task_name order by t.completed_at) from inbox_done t where t.dossier = a.dossier and t.completed_by = a.actor), '{}') as tasks
from audit_entry a where a.actor <> 'systeem' group by a.dossier, a.actor;
