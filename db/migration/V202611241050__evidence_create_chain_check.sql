-- Every chain, seal and document must agree with what was recorded: each check of that, and each thing that did not (quality.md, audit).
create table chain_check (
    id       bigint      generated always as identity,
    at       timestamptz not null,
    asked_by text        not null,
    chains   integer     not null check (chains >= 0),
    entries  bigint      not null check (entries >= 0),
    seals    integer     not null check (seals >= 0),
    findings integer     not null check (findings >= 0),
    millis   bigint      not null,
    constraint chain_check_pk primary key (id)
);

-- sentence: what does not agree, where and why. dossier is empty for a seal. What was put right is VERDWENEN; what comes back is a new finding.
create table chain_finding (
    id        bigint      generated always as identity,
    kind      text        not null,
    dossier   text        not null,
    sentence  text        not null,
    state     text        not null default 'OPEN' check (state in ('OPEN', 'VERDWENEN')),
    found_at  timestamptz not null,
    seen_by   bigint      not null references chain_check,
    closed_at timestamptz,
    constraint chain_finding_pk primary key (id),
    constraint chain_finding_closed check ((state = 'OPEN') = (closed_at is null)),
    constraint chain_finding_kind check (kind in (
        'HANDELING_GEWIJZIGD', 'HANDELING_VERVANGEN', 'HANDELING_WEG', 'HANDELING_INGEVOEGD', 'HANDELINGEN_VERWISSELD', 'ANDER_DOSSIER', 'INHOUD_GEWIJZIGD',
        'INHOUD_WEG', 'KETEN_HERSCHREVEN', 'STAART_WEG', 'DOSSIER_WEG', 'SLEUTEL_WEG', 'SLEUTEL_VERVANGEN', 'BEWAKING_AF', 'DOCUMENT_GEWIJZIGD',
        'DOCUMENT_VERVANGEN', 'DOCUMENT_WEG', 'DOCUMENT_ZONDER_HANDELING', 'ZEGEL_GEWIJZIGD', 'ZEGEL_WEG', 'BLAD_GEWIJZIGD', 'TIJDSTEMPEL', 'ZEGELSLEUTEL',
        'TERUGGEZET'))
);
create unique index chain_finding_once on chain_finding (md5(sentence)) where state = 'OPEN';
