-- Terms are data: a rule holds between two dates, and a later version never changes a term that already runs (procedures.md 1.1, 4).
create table term_rule (
    code       text    not null,
    version    integer not null,
    name       text    not null,
    nature     text    not null,
    unit       text    not null,
    amount     integer not null,
    month_rule text    not null default 'A',
    clock      text    not null default 'TOTAL',
    pausable   boolean not null,
    roll       text    not null,
    binds      text    not null,
    escalates  boolean not null,
    source     text    not null,
    valid_from date    not null,
    valid_to   date,
    constraint term_rule_pk primary key (code, version),
    constraint term_rule_nature check (nature in ('WETTELIJK', 'ORDE', 'VERVAL', 'STREEFNORM', 'ADMINISTRATIEF')),
    constraint term_rule_unit check (unit in ('CALENDAR_DAYS', 'WORKING_DAYS', 'WEEKS', 'MONTHS', 'YEARS', 'DAY_OF_NEXT_MONTH', 'WORKING_DAY_OF_MONTH')),
    constraint term_rule_amount check (amount >= 0),
    constraint term_rule_month_rule check (month_rule in ('A', 'B')),
    constraint term_rule_clock check (clock in ('TOTAL', 'WSE') and (clock = 'TOTAL' or pausable)),
    constraint term_rule_roll check (roll in ('NONE', 'LEGAL', 'LEGAL_AND_DECRETAL')),
    constraint term_rule_binds check (binds in ('OVERHEID', 'AANVRAGER')),
    constraint term_rule_valid check (valid_to is null or valid_to >= valid_from)
);
comment on column term_rule.clock is 'How the source counts the days. A pausable rule stands still in the pauses of the file, also when the source counts every day (parameter of procedures.md 1.1).';
comment on column term_rule.pausable is 'Whether the pauses of the file stop this term; not for terms that bind the applicant.';
comment on column term_rule.escalates is 'Whether the ladder of 50, 75, 90 and 100 % watches over it: the terms that bind the administration.';

-- valid_from lies before any file: no earlier wording of these rules is known.
insert into term_rule (code, version, name, nature, unit, amount, month_rule, clock, pausable, roll, binds, escalates, source, valid_from) values
('T-REC-00', 1, 'Ontvangst bevestigen', 'STREEFNORM', 'WORKING_DAYS', 5, 'A', 'TOTAL', false, 'NONE', 'OVERHEID', true,
 'Eigen norm van de dienst', '2000-01-01'),
('T-REC-01', 1, 'Beslissing over de aanvraag', 'WETTELIJK', 'CALENDAR_DAYS', 120, 'A', 'TOTAL', true, 'NONE', 'OVERHEID', true,
 'Wettelijke bepaling: 120 kalenderdagen vanaf de volledige aanvraag (prestatienorm H1)', '2000-01-01'),
('T-REC-02', 1, 'Advies van de commissie', 'WETTELIJK', 'CALENDAR_DAYS', 70, 'A', 'TOTAL', true, 'NONE', 'OVERHEID', true,
 'Wettelijke bepaling: 70 kalenderdagen (prestatienorm H2)', '2000-01-01'),
('T-REC-03', 1, 'Interne behandeling', 'STREEFNORM', 'CALENDAR_DAYS', 20, 'A', 'TOTAL', true, 'NONE', 'OVERHEID', true,
 'Interne streefnorm: 20 kalenderdagen (prestatienorm H3)', '2000-01-01'),
('T-REC-04', 1, 'Aanvulling door de aanvrager', 'ADMINISTRATIEF', 'MONTHS', 1, 'B', 'TOTAL', false, 'LEGAL', 'AANVRAGER', false,
 'Zoals bij het opleidingsfonds: een maand, daarna een herinnering', '2000-01-01'),
('T-REC-04B', 1, 'Aanvulling na herinnering', 'ADMINISTRATIEF', 'MONTHS', 2, 'B', 'TOTAL', false, 'LEGAL', 'AANVRAGER', false,
 'Zoals bij het opleidingsfonds: twee maanden vanaf dezelfde vraag', '2000-01-01'),
('T-REC-05', 1, 'Ondertekening', 'STREEFNORM', 'CALENDAR_DAYS', 10, 'A', 'TOTAL', true, 'NONE', 'OVERHEID', true,
 'Eigen norm van de dienst', '2000-01-01'),
('T-REC-06', 1, 'Beslissing na aanmaning', 'WETTELIJK', 'MONTHS', 4, 'B', 'TOTAL', false, 'LEGAL', 'OVERHEID', true,
 'Artikel 14, § 3, gecoördineerde wetten op de Raad van State', '2000-01-01'),
('T-HOR-01', 1, 'Verweer van de aanvrager', 'ADMINISTRATIEF', 'CALENDAR_DAYS', 14, 'A', 'TOTAL', false, 'LEGAL', 'AANVRAGER', false,
 'Beginsel van de hoorplicht; 14 dagen is een parameter', '2000-01-01'),
('T-RVS', 1, 'Beroep bij de Raad van State', 'VERVAL', 'CALENDAR_DAYS', 60, 'A', 'TOTAL', false, 'LEGAL', 'AANVRAGER', false,
 'Procedurereglement Raad van State (Regentsbesluit), termijnen volgens artikel 88', '2000-01-01');

-- A term of a dossier. due_on and next_step_on are what its ledger says, kept for lists and for the sweep.
create table term (
    id           bigint  generated always as identity,
    dossier      text    not null,
    rule         text    not null,
    rule_version integer not null,
    started_on   date    not null,
    due_on       date,
    stopped_on   date,
    next_step_on date,
    constraint term_pk primary key (id),
    constraint term_by_rule foreign key (rule, rule_version) references term_rule,
    constraint term_stops_after_start check (stopped_on >= started_on),
    constraint term_stopped_climbs_no_more check (stopped_on is null or next_step_on is null)
);
create unique index term_one_running on term (dossier, rule) where stopped_on is null;
create index term_dossier on term (dossier);
create index term_sweep on term (next_step_on, id) where next_step_on is not null;

-- What happened to the terms: never changed, only countered. A pause is of the whole file, so it names no term.
create table term_entry (
    id               bigint      generated always as identity,
    dossier          text        not null,
    term             bigint,
    kind             text        not null,
    effective_on     date        not null,
    calendar_days    integer,
    ground           text,
    reason           text,
    recorded_at      timestamptz not null,
    recorded_by      text        not null,
    recorded_by_name text        not null,
    constraint term_entry_pk primary key (id),
    constraint term_entry_of_term foreign key (term) references term,
    constraint term_entry_kind check (kind in ('STARTED', 'PAUSED', 'RESUMED', 'EXTENDED', 'STOPPED')),
    constraint term_entry_pause_is_of_file check ((kind in ('PAUSED', 'RESUMED')) = (term is null)),
    constraint term_entry_pause_has_ground check ((kind in ('PAUSED', 'RESUMED')) = (ground is not null)),
    constraint term_entry_ground check (ground in ('AANVULLING_AANVRAGER', 'REACTIE_ADVIES', 'VERWEER', 'ADVIES_DERDE', 'BRON_DERDE')),
    constraint term_entry_extension_has_days check ((kind = 'EXTENDED') = (calendar_days is not null) and calendar_days > 0)
);
create index term_entry_dossier on term_entry (dossier, id);

create function refuse_term_entry_change() returns trigger language plpgsql as $$
begin
    raise exception 'ledger entries of terms are never changed or deleted';
end $$;

create trigger term_entry_append_only before update or delete or truncate on term_entry
    for each statement execute function refuse_term_entry_change();

-- The ladder: each step once for a term, and why it is late when somebody says so (procedures.md D10).
create table term_escalation (
    term              bigint      not null,
    step              integer     not null,
    at                timestamptz not null,
    addressee         text        not null,
    reason_code       text,
    reason            text,
    explained_by      text,
    explained_by_name text,
    explained_at      timestamptz,
    constraint term_escalation_pk primary key (term, step),
    constraint term_escalation_of_term foreign key (term) references term,
    constraint term_escalation_step check (step in (50, 75, 90, 100)),
    constraint term_escalation_reason_code check (reason_code in
        ('WACHT_HANDTEKENING', 'COMMISSIE_AFGELAST', 'BRON_ONBESCHIKBAAR', 'CAPACITEIT', 'GROEPSDOSSIER', 'OVERMACHT')),
    constraint term_escalation_explained_by_somebody check ((reason_code is null) = (explained_by is null)
        and (reason_code is null) = (explained_at is null) and (reason_code is null) = (explained_by_name is null))
);
