-- What refuses every change, and what writes every change down, lets a destruction through: only while a row of destruction that this very transaction
-- wrote names the dossier (ADR 0026).
-- The dossier that this transaction destroys; null in every other one.
create function disposal_now() returns text language plpgsql stable as $$
declare
    asked text := current_setting('dossierwerk.destroys', true);
begin
    if asked is null or asked = '' then
        return null;
    end if;
    return (select d.dossier from destruction d where d.dossier = asked and d.xact = pg_current_xact_id_if_assigned());
end $$;

-- Lets every guard step aside while a dossier is destroyed; for tables that come later it is called again.
create procedure disposal_let_through() language plpgsql as $$
declare
    guard record;
begin
    for guard in select t.tgname, t.tgrelid::regclass as of_table, pg_get_triggerdef(t.oid) as def from pg_trigger t join pg_class c on c.oid = t.tgrelid
                 where not t.tgisinternal and t.tgqual is null and c.relnamespace = current_schema()::regnamespace and c.relname not like 'audit\_%'
                   and c.relname not like 'act\_%' and c.relname not in ('destruction', 'row_change') and t.tgname not like '%\_journal' and t.tgname not like '%\_journal\_truncate'
                   and t.tgtype & 2 = 2 and t.tgtype & 24 > 0 loop
        execute format('drop trigger %I on %s', guard.tgname, guard.of_table);
        execute regexp_replace(guard.def, ' EXECUTE FUNCTION ', ' WHEN (disposal_now() is null) EXECUTE FUNCTION ');
    end loop;
end $$;
call disposal_let_through();

-- Never under appeal: who registers one waits for a destruction that is under way and finds the dossier destroyed; a destruction that waited finds the appeal.
create function refuse_appeal_of_destroyed() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(new.contested, 7));
    if exists (select from destruction where dossier = new.contested) then
        raise exception 'dossier % is destroyed', new.contested using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger contest_of_kept_dossier before insert on contest for each row execute function refuse_appeal_of_destroyed();

create function refuse_destruction_under_appeal() returns trigger language plpgsql as $$
begin
    if exists (select from contest c join dossier a on a.number = c.appeal where c.contested = new.dossier and a.closed_on is null) then
        raise exception 'dossier % is under appeal', new.dossier using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger destruction_never_under_appeal before insert on destruction for each row execute function refuse_destruction_under_appeal();

-- Nothing comes into a dossier that is destroyed, and it does not start again.
create function refuse_in_destroyed() returns trigger language plpgsql as $$
begin
    if exists (select from destruction where dossier = new.dossier) then
        raise exception 'dossier % is destroyed', new.dossier using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger document_of_kept_dossier before insert on document for each row execute function refuse_in_destroyed();
create trigger note_of_kept_dossier before insert on note for each row execute function refuse_in_destroyed();
create trigger party_of_kept_dossier before insert on party for each row execute function refuse_in_destroyed();
create trigger letter_of_kept_dossier before insert on letter for each row execute function refuse_in_destroyed();
-- Once more at the commit: who added something while a destruction was under way waited for it with the act that tells so.
create function refuse_added_meanwhile() returns trigger language plpgsql as $$
begin
    if exists (select from destruction where dossier = new.dossier and xact <> pg_current_xact_id()) then
        raise exception 'dossier % is destroyed', new.dossier using errcode = 'check_violation';
    end if;
    return null;
end $$;
do $$
declare
    added text;
begin
    foreach added in array array['document', 'note', 'party', 'letter', 'submission', 'source_answer', 'hearing', 'besluit', 'klacht_person', 'requested_document', 'missing_item'] loop
        execute format('create constraint trigger %1$s_of_kept_dossier_still after insert on %1$I deferrable initially deferred for each row execute function refuse_added_meanwhile()', added);
    end loop;
end $$;

create function refuse_reopening_of_destroyed() returns trigger language plpgsql as $$
begin
    if exists (select from destruction where dossier = new.number) then
        raise exception 'dossier % is destroyed', new.number using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger dossier_destroyed_stays_closed before update on dossier for each row
    when (old.closed_on is not null and new.closed_on is null) execute function refuse_reopening_of_destroyed();

-- What a destruction empties is not written down a second time: nothing of the dossier itself, and of rows in other chains only that they were emptied.
create function row_change_without_what_is_destroyed() returns trigger language plpgsql as $$
declare
    destroyed text := disposal_now();
begin
    if destroyed is null then
        return new;
    elsif new.dossier = destroyed then
        return null;
    end if;
    new.content := jsonb_build_object('table', new.content -> 'table', 'key', '{}'::jsonb, 'before', jsonb_build_object('vernietigd', destroyed), 'after', null);
    return new;
end $$;
create trigger row_change_of_destruction before insert on row_change for each row
    when (current_setting('dossierwerk.destroys', true) <> '') execute function row_change_without_what_is_destroyed();
alter table row_change enable always trigger row_change_of_destruction;
alter table destruction enable always trigger destruction_never_under_appeal;
call remember_guards('row_change');
call remember_guards('disposal_now');
call remember_guards('destruction');

-- The undertaking of a dossier, when no other dossier that is kept is about it: then what is known of it apart from any dossier goes too.
create function disposal_alone(of_dossier text) returns text language sql stable as $$
    select d.enterprise_number from dossier d where d.number = of_dossier
    and not exists (select from dossier other where other.enterprise_number = d.enterprise_number and other.number <> d.number)
$$;
