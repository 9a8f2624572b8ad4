-- Every change of a row that holds a fact is written down with what it was and what it became, whoever makes it and with whatever program (ADR 0022).
-- A new table calls journal() in its own migration, or stands in the test's list of those that are not journaled, with the reason.

-- Values of more than 4 kB and all bytes are told by their hash: what they were stands elsewhere, or needs no second place.
create function journal_short(fact jsonb, bytes text[]) returns jsonb language sql immutable as $$
    select jsonb_object_agg(key, case
        when jsonb_typeof(value) = 'null' then value
        when key = any(bytes) then to_jsonb('sha256:' || encode(sha256(decode(substr(value #>> '{}', 3), 'hex')), 'hex'))
        when octet_length(value #>> '{}') > 4096 then to_jsonb('sha256:' || encode(sha256(convert_to(value #>> '{}', 'UTF8')), 'hex'))
        else value end)
    from jsonb_each(fact)
$$;

-- Arguments: columns of the key, columns that are not followed, columns of bytes, then how the chain is found: COLUMN name, CHAIN name or QUERY text.
create function journal_change() returns trigger language plpgsql set timezone = 'UTC' as $$
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

-- Who empties a table leaves at least that behind, and how many rows went.
create function journal_truncate() returns trigger language plpgsql as $$
declare
    rows bigint;
begin
    execute format('select count(*) from %I', tg_table_name) into rows;
    if rows > 0 then
        insert into row_change (dossier, content) values ('DEPARTEMENT',
            jsonb_build_object('table', tg_table_name, 'key', '{}'::jsonb, 'before', jsonb_build_object('rows', rows), 'after', null));
    end if;
    return null;
end $$;

-- chain: a column that holds the dossier, '=NAME' for one chain, or a query over the row ($1, as jsonb). Without a dossier it is the department's chain.
create procedure journal(of_table regclass, chain text, ignored text[] default '{}') language plpgsql as $$
declare
    name text := (select relname from pg_class where oid = of_table);
    keys text[] := (select array_agg(a.attname order by array_position(i.indkey::int2[], a.attnum)) from pg_index i
                    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey) where i.indrelid = of_table and i.indisprimary);
    bytes text[] := (select coalesce(array_agg(a.attname), '{}') from pg_attribute a where a.attrelid = of_table and a.atttypid = 'bytea'::regtype and a.attnum > 0);
begin
    execute format('create trigger %I after insert or update or delete on %s for each row execute function journal_change(%L, %L, %L, %L, %L)', name || '_journal', of_table,
        keys, ignored, bytes, case when chain like '=%' then 'CHAIN' when chain like 'select %' then 'QUERY' else 'COLUMN' end, ltrim(chain, '='));
    execute format('create trigger %I before truncate on %s for each statement execute function journal_truncate()', name || '_journal_truncate', of_table);
end $$;

do $$
declare
    -- Facts of a dossier, that have its number.
    of_dossier text[] := array['administrative_file', 'administrative_file_item', 'appeal_window', 'besluit', 'committee_item', 'completeness', 'council_petition', 'council_ruling',
        'council_statement', 'decision_evaluation', 'deposit_account', 'document', 'dossier_link', 'ex_officio', 'ex_officio_question', 'fine', 'fine_entry', 'fine_plan', 'hearing',
        'heroverweging', 'inbox_done', 'infringement', 'infringement_case', 'infringement_measure', 'infringement_report', 'instalment_plan', 'klacht', 'klacht_person',
        'letter', 'missing_item', 'note', 'openbaarheid', 'party', 'payment_payable', 'procedure_change', 'recognition', 'recognition_condition', 'recovery',
        'recovery_calculation', 'recovery_course', 'recovery_entry', 'recovery_limitation_choice', 'recovery_reduction', 'reimbursement_claim', 'reimbursement_line',
        'reimbursement_participant', 'reimbursement_proof', 'reimbursement_session', 'request', 'requested_document', 'retention_entry', 'source_answer', 'step_reminder',
        'submission', 'term', 'term_entry', 'training', 'training_year', 'voluntary_matter', 'voluntary_request', 'withdrawal_batch_item', 'withdrawal_condition',
        'withdrawal_follow_up', 'withdrawal_proof'];
    of_department text[] := array['inbox_absence', 'infringement_kind', 'legal_text', 'limitation_term', 'openness_exception', 'product_difference', 'published_set',
        'reimbursement_vat', 'source_notice', 'withdrawal_batch', 'withdrawal_batch_act', 'withdrawal_ground'];
    each text;
begin
    foreach each in array of_dossier loop
        call journal(each::regclass, 'dossier');
    end loop;
    foreach each in array of_department loop
        call journal(each::regclass, '=DEPARTEMENT');
    end loop;
end $$;

call journal('dossier', 'number');
-- What is due follows from the terms, which are followed themselves.
call journal('inbox_row', 'dossier', '{due_on,due_sort,paused_since,term_rule,term_name,version}');
call journal('inbox_colleague', '=DEPARTEMENT', '{seen_at}');
call journal('outbox', 'dossier', '{attempts,next_try,error}');
call journal('source_question', 'dossier', '{tries,next_try_at,last_outcome,claim,claimed_until}');
call journal('contest', 'appeal');
call journal('recognition_change', 'recognition');
call journal('payment_run', 'number');
call journal('training_file', 'number');
call journal('training_account', 'recognition');
call journal('publication', 'change');
call journal('decision_row', 'change');
call journal('procedure_change_dossier', 'change');
call journal('procedure_move_run', 'change');
call journal('draft_comment', 'change');
call journal('draft_head', 'change');
call journal('draft_revision', 'change');
call journal('training_agenda_item', 'file');
call journal('training_undertaking', 'file');
call journal('training_agenda_part', 'training');
call journal('training_approval_change', 'training');
call journal('training_partner', 'training');
call journal('training_reaction', 'training');
call journal('training_session', 'training');

-- Rules and amounts stand in the chains that tell of them already.
call journal('activity_import', '=CHEQUEACTIVITEIT');
call journal('calendar_change', '=TERMIJN-KALENDER');
call journal('calendar_day', '=TERMIJN-KALENDER');
call journal('dated_parameter', '=BEDRAGEN');
call journal('payment_bank_file', '=BANKBESTANDEN');
call journal('payment_bank_line', '=BANKBESTANDEN');
call journal('payment_bank_settlement', '=BANKBESTANDEN');
call journal('voucher_rate', '=TARIEF-CHEQUES');
call journal('term_rule', 'select ''TERMIJN-'' || ($1 ->> ''code'')');
call journal('term_rule_change', 'select ''TERMIJN-'' || ($1 ->> ''rule'')');

-- Facts that know their dossier by another row.
call journal('appeal_definitive', 'select dossier from appeal_window where id = ($1 ->> ''appeal_window'')::bigint');
call journal('besluit_suspension', 'select dossier from besluit where id = ($1 ->> ''besluit'')::uuid');
call journal('deposit_movement', 'select dossier from deposit_account where id = ($1 ->> ''account'')::bigint');
call journal('fine_instalment', 'select dossier from fine_plan where id = ($1 ->> ''plan'')::bigint');
call journal('instalment', 'select dossier from instalment_plan where id = ($1 ->> ''plan'')::bigint');
call journal('lapse_acknowledgement', 'select dossier from term where id = ($1 ->> ''term'')::bigint');
call journal('lapse_stop', 'select dossier from term where id = ($1 ->> ''term'')::bigint');
call journal('term_escalation', 'select dossier from term where id = ($1 ->> ''term'')::bigint');
call journal('term_rule_move', 'select dossier from term where id = ($1 ->> ''term'')::bigint');
call journal('payment_account', 'select dossier from payment_payable where id = ($1 ->> ''payable'')::bigint');
call journal('payment_line', 'select dossier from payment_payable where id = ($1 ->> ''payable'')::bigint');
call journal('payment_movement', 'select dossier from payment_payable where id = ($1 ->> ''payable'')::bigint');
call journal('payment_file', 'select number from payment_run where id = ($1 ->> ''run'')::bigint');
call journal('recovery_line', 'select dossier from recovery_calculation where id = ($1 ->> ''calculation'')::bigint');
call journal('recovery_reduction_rejection', 'select dossier from recovery_reduction where id = ($1 ->> ''reduction'')::bigint');
call journal('signing_read', 'select dossier from document where id = ($1 ->> ''document'')::uuid');
call journal('training_letter', 'select recognition from training_account where id = ($1 ->> ''account'')::bigint');
call journal('training_movement', 'select recognition from training_account where id = ($1 ->> ''account'')::bigint');
call journal('training_record', 'select dossier from training_year where year = ($1 ->> ''year'')::integer');
call journal('training_version', 'select dossier from training_year where year = ($1 ->> ''year'')::integer');
