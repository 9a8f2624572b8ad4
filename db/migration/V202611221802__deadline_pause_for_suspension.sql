-- While a ruling suspends a decision, what it asks of the undertaking stands still: conditions and payments (procedures.md 1.10).
alter table term_rule drop constraint term_rule_pause_grounds;
alter table term_rule add constraint term_rule_pause_grounds check (pause_grounds <@
    array['AANVULLING_AANVRAGER', 'REACTIE_ADVIES', 'VERWEER', 'ADVIES_DERDE', 'BRON_DERDE', 'SCHORSING']);
alter table term_entry drop constraint term_entry_ground;
alter table term_entry add constraint term_entry_ground check (case
    when kind in ('PAUSED', 'RESUMED') then ground in ('AANVULLING_AANVRAGER', 'REACTIE_ADVIES', 'VERWEER', 'ADVIES_DERDE', 'BRON_DERDE', 'SCHORSING') and ground is not null
    when kind = 'EXTENDED' then ground is null or ground in ('WETTELIJKE_VERLENGING', 'AKKOORD_AANVRAGER', 'OVERMACHT')
    when kind in ('CORRECTED', 'COUNTERED') then ground in ('VERKEERD_GENOTEERD', 'STUK_LATER_GEVONDEN', 'ANDERE_DATUM_BEWEZEN') and ground is not null
    else ground is null end);
update term_rule set pause_grounds = array_append(pause_grounds, 'SCHORSING')
where code in ('T-TER-02', 'T-TER-03', 'T-TER-04', 'T-INB-03', 'T-INB-04', 'T-INB-05', 'T-INB-06');
