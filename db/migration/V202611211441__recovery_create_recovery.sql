-- Recovery (terugvordering) of undue intervention and purchase price: calculation, ledger, reductions and plans (procedures.md 1.5, 2.6). Rows are only added.

-- What a voucher was worth in a month. A later valid_from ends an earlier rate; of two rows with one valid_from the last recorded counts.
create table voucher_rate (
    id               bigint         generated always as identity,
    valid_from       date           not null,
    valid_to         date,
    intervention     numeric(14, 4) not null,
    purchase_price   numeric(14, 4) not null,
    source           text           not null,
    recorded_at      timestamptz    not null,
    recorded_by      text           not null,
    recorded_by_name text           not null,
    constraint voucher_rate_pk primary key (id),
    constraint voucher_rate_whole_months check (extract(day from valid_from) = 1 and (valid_to is null or (valid_to >= valid_from and extract(day from valid_to + 1) = 1))),
    constraint voucher_rate_amounts check (intervention >= 0 and purchase_price >= 0 and intervention + purchase_price > 0),
    constraint voucher_rate_source check (source ~ '\S')
);
comment on column voucher_rate.intervention is 'Tegemoetkoming per voucher in euro.';
comment on column voucher_rate.purchase_price is 'Aanschafprijs per voucher in euro, as the user paid it.';
create index voucher_rate_newest on voucher_rate (valid_from desc, id desc);
insert into voucher_rate (valid_from, valid_to, intervention, purchase_price, source, recorded_at, recorded_by, recorded_by_name)
values (date '2020-01-01', date '2020-12-31', 14.36, 9.00,
        'Tegemoetkoming 2020: S2:1778-1780. Gebruikersprijs: procedures.md 2.6, te bevestigen; de laatste 100 cheques kostten 10 euro.', now(), 'systeem', 'Dossierwerk');

-- After how many years a claim is time-barred, as dated data: nobody was certain when this was written.
create table limitation_term (
    id           bigint  generated always as identity,
    kind         text    not null,
    valid_from   date    not null,
    years        integer not null,
    alarm_months integer not null,
    source       text    not null,
    constraint limitation_term_pk primary key (id),
    constraint limitation_term_once unique (kind, valid_from),
    constraint limitation_term_kind check (kind in ('GEWOON', 'BEDROG')),
    constraint limitation_term_lengths check (years > 0 and alarm_months >= 0)
);
insert into limitation_term (kind, valid_from, years, alarm_months, source) values
    ('GEWOON', date '2001-12-12', 5, 6, 'procedures.md 1.5, te bevestigen door een jurist'),
    ('BEDROG', date '2001-12-12', 10, 6, 'procedures.md 1.5, te bevestigen door een jurist');

create table recovery (
    dossier           text        not null,
    enterprise_number text        not null,
    limitation_kind   text        not null,
    opened_at         timestamptz not null,
    opened_by         text        not null,
    opened_by_name    text        not null,
    constraint recovery_pk primary key (dossier),
    constraint recovery_limitation_kind check (limitation_kind in ('GEWOON', 'BEDROG'))
);
create index recovery_by_undertaking on recovery (enterprise_number);

-- Each calculation stays; the last one of a dossier counts.
create table recovery_calculation (
    id               bigint         generated always as identity,
    dossier          text           not null,
    total            numeric(14, 2) not null,
    computed_at      timestamptz    not null,
    computed_by      text           not null,
    computed_by_name text           not null,
    constraint recovery_calculation_pk primary key (id),
    constraint recovery_calculation_of foreign key (dossier) references recovery
);
create index recovery_calculation_newest on recovery_calculation (dossier, id desc);

create table recovery_line (
    calculation       bigint         not null,
    position          integer        not null,
    month             date           not null,
    vouchers          integer        not null,
    proven            boolean        not null,
    evidence          text           not null,
    intervention_rate numeric(14, 4),
    purchase_rate     numeric(14, 4),
    intervention      numeric(14, 2) not null,
    purchase          numeric(14, 2) not null,
    constraint recovery_line_pk primary key (calculation, position),
    constraint recovery_line_of foreign key (calculation) references recovery_calculation,
    constraint recovery_line_month check (extract(day from month) = 1),
    constraint recovery_line_vouchers check (vouchers > 0),
    constraint recovery_line_evidence check (evidence ~ '\S'),
    constraint recovery_line_rates check (case when proven then intervention_rate is null and purchase_rate is null and intervention = 0 and purchase = 0
        else intervention = round(vouchers * intervention_rate, 2) and purchase = round(vouchers * purchase_rate, 2)
            and intervention_rate is not null and purchase_rate is not null end)
);
comment on column recovery_line.intervention_rate is 'The rate of the month as it stood when the line was computed, so that a later rate never changes what was decided.';

create table recovery_reduction (
    id               bigint         generated always as identity,
    dossier          text           not null,
    amount           numeric(14, 2) not null,
    reason           text           not null,
    proposed_at      timestamptz    not null,
    proposed_by      text           not null,
    proposed_by_name text           not null,
    constraint recovery_reduction_pk primary key (id),
    constraint recovery_reduction_of foreign key (dossier) references recovery,
    constraint recovery_reduction_amount check (amount > 0),
    constraint recovery_reduction_reason check (reason ~ '\S')
);
create index recovery_reduction_by_dossier on recovery_reduction (dossier, id);

create table recovery_reduction_rejection (
    reduction        bigint      not null,
    reason           text        not null,
    rejected_at      timestamptz not null,
    rejected_by      text        not null,
    rejected_by_name text        not null,
    constraint recovery_reduction_rejection_pk primary key (reduction),
    constraint recovery_reduction_rejection_of foreign key (reduction) references recovery_reduction,
    constraint recovery_reduction_rejection_reason check (reason ~ '\S')
);

-- The ledger: what is owed and what was paid. The balance is the sum of what counts, without counter-entries and what they undid.
create table recovery_entry (
    id               bigint         generated always as identity,
    dossier          text           not null,
    kind             text           not null,
    amount           numeric(14, 2) not null,
    valued_on        date           not null,
    counters         bigint,
    reference        text,
    reason           text,
    reduction        bigint,
    proposed_by      text,
    deposit_dossier  text,
    deposit_movement bigint,
    recorded_at      timestamptz    not null,
    recorded_by      text           not null,
    recorded_by_name text           not null,
    constraint recovery_entry_pk primary key (id),
    constraint recovery_entry_of foreign key (dossier) references recovery,
    constraint recovery_entry_of_same_dossier unique (id, dossier),
    constraint recovery_entry_countered foreign key (counters, dossier) references recovery_entry (id, dossier),
    constraint recovery_entry_of_reduction foreign key (reduction) references recovery_reduction,
    constraint recovery_entry_kind check (kind in ('VASTGESTELD', 'BETALING', 'VERREKENING', 'WAARBORG', 'VERMINDERING', 'TERUGBETALING', 'TEGENGEBOEKT')),
    constraint recovery_entry_amount check (amount > 0),
    constraint recovery_entry_counters check ((kind = 'TEGENGEBOEKT') = (counters is not null)),
    constraint recovery_entry_counter_has_reason check (kind <> 'TEGENGEBOEKT' or (reason is not null and reason ~ '\S')),
    constraint recovery_entry_deposit check ((kind = 'WAARBORG') = (deposit_movement is not null) and (deposit_movement is null) = (deposit_dossier is null)),
    constraint recovery_entry_reduced_by_two_people check ((kind = 'VERMINDERING') = (reduction is not null)
        and (reduction is null) = (proposed_by is null) and (proposed_by is null or proposed_by <> recorded_by))
);
create index recovery_entry_by_dossier on recovery_entry (dossier, id);
create unique index recovery_entry_countered_once on recovery_entry (counters) where counters is not null;
create unique index recovery_entry_reduced_once on recovery_entry (reduction) where reduction is not null;

-- The last plan of a dossier counts; its instalments add up to the balance of the day on which it was agreed.
create table instalment_plan (
    id             bigint         generated always as identity,
    dossier        text           not null,
    total          numeric(14, 2) not null,
    agreed_on      date           not null,
    agreed_by      text           not null,
    agreed_by_name text           not null,
    constraint instalment_plan_pk primary key (id),
    constraint instalment_plan_of foreign key (dossier) references recovery,
    constraint instalment_plan_total check (total > 0)
);
create index instalment_plan_newest on instalment_plan (dossier, id desc);

create table instalment (
    plan     bigint         not null,
    position integer        not null,
    due_on   date           not null,
    amount   numeric(14, 2) not null,
    constraint instalment_pk primary key (plan, position),
    constraint instalment_of foreign key (plan) references instalment_plan,
    constraint instalment_amount check (amount > 0)
);

create function refuse_recovery_change() returns trigger language plpgsql as $$
begin
    raise exception 'recoveries are never changed or deleted; a counter-entry undoes an entry';
end $$;
do $$
declare
    name text;
begin
    foreach name in array array['voucher_rate', 'limitation_term', 'recovery', 'recovery_calculation', 'recovery_line', 'recovery_reduction',
        'recovery_reduction_rejection', 'recovery_entry', 'instalment_plan', 'instalment'] loop
        execute format('create trigger %I before update or delete or truncate on %I for each statement execute function refuse_recovery_change()',
            name || '_append_only', name);
    end loop;
end $$;
