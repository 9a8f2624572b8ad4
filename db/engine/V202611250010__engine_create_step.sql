-- Where the tokens of a dossier stood: one row each time an element of a diagram was entered, written in the transaction that entered it.
-- A move to another diagram ends the row and begins another. The engine's own history is overwritten by a move; this is not.
-- Apart from the other migrations, because it takes over what the engine remembers.
create table step (
    id           bigint      generated always as identity,
    dossier      text        not null,
    -- The process at the root, and the one that the element stands in: a building block has its own.
    procedure    text        not null,
    process      text        not null,
    instance     text        not null,
    activity     text        not null,
    deployment   text        not null,
    element      text        not null,
    element_name text,
    kind         text        not null,
    task         text,
    entered_at   timestamptz not null,
    left_at      timestamptz,
    ended        text        check (ended in ('AF', 'AFGEBROKEN', 'VERHUISD')),
    constraint step_pk primary key (id),
    constraint step_ended check ((left_at is null) = (ended is null))
);

-- Times of the engine have no zone: they are read in the zone of the machine, as the engine wrote them.
insert into step (dossier, procedure, process, instance, activity, deployment, element, element_name, kind, task, entered_at, left_at, ended)
select i.business_key_, r.proc_def_key_, a.proc_def_key_, a.proc_inst_id_, a.id_, d.deployment_id_, a.act_id_, a.act_name_, a.act_type_, a.task_id_,
       a.start_time_::timestamptz, a.end_time_::timestamptz,
       case when a.end_time_ is null then null when coalesce(a.act_inst_state_, 0) = 2 then 'AFGEBROKEN' else 'AF' end
from act_hi_actinst a
join act_hi_procinst i on i.proc_inst_id_ = a.proc_inst_id_
join act_hi_procinst r on r.proc_inst_id_ = a.root_proc_inst_id_
join act_re_procdef d on d.id_ = a.proc_def_id_
where i.business_key_ is not null
order by a.start_time_, a.sequence_counter_;

create index step_by_dossier on step (dossier, id);
create index step_by_element on step (process, element, entered_at);
create unique index step_open on step (activity) where left_at is null;
call journal('step', 'dossier');

-- The steps that logs and analyses tell of: what somebody or the product did and waited for. Gateways and frames only lead to them.
create view case_step as
select s.*, coalesce(s.element_name, s.element) as name
from step s
where s.kind not like '%Gateway' and s.kind not in ('multiInstanceBody', 'subProcess', 'transaction', 'callActivity');
