-- A proposed change of a term's rule, and who decided on it. Approval writes the next version of the rule; a decided proposal never changes.
create table term_rule_change (
    id               bigint      generated always as identity,
    rule             text        not null,
    base_version     integer     not null,
    unit             text        not null,
    amount           integer     not null,
    month_rule       text        not null,
    roll             text        not null,
    pause_grounds    text[]      not null,
    source           text        not null,
    reason           text        not null,
    valid_from       date        not null,
    transition       text        not null,
    proposed_by      text        not null,
    proposed_by_name text        not null,
    proposed_at      timestamptz not null,
    decision         text,
    decision_reason  text,
    decided_by       text,
    decided_by_name  text,
    decided_at       timestamptz,
    constraint term_rule_change_pk primary key (id),
    constraint term_rule_change_of_version foreign key (rule, base_version) references term_rule,
    constraint term_rule_change_transition check (transition in ('NIEUWE_TERMIJNEN', 'ALLE_LOPENDE')),
    constraint term_rule_change_decision check (decision in ('GOEDGEKEURD', 'AFGEWEZEN')),
    constraint term_rule_change_decided_by_somebody check ((decision is null) = (decided_by is null)
        and (decision is null) = (decided_by_name is null) and (decision is null) = (decided_at is null)),
    constraint term_rule_change_four_eyes check (decided_by <> proposed_by),
    constraint term_rule_change_rejected_with_reason check (decision <> 'AFGEWEZEN' or decision_reason is not null)
);
create unique index term_rule_change_one_open on term_rule_change (rule) where decision is null;

create function refuse_term_rule_change_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.decision is null and new.decision is not null
       and (old.rule, old.base_version, old.unit, old.amount, old.month_rule, old.roll, old.pause_grounds, old.source, old.reason,
            old.valid_from, old.transition, old.proposed_by, old.proposed_at)
         = (new.rule, new.base_version, new.unit, new.amount, new.month_rule, new.roll, new.pause_grounds, new.source, new.reason,
            new.valid_from, new.transition, new.proposed_by, new.proposed_at) then
        return new;
    end if;
    raise exception 'a proposal is only decided on, never changed or deleted';
end $$;

create trigger term_rule_change_decided_once before update or delete on term_rule_change
    for each row execute function refuse_term_rule_change_change();

-- Which running terms went to another version of their rule, by which change: the version that a term had before stays known.
create table term_rule_move (
    change       bigint  not null,
    term         bigint  not null,
    from_version integer not null,
    to_version   integer not null,
    due_before   date,
    due_after    date,
    constraint term_rule_move_pk primary key (change, term),
    constraint term_rule_move_by_change foreign key (change) references term_rule_change,
    constraint term_rule_move_of_term foreign key (term) references term
);

create trigger term_rule_move_append_only before update or delete or truncate on term_rule_move
    for each statement execute function refuse_term_entry_change();

-- A term that starts while a change of its rule is approved: one of the two waits for the other here, so that it never slips in under the version before.
create function refuse_term_under_closed_version() returns trigger language plpgsql as $$
declare
    closed date;
begin
    select valid_to into closed from term_rule where code = new.rule and version = new.rule_version for share;
    if closed < new.started_on then
        raise exception 'version % of % no longer holds on %: start the term again', new.rule_version, new.rule, new.started_on
            using errcode = 'serialization_failure';
    end if;
    return new;
end $$;

create trigger term_under_version_in_force before insert on term for each row execute function refuse_term_under_closed_version();
