-- What is to come: each night the chances of open dossiers, and how those of earlier months held (seeds.md 6).
create table forecast_run (
    id         bigint      generated always as identity,
    day        date        not null,
    at         timestamptz not null,
    by_name    text        not null,
    seed       bigint      not null,
    state      text        not null check (state in ('BEZIG', 'KLAAR', 'MISLUKT')),
    sha256     text,
    constraint forecast_run_pk primary key (id),
    constraint forecast_run_done_has_hash check (state <> 'KLAAR' or sha256 is not null)
);
comment on column forecast_run.sha256 is 'Of the events it was made from.';

-- How the chances of earlier months held, and whether they may be shown.
create table forecast_norm (
    run            bigint           not null references forecast_run,
    code           text             not null,
    gate           text             not null check (gate in ('OPEN', 'TE_WEINIG', 'KALIBRATIE', 'SCHERPTE', 'SOORT')),
    predictions    integer          not null,
    dossiers       integer          not null,
    missed         integer          not null,
    error          double precision not null,
    z              double precision not null,
    brier          double precision not null,
    base           double precision not null,
    skill          double precision not null,
    skill_at_least double precision not null,
    half_life      integer          not null,
    features       text             not null,
    constraint forecast_norm_pk primary key (run, code)
);
comment on column forecast_norm.base is 'Brier score of the share that missed, which nobody could know beforehand.';

create table forecast_bin (
    run      bigint           not null,
    code     text             not null,
    from_percent integer      not null,
    count    integer          not null,
    chance   double precision not null,
    missed   double precision not null,
    constraint forecast_bin_pk primary key (run, code, from_percent),
    constraint forecast_bin_of_norm foreign key (run, code) references forecast_norm
);

-- The quarter in which the day lies; in eight of ten cases its result lies between low and high.
create table forecast_quarter (
    run      bigint           not null,
    code     text             not null,
    from_on  date             not null,
    counted  integer          not null,
    met      integer          not null,
    expected double precision not null,
    low      double precision not null,
    high     double precision not null,
    tested   integer          not null,
    held     integer          not null,
    shown    boolean          not null,
    constraint forecast_quarter_pk primary key (run, code),
    constraint forecast_quarter_of_norm foreign key (run, code) references forecast_norm
);
comment on column forecast_quarter.held is 'Of the months that were tested, those whose quarter ended between what they said.';

-- Of the newest run only. A dossier whose last day is behind it is certain.
create table forecast_chance (
    run       bigint           not null,
    code      text             not null,
    dossier   bigint           not null references history_dossier on delete cascade,
    chance    double precision not null check (chance between 0 and 1),
    certain   boolean          not null,
    left_over integer          not null,
    last_on   date             not null,
    constraint forecast_chance_pk primary key (run, code, dossier),
    constraint forecast_chance_of_norm foreign key (run, code) references forecast_norm
);
create index forecast_chance_by_dossier on forecast_chance (dossier);
create index forecast_chance_largest on forecast_chance (run, certain, chance desc);

create table forecast_reason (
    run     bigint           not null,
    code    text             not null,
    dossier bigint           not null,
    place   integer          not null,
    what    text             not null check (what in ('TIJD', 'UREN', 'FASE', 'SOORT', 'KANAAL', 'WERKLAST', 'NORM', 'VOORBIJ')),
    value   text             not null,
    one     double precision not null,
    two     double precision not null,
    raises  boolean          not null,
    constraint forecast_reason_pk primary key (run, code, dossier, place),
    constraint forecast_reason_of_chance foreign key (run, code, dossier) references forecast_chance on delete cascade
);
