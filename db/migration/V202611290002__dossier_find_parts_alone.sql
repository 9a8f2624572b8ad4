-- A number that was typed whole is looked up by its key; here only parts are sought. See V202611270011.
drop function dossier_found(text, text, text[]);
-- digits: null without any.
create function dossier_found(part text, digits text) returns setof text language sql stable rows 200
    set search_path from current set enable_seqscan = off set enable_indexscan = on as $$
    select number from dossier where subject ilike part
    union select number from dossier where enterprise_number like digits
    union select number from dossier where number ilike part
$$;
