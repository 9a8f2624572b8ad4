-- The chain holds who did what and when, free of personal data of parties; what was said and changed stands beside it behind a keyed commitment (ADR 0022).
-- Entries from before are taken over with new hashes: no seal existed that covered the old ones.
drop view touched;
alter table audit_entry rename to audit_entry_before;
alter table audit_entry_before rename constraint audit_entry_pk to audit_entry_before_pk;
drop trigger audit_entry_append_only on audit_entry_before;

create table audit_entry (
    dossier     text        not null,
    seq         bigint      not null check (seq > 0),
    at          timestamptz not null,
    actor       text        not null,
    roles       text        not null,
    action      text        not null,
    commitment  text        not null check (commitment ~ '^[0-9a-f]{64}$'),
    previous    text        not null check (previous ~ '^([0-9a-f]{64})?$'),
    hash        text        not null check (hash ~ '^[0-9a-f]{64}$'),
    -- Real time, whatever day the product's clock says; not hashed, as little as the transaction.
    recorded_at timestamptz not null default clock_timestamp(),
    xact        xid8        not null default pg_current_xact_id(),
    constraint audit_entry_pk primary key (dossier, seq)
);
create index audit_entry_by_recorded_at on audit_entry using brin (recorded_at);

-- Canonical JSON text, kept verbatim: the commitment covers these very characters.
create table audit_content (
    dossier text   not null,
    seq     bigint not null,
    content text   not null,
    constraint audit_content_pk primary key (dossier, seq)
);

-- Made with a dossier's first entry. Without it nobody can tell what a commitment was made of.
create table audit_key (
    dossier text        not null constraint audit_key_pk primary key,
    key     bytea       not null check (octet_length(key) = 32),
    made_at timestamptz not null default clock_timestamp()
);

-- What was destroyed at the end of its retention, under which rule and by whom; never what it said.
create table destruction (
    dossier      text        not null constraint destruction_pk primary key,
    rule         text        not null,
    due_on       date        not null,
    destroyed_at timestamptz not null,
    by_id        text        not null,
    by_name      text        not null,
    second_id    text        not null,
    second_name  text        not null,
    reason       text
);

create table audit_seal_key (
    key_id     text        not null constraint audit_seal_key_pk primary key,
    public_key text        not null,
    first_used timestamptz not null default clock_timestamp()
);

create table audit_seal (
    serial    bigint      not null constraint audit_seal_pk primary key check (serial > 0),
    sealed_at timestamptz not null,
    leaves    integer     not null,
    root      text        not null check (root ~ '^[0-9a-f]{64}$'),
    previous  text        not null check (previous ~ '^([0-9a-f]{64})?$'),
    statement text        not null,
    signature bytea       not null,
    key_id    text        not null references audit_seal_key (key_id),
    token     bytea
);

create table audit_seal_leaf (
    seal     bigint  not null references audit_seal (serial),
    position integer not null,
    dossier  text    not null,
    seq      bigint  not null,
    head     text    not null check (head ~ '^[0-9a-f]{64}$'),
    constraint audit_seal_leaf_pk primary key (seal, position)
);
create index audit_seal_leaf_by_dossier on audit_seal_leaf (dossier, seq);

-- Takes over what was recorded before: same acts, same order, new hashes.
create function hmac_sha256(key bytea, said bytea) returns bytea language plpgsql immutable strict as $$
declare
    padded bytea := key || decode(repeat('00', 64 - octet_length(key)), 'hex');
    inner_pad bytea := padded;
    outer_pad bytea := padded;
begin
    for i in 0..63 loop
        inner_pad := set_byte(inner_pad, i, get_byte(padded, i) # 54);
        outer_pad := set_byte(outer_pad, i, get_byte(padded, i) # 92);
    end loop;
    return sha256(outer_pad || sha256(inner_pad || said));
end $$;

do $$
declare
    was record;
    of_dossier text := '';
    key bytea;
    number bigint;
    before_it text;
    said text;
    moment text;
    committed text;
    hashed text;
begin
    for was in select * from audit_entry_before order by dossier, seq loop
        if was.dossier <> of_dossier then
            of_dossier := was.dossier;
            number := 0;
            before_it := '';
            key := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
            insert into audit_key (dossier, key) values (of_dossier, key);
        end if;
        number := number + 1;
        said := '{"after":' || was.facts_after || ',"before":' || was.facts_before || ',"name":' || to_json(was.actor_name)
            || ',"reason":' || coalesce(to_json(was.reason)::text, 'null') || ',"sentence":' || to_json(was.sentence) || '}';
        moment := to_char(was.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
        committed := encode(hmac_sha256(key, convert_to(was.dossier || E'\n' || number || E'\n' || said, 'UTF8')), 'hex');
        hashed := encode(sha256(convert_to(concat_ws(E'\n', 'dossierwerk-handeling-2', was.dossier, number, moment, was.actor, was.actor_roles, was.action,
                                                     committed, before_it), 'UTF8')), 'hex');
        insert into audit_entry (dossier, seq, at, actor, roles, action, commitment, previous, hash)
        values (was.dossier, number, was.at, was.actor, was.actor_roles, was.action, committed, before_it, hashed);
        insert into audit_content (dossier, seq, content) values (was.dossier, number, said);
        before_it := hashed;
    end loop;
end $$;
drop function hmac_sha256(bytea, bytea);
drop table audit_entry_before;

-- Who touched a dossier: how often the trail names a person, and the tasks that this person sent (procedures.md 1.10, impartiality).
-- What changed besides (FEITEN) is no act of its own. The name goes with the content when that is destroyed.
create view touched as
select a.dossier, a.actor,
       coalesce((select c.content::json ->> 'name' from audit_content c where c.dossier = a.dossier and c.seq = max(a.seq)), a.actor) as actor_name, count(*) as acts,
       coalesce((select array_agg(t.task_name order by t.completed_at) from inbox_done t where t.dossier = a.dossier and t.completed_by = a.actor), '{}') as tasks
from audit_entry a where a.actor <> 'systeem' and a.action <> 'FEITEN' group by a.dossier, a.actor;

-- Nothing of the proof is changed or deleted, also not by the owner or with session_replication_role; what was said, and the key, go at a destruction.
create or replace function refuse_audit_change() returns trigger language plpgsql as $$
begin
    raise exception 'audit entries are never changed or deleted (%, %)', tg_table_name, lower(tg_op);
end $$;

create function keep_until_destruction() returns trigger language plpgsql as $$
begin
    if not exists (select from destruction d where d.dossier = old.dossier) then
        raise exception 'audit entries are never changed or deleted (%, %)', tg_table_name, lower(tg_op);
    end if;
    return old;
end $$;

do $$
declare
    kept text;
begin
    foreach kept in array array['audit_entry', 'audit_seal', 'audit_seal_leaf', 'audit_seal_key', 'destruction'] loop
        execute format('create trigger %1$s_append_only before update or delete or truncate on %1$I for each statement execute function refuse_audit_change()', kept);
        execute format('alter table %1$I enable always trigger %1$s_append_only', kept);
    end loop;
    foreach kept in array array['audit_content', 'audit_key'] loop
        execute format('create trigger %1$s_append_only before update or truncate on %1$I for each statement execute function refuse_audit_change()', kept);
        execute format('create trigger %1$s_destroyed before delete on %1$I for each row execute function keep_until_destruction()', kept);
        execute format('alter table %1$I enable always trigger %1$s_append_only, enable always trigger %1$s_destroyed', kept);
    end loop;
end $$;

-- What changed in a transaction, until it becomes an entry of its chain: in the same transaction when that recorded an act, or a minute later.
create table row_change (
    id          bigint      generated always as identity,
    xact        xid8        not null default pg_current_xact_id(),
    dossier     text        not null,
    content     jsonb       not null,
    application text        not null default current_setting('application_name'),
    person      text        not null default session_user,
    at          timestamptz not null default clock_timestamp(),
    constraint row_change_pk primary key (xact, id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
create index row_change_by_dossier on row_change (dossier);
