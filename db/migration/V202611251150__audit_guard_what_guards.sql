-- Nobody bends the chain unseen (ADR 0025): what was said goes only in one act with the entry that tells so, what changed goes only into the entry that
-- carries it, and the guards themselves are known by heart, so that the check can tell which one was taken off or replaced.

-- A destruction and the new key that follows it belong to one transaction.
alter table destruction add column xact xid8 not null default pg_current_xact_id();
alter table audit_key add column xact xid8 not null default pg_current_xact_id();

-- The few entries that tell one, however long the chains.
create index audit_entry_destroyed on audit_entry (dossier) where action = 'VERNIETIGD';

create or replace function keep_until_destruction() returns trigger language plpgsql as $$
begin
    if not exists (select from destruction d where d.dossier = old.dossier and d.xact = pg_current_xact_id()) then
        raise exception 'audit entries are never changed or deleted (%, %)', tg_table_name, lower(tg_op);
    end if;
    return old;
end $$;

-- At the commit: the chain ends with VERNIETIGD, that entry alone still says something, the key is a new one, and nothing waits to be told.
create function destroyed_whole() returns trigger language plpgsql as $$
declare
    of_dossier text;
    told record;
begin
    if tg_op = 'DELETE' then
        of_dossier := old.dossier;
    else
        of_dossier := new.dossier;
    end if;
    select into told seq, action, xact from audit_entry where dossier = of_dossier order by seq desc limit 1;
    if told.action is distinct from 'VERNIETIGD' or told.xact is distinct from pg_current_xact_id()
            or not exists (select from destruction where dossier = of_dossier and xact = pg_current_xact_id()) then
        raise exception 'a destruction is told in its chain, in the same transaction (%)', of_dossier;
    end if;
    if exists (select from audit_content where dossier = of_dossier and seq <> told.seq)
            or not exists (select from audit_content where dossier = of_dossier and seq = told.seq)
            or not exists (select from audit_key where dossier = of_dossier and xact = pg_current_xact_id())
            or exists (select from row_change where dossier = of_dossier) then
        raise exception 'a destruction takes the key and all that was said, and leaves that it happened (%)', of_dossier;
    end if;
    return null;
end $$;
create constraint trigger destruction_whole after insert on destruction deferrable initially deferred for each row execute function destroyed_whole();
create constraint trigger audit_content_whole after delete on audit_content deferrable initially deferred for each row execute function destroyed_whole();
create constraint trigger audit_key_whole after delete on audit_key deferrable initially deferred for each row execute function destroyed_whole();
alter table destruction enable always trigger destruction_whole;
alter table audit_content enable always trigger audit_content_whole;
alter table audit_key enable always trigger audit_key_whole;

-- What changed is written by the triggers alone, and goes with the statement that adds the entry that carries it; or with all else at a destruction.
create function carried_by_entry() returns trigger language plpgsql as $$
declare
    missed text;
begin
    select into missed lost.dossier from (
        select dossier, content from gone where not exists (select from destruction d where d.dossier = gone.dossier and d.xact = pg_current_xact_id())
        except all
        select e.dossier, change from (select distinct dossier from gone) of_chain
        cross join lateral (select * from audit_entry where dossier = of_chain.dossier order by seq desc limit 1) e
        join audit_content c on c.dossier = e.dossier and c.seq = e.seq
        cross join lateral jsonb_array_elements(c.content::jsonb -> 'changes') change
        where e.xact = pg_current_xact_id() and e.action in ('FEITEN', 'BUITEN_OM')) lost limit 1;
    if found then
        raise exception 'what changed is never deleted before an entry carries it (%)', missed;
    end if;
    return null;
end $$;
create trigger row_change_append_only before update or truncate on row_change for each statement execute function refuse_audit_change();
create trigger row_change_by_trigger before insert on row_change for each statement when (pg_trigger_depth() = 0) execute function refuse_audit_change();
create trigger row_change_carried after delete on row_change referencing old table as gone for each statement execute function carried_by_entry();
alter table row_change enable always trigger row_change_append_only, enable always trigger row_change_by_trigger, enable always trigger row_change_carried;

-- The oldest of one chain, portion by portion.
drop index row_change_by_dossier;
create index row_change_by_dossier on row_change (dossier, xact, id);

-- What each guard must look like; the last row of a guard holds. on_table is empty for a function. looks is null for what is no guard any more.
create table audit_guard (
    id       bigint      generated always as identity,
    on_table text        not null,
    name     text        not null,
    looks    text,
    since    timestamptz not null default clock_timestamp(),
    constraint audit_guard_pk primary key (id)
);

-- The guards as they are now, with the functions that they call. No text that PostgreSQL makes up itself: another version of it may write that differently.
create view audit_guard_now as
with guard as (
    select c.relname::text as on_table, t.tgname::text as name, t.tgfoid as calls,
           concat_ws(' ', p.proname, t.tgtype, t.tgattr, case when t.tgqual is not null then md5(pg_get_triggerdef(t.oid)) end, t.tgdeferrable, t.tginitdeferred, md5(t.tgargs)) as looks, t.tgenabled::text as enabled
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
    where c.relnamespace = 'public'::regnamespace and not t.tgisinternal
      and (c.relname like 'audit\_%' or c.relname in ('destruction', 'row_change') or t.tgname in (c.relname || '_journal', c.relname || '_journal_truncate')))
select on_table, name, looks, enabled, calls from guard
union all
select '', proname::text, md5(prosrc) || coalesce(' ' || proconfig::text, ''), 'A', oid from pg_proc
where pronamespace = 'public'::regnamespace and (oid in (select calls from guard) or proname in ('journal_short', 'disposal_now'));

-- One table's guards, with functions that were not known yet, or one function: a migration that changes one calls this, and takes nothing else for good along.
create procedure remember_guards(of_name text) language sql as $$
    insert into audit_guard (on_table, name, looks)
    select n.on_table, n.name, n.looks from audit_guard_now n
    left join (select distinct on (on_table, name) on_table, name, looks from audit_guard order by on_table, name, id desc) known
           on known.on_table = n.on_table and known.name = n.name
    where known.looks is distinct from n.looks
      and (n.on_table = of_name or n.on_table = '' and n.name = of_name
           or n.on_table = '' and known.name is null and n.calls in (select o.calls from audit_guard_now o where o.on_table = of_name))
$$;

-- As before, and: also for who plays a copy of the table back (session_replication_role), and known by heart.
create or replace procedure journal(of_table regclass, chain text, ignored text[] default '{}') language plpgsql as $$
declare
    name text := (select relname from pg_class where oid = of_table);
    keys text[] := (select array_agg(a.attname order by array_position(i.indkey::int2[], a.attnum)) from pg_index i
                    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey) where i.indrelid = of_table and i.indisprimary);
    bytes text[] := (select coalesce(array_agg(a.attname), '{}') from pg_attribute a where a.attrelid = of_table and a.atttypid = 'bytea'::regtype and a.attnum > 0);
begin
    execute format('create trigger %I after insert or update or delete on %s for each row execute function journal_change(%L, %L, %L, %L, %L)', name || '_journal', of_table,
        keys, ignored, bytes, case when chain like '=%' then 'CHAIN' when chain like 'select %' then 'QUERY' else 'COLUMN' end, ltrim(chain, '='));
    execute format('create trigger %I before truncate on %s for each statement execute function journal_truncate()', name || '_journal_truncate', of_table);
    execute format('alter table %s enable always trigger %I, enable always trigger %I', of_table, name || '_journal', name || '_journal_truncate');
    call remember_guards(name);
end $$;

-- As before, and: of a row whose dossier cannot be found any more, because what it hung from went first, only the key is told. What it said would come
-- into a chain of which nothing is ever destroyed; the entries of its own dossier tell it.
create or replace function journal_change() returns trigger language plpgsql set timezone = 'UTC' as $$
declare
    was jsonb;
    becomes jsonb;
    fact jsonb;
    bytes text[] := tg_argv[2];
    of_dossier text;
    of_dossier_before text;
    keys jsonb := '{}';
    told jsonb;
    name text;
begin
    if tg_op <> 'INSERT' then
        was := to_jsonb(old);
    end if;
    if tg_op <> 'DELETE' then
        becomes := to_jsonb(new);
    end if;
    foreach name in array tg_argv[0]::text[] loop
        keys := keys || jsonb_build_object(name, coalesce(was, becomes) -> name);
    end loop;
    fact := coalesce(becomes, was);
    if tg_argv[3] = 'COLUMN' then
        of_dossier := fact ->> tg_argv[4];
        of_dossier_before := was ->> tg_argv[4];
    elsif tg_argv[3] = 'CHAIN' then
        of_dossier := tg_argv[4];
    else
        execute tg_argv[4] into of_dossier using fact;
        if of_dossier is null and tg_op = 'DELETE' then
            was := keys;
        end if;
    end if;
    if tg_argv[1] <> '{}' then
        was := was - tg_argv[1]::text[];
        becomes := becomes - tg_argv[1]::text[];
    end if;
    if tg_op = 'UPDATE' and was = becomes then
        return null;
    end if;
    if tg_op = 'UPDATE' then
        select jsonb_object_agg(now.key, was -> now.key), jsonb_object_agg(now.key, now.value) into was, becomes
        from jsonb_each(becomes) now where now.value is distinct from was -> now.key;
    end if;
    if bytes <> '{}' or pg_column_size(was) > 4096 or pg_column_size(becomes) > 4096 then
        was := journal_short(was, bytes);
        becomes := journal_short(becomes, bytes);
    end if;
    told := jsonb_build_object('table', tg_table_name, 'key', keys, 'before', was, 'after', becomes);
    insert into row_change (dossier, content) values (coalesce(of_dossier, 'DEPARTEMENT'), told);
    if of_dossier_before <> coalesce(of_dossier, 'DEPARTEMENT') then
        insert into row_change (dossier, content) values (of_dossier_before, told);
    end if;
    return null;
end $$;

-- Rows of undertakings, who may be persons, that have no dossier yet: what identifies and describes them stays out of the department's chain.
drop trigger source_answer_journal on source_answer;
drop trigger source_answer_journal_truncate on source_answer;
drop trigger withdrawal_batch_item_journal on withdrawal_batch_item;
drop trigger withdrawal_batch_item_journal_truncate on withdrawal_batch_item;
-- sha256 stands for the body.
call journal('source_answer', 'dossier', '{body}');
-- The undertaking's number stands for its name.
call journal('withdrawal_batch_item', 'dossier', '{name}');

do $$
declare
    followed record;
begin
    for followed in select t.tgrelid::regclass as on_table, t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
                    where t.tgname in (c.relname || '_journal', c.relname || '_journal_truncate') and t.tgenabled <> 'A' loop
        execute format('alter table %s enable always trigger %I', followed.on_table, followed.name);
    end loop;
end $$;

create trigger audit_guard_append_only before update or delete or truncate on audit_guard for each statement execute function refuse_audit_change();
alter table audit_guard enable always trigger audit_guard_append_only;
-- What is expected from now on stands in the chain as well: who puts a row here by hand is told.
call journal('audit_guard', '=DEPARTEMENT');
do $$
declare
    each text;
begin
    for each in select distinct coalesce(nullif(on_table, ''), name) from audit_guard_now loop
        call remember_guards(each);
    end loop;
end $$;
