-- How far the chain of a dossier that runs on our own diagrams was read: what comes after it was not counted yet (ADR 0032).
alter table history_dossier add column seq bigint;
alter table history_dossier add constraint history_dossier_seq_of_own check (seq is null or origin = 'EIGEN');
comment on column history_dossier.seq is 'The last act that its events know of; null for what came from a file.';
-- Which recognition a dossier withdrew.
create index recognition_change_by_dossier on recognition_change (by_dossier);
