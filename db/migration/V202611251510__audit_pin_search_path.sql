-- A table of the same name in somebody's own temporary schema stands before ours: what guards the record looks in ours alone, wherever it is called.
do $$
declare
    guard record;
begin
    for guard in select p.oid::regprocedure as signature from pg_proc p
                 where p.pronamespace = 'public'::regnamespace and p.prolang <> (select oid from pg_language where lanname = 'c')
                   and (p.prorettype = 'trigger'::regtype or p.proname in ('disposal_now', 'journal_short')) loop
        execute format('alter function %s set search_path = pg_catalog, public, pg_temp', guard.signature);
    end loop;
end $$;

do $$
declare
    each text;
begin
    for each in select name from audit_guard_now where on_table = '' loop
        call remember_guards(each);
    end loop;
end $$;
