-- What our own dossiers say of a measure outside its volumes: who worked on it, what was inspected, committed, paid and recovered, and who complained. Nothing is written here.
create table board_procedure (
    procedure text not null,
    measure   text not null,
    constraint board_procedure_pk primary key (procedure),
    constraint board_procedure_of foreign key (measure) references board_measure
);
comment on table board_procedure is 'The diagrams on which a measure runs here. Appeals, complaints and questions for documents belong to the measure of the dossier that they are about.';
call journal('board_procedure', '=DEPARTEMENT');
insert into board_procedure (procedure, measure) values
    ('erkenning', 'DC'), ('intrekking-vrijwillig', 'DC'), ('intrekking-ambtshalve', 'DC'), ('inbreukdossier', 'DC'), ('terugvordering', 'DC'),
    ('opleiding-goedkeuring', 'OFDC'), ('opleiding-terugbetaling', 'OFDC'), ('opleidingsbudget', 'OFDC'), ('administratieve-geldboete', 'AG');

-- A recovery belongs to the measure of the dossier that it started from.
create view board_own_dossier as
select d.number, d.procedure, coalesce(origin.measure, own.measure) as measure, d.received_on
from dossier d
join board_procedure own on own.procedure = d.procedure
left join recovery_course course on course.dossier = d.number
left join dossier source on source.number = course.from_dossier
left join board_procedure origin on origin.procedure = source.procedure;

create index inbox_done_by_day on inbox_done (completed_at) include (dossier, completed_by);
create view board_own_task as
select d.measure, done.dossier, done.completed_by, done.completed_at
from inbox_done done join board_own_dossier d on d.number = done.dossier;

-- A complaint that names no dossier is about no measure. Founded also when only in part; in time is up to the last day of its term.
create view board_own_complaint as
select k.dossier, d.measure, own.received_on, own.closed_on, k.judgement in ('GEGROND', 'DEELS_GEGROND') as founded,
       own.closed_on is not null and exists (select from term t where t.dossier = k.dossier and t.rule = 'T-KLA-02' and t.stopped_on <= t.due_on) as in_time
from klacht k
join request r on r.dossier = k.dossier
join dossier own on own.number = k.dossier
left join board_own_dossier d on d.number = r.about;

-- What was countered does not count. A payment that came back does not either: as payment orders say of themselves.
create view board_own_money as
select d.measure, m.dossier, m.what, m.amount, m.valued_on from (
    select authority as dossier, case kind when 'BETAALD' then 'BETAALD' else 'VASTGELEGD' end as what, case kind when 'VRIJGEGEVEN' then -amount else amount end as amount,
           (recorded_at at time zone 'Europe/Brussels')::date as valued_on
    from training_movement m where kind in ('VASTGELEGD', 'VRIJGEGEVEN', 'BETAALD') and not exists (select from training_movement o where o.counters = m.id)
    union all
    select p.dossier, 'BETALINGSOPDRACHT', l.amount, (select max(m.valued_on) from payment_movement m where m.line = l.id and m.kind in ('BETAALD', 'TOCH_BETAALD'))
    from payment_line l join payment_payable p on p.id = l.payable where l.state = 'BETAALD'
    union all
    select dossier, case when kind in ('VASTGESTELD', 'VERMINDERING') then 'TERUG_TE_VORDEREN' else 'TERUGGEVORDERD' end,
           case when kind in ('VERMINDERING', 'TERUGBETALING') then -amount else amount end, valued_on
    from recovery_entry e where kind <> 'TEGENGEBOEKT' and not exists (select from recovery_entry o where o.counters = e.id)
    union all
    select dossier, case when kind in ('OPGELEGD', 'VERMINDERING') then 'BOETE_OPGELEGD' else 'BOETE_ONTVANGEN' end,
           case when kind in ('VERMINDERING', 'TERUGBETALING') then -amount else amount end, valued_on
    from fine_entry e where kind <> 'TEGENGEBOEKT' and not exists (select from fine_entry o where o.counters = e.id)
) m join board_own_dossier d on d.number = m.dossier;

create view board_own_inspection as
select d.measure, r.dossier, case r.origin when 'VSI' then 'VERSLAG_VSI' else 'ANDERE_MELDING' end as what, r.received_on as day
from infringement_report r join board_own_dossier d on d.number = r.dossier
union all
select d.measure, c.dossier, 'BESLIST', c.decided_on from infringement_case c join board_own_dossier d on d.number = c.dossier where c.decided_on is not null;
