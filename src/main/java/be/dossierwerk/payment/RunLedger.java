package be.dossierwerk.payment;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.payment.PaymentRun.Signature;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads and writes runs and their lines. Locks are always taken in one order: the run's audit chain, the dossiers by number, the run, its lines by payable.
 */
@Component
class RunLedger {

    /** A run whose rows nobody else moves until the transaction ends. */
    record Held(PaymentRun run, List<RunLine> lines) { }

    private static final String RUN = """
            select r.*, (select count(*) from payment_line l where l.run = r.id and l.state in ('BETAALD', 'TERUGGESTORT', 'GEWEIGERD')) as settled
            from payment_run r\s""";
    private static final String LINE = """
            select l.*, p.dossier, p.granted_by, s.doubted,
                   coalesce(p.free_text, '+++' || substr(p.structured, 1, 3) || '/' || substr(p.structured, 4, 4) || '/' || substr(p.structured, 8) || '+++') as communication,
                   (select m.valued_on from payment_movement m where m.line = l.id and m.kind in ('BETAALD', 'TOCH_BETAALD') order by m.id desc limit 1) as paid_on,
                   (select m.reason from payment_movement m where m.line = l.id and m.kind in ('TERUGGESTORT', 'GEWEIGERD', 'UIT_RONDE', 'TOCH_BETAALD', 'TOCH_NIET_BETAALD')
                       order by m.id desc limit 1) as why,
                   (select a.recorded_by_name from payment_account a where a.payable = l.payable and a.reason is not null
                       and (a.iban, a.beneficiary) = (l.iban, l.beneficiary) order by a.id desc limit 1) as account_changed_by
            from payment_line l join payment_payable p on p.id = l.payable join payment_standing s on s.payable = p.id\s""";

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final Clock clock;

    RunLedger(JdbcClient jdbc, AuditLog audit, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Who prepares next waits for this transaction, so a number that is rolled back is given again: no gaps. */
    String nextNumber() {
        int year = LocalDate.now(clock).getYear();
        int serial = jdbc.sql("insert into payment_run_number as n (year, last) values (?, 1) on conflict (year) do update set last = n.last + 1 returning last")
                .param(year).query(Integer.class).single();
        return "BET-%d-%03d".formatted(year, serial);
    }

    void add(String number, LocalDate day, List<PayableLedger.Open> payables) {
        Actor actor = currentActor.get();
        BigDecimal total = payables.stream().map(open -> open.payable().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        long run = jdbc.sql("""
                insert into payment_run (number, day, state, total, lines, prepared_at, prepared_by, prepared_by_name)
                values (?, ?, 'VOORBEREID', ?, ?, ?, ?, ?) returning id""")
                .params(number, day, total, payables.size(), now(), actor.id(), actor.name()).query(Long.class).single();
        jdbc.sql("""
                insert into payment_line (run, payable, attempt, end_to_end, amount, beneficiary, iban, state)
                select ?, payable, attempt, end_to_end, amount, beneficiary, iban, 'IN_RONDE'
                from unnest(?::bigint[], ?::integer[], ?::text[], ?::numeric[], ?::text[], ?::text[])
                     as given (payable, attempt, end_to_end, amount, beneficiary, iban) order by payable""")
                .params(run, texts(payables, PayableLedger.Open::id), texts(payables, PayableLedger.Open::nextAttempt),
                        texts(payables, open -> endToEnd(open.payable().dossier(), open.nextAttempt())),
                        texts(payables, open -> open.payable().amount().toPlainString()), texts(payables, open -> open.payable().beneficiary()),
                        texts(payables, open -> open.payable().iban()))
                .update();
        note(run, "IN_RONDE", null);
    }

    /** What the bank gives back with every answer: the dossier and which order for it this is. */
    static String endToEnd(String dossier, int attempt) {
        return dossier + "-B" + attempt;
    }

    Optional<PaymentRun> find(String number) {
        return jdbc.sql(RUN + "where r.number = ?").param(number).query(RunLedger::run).optional();
    }

    /** Newest first. */
    List<PaymentRun> latest(int limit) {
        return jdbc.sql(RUN + "order by r.id desc limit ?").param(limit).query(RunLedger::run).list();
    }

    /** Runs whose file waits to be delivered, oldest first. */
    List<String> undelivered() {
        return jdbc.sql("select number from payment_run where state = 'BESTAND_KLAAR' order by id").query(String.class).list();
    }

    List<RunLine> lines(long run) {
        return jdbc.sql(LINE + "where l.run = ? order by l.payable").param(run).query(RunLedger::line).list();
    }

    /** @throws Refused payment.run.unknown */
    Held hold(String number) {
        hold(List.of(number));
        PaymentRun run = find(number).orElseThrow(() -> new Refused("payment.run.unknown", number));
        return new Held(run, lines(run.id()));
    }

    /** Several runs at once, so that two transactions never wait for each other. Those that do not exist hold nothing. */
    void hold(Collection<String> numbers) {
        numbers.stream().sorted().forEach(audit::lock);
        String[] all = numbers.toArray(String[]::new);
        jdbc.sql("""
                select distinct p.dossier from payment_line l join payment_payable p on p.id = l.payable join payment_run r on r.id = l.run
                where r.number = any(?)""").param(all).query(String.class).list().stream().sorted().forEach(audit::lock);
        jdbc.sql("select id from payment_run where number = any(?) order by id for update").param(all).query(Long.class).list();
        jdbc.sql("select l.id from payment_line l join payment_run r on r.id = l.run where r.number = any(?) order by l.payable, l.id for update of l").param(all)
                .query(Long.class).list();
    }

    void check(long run, boolean good, String reason) {
        Actor actor = currentActor.get();
        one(jdbc.sql("update payment_run set state = ?, checked_at = ?, checked_by = ?, checked_by_name = ?, reason = ? where id = ?")
                .params(good ? "GOEDGEKEURD" : "TERUGGESTUURD", now(), actor.id(), actor.name(), reason, run).update());
    }

    void release(long run) {
        Actor actor = currentActor.get();
        one(jdbc.sql("update payment_run set state = 'VRIJGEGEVEN', released_at = ?, released_by = ?, released_by_name = ? where id = ?")
                .params(now(), actor.id(), actor.name(), run).update());
    }

    void withdraw(long run, String reason) {
        one(jdbc.sql("update payment_run set state = 'INGETROKKEN', reason = ? where id = ?").params(reason, run).update());
        jdbc.sql("update payment_line set state = 'VERVALLEN' where run = ?").param(run).update();
        note(run, "UIT_RONDE", reason);
    }

    /** From here on the bank may have the file. */
    void order(long run, String messageId, byte[] content, String sha256) {
        jdbc.sql("insert into payment_file (run, message_id, content, sha256, created_at) values (?, ?, ?, ?, ?)")
                .params(run, messageId, content, sha256, now()).update();
        one(jdbc.sql("update payment_run set state = 'BESTAND_KLAAR' where id = ?").param(run).update());
        jdbc.sql("update payment_line set state = 'VERZONDEN' where run = ?").param(run).update();
        note(run, "VERZONDEN", null);
    }

    void sent(long run) {
        one(jdbc.sql("update payment_run set state = 'VERZONDEN', sent_at = ? where id = ?").params(now(), run).update());
    }

    void settle(long line, LineState state) {
        one(jdbc.sql("update payment_line set state = ? where id = ?").params(state.name(), line).update());
    }

    Optional<PaymentFile> file(String number) {
        return jdbc.sql("select f.message_id, f.content, f.sha256 from payment_file f join payment_run r on r.id = f.run where r.number = ?").param(number)
                .query((row, i) -> new PaymentFile(row.getString(1), row.getBytes(2), row.getString(3))).optional();
    }

    /** The run whose file had this id. */
    Optional<String> numberOfMessage(String messageId) {
        return jdbc.sql("select r.number from payment_file f join payment_run r on r.id = f.run where f.message_id = ?").param(messageId)
                .query(String.class).optional();
    }

    /** @throws Refused payment.run.total when run, lines and grants do not say the same; payment.run.doubt */
    void checkTotal(Held held) {
        PaymentRun run = held.run();
        record Sum(int count, BigDecimal ordered, BigDecimal granted) { }
        Sum sum = jdbc.sql("""
                select count(*), coalesce(sum(l.amount), 0), coalesce(sum(p.amount), 0)
                from payment_line l join payment_payable p on p.id = l.payable where l.run = ? and l.state = 'IN_RONDE'""").param(run.id())
                .query((row, i) -> new Sum(row.getInt(1), row.getBigDecimal(2), row.getBigDecimal(3))).single();
        if (sum.count != run.lines() || sum.ordered.compareTo(run.total()) != 0 || sum.granted.compareTo(run.total()) != 0) {
            throw new Refused("payment.run.total", run.number(), Euros.prose(run.total()), run.lines(), Euros.prose(sum.granted), sum.count);
        }
        List<String> doubted = held.lines().stream().filter(RunLine::doubted).map(RunLine::dossier).toList();
        if (!doubted.isEmpty()) {
            throw new Refused("payment.run.doubt", run.number(), String.join(", ", doubted));
        }
    }

    /** Whether this person gave an account that the run pays. */
    boolean gaveAccount(long run, String actor) {
        return jdbc.sql("""
                select exists (select from payment_line l join payment_account a on a.payable = l.payable and (a.iban, a.beneficiary) = (l.iban, l.beneficiary)
                               where l.run = ? and a.reason is not null and a.recorded_by = ?)""").params(run, actor).query(Boolean.class).single();
    }

    /** In the run's own chain and in the timeline of each dossier. */
    void tell(String number, List<RunLine> lines, String action, String ofRun, Function<RunLine, String> ofLine, String reason) {
        audit.record(AuditLog.Entry.of(number, action, ofRun).because(reason));
        lines.stream().sorted(Comparator.comparing(RunLine::dossier))
                .forEach(line -> audit.record(AuditLog.Entry.of(line.dossier(), action, ofLine.apply(line)).because(reason)));
    }

    private void note(long run, String kind, String reason) {
        Actor actor = currentActor.get();
        jdbc.sql("""
                insert into payment_movement (payable, kind, line, reason, recorded_at, recorded_by, recorded_by_name)
                select payable, ?, id, ?, ?, ?, ? from payment_line where run = ? order by payable""")
                .params(kind, reason, now(), actor.id(), actor.name(), run).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static void one(int changed) {
        if (changed != 1) {
            throw new IllegalStateException("changed " + changed + " rows instead of one");
        }
    }

    /** PostgreSQL reads every type from text, and its driver writes arrays of text. */
    private static <T> String[] texts(Collection<T> all, Function<T, Object> value) {
        return all.stream().map(value).map(Object::toString).toArray(String[]::new);
    }

    private static PaymentRun run(ResultSet row, int number) throws SQLException {
        OffsetDateTime sent = row.getObject("sent_at", OffsetDateTime.class);
        return new PaymentRun(row.getLong("id"), row.getString("number"), row.getObject("day", LocalDate.class), RunState.valueOf(row.getString("state")),
                row.getBigDecimal("total"), row.getInt("lines"), row.getInt("settled"), signature(row, "prepared"), signature(row, "checked"),
                signature(row, "released"), sent == null ? null : sent.toInstant(), row.getString("reason"));
    }

    private static Signature signature(ResultSet row, String act) throws SQLException {
        String by = row.getString(act + "_by");
        return by == null ? null : new Signature(by, row.getString(act + "_by_name"), row.getObject(act + "_at", OffsetDateTime.class).toInstant());
    }

    private static RunLine line(ResultSet row, int number) throws SQLException {
        return new RunLine(row.getLong("id"), row.getLong("payable"), row.getString("dossier"), row.getInt("attempt"), row.getString("end_to_end"),
                row.getString("beneficiary"), row.getString("iban"), row.getBigDecimal("amount"), row.getString("communication"), row.getString("granted_by"),
                LineState.valueOf(row.getString("state")), row.getObject("paid_on", LocalDate.class), row.getString("why"),
                row.getString("account_changed_by"), row.getBoolean("doubted"));
    }

    static String orders(int count) {
        return count == 1 ? "1 betaling" : count + " betalingen";
    }
}
