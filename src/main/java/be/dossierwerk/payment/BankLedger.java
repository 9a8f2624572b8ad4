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
                left join payment_movement paid on paid.line = l.id and paid.kind = 'BETAALD'
                left join payment_movement back on back.line = l.id and back.kind = 'TERUGGESTORT'
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
        return jdbc.sql(FILE + "where id = ?").param(id).query((row, i) -> report(row, first, lines(id))).optional();
    }

    /** Newest first. */
    List<BankFileSummary> latest(int limit) {
        return jdbc.sql("""
                select f.id, f.file_name, f.read_at, f.read_by_name, count(b.file) as lines,
                       count(b.file) filter (where b.outcome in ('TE_VROEG', 'ONBEKEND', 'ONLEESBAAR', 'ANDER_BEDRAG', 'ANDERE_MUNT', 'TEGENSTRIJDIG')) as for_person
                from (select * from payment_bank_file order by id desc limit ?) f left join payment_bank_line b on b.file = f.id
                group by f.id, f.file_name, f.read_at, f.read_by_name order by f.id desc""").param(limit)
                .query((row, i) -> new BankFileSummary(row.getLong("id"), row.getString("file_name"), row.getObject("read_at", OffsetDateTime.class).toInstant(),
                        row.getString("read_by_name"), row.getInt("lines"), row.getInt("for_person"))).list();
    }

    private List<BankLine> lines(long file) {
        return jdbc.sql("""
                select b.*, p.dossier, r.number from payment_bank_line b left join payment_line l on l.id = b.line left join payment_run r on r.id = l.run
                left join payment_payable p on p.id = l.payable where b.file = ? order by b.position""").param(file)
                .query((row, i) -> new BankLine(row.getString("place"), row.getString("end_to_end"), Direction.valueOf(row.getString("direction")),
                        row.getBigDecimal("amount"), row.getString("currency"), row.getObject("booked_on", LocalDate.class), row.getString("bank_reference"),
                        Outcome.valueOf(row.getString("outcome")), row.getString("why") == null ? null : Why.valueOf(row.getString("why")),
                        row.getString("dossier"), row.getString("number"))).list();
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
