-- What a simulation reads of the past: the only door to the engine's history and to the tables of other modules (house.md 3.5). Nothing is written here.
-- Apart from the other migrations, because it needs the tables of the engine.
create view simulation_case as
select p.proc_inst_id_ as root, p.business_key_ as dossier, p.proc_def_key_ as procedure, d.received_on, p.start_time_ as started, p.end_time_ as ended
from act_hi_procinst p join dossier d on d.number = p.business_key_
where p.super_process_instance_id_ is null;

-- Times of the engine have no zone: they are read in the zone of the machine, as the engine wrote them.
create view simulation_step as
select a.root_proc_inst_id_ as root, a.proc_inst_id_ as instance, a.proc_def_key_ as process, a.act_id_ as element, a.start_time_ as started, a.end_time_ as ended,
       coalesce(a.act_inst_state_, 0) = 2 as cancelled, coalesce(a.sequence_counter_, 0) as place, a.task_id_ as task, done.completed_by
from act_hi_actinst a left join inbox_done done on done.task_id = a.task_id_;

create view simulation_done as
select done.procedure, a.proc_def_key_ as process, a.act_id_ as element, done.opened_at, done.completed_at, done.completed_by
from inbox_done done join act_hi_actinst a on a.task_id_ = done.task_id;

create view simulation_person as select id, roles from inbox_colleague;

create view simulation_absence as
select person, first_day, least(last_day, (ended_at at time zone 'Europe/Brussels')::date) as last_day from inbox_absence;

create view simulation_term as
select t.dossier, d.procedure, t.rule, t.started_on, t.stopped_on, t.due_on from term t join dossier d on d.number = t.dossier;

create view simulation_rule as
select distinct on (code) code, name, unit, amount, binds, nature, pause_grounds from term_rule order by code, version desc;

-- An engine finds the steps of one dossier by its root; the tasks of other procedures are found by their task.
create index act_idx_hi_actinst_task on act_hi_actinst (task_id_) where task_id_ is not null;
