package be.dossierwerk.faults;

import be.dossierwerk.faults.IntentLedger.Intent;
import be.dossierwerk.faults.IntentLedger.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must hold after whatever happened, read with SQL and on disk, beside the product. Nobody works while it reads. */
final class Invariants {

    private static final Pattern ORDER = Pattern.compile("<EndToEndId>([^<]+)</EndToEndId>");
    /** Each counts what should not be there. */
    private static final Map<String, String> SQL = new LinkedHashMap<>();

    static {
        SQL.put("open tasks of the engine without a row in the inbox, or the other way round", """
                select count(*) from act_ru_task t full join inbox_row r on r.task_id = t.id_ where t.id_ is null or r.task_id is null""");
        SQL.put("sent forms whose task is not completed once", """
                select count(*) from sent_action s where (select count(*) from act_hi_taskinst h where h.id_ = s.task_id and h.end_time_ is not null) <> 1""");
        SQL.put("tasks sent by two actions", "select count(*) - count(distinct task_id) from sent_action");
        SQL.put("completed tasks that nobody sent", """
                select count(*) from act_hi_taskinst h where h.delete_reason_ = 'completed' and not exists (select from sent_action s where s.task_id = h.id_)""");
        SQL.put("steps done twice in one dossier", """
                select count(*) from (select proc_inst_id_, task_def_key_ from act_hi_taskinst group by 1, 2 having count(*) > 1) twice""");
        SQL.put("executions that wait for nothing", """
                select count(*) from act_ru_execution e where is_active_
                and not exists (select from act_ru_task where execution_id_ = e.id_) and not exists (select from act_ru_job where execution_id_ = e.id_)
                and not exists (select from act_ru_event_subscr where execution_id_ = e.id_) and not exists (select from act_ru_execution where super_exec_ = e.id_)
                and not exists (select from act_ru_execution where parent_id_ = e.id_)""");
        SQL.put("jobs without another try, and incidents", """
                select (select count(*) from act_ru_job where retries_ = 0) + (select count(*) from act_ru_incident)""");
        SQL.put("procedures that two dossiers or no dossier began", """
                select count(*) from dossier d where (select count(*) from act_hi_procinst i where i.business_key_ = d.number and i.super_process_instance_id_ is null) <> 1""");
        SQL.put("applications that made two dossiers", """
                select count(*) from (select enterprise_number from dossier where procedure = (select procedure from dossier order by number limit 1) group by 1 having count(*) > 1) twice""");
        SQL.put("claimed tasks that the trail does not have exactly once", """
                select count(*) from (select d.number,
                    (select count(*) from audit_entry a where a.dossier = d.number and a.action = 'TASK_CLAIMED') claimed,
                    (select count(*) from sent_action s join act_hi_taskinst h on h.id_ = s.task_id join act_hi_procinst i on i.id_ = h.root_proc_inst_id_
                     where i.business_key_ = d.number) sent from dossier d) each where claimed < sent""");
        SQL.put("closed dossiers with another trail than most", """
                with trail as (select d.number, string_agg(a.action, ',' order by a.action) actions from dossier d join audit_entry a on a.dossier = d.number
                    where d.state = 'GESLOTEN' and a.action not in ('FEITEN', 'RECHTEN_GEZIEN') and a.action not like 'BETA%' group by 1)
                select count(*) from trail where actions <> (select mode() within group (order by actions) from trail)""");
        SQL.put("gaps in a chain", "select count(*) from (select dossier from audit_entry group by 1 having max(seq) - min(seq) + 1 <> count(*)) gaps");
        SQL.put("letters that were not put in the outbox once", """
                select count(*) from (select letter from outbox where letter is not null group by 1 having count(*) > 1) twice""");
        SQL.put("dossiers with two letters of one kind", "select count(*) from (select dossier, kind from letter group by 1, 2 having count(*) > 1) twice");
        SQL.put("terms of one rule that began twice", "select count(*) from (select dossier, rule from term group by 1, 2 having count(*) > 1) twice");
        SQL.put("terms that ended another day than the same rule begun on the same day", """
                select count(*) from (select rule, started_on from term group by 1, 2 having count(distinct due_on) > 1) moved""");
        SQL.put("terms that escalated although nothing is due", "select count(*) from term_escalation");
        SQL.put("payables that were not ordered once", """
                select count(*) from payment_payable p where (select count(*) from payment_line l where l.payable = p.id and l.state = 'VERZONDEN') <> 1
                or (select count(*) from payment_line l where l.payable = p.id) <> 1""");
        SQL.put("runs that are not with the bank, or not told once of each act", """
                select count(*) from payment_run r where state <> 'VERZONDEN' or (select count(*) from audit_entry a where a.dossier = r.number and a.action like 'BETA%') <> 5""");
        SQL.put("letters in the outbox that were not delivered", "select count(*) from outbox where done_at is null");
    }

    private final Map<String, Long> wrong = new LinkedHashMap<>();

    private Invariants() { }

    /** What does not hold, with how often; empty when all does. */
    static Map<String, Long> broken(Connection database, IntentLedger ledger, Path data) throws SQLException, IOException {
        Invariants found = new Invariants();
        for (Map.Entry<String, String> each : SQL.entrySet()) {
            found.note(each.getKey(), count(database, each.getValue()));
        }
        Collection<Intent> intents = ledger.intents().values();
        found.note("acknowledged steps that are not there", missing(database, "sent_action", "action_id", intents, intent -> intent.isStep() && intent.outcome() == Outcome.ACKED));
        found.note("acknowledged applications that are not there", missing(database, "api_request", "idempotency_key", intents, intent -> intent.isApplication() && intent.outcome() == Outcome.ACKED));
        found.note("refused steps that had an effect", present(database, "sent_action", "action_id", intents, intent -> intent.isStep() && intent.outcome() == Outcome.REFUSED));
        found.note("refused applications that had an effect", present(database, "api_request", "idempotency_key", intents, intent -> intent.isApplication() && intent.outcome() == Outcome.REFUSED));
        found.note("intents that stayed unknown", intents.stream().filter(intent -> intent.outcome() == Outcome.UNKNOWN || intent.outcome() == Outcome.ASKED).count());
        found.note("acknowledged applications without their dossier", intents.stream().filter(intent -> intent.isApplication() && intent.outcome() == Outcome.ACKED)
                .filter(intent -> !exists(database, intent.dossier())).count());
        found.note("acknowledged payables that are not there", intents.stream().filter(intent -> intent.isPayment() && intent.outcome() == Outcome.ACKED).map(Intent::on).distinct().count()
                - count(database, "select count(*) from payment_payable"));
        found.files(database, data);
        found.payments(database, data.resolve("betalingen"));
        return found.wrong;
    }

    private void note(String what, long count) {
        if (count != 0) {
            wrong.put(what, count);
        }
    }

    /** One file for each delivery, and none that no delivery made. */
    private void files(Connection database, Path data) throws SQLException, IOException {
        List<String> targets = new ArrayList<>();
        try (PreparedStatement statement = database.prepareStatement("select target from outbox where done_at is not null and route <> 'MAIL'"); ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                targets.add(row.getString(1));
            }
        }
        note("deliveries without their file", targets.stream().filter(target -> !Files.isRegularFile(data.resolve(target))).count());
        long files = 0;
        for (String folder : List.of("portaal", "afdruk", "uitgaand")) {
            if (Files.isDirectory(data.resolve(folder))) {
                try (Stream<Path> each = Files.walk(data.resolve(folder))) {
                    files += each.filter(Files::isRegularFile).filter(file -> !file.getFileName().toString().endsWith(".part")).count();
                }
            }
        }
        note("files too many or too few for the deliveries", files - targets.size());
    }

    /** What the bank would do: each order of each whole file that it finds, against what the product believes it ordered. What a dead node left unfinished it does not take. */
    private void payments(Connection database, Path folder) throws SQLException, IOException {
        List<String> ordered = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(each -> !each.getFileName().toString().endsWith(".part")).toList()) {
                    ORDER.matcher(Files.readString(file)).results().map(order -> order.group(1)).forEach(ordered::add);
                }
            }
        }
        Set<String> believed = new HashSet<>();
        try (PreparedStatement statement = database.prepareStatement("select end_to_end from payment_line"); ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                believed.add(row.getString(1));
            }
        }
        note("payments that are in the files of the bank twice", ordered.size() - new HashSet<>(ordered).size());
        note("payments in the files of the bank that nobody ordered", ordered.stream().filter(order -> !believed.contains(order)).count());
        note("payments that were ordered and are in no file", believed.stream().filter(order -> !ordered.contains(order)).count());
    }

    private static long missing(Connection database, String table, String key, Collection<Intent> intents, Predicate<Intent> which) throws SQLException {
        Object[] ids = intents.stream().filter(which).map(Intent::id).toArray();
        return ids.length - among(database, table, key, ids);
    }

    private static long present(Connection database, String table, String key, Collection<Intent> intents, Predicate<Intent> which) throws SQLException {
        return among(database, table, key, intents.stream().filter(which).map(Intent::id).toArray());
    }

    private static long among(Connection database, String table, String key, Object[] ids) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement("select count(*) from " + table + " where " + key + " = any(?)")) {
            statement.setArray(1, database.createArrayOf("uuid", ids));
            return single(statement);
        }
    }

    private static boolean exists(Connection database, String dossier) {
        try (PreparedStatement statement = database.prepareStatement("select count(*) from dossier where number = ?")) {
            statement.setString(1, dossier);
            return single(statement) == 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static long count(Connection database, String sql) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            return single(statement);
        }
    }

    private static long single(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
