-- A row as the journal writes it down, so that what stands now can be compared with what was recorded: with its moments in UTC, whatever the session.
create function row_as_recorded(fact anyelement) returns jsonb language sql stable set timezone = 'UTC' as $$
    select to_jsonb(fact)
$$;
