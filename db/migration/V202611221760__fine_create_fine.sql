-- Administrative fines (procedures.md 1.6): one dossier for each report of an offence that the prosecutor may leave to the administration.
create table fine (
    dossier              text    not null,
    report_number        text    not null,
    report_on            date    not null,
    offences             text[]  not null,
    facts                text    not null,
    from_dossier         text,
    prosecutor_decision  text,
    prosecutor_on        date,
    opportune            boolean,
    opportune_because    text,
    outlook              text,
    level                text,
    workers              integer,
    amount               numeric(14, 2),
    amount_because       text,
    last_day             date,
    appealed_on          date,
    appeal_role_number   text,
    ruling               text,
    ruled_on             date,
    ruling_because       text,
    constraint fine_pk primary key (dossier),
    constraint fine_dossier_fk foreign key (dossier) references dossier (number),
    constraint fine_from_fk foreign key (from_dossier) references dossier (number),
    constraint fine_decision check (prosecutor_decision in ('VERVOLGING', 'GEEN_VERVOLGING')),
    constraint fine_decision_has_day check ((prosecutor_decision is null) = (prosecutor_on is null)),
    constraint fine_last_day check ((last_day is not null) = coalesce(prosecutor_decision = 'GEEN_VERVOLGING', false)),
    constraint fine_outlook check (outlook in ('GUNSTIG', 'GEDEELTELIJK', 'ONGUNSTIG')),
    constraint fine_level check (level in ('NIVEAU_1', 'NIVEAU_2', 'NIVEAU_3', 'NIVEAU_4')),
    constraint fine_amount check (amount > 0 and (amount is null) = (level is null) and (amount is null) = (amount_because is null)
        and (amount is null) = (workers is null)),
    constraint fine_ruling check (ruling in ('BEVESTIGD', 'VERMINDERD', 'VERNIETIGD')),
    constraint fine_ruling_has_day check ((ruling is null) = (ruled_on is null))
);
comment on column fine.last_day is 'The last day on which a fine can be imposed, as its term said when it started; the term itself decides.';
comment on column fine.amount is 'Euro, as proposed; what is owed stands in fine_entry.';
-- Blanks and small letters are no other report.
create unique index fine_once_by_report on fine (upper(regexp_replace(report_number, '[^A-Za-z0-9]', '', 'g')));
create index fine_from on fine (from_dossier) where from_dossier is not null;

-- What is owed and paid; what was recorded is never changed, a counter-entry undoes it.
create table fine_entry (
    id               bigint         generated always as identity,
    dossier          text           not null,
    kind             text           not null,
    amount           numeric(14, 2) not null,
    valued_on        date           not null,
    counters         bigint,
    reference        text,
    reason           text,
    recorded_at      timestamptz    not null,
    recorded_by      text           not null,
    recorded_by_name text           not null,
    constraint fine_entry_pk primary key (id),
    constraint fine_entry_of foreign key (dossier) references fine,
    constraint fine_entry_counters foreign key (counters) references fine_entry,
    constraint fine_entry_kind check (kind in ('OPGELEGD', 'BETALING', 'VERMINDERING', 'TERUGBETALING', 'TEGENGEBOEKT')),
    constraint fine_entry_amount check (amount > 0),
    constraint fine_entry_counters_something check ((kind = 'TEGENGEBOEKT') = (counters is not null))
);
create index fine_entry_dossier on fine_entry (dossier, id);
create unique index fine_entry_once_countered on fine_entry (counters) where counters is not null;

-- A plan to pay in parts; the newest counts.
create table fine_plan (
    id             bigint         generated always as identity,
    dossier        text           not null,
    total          numeric(14, 2) not null,
    agreed_on      date           not null,
    agreed_by      text           not null,
    agreed_by_name text           not null,
    constraint fine_plan_pk primary key (id),
    constraint fine_plan_of foreign key (dossier) references fine,
    constraint fine_plan_total check (total > 0)
);
create index fine_plan_newest on fine_plan (dossier, id desc);

create table fine_instalment (
    plan     bigint         not null,
    position integer        not null,
    due_on   date           not null,
    amount   numeric(14, 2) not null,
    constraint fine_instalment_pk primary key (plan, position),
    constraint fine_instalment_of foreign key (plan) references fine_plan,
    constraint fine_instalment_amount check (amount > 0)
);

create function refuse_fine_change() returns trigger language plpgsql as $$
begin
    raise exception 'entries and plans of fines are never changed or deleted; a counter-entry undoes an entry';
end $$;
create trigger fine_entry_append_only before update or delete or truncate on fine_entry for each statement execute function refuse_fine_change();
create trigger fine_plan_append_only before update or delete or truncate on fine_plan for each statement execute function refuse_fine_change();
create trigger fine_instalment_append_only before update or delete or truncate on fine_instalment for each statement execute function refuse_fine_change();
