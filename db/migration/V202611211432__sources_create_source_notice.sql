-- Messages that sources send by themselves: arrears, bankruptcy, cessation, merger. One row for each reference of a source.
create table source_notice (
    id                bigint      generated always as identity,
    source            text        not null,
    reference         text        not null,
    kind              text        not null,
    enterprise_number text        not null,
    dated             date        not null,
    amount            numeric(14,2),
    plan              text,
    successor         text,
    status            text        not null,
    received_at       timestamptz not null,
    received_by       text        not null,
    constraint source_notice_pk primary key (id),
    constraint source_notice_once unique (source, reference),
    constraint source_notice_source check (source in ('KBO', 'RSZ', 'FISCUS', 'REGSOL')),
    constraint source_notice_kind check (kind in ('SCHULD', 'FAILLISSEMENT', 'STOPZETTING', 'FUSIE')),
    constraint source_notice_debt check ((kind = 'SCHULD') = (amount is not null) and (amount is null) = (plan is null)),
    constraint source_notice_plan check (plan in ('GEEN', 'NAGELEEFD', 'NIET_NAGELEEFD')),
    constraint source_notice_merger check ((kind = 'FUSIE') = (successor is not null)),
    constraint source_notice_status check (status in ('AANVAARD', 'ONBEKEND'))
);
create index source_notice_of_undertaking on source_notice (enterprise_number, id desc);
