-- How long dossiers are kept, by which rule and from which source; who proposed and confirmed a destruction; what is held back, by whom and why (ADR 0026).

-- A version holds from a day on and is never changed: the next one follows it. No procedures: the rule for every procedure that no other rule names.
create table disposal_rule (
    code        text    not null,
    version     integer not null check (version > 0),
    name        text    not null,
    procedures  text[]  not null,
    months      integer not null check (months between 1 and 1200),
    counts_from text    not null,
    valid_from  date    not null,
    source      text    not null check (source ~ '\S'),
    certain     boolean not null,
    constraint disposal_rule_pk primary key (code, version),
    constraint disposal_rule_counts_from check (counts_from in ('EINDE_DOSSIER', 'EINDE_ERKENNING', 'LAATSTE_BETALING'))
);

create table disposal_rule_change (
    id               bigint      generated always as identity,
    rule             text        not null,
    base_version     integer     not null,
    months           integer     not null check (months between 1 and 1200),
    counts_from      text        not null,
    source           text        not null,
    certain          boolean     not null,
    reason           text        not null,
    valid_from       date        not null,
    proposed_by      text        not null,
    proposed_by_name text        not null,
    proposed_at      timestamptz not null,
    decision         text,
    decision_reason  text,
    decided_by       text,
    decided_by_name  text,
    decided_at       timestamptz,
    constraint disposal_rule_change_pk primary key (id),
    constraint disposal_rule_change_of_version foreign key (rule, base_version) references disposal_rule,
    constraint disposal_rule_change_counts_from check (counts_from in ('EINDE_DOSSIER', 'EINDE_ERKENNING', 'LAATSTE_BETALING')),
    constraint disposal_rule_change_decision check (decision in ('GOEDGEKEURD', 'AFGEWEZEN')),
    constraint disposal_rule_change_decided check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
    constraint disposal_rule_change_four_eyes check (decided_by <> proposed_by),
    constraint disposal_rule_change_rejected_with_reason check (decision <> 'AFGEWEZEN' or decision_reason is not null)
);
create unique index disposal_rule_change_one_open on disposal_rule_change (rule) where decision is null;

-- Somebody holds a dossier back although its term is over, for example because a court may ask for it.
create table disposal_hold (
    id             bigint      generated always as identity,
    dossier        text        not null,
    reason         text        not null check (reason ~ '\S'),
    set_by         text        not null,
    set_by_name    text        not null,
    set_at         timestamptz not null,
    lift_reason    text,
    lifted_by      text,
    lifted_by_name text,
    lifted_at      timestamptz,
    constraint disposal_hold_pk primary key (id),
    constraint disposal_hold_dossier foreign key (dossier) references dossier (number),
    constraint disposal_hold_lifted check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lift_reason is null))
);
create unique index disposal_hold_one_open on disposal_hold (dossier) where lifted_at is null;

create table disposal_proposal (
    id               bigint      generated always as identity,
    dossier          text        not null,
    rule             text        not null,
    rule_version     integer     not null,
    counted_from     date        not null,
    due_on           date        not null,
    reason           text,
    proposed_by      text        not null,
    proposed_by_name text        not null,
    proposed_at      timestamptz not null,
    decision         text,
    decision_reason  text,
    decided_by       text,
    decided_by_name  text,
    decided_at       timestamptz,
    constraint disposal_proposal_pk primary key (id),
    constraint disposal_proposal_dossier foreign key (dossier) references dossier (number),
    constraint disposal_proposal_of_rule foreign key (rule, rule_version) references disposal_rule,
    constraint disposal_proposal_decision check (decision in ('VERNIETIGD', 'AFGEWEZEN')),
    constraint disposal_proposal_decided check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
    constraint disposal_proposal_four_eyes check (decision is distinct from 'VERNIETIGD' or decided_by <> proposed_by),
    constraint disposal_proposal_rejected_with_reason check (decision <> 'AFGEWEZEN' or decision_reason is not null)
);
create unique index disposal_proposal_one_open on disposal_proposal (dossier) where decision is null;

call journal('disposal_rule', '=BEWAARREGELS');
call journal('disposal_rule_change', '=BEWAARREGELS');
call journal('disposal_hold', 'dossier');
call journal('disposal_proposal', 'dossier');

-- Ten years: the stated default, because no selection rule for these series was found (procedures.md 1.14, 10 and U15). A change of a procedure is
-- kept as long as the dossiers that followed it may be: it counts longer.
insert into disposal_rule (code, version, name, procedures, months, counts_from, valid_from, source, certain) values
('B-01', 1, 'Erkenning', '{erkenning}', 120, 'EINDE_ERKENNING', date '2004-01-01',
 'Bestuursdecreet van 7 december 2018, art. III.79 tot III.89; er is geen selectieregel voor deze reeks gevonden: tien jaar is de gekozen termijn', false),
('B-02', 1, 'Terugvordering, geldboete en terugbetaling', '{terugvordering,administratieve-geldboete,opleiding-terugbetaling,opleidingsbudget}', 120, 'LAATSTE_BETALING', date '2004-01-01',
 'Boekhoudkundige stukken blijven tien jaar na de afsluiting; dat vanaf de laatste betaling geteld wordt, is gekozen. Bestuursdecreet van 7 december 2018, art. III.79 tot III.89', false),
('B-03', 1, 'Procedurewijziging', '{procedurewijziging}', 240, 'EINDE_DOSSIER', date '2004-01-01',
 'Gekozen termijn: langer dan de dossiers die de procedure volgden', false),
('B-99', 1, 'Alle andere dossiers', '{}', 120, 'EINDE_DOSSIER', date '2004-01-01',
 'Bestuursdecreet van 7 december 2018, art. III.79 tot III.89; er is geen selectieregel voor deze reeksen gevonden: tien jaar is de gekozen termijn', false);

-- When the term of a closed dossier begins, by each event that a rule may count from; null while that event did not come yet.
create view disposal_counted as
select d.number as dossier, d.procedure, d.subject, d.outcome, d.closed_on,
       case when r.status in ('ERKEND', 'ERKEND_VOORWAARDELIJK', 'GESCHORST') then null else greatest(d.closed_on, r.ended_on) end as recognition_ended_on,
       greatest(d.closed_on,
           (select max(m.valued_on) from payment_payable p join payment_movement m on m.payable = p.id where p.dossier = d.number),
           (select max(e.valued_on) from recovery_entry e where e.dossier = d.number),
           (select max(e.valued_on) from fine_entry e where e.dossier = d.number),
           (select max(m.valued_on) from deposit_account a join deposit_movement m on m.account = a.id where a.dossier = d.number)) as last_payment_on
from dossier d left join recognition r on r.dossier = d.number
where d.closed_on is not null and not exists (select from destruction x where x.dossier = d.number);

-- Which dossiers have to do with each other, both ways.
create view disposal_bond as
with bond (one, two) as (
    select dossier, other from dossier_link
    union select appeal, contested from contest
    union select dossier, from_dossier from recovery_course
    union select dossier, from_dossier from fine where from_dossier is not null
    union select dossier, recognition from ex_officio
    union select dossier, recognition from infringement_case
    union select dossier, recognition from voluntary_request
    union select dossier, recognition from withdrawal_follow_up
    union select dossier, infringement_case from withdrawal_follow_up
    union select dossier, recognition from reimbursement_claim
    union select dossier, file from training where dossier <> file)
select one as dossier, two as other from bond union select two, one from bond;

-- What keeps a closed dossier from being destroyed; kinds in the order in which a person wants to hear them. What runs in the engine is asked of the engine.
create view disposal_hindrance as
select c.contested as dossier, case a.procedure when 'beroep-raad-van-state' then 'BEROEP_RAAD_VAN_STATE' else 'HEROVERWEGING' end as kind, c.appeal as detail, null::date as until
from contest c join dossier a on a.number = c.appeal where a.closed_on is null
union all
select w.dossier, 'BEROEPSTERMIJN', null, w.definitive_on from appeal_window w
where not exists (select from appeal_window later where later.replaces = w.id) and not exists (select from appeal_definitive f where f.appeal_window = w.id)
union all
select dossier, 'BEROEP_RECHTBANK', null, null from fine where appealed_on is not null and ruled_on is null
union all
select b.dossier, 'GESCHORST', null, s.since from besluit_suspension s join besluit b on b.id = s.besluit where s.ended_on is null
union all
select dossier, 'ERKENNING', null, null from recognition where status in ('ERKEND', 'ERKEND_VOORWAARDELIJK', 'GESCHORST')
union all
select p.dossier, 'BETALING', null, null from payment_payable p join payment_standing s on s.payable = p.id where s.state not in ('BETAALD', 'INGETROKKEN')
union all
select e.dossier, 'TERUGVORDERING', null, null from recovery_entry e left join recovery_entry c on c.counters = e.id
where e.kind <> 'TEGENGEBOEKT' and c.id is null group by e.dossier
having sum(case when e.kind in ('VASTGESTELD', 'TERUGBETALING') then e.amount else -e.amount end) > 0
union all
select e.dossier, 'GELDBOETE', null, null from fine_entry e left join fine_entry c on c.counters = e.id
where e.kind <> 'TEGENGEBOEKT' and c.id is null group by e.dossier
having sum(case when e.kind in ('OPGELEGD', 'TERUGBETALING') then e.amount else -e.amount end) > 0
union all
select a.dossier, 'WAARBORG', null, null from deposit_account a join deposit_movement m on m.account = a.id left join deposit_movement c on c.counters = m.id
where m.kind <> 'TEGENGEBOEKT' and c.id is null group by a.dossier
having sum(case when m.kind in ('GESTORT', 'AANGEVULD') then m.amount else -m.amount end) > 0
union all
select b.dossier, 'GEKOPPELD', b.other, null from disposal_bond b join dossier o on o.number = b.other
where o.closed_on is null and not exists (select from contest c where c.contested = b.dossier and c.appeal = b.other)
union all
select dossier, 'TEGENGEHOUDEN', reason, null from disposal_hold where lifted_at is null;
