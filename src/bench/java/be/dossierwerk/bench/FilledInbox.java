package be.dossierwerk.bench;

import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The same open tasks in our tables and in those of the engine as it comes, made in SQL. Forty groups as Zipf has it, four hundred people who have thirty
 * in a hundred, one in ten waiting, last days from six days ago to fifty-four ahead. Each task has a dossier; more dossiers beside them are closed.
 */
final class FilledInbox {

    /** Everything follows from the number of the task, so both sides are equal however often they are filled. */
    private static final String TASKS = """
            with weight as (select g, sum(1.0 / g) over (order by g) / sum(1.0 / g) over () as upto from generate_series(1, 40) g),
                 border as (select array_agg(upto order by g) as upto from weight),
                 task as (select n, abs(hashint8extended(n, 1)) %% 1000000 / 1000000.0 as of_group, 'u' || (1 + abs(hashint8extended(n, 2)) %% 400) as person,
                                 abs(hashint8extended(n, 3)) %% 10 < 3 as taken, abs(hashint8extended(n, 4)) %% 10 = 0 as waits,
                                 current_date - 6 + (abs(hashint8extended(n, 5)) %% 61)::integer as due,
                                 'DC-ERK-2027-' || lpad(n::text, 7, '0') as dossier, %2$s as subject
                          from generate_series(1, %1$d) n)
            select n, 'groep-' || (1 + width_bucket(of_group, border.upto)) as grp, case when taken then person end as person, waits, due, dossier, subject from task, border""";
    /** Names of syllables: a whole word is that of some hundred dossiers in a million, two syllables of some thousand. */
    private static final String NAME = "'Dienst ' || " + word(11) + " || ' ' || " + word(12) + " || ' bv'";

    private final JdbcClient ours;
    private final JdbcClient plain;

    FilledInbox(DataSource ours, DataSource plain) {
        this.ours = JdbcClient.create(ours);
        this.plain = JdbcClient.create(plain);
    }

    void fill(int tasks, int dossiers) {
        fillOurs(tasks, Math.max(tasks, dossiers));
        fillPlain(tasks);
    }

    private void fillOurs(int tasks, int dossiers) {
        for (String table : new String[] {"dossier", "inbox_row"}) {
            ours.sql("select tgname from pg_trigger where tgrelid = ?::regclass and not tgisinternal and tgname not like 'inbox_row_counted%'").param(table).query(String.class).list()
                    .forEach(trigger -> ours.sql("alter table %s disable trigger %s".formatted(table, trigger)).update());
        }
        ours.sql("delete from inbox_row where process = 'bench'").update();
        ours.sql("""
                insert into dossier (number, procedure, subject, enterprise_number, source, received_on, registered_at, handler, handler_name, state, outcome, closed_on)
                select dossier, (array['erkenning', 'beroep', 'handhaving', 'klacht'])[1 + n %% 4], subject, lpad((400000000 + n)::text, 10, '0'), 'PAPIER',
                       current_date - (abs(hashint8extended(n, 6)) %% 3650)::integer, now(), 'u' || (1 + n %% 400), 'Persoon ' || (1 + n %% 400),
                       case when n > %2$d then 'GESLOTEN' else 'IN_BEHANDELING' end, case when n > %2$d then 'ERKEND' end, case when n > %2$d then current_date end
                from (%1$s) t on conflict (number) do update set state = excluded.state, outcome = excluded.outcome, closed_on = excluded.closed_on
                where dossier.state <> excluded.state""".formatted(tasks(dossiers), tasks)).update();
        ours.sql("""
                insert into inbox_row (task_id, dossier, procedure, subject, process, task_key, task_name, groups, opened_at, due_on, waits, assignee, assignee_name, claimed_at)
                select md5(n::text), dossier, (array['erkenning', 'beroep', 'handhaving', 'klacht'])[1 + n %% 4], subject, 'bench', 'UserTask_Bench', 'Nota opstellen', grp,
                       now() - n %% 1000 * interval '1 hour', due, waits, person, 'Persoon ' || person, case when person is not null then now() end
                from (%s) t""".formatted(tasks(tasks))).update();
        ours.sql("insert into inbox_row_group (task_id, grp, due_sort, opened_at, free, waits) select task_id, groups, due_sort, opened_at, assignee is null, waits "
                + "from inbox_row where process = 'bench'").update();
        ours.sql("vacuum analyze inbox_row, inbox_row_group, inbox_count, dossier").update();
    }

    private void fillPlain(int tasks) {
        plain.sql("truncate act_ru_task, act_ru_identitylink, act_ru_variable, act_ru_execution cascade").update();
        plain.sql("""
                insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_, act_id_, act_inst_id_, is_active_, is_concurrent_, is_scope_,
                                              is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_)
                select md5('e' || n), 1, md5('e' || n), md5('e' || n), dossier, 'UserTask_Bench', 'UserTask_Bench:' || n, true, false, true, false, 1, 18, 1
                from (%s) t""".formatted(tasks(tasks))).update();
        plain.sql("""
                insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, name_, task_def_key_, assignee_, priority_, create_time_, due_date_, suspension_state_, task_state_)
                select md5(n::text), 1, md5('e' || n), md5('e' || n), 'Nota opstellen', 'UserTask_Bench', person, 50, now() - n %% 1000 * interval '1 hour', due, 1, 'Created'
                from (%s) t""".formatted(tasks(tasks))).update();
        plain.sql("insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_) select md5('i' || n), 1, grp, 'candidate', md5(n::text) from (%s) t"
                .formatted(tasks(tasks))).update();
        for (Map.Entry<String, String> variable : new TreeMap<>(Map.of("dossier", "dossier", "subject", "subject", "enterpriseNumber", "lpad((400000000 + n)::text, 10, '0')",
                "municipality", "'Gemeente ' || n % 300")).entrySet()) {
            plain.sql("""
                    insert into act_ru_variable (id_, rev_, type_, name_, execution_id_, proc_inst_id_, var_scope_, text_, sequence_counter_, is_concurrent_local_)
                    select md5('v%1$s' || n), 1, 'string', '%1$s', md5('e' || n), md5('e' || n), md5('e' || n), %2$s, 1, false from (%3$s) t"""
                    .formatted(variable.getKey(), variable.getValue(), tasks(tasks))).update();
        }
        plain.sql("vacuum analyze act_ru_task, act_ru_identitylink, act_ru_variable, act_ru_execution").update();
    }

    private static String tasks(int many) {
        return TASKS.formatted(many, NAME);
    }

    private static String word(int seed) {
        String syllable = "(array['ba','be','do','fi','ga','ho','ka','ke','lo','lu','ma','mi','ne','pa','po','ra','ri','so','ta','vu'])"
                + "[1 + (abs(hashint8extended(n, " + seed + ")) / %d) % 20]";
        return syllable.replace("%d", "1") + " || " + syllable.replace("%d", "20") + " || " + syllable.replace("%d", "400");
    }
}
