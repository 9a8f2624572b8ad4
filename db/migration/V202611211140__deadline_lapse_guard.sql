-- Where silence has an effect in law, people watch over the last days of the term: who knew of it, and which two people stopped it.
alter table term_rule add column lapse_effect text;
comment on column term_rule.lapse_effect is 'What silence does in law when the term ends, as a sentence; null where it does nothing. A term with an effect is guarded.';
update term_rule set lapse_effect = 'Het stilzwijgen geldt als een weigering waartegen beroep openstaat.' where code = 'T-REC-06';
create index term_rule_used on term (rule, rule_version);

-- Who said to know of a mark of the countdown: the start, or so many days before the last one. Each mark once.
create table lapse_acknowledgement (
    term     bigint      not null,
    mark     text        not null,
    by_id    text        not null,
    by_name  text        not null,
    at       timestamptz not null,
    constraint lapse_acknowledgement_pk primary key (term, mark),
    constraint lapse_acknowledgement_of_term foreign key (term) references term,
    constraint lapse_acknowledgement_mark check (mark in ('START', '14', '7', '3', '1'))
);

-- Proposals to stop a countdown; the last one of a term counts, and only somebody else can confirm it.
create table lapse_stop (
    id                bigint      generated always as identity,
    term              bigint      not null,
    ground            text        not null,
    reason            text        not null,
    proposed_by       text        not null,
    proposed_by_name  text        not null,
    proposed_at       timestamptz not null,
    confirmed_by      text,
    confirmed_by_name text,
    confirmed_at      timestamptz,
    constraint lapse_stop_pk primary key (id),
    constraint lapse_stop_of_term foreign key (term) references term,
    constraint lapse_stop_ground check (ground in ('BESLISSING_BETEKEND', 'AANMANING_INGETROKKEN', 'AANMANING_ONGELDIG')),
    constraint lapse_stop_has_reason check (reason ~ '\S'),
    constraint lapse_stop_by_two_people check (confirmed_by <> proposed_by),
    constraint lapse_stop_confirmed_by_somebody check ((confirmed_by is null) = (confirmed_by_name is null)
        and (confirmed_by is null) = (confirmed_at is null))
);
create index lapse_stop_newest on lapse_stop (term, id desc);
create unique index lapse_stop_once on lapse_stop (term) where confirmed_by is not null;
