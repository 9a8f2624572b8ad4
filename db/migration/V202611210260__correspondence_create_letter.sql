-- Letters of a dossier: what was written, with which facts, signed by whom, sent how, and until when an appeal is possible.
create table letter (
    id             uuid        not null,
    dossier        text        not null,
    kind           text        not null,
    title          text        not null,
    status         text        not null,
    document       uuid        not null,
    facts          jsonb       not null,
    facts_sha256   text        not null,
    made_at        timestamptz not null,
    made_by        text        not null,
    signed_at      timestamptz,
    signed_by      text,
    signed_by_name text,
    channel        text,
    sent_on        date,
    received_on    date,
    appeal_from    date,
    appeal_until   date,
    proof          text,
    constraint letter_pk primary key (id),
    constraint letter_status_known check (status in ('ONTWERP', 'TE_ONDERTEKENEN', 'ONDERTEKEND', 'KLAAR_VOOR_VERZENDING', 'VERZONDEN', 'MISLUKT')),
    constraint letter_channel_known check (channel in ('POST_AANGETEKEND', 'POST', 'MAIL', 'PORTAAL')),
    constraint letter_signed_by_somebody check ((signed_at is null) = (signed_by is null) and (signed_at is null) = (signed_by_name is null)),
    constraint letter_appeal_whole check ((appeal_from is null) = (appeal_until is null) and appeal_from <= appeal_until)
);
create index letter_dossier on letter (dossier, made_at);
