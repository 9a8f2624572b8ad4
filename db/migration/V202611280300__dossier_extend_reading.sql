-- The account of a term and the administrative file of an appeal show a dossier too.
alter table dossier_reading drop constraint dossier_reading_what;
alter table dossier_reading add constraint dossier_reading_what check (what in ('DOSSIER', 'VERLOOP', 'TAAK', 'DOCUMENT', 'AFDRUK', 'BUNDEL', 'TERMIJN', 'STUKKEN'));
