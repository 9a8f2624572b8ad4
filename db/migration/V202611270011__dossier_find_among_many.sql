-- Dossiers are found among more than a million: by a part of what people type, by procedure and handler, and sorted by each column that the list shows.
create extension if not exists pg_trgm;
create index dossier_by_part on dossier using gin (subject gin_trgm_ops, number gin_trgm_ops, enterprise_number gin_trgm_ops);
create index dossier_of_procedure on dossier (procedure, received_on desc, number desc);
create index dossier_of_handler on dossier (handler, handler_name) where handler is not null;
create index dossier_by_subject on dossier (subject, number);
create index dossier_by_handler_name on dossier (coalesce(handler_name, ''), number) include (handler_name);
create index dossier_by_state on dossier (coalesce(outcome, state), number) include (outcome, state);

-- The planner cannot know how rare a part of a name is; read as common, it costs a walk through every dossier. Never so here: the parts stand in the index.
-- digits: null without any. numbers: when not null, those that a typed number can mean, so that parts of numbers are not sought.
create function dossier_found(part text, digits text, numbers text[]) returns setof text language sql stable rows 200
    set search_path from current set enable_seqscan = off set enable_indexscan = on as $$
    select number from dossier where subject ilike part
    union select number from dossier where enterprise_number like digits
    union select number from dossier where number = any(numbers)
    union select number from dossier where numbers is null and number ilike part
$$;
