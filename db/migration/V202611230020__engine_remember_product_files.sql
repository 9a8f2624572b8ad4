-- What the product itself brought, so that an upgrade follows the product only where no manager changed a file (ADR 0017).
alter table published_set add column source text not null default 'PRODUCT';
alter table published_set add constraint published_set_source check (source in ('PRODUCT', 'WIJZIGING'));

create table product_file (
    path text primary key,
    hash text not null check (hash ~ '^[0-9a-f]{64}$')
);

-- A new version of the product brought another text of a file that managers had changed: theirs stayed. Null: the product takes the file away.
create table product_difference (
    path     text not null,
    hash     text check (hash ~ '^[0-9a-f]{64}$'),
    found_at timestamptz not null,
    primary key (path, found_at)
);
