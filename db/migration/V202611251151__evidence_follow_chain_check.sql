-- A check runs by itself, says how far it is and how it ended, and most nights looks only at what is not as it was sealed and checked before.
alter table chain_check
    add column state      text    not null default 'KLAAR' constraint chain_check_state check (state in ('BEZIG', 'KLAAR', 'MISLUKT')),
    add column whole      boolean not null default true,
    add column of_chains  integer not null default 0,
    add column at_dossier text,
    add column ended_at   timestamptz,
    add column incident   text,
    -- The last seal before it began: a later check need not look at what this seal covers.
    add column last_seal  bigint  not null default 0;

alter table chain_finding drop constraint chain_finding_kind;
alter table chain_finding add constraint chain_finding_kind check (kind in (
    'HANDELING_GEWIJZIGD', 'HANDELING_VERVANGEN', 'HANDELING_WEG', 'HANDELING_INGEVOEGD', 'HANDELINGEN_VERWISSELD', 'ANDER_DOSSIER', 'INHOUD_GEWIJZIGD',
    'INHOUD_WEG', 'KETEN_HERSCHREVEN', 'STAART_WEG', 'DOSSIER_WEG', 'SLEUTEL_WEG', 'SLEUTEL_VERVANGEN', 'SLEUTEL_VERWISSELD', 'BEWAKING_AF', 'DOCUMENT_GEWIJZIGD',
    'DOCUMENT_VERVANGEN', 'DOCUMENT_WEG', 'DOCUMENT_ZONDER_HANDELING', 'ZEGEL_GEWIJZIGD', 'ZEGEL_WEG', 'BLAD_GEWIJZIGD', 'TIJDSTEMPEL', 'ZEGELSLEUTEL',
    'TERUGGEZET', 'KETEN_LEEG', 'VERNIETIGING'));
