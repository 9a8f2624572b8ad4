package be.dossierwerk.payment;

import be.dossierwerk.payment.BankLine.Direction;
import be.dossierwerk.payment.BankLine.Outcome;
import be.dossierwerk.payment.BankLine.Why;
import be.dossierwerk.payment.Reconciliation.Booking;
import be.dossierwerk.payment.Reconciliation.Judged;
import be.dossierwerk.payment.Reconciliation.Order;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes what the bank told. */
@Component
class BankLedger {

    private static final String FILE = "select id, file_name, kind, read_at, read_by_name from payment_bank_file ";

    private static final String LINE = """
            select b.*, f.file_name, p.dossier, r.number, s.settled_at, s.settled_by_name, s.reason
            from payment_bank_line b join payment_bank_file f on f.id = b.file left join payment_line l on l.id = b.line
            left join payment_run r on r.id = l.run left join payment_payable p on p.id = l.payable
            left join payment_bank_settlement s on (s.file, s.position) = (b.file, b.position)\s""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    BankLedger(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** The earlier reading of a file with this content, unless a line of it came too early. */
    Optional<Long> read(String sha256) {
        return jdbc.sql("select id from payment_bank_file where sha256 = ? and too_early = 0").param(sha256).query(Long.class).optional();
    }

    /** The orders that these references name, as the bank gives them back. */
    Map<String, Order> orders(Collection<String> endToEnd) {
        return jdbc.sql("""
                select l.end_to_end, l.id, l.payable, p.dossier, r.number, f.message_id, l.amount, l.state,
                       paid.valued_on as paid_on, paid.bank_reference as paid_reference, back.valued_on as back_on, back.bank_reference as back_reference
                from payment_line l join payment_payable p on p.id = l.payable join payment_run r on r.id = l.run left join payment_file f on f.run = r.id
                left join lateral (select * from payment_movement m where m.line = l.id and m.kind in ('BETAALD', 'TOCH_BETAALD') order by m.id desc limit 1) paid on true
                left join lateral (select * from payment_movement m where m.line = l.id and m.kind = 'TERUGGESTORT' order by m.id desc limit 1) back on true
                where l.end_to_end = any(?)""").param(endToEnd.toArray(String[]::new))
                .query((row, i) -> Map.entry(row.getString("end_to_end"), new Order(row.getLong("id"), row.getLong("payable"), row.getString("dossier"),
                        row.getString("number"), row.getString("message_id"), row.getBigDecimal("amount"), LineState.valueOf(row.getString("state")),
                        booking(row, "paid"), booking(row, "back")))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether this very entry was contradictory in an earlier file too. */
    boolean toldBefore(BankEntry entry) {
        return jdbc.sql("""
                select exists (select from payment_bank_line where end_to_end = ? and direction = ? and amount is not distinct from ?::numeric
                    and currency is not distinct from ? and booked_on is not distinct from ?::date and bank_reference is not distinct from ?
                    and outcome in ('ANDER_BEDRAG', 'ANDERE_MUNT', 'TEGENSTRIJDIG'))""")
                .params(entry.endToEnd(), entry.direction().name(), entry.amount(), entry.currency(), entry.bookedOn(), entry.bankReference())
                .query(Boolean.class).single();
    }

    long add(String fileName, String sha256, BankFile file, List<Judged> lines) {
        Actor actor = currentActor.get();
        long tooEarly = lines.stream().filter(line -> line.outcome() == Outcome.TE_VROEG).count();
        long id = jdbc.sql("""
                insert into payment_bank_file (file_name, sha256, kind, message_id, too_early, read_at, read_by, read_by_name)
                values (?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(fileName, sha256, file.kind().name(), file.messageId(), tooEarly, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), actor.id(),
                        actor.name()).query(Long.class).single();
        jdbc.sql("""
                insert into payment_bank_line (file, position, place, end_to_end, direction, amount, currency, booked_on, bank_reference, outcome, why, line)
                select ?, position, place, end_to_end, direction, amount, currency, booked_on, bank_reference, outcome, why, line
                from unnest(?::text[], ?::text[], ?::text[], ?::numeric[], ?::text[], ?::date[], ?::text[], ?::text[], ?::text[], ?::bigint[]) with ordinality
                     as given (place, end_to_end, direction, amount, currency, booked_on, bank_reference, outcome, why, line, position)""")
                .params(id, texts(lines, line -> line.entry().place()), texts(lines, line -> line.entry().endToEnd()), texts(lines, line -> line.entry().direction()),
                        texts(lines, line -> line.entry().amount() == null ? null : line.entry().amount().toPlainString()), texts(lines, line -> line.entry().currency()),
                        texts(lines, line -> line.entry().bookedOn()), texts(lines, line -> line.entry().bankReference()), texts(lines, Judged::outcome),
                        texts(lines, Judged::why), texts(lines, line -> line.order() == null ? null : line.order().line()))
                .update();
        return id;
    }

    Optional<BankReport> report(long id, boolean first) {
        List<BankLine> lines = lines(id);
        return jdbc.sql(FILE + "where id = ?").param(id).query((row, i) -> report(row, first, lines)).optional();
    }

    /** Newest first. */
    List<BankFileSummary> latest(int limit) {
        return jdbc.sql("""
                select f.id, f.file_name, f.read_at, f.read_by_name, (select count(*) from payment_bank_line b where b.file = f.id) as lines,
                       (select count(*) from payment_bank_open o where o.file = f.id) as for_person
                from payment_bank_file f order by f.id desc limit ?""").param(limit)
                .query((row, i) -> new BankFileSummary(row.getLong("id"), row.getString("file_name"), row.getObject("read_at", OffsetDateTime.class).toInstant(),
                        row.getString("read_by_name"), row.getInt("lines"), row.getInt("for_person"))).list();
    }

    /** Lines that still wait for a person and contradict no payment, oldest first. */
    List<OpenBankLine> open(int limit) {
        return jdbc.sql(LINE + "join payment_bank_open o on (o.file, o.position) = (b.file, b.position) "
                + "where b.outcome in ('TE_VROEG', 'ONBEKEND', 'ONLEESBAAR') order by b.file, b.position limit ?").param(limit).query(BankLedger::open).list();
    }

    Optional<OpenBankLine> open(long file, int position) {
        return jdbc.sql(LINE + "join payment_bank_open o on (o.file, o.position) = (b.file, b.position) where b.file = ? and b.position = ?")
                .params(file, position).query(BankLedger::open).optional();
    }

    void settle(long file, int position, String reason) {
        Actor actor = currentActor.get();
        jdbc.sql("insert into payment_bank_settlement (file, position, reason, settled_at, settled_by, settled_by_name) values (?, ?, ?, ?, ?, ?)")
                .params(file, position, reason, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), actor.id(), actor.name()).update();
    }

    /** Every open line that contradicts this payable. */
    void settleOf(long payable, String reason) {
        jdbc.sql("""
                select b.file, b.position from payment_bank_line b join payment_bank_open o on (o.file, o.position) = (b.file, b.position)
                join payment_line l on l.id = b.line
                where l.payable = ? and b.outcome in ('ANDER_BEDRAG', 'ANDERE_MUNT', 'TEGENSTRIJDIG') order by b.file, b.position""").param(payable)
                .query((row, i) -> Map.entry(row.getLong(1), row.getInt(2))).list().forEach(line -> settle(line.getKey(), line.getValue(), reason));
    }

    private List<BankLine> lines(long file) {
        return jdbc.sql(LINE + "where b.file = ? order by b.position").param(file).query(BankLedger::line).list();
    }

    private static OpenBankLine open(ResultSet row, int number) throws SQLException {
        return new OpenBankLine(row.getLong("file"), row.getString("file_name"), line(row, number));
    }

    private static BankLine line(ResultSet row, int number) throws SQLException {
        OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
        return new BankLine(row.getInt("position"), row.getString("place"), row.getString("end_to_end"), Direction.valueOf(row.getString("direction")),
                row.getBigDecimal("amount"), row.getString("currency"), row.getObject("booked_on", LocalDate.class), row.getString("bank_reference"),
                Outcome.valueOf(row.getString("outcome")), row.getString("why") == null ? null : Why.valueOf(row.getString("why")), row.getString("dossier"),
                row.getString("number"), settled == null ? null : new BankLine.Settled(settled.toInstant(), row.getString("settled_by_name"), row.getString("reason")));
    }

    private static BankReport report(ResultSet row, boolean first, List<BankLine> lines) throws SQLException {
        return new BankReport(row.getLong("id"), row.getString("file_name"), row.getString("kind"), row.getObject("read_at", OffsetDateTime.class).toInstant(),
                row.getString("read_by_name"), first, lines);
    }

    private static Booking booking(ResultSet row, String kind) throws SQLException {
        LocalDate on = row.getObject(kind + "_on", LocalDate.class);
        return on == null ? null : new Booking(on, row.getString(kind + "_reference"));
    }

    /** PostgreSQL reads every type from text, and its driver writes arrays of text. */
    private static <T> String[] texts(Collection<T> all, Function<T, Object> value) {
        return all.stream().map(value).map(each -> each == null ? null : each.toString()).toArray(String[]::new);
    }
}
