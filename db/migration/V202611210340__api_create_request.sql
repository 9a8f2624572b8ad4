-- Which client used which idempotency key; the dossier it made stands in submission under the same key.
create table api_request (
    idempotency_key uuid primary key,
    client          text        not null,
    received_at     timestamptz not null
);
