-- What was written wrongly is countered by a later entry, never changed; a start can be corrected. Each says on what ground, and what proves it.
alter table term_entry add column counters bigint;
alter table term_entry add column evidence text;
alter table term_entry drop constraint term_entry_kind;
alter table term_entry drop constraint term_entry_pause_is_of_file;
alter table term_entry drop constraint term_entry_pause_has_ground;
alter table term_entry drop constraint term_entry_ground;
alter table term_entry add constraint term_entry_kind check
    (kind in ('STARTED', 'PAUSED', 'RESUMED', 'EXTENDED', 'STOPPED', 'CORRECTED', 'COUNTERED'));
alter table term_entry add constraint term_entry_of check (case
    when kind in ('PAUSED', 'RESUMED') then term is null
    when kind = 'COUNTERED' then true
    else term is not null end);
alter table term_entry add constraint term_entry_ground check (case
    when kind in ('PAUSED', 'RESUMED') then ground in ('AANVULLING_AANVRAGER', 'REACTIE_ADVIES', 'VERWEER', 'ADVIES_DERDE', 'BRON_DERDE') and ground is not null
    when kind = 'EXTENDED' then ground is null or ground in ('WETTELIJKE_VERLENGING', 'AKKOORD_AANVRAGER', 'OVERMACHT')
    when kind in ('CORRECTED', 'COUNTERED') then ground in ('VERKEERD_GENOTEERD', 'STUK_LATER_GEVONDEN', 'ANDERE_DATUM_BEWEZEN') and ground is not null
    else ground is null end);
alter table term_entry add constraint term_entry_counters check ((kind = 'COUNTERED') = (counters is not null));
alter table term_entry add constraint term_entry_countered foreign key (counters) references term_entry;
create unique index term_entry_countered_once on term_entry (counters) where counters is not null;

-- The account is a function of rule, ledger and calendar: the hash says of which inputs due_on was computed.
alter table term add column inputs_sha256 text;
