-- Samples that anybody draws again: the population with its lots is kept as it was, and the seed decides (ADR 0031).
create table sample (
    number          text        not null,
    method          text        not null,
    seed            text        not null,
    size            integer     not null,
    criteria        jsonb       not null,
    population      integer     not null,
    population_hash text        not null,
    drawn_at        timestamptz not null,
    drawn_by        text        not null,
    drawn_by_name   text        not null,
    closed_at       timestamptz,
    closed_by_name  text,
    answers_hash    text,
    constraint sample_pk primary key (number),
    constraint sample_method check (method in ('WILLEKEURIG', 'RISICO')),
    constraint sample_size check (size between 1 and 500 and size <= population),
    constraint sample_seed check (length(seed) between 1 and 60),
    constraint sample_population_hash check (population_hash ~ '^[0-9a-f]{64}$'),
    constraint sample_closed check ((closed_at is null) = (answers_hash is null) and (closed_at is null) = (closed_by_name is null))
);
comment on column sample.population_hash is 'SHA-256 of the exported population, line by line; a population that changed shows.';

create table sample_population (
    sample  text    not null,
    dossier text    not null,
    lots    integer not null,
    reasons text[]  not null,
    constraint sample_population_pk primary key (sample, dossier),
    constraint sample_population_sample foreign key (sample) references sample,
    constraint sample_population_lots check (lots > 0)
);

create table sample_dossier (
    sample   text    not null,
    position integer not null,
    dossier  text    not null,
    bundle   text,
    bytes    bigint,
    sha256   text,
    failure  text,
    constraint sample_dossier_pk primary key (sample, dossier),
    constraint sample_dossier_sample foreign key (sample) references sample,
    constraint sample_dossier_position unique (sample, position),
    constraint sample_dossier_bundle check ((bundle is null) = (sha256 is null) and (bundle is null) = (bytes is null))
);

create table sample_bundle (
    sample  text  not null,
    dossier text  not null,
    content bytea not null,
    constraint sample_bundle_pk primary key (sample, dossier),
    constraint sample_bundle_of foreign key (sample, dossier) references sample_dossier
);
-- Bundles are compressed already.
alter table sample_bundle alter column content set storage external;

-- How much more a dossier weighs, in lots, and why: dated, so that an old sample can be explained.
create table sample_weight (
    code       text    not null,
    lots       integer not null,
    threshold  numeric(14, 2),
    reason     text    not null,
    valid_from date    not null,
    valid_to   date,
    constraint sample_weight_pk primary key (code, valid_from),
    constraint sample_weight_code check (code in ('BASIS', 'TERMIJN', 'BEDRAG', 'WEINIG_MENSEN', 'BEROEP', 'HEROPEND', 'NORM')),
    constraint sample_weight_lots check (lots > 0),
    constraint sample_weight_valid check (valid_to is null or valid_to >= valid_from)
);
insert into sample_weight (code, lots, threshold, reason, valid_from) values
('BASIS', 1, null, 'Elk dossier kan getrokken worden.', '2000-01-01'),
('TERMIJN', 3, null, 'Wie te laat beslist, slaat onder druk makkelijker een stap over.', '2000-01-01'),
('BEDRAG', 3, 10000, 'Een fout kost meer.', '2000-01-01'),
('WEINIG_MENSEN', 3, 3, 'Wie bijna alles zelf deed, werd door weinig collega''s nagekeken.', '2000-01-01'),
('BEROEP', 2, null, 'De betrokkene is het niet eens met de beslissing.', '2000-01-01'),
('HEROPEND', 2, null, 'Het dossier was afgesloten en is dat niet gebleven.', '2000-01-01'),
('NORM', 4, null, 'Een norm is al niet nageleefd en dat is nog niet opgelost.', '2000-01-01');

-- What an auditor asks of each dossier; without a procedure it is asked of all.
create table sample_question (
    code       text    not null,
    position   integer not null,
    procedure  text,
    question   text    not null,
    source     text    not null,
    valid_from date    not null,
    valid_to   date,
    constraint sample_question_pk primary key (code, valid_from),
    constraint sample_question_valid check (valid_to is null or valid_to >= valid_from)
);
insert into sample_question (code, position, procedure, question, source, valid_from) values
('VOLLEDIG', 10, null, 'Zijn alle stukken aanwezig waarop de beslissing steunt?', 'Wet van 29 juli 1991 over de motivering, art. 2 en 3', '2000-01-01'),
('GEHOORD', 20, null, 'Kreeg de betrokkene de kans om gehoord te worden voor een ongunstige beslissing?', 'Hoorplicht, beginsel van behoorlijk bestuur', '2000-01-01'),
('ADVIES', 30, 'erkenning', 'Ging het advies van de commissie aan de beslissing vooraf?', 'Termijnregel T-REC-02, advies van de commissie', '2000-01-01'),
('ADVIES_OPLEIDING', 30, 'opleiding-goedkeuring', 'Ging het advies van de commissie aan de beslissing vooraf?', 'Procedure opleidingen goedkeuren, advies van de commissie', '2000-01-01'),
('MANDAAT', 40, null, 'Ondertekende iemand die daar die dag bevoegd voor was?', 'Delegatiebesluit van de Vlaamse Regering', '2000-01-01'),
('VIER_OGEN', 50, null, 'Werd de beslissing nagekeken door iemand anders dan de opsteller?', 'Interne controle, vierogenprincipe', '2000-01-01'),
('MOTIVERING', 60, null, 'Volstaan de motieven om de beslissing te begrijpen?', 'Wet van 29 juli 1991 over de motivering, art. 3', '2000-01-01'),
('KENNISGEVING', 70, null, 'Werd de beslissing na de ondertekening en op tijd ter kennis gebracht?', 'Bestuursdecreet van 7 december 2018, art. II.21', '2000-01-01'),
('EEN_KEER_BETAALD', 80, 'opleiding-terugbetaling', 'Werd het toegekende bedrag precies een keer betaald?', 'Vlaamse Codex Overheidsfinanciën, interne controle', '2000-01-01');

-- Kept at every touch; when the sample is closed nothing changes any more and sample.answers_hash stands for all of them.
create table sample_answer (
    sample      text        not null,
    dossier     text        not null,
    question    text        not null,
    answer      text,
    remark      text        not null default '',
    answered_at timestamptz not null,
    answered_by text        not null,
    constraint sample_answer_pk primary key (sample, dossier, question),
    constraint sample_answer_of foreign key (sample, dossier) references sample_dossier,
    constraint sample_answer_answer check (answer in ('JA', 'NEE', 'NVT')),
    constraint sample_answer_remark check (length(remark) <= 4000)
);

-- What the auditor found goes back to the dossier, and somebody responsible answers. A draft is not sent yet.
create table sample_finding_draft (
    sample   text        not null,
    dossier  text        not null,
    text     text        not null,
    typed_at timestamptz not null,
    constraint sample_finding_draft_pk primary key (sample, dossier),
    constraint sample_finding_draft_of foreign key (sample, dossier) references sample_dossier
);

create table sample_finding (
    id               uuid        not null,
    sample           text        not null,
    dossier          text        not null,
    text             text        not null,
    raised_at        timestamptz not null,
    raised_by        text        not null,
    raised_by_name   text        not null,
    role             text        not null,
    person           text,
    answer           text,
    answered_at      timestamptz,
    answered_by      text,
    answered_by_name text,
    constraint sample_finding_pk primary key (id),
    constraint sample_finding_of foreign key (sample, dossier) references sample_dossier,
    constraint sample_finding_text check (text ~ '\S' and length(text) <= 4000),
    constraint sample_finding_answered check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null) and (answer is null) = (answered_by_name is null)),
    constraint sample_finding_answer check (answer ~ '\S' and length(answer) <= 4000)
);
create index sample_finding_by_dossier on sample_finding (dossier, raised_at);

call journal('sample', '=DEPARTEMENT');
call journal('sample_dossier', '=DEPARTEMENT');
call journal('sample_weight', '=DEPARTEMENT');
call journal('sample_question', '=DEPARTEMENT');
call journal('sample_finding', 'dossier');
