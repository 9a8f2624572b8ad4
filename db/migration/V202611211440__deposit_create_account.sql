-- The deposit (waarborg) of an undertaking as an account with movements (procedures.md 1.12, D6). Balance and state follow from the movements alone.
create table deposit_account (
    id                bigint      generated always as identity,
    dossier           text        not null,
    enterprise_number text        not null,
    reference         text,
    opened_on         date        not null,
    constraint deposit_account_pk primary key (id),
    constraint deposit_account_one_per_recognition unique (dossier)
);
comment on table deposit_account is 'One account per recognition dossier. No state is kept: it is a function of the movements, so that the two never disagree.';
create index deposit_account_by_undertaking on deposit_account (enterprise_number);

create table deposit_movement (
    id               bigint         generated always as identity,
    account          bigint         not null,
    kind             text           not null,
    amount           numeric(14, 2) not null,
    valued_on        date           not null,
    authority        text           not null,
    beneficiary      text,
    counters         bigint,
    reference        text,
    ground           text           not null,
    reason           text,
    linked           boolean        not null default false,
    recorded_at      timestamptz    not null,
    recorded_by      text           not null,
    recorded_by_name text           not null,
    constraint deposit_movement_pk primary key (id),
    constraint deposit_movement_of_account foreign key (account) references deposit_account,
    constraint deposit_movement_of_same_account unique (id, account),
    constraint deposit_movement_countered foreign key (counters, account) references deposit_movement (id, account),
    constraint deposit_movement_kind check (kind in ('GESTORT', 'GEBLOKKEERD', 'GEDEBLOKKEERD', 'AANGESPROKEN', 'VRIJGEGEVEN', 'VERBEURD',
        'NAAR_BOEDEL', 'AANGEVULD', 'TEGENGEBOEKT')),
    constraint deposit_movement_amount check (case when kind in ('GEBLOKKEERD', 'GEDEBLOKKEERD') then amount = 0
        when kind = 'TEGENGEBOEKT' then amount >= 0 else amount > 0 end),
    constraint deposit_movement_beneficiary check (case
        when kind = 'AANGESPROKEN' then beneficiary in ('RSZ', 'DEPARTEMENT', 'FISCUS') and beneficiary is not null
        when kind = 'VRIJGEGEVEN' then beneficiary = 'ONDERNEMING' and beneficiary is not null
        when kind = 'VERBEURD' then beneficiary = 'SCHATKIST' and beneficiary is not null
        when kind = 'NAAR_BOEDEL' then beneficiary = 'BOEDEL' and beneficiary is not null
        else beneficiary is null end),
    constraint deposit_movement_counters check ((kind = 'TEGENGEBOEKT') = (counters is not null)),
    constraint deposit_movement_counter_has_reason check (kind <> 'TEGENGEBOEKT' or (reason is not null and reason ~ '\S'))
);
comment on column deposit_movement.authority is 'The dossier on whose authority the money moved: the recognition itself, or a withdrawal or recovery.';
comment on column deposit_movement.linked is 'Another ledger holds the other half, so that both are countered together, from there.';
create index deposit_movement_of on deposit_movement (account, id);
create index deposit_movement_by_authority on deposit_movement (authority);
create unique index deposit_movement_countered_once on deposit_movement (counters) where counters is not null;

create function refuse_deposit_change() returns trigger language plpgsql as $$
begin
    raise exception 'movements of a deposit are never changed or deleted; a counter-entry undoes one';
end $$;
create trigger deposit_account_append_only before update or delete or truncate on deposit_account
    for each statement execute function refuse_deposit_change();
create trigger deposit_movement_append_only before update or delete or truncate on deposit_movement
    for each statement execute function refuse_deposit_change();

-- What recognition confirmed before there were accounts: paid in and blocked, and released where the dossier ended so.
insert into deposit_account (dossier, enterprise_number, reference, opened_on)
select dossier, enterprise_number, deposit_reference, coalesce(deposit_paid_on, current_date)
from recognition where deposit_confirmed and deposit_amount > 0;

insert into deposit_movement (account, kind, amount, valued_on, authority, beneficiary, reference, ground, reason, recorded_at, recorded_by, recorded_by_name)
select a.id, step.kind, case when step.money then r.deposit_amount else 0 end, a.opened_on, a.dossier, step.beneficiary,
       case when step.kind = 'GESTORT' then a.reference end, step.ground, 'Overgenomen uit het erkenningsdossier', now(), 'systeem', 'Dossierwerk'
from deposit_account a
join recognition r on r.dossier = a.dossier
join (values (1, 'GESTORT', true, null, 'Storting bij de Deposito- en Consignatiekas', false),
             (2, 'GEBLOKKEERD', false, null, 'Voorwaarde C11 van de erkenning', false),
             (3, 'GEDEBLOKKEERD', false, null, 'Einde van het erkenningsdossier', true),
             (4, 'VRIJGEGEVEN', true, 'ONDERNEMING', 'Einde van het erkenningsdossier', true))
     as step (position, kind, money, beneficiary, ground, released) on not step.released or r.deposit_status = 'VRIJGEGEVEN'
order by a.id, step.position;
