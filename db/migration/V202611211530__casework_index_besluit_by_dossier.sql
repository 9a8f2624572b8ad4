-- The decision that counts of each of some thousand dossiers, for the screen of a batch: the partial indexes leave out states that it needs.
create index besluit_by_dossier on besluit (dossier, drafted_at desc);
