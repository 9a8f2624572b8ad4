-- What a transaction changed is asked before each commit. Its plan is always the same; planning it anew each time took longer than answering.
create function changes_of_transaction(of_dossiers text[], most integer)
    returns table (dossier text, seq bigint, hash text, key bytea, at timestamptz, actor text, roles text, xact text, ids bigint[], changes json, part bigint)
    language plpgsql stable set plan_cache_mode to force_generic_plan as $$
#variable_conflict use_column
begin
    if not exists (select from row_change where xact = pg_current_xact_id()) then
        return;
    end if;
    return query
    with mine as (
        select e.*, k.key from unnest(of_dossiers) d (dossier)
        join lateral (select * from audit_entry a where a.dossier = d.dossier order by seq desc limit 1) e on e.xact = pg_current_xact_id()
        join audit_key k on k.dossier = e.dossier),
    cut as (
        select r.*, (row_number() over (partition by dossier order by id) - 1) / most as part from row_change r
        where xact = pg_current_xact_id() and dossier in (select dossier from mine))
    select m.dossier, m.seq, m.hash, m.key, m.at, m.actor, m.roles, pg_current_xact_id()::text, c.ids, c.changes, c.part
    from mine m join (select dossier, part, array_agg(id) as ids, json_agg(content order by id) as changes from cut group by dossier, part) c using (dossier)
    order by m.dossier, c.part;
end $$;
comment on function changes_of_transaction is 'What this transaction changed in those of the dossiers in which it recorded an act, in parts of so many rows, with the ends of their chains.';
