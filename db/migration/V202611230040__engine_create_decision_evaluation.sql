-- What decision tables were asked about dossiers and what they answered, so that a changed table can be tried on past dossiers (ideas.md "A manager" 10).
-- The engine's own history has the values of the columns only: not what cells compare with, and no dossier where nothing ran yet.
-- Facts are yes or no, numbers and closed codes; the same question about the same dossier is kept once. No reference to dossier: the engine knows business keys only.
create table decision_evaluation (
    serial   bigint generated always as identity primary key,
    dossier  text not null,
    decision text not null,
    version  integer not null,
    facts    jsonb not null check (jsonb_typeof(facts) = 'object'),
    answers  jsonb not null check (jsonb_typeof(answers) = 'array'),
    at       timestamptz not null
);
create unique index decision_evaluation_once on decision_evaluation (dossier, decision, version, md5(facts::text));
create index decision_evaluation_of on decision_evaluation (decision, dossier, serial);
