package be.dossierwerk.reimbursement;

import be.dossierwerk.reimbursement.Claim.Invoice;
import be.dossierwerk.reimbursement.Claim.Participant;
import be.dossierwerk.reimbursement.Claim.Session;
import be.dossierwerk.reimbursement.Claim.Training;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Iban;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The claims that were filed: what was asked, what it is worth, what was refused and why. Amounts in euro. */
@Service
public class ReimbursementClaims {

    /**
     * A filed claim. {@code missing}: parameters that nobody recorded yet, in Dutch, or null; {@code claimed} and {@code granted}: null until computed;
     * {@code budgetWords}: what went before it on the budget, in Dutch, null when it all fits;
     * {@code returnedBecause}: why the bank sent the payment back, until somebody looked at it, or null.
     */
    public record Filed(String dossier, String recognition, String enterpriseNumber, int year, LocalDate submittedOn, String beneficiary, String iban,
                        String declaredBy, String missing, BigDecimal claimed, BigDecimal granted, boolean sampled, boolean secondLook, String secondBecause,
                        String reviewedBy, String reviewedByName, String review, Instant reviewedAt, String budgetWords, String returnedBecause,
                        List<Line> lines) {

        public Filed {
            lines = List.copyOf(lines);
        }

        /** What the decision has to say, as the figures stand. */
        public ClaimAmount.State state() {
            if (granted == null || granted.signum() == 0) {
                return ClaimAmount.State.GEWEIGERD;
            }
            return granted.compareTo(claimed) == 0 && lines.stream().noneMatch(Line::refused) ? ClaimAmount.State.GOEDGEKEURD : ClaimAmount.State.GEDEELTELIJK;
        }

        /** One line for each session, then the sums; Dutch, for a form. */
        String inWords() {
            return lines.stream().map(Line::inWords).collect(Collectors.joining("\n")) + (claimed == null ? "" : "\nSamen: %s. Terug te betalen: %s.".formatted(
                    Euros.prose(claimed), Euros.prose(granted)));
        }
    }

    /** One session. {@code wages} and {@code teaching} are null until computed or when it is refused; {@code position} counts from 1. */
    public record Line(int position, Session session, BigDecimal wages, BigDecimal teaching, String sums, String refusedBecause) {

        public boolean refused() {
            return refusedBecause != null;
        }

        public BigDecimal amount() {
            return wages == null ? BigDecimal.ZERO.setScale(2) : wages.add(teaching);
        }

        String inWords() {
            return "%d: %s, %s van %s tot %s, %s. %s".formatted(position, session.training().title(), Dates.prose(session.date()), session.start(),
                    session.end(), session.participants().size() == 1 ? "1 deelnemer" : session.participants().size() + " deelnemers",
                    refused() ? "Geweigerd: " + refusedBecause : sums == null ? "Nog niet berekend." : sums + ".");
        }
    }

    record Ahead(String dossier, BigDecimal claimed, BigDecimal granted) { }

    private final JdbcClient jdbc;

    ReimbursementClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<Filed> find(String dossier) {
        List<Line> lines = lines(dossier);
        return jdbc.sql("select * from reimbursement_claim where dossier = ?").param(dossier).query((row, i) -> filed(row, lines)).optional();
    }

    /** Whether {@link #find} finds something; one short question, for the page that draws its tabs. */
    public boolean has(String dossier) {
        return jdbc.sql("select exists (select from reimbursement_claim where dossier = ?)").param(dossier).query(Boolean.class).single();
    }

    /** @throws java.util.NoSuchElementException when the dossier is no claim */
    Filed get(String dossier) {
        return find(dossier).orElseThrow();
    }

    Optional<String> byAction(UUID action) {
        return jdbc.sql("select dossier from reimbursement_claim where action_id = ?").param(action).query(String.class).optional();
    }

    void add(String dossier, UUID action, FileClaim.Request request, String recognition, Claim claim, String byId) {
        jdbc.sql("""
                insert into reimbursement_claim (dossier, action_id, recognition, enterprise_number, year, submitted_on, beneficiary, iban, declared_by, registered_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""").params(dossier, action, recognition, claim.enterpriseNumber(), claim.year(), claim.submittedOn(),
                request.beneficiary().strip(), Iban.parse(request.iban()).compact(), request.declaredBy().strip(), byId).update();
        for (int i = 0; i < claim.sessions().size(); i++) {
            line(dossier, i + 1, claim.sessions().get(i));
        }
    }

    /** The same file twice is one document. */
    void proof(String dossier, UUID document, String kind) {
        jdbc.sql("insert into reimbursement_proof (document, dossier, kind) values (?, ?, ?) on conflict do nothing").params(document, dossier, kind).update();
    }

    private void line(String dossier, int position, Session session) {
        Invoice invoice = session.invoice();
        jdbc.sql("""
                insert into reimbursement_line (dossier, position, training, title, type, eligible_from, eligible_until, held_on, starts_at, ends_at, trainer, trainer_hours,
                                                invoice_number, invoice_date, invoice_excl, invoice_vat, invoice_incl)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""").params(Arrays.asList(dossier, position, session.training().code(), session.training().title(),
                session.training().type().name(), session.training().eligibleFrom(), session.training().eligibleUntil(), session.date(), session.start(), session.end(),
                session.trainer().name(), session.trainerHours(), invoice == null ? null : invoice.number().strip(), invoice == null ? null : invoice.date(),
                invoice == null ? null : invoice.exclusive(), invoice == null ? null : invoice.vat(), invoice == null ? null : invoice.inclusive())).update();
        for (Participant person : session.participants()) {
            jdbc.sql("insert into reimbursement_participant (dossier, position, national_number, hours, employed_from, employed_until) values (?, ?, ?, ?, ?, ?)")
                    .params(Arrays.asList(dossier, position, Sessions.digits(person.nationalNumber()), person.hours(), person.employedFrom(), person.employedUntil())).update();
        }
    }

    void missing(String dossier, String what) {
        jdbc.sql("update reimbursement_claim set missing = ?, claimed = null, granted = null, budget_words = null where dossier = ?").params(what, dossier).update();
        jdbc.sql("update reimbursement_line set wages = null, teaching = null, sums = null where dossier = ?").param(dossier).update();
    }

    void computed(String dossier, BigDecimal claimed, BigDecimal granted, String budgetWords, Map<Integer, ClaimAmount.Line> amounts) {
        jdbc.sql("update reimbursement_claim set missing = null, claimed = ?, granted = ?, budget_words = ? where dossier = ?")
                .params(Arrays.asList(claimed, granted, budgetWords, dossier)).update();
        jdbc.sql("update reimbursement_line set wages = null, teaching = null, sums = null where dossier = ?").param(dossier).update();
        amounts.forEach((position, amount) -> jdbc.sql("update reimbursement_line set wages = ?, teaching = ?, sums = ? where dossier = ? and position = ?")
                .params(amount.wages(), amount.trainer(), amount.sums(), dossier, position).update());
    }

    void sampled(String dossier, boolean sampled) {
        jdbc.sql("update reimbursement_claim set sampled = ? where dossier = ?").params(sampled, dossier).update();
    }

    UUID action(String dossier) {
        return jdbc.sql("select action_id from reimbursement_claim where dossier = ?").param(dossier).query(UUID.class).single();
    }

    /** Every reason that stood there goes; those lines are refused. */
    void refuse(String dossier, Map<Integer, String> reasons) {
        jdbc.sql("update reimbursement_line set refused_because = null where dossier = ?").param(dossier).update();
        reasons.forEach((position, reason) -> refuse(dossier, position, reason));
    }

    void refuse(String dossier, int position, String reason) {
        jdbc.sql("update reimbursement_line set refused_because = ? where dossier = ? and position = ?").params(reason, dossier, position).update();
    }

    void reviewed(String dossier, String byId, String byName, String review, String secondBecause, Instant at) {
        jdbc.sql("update reimbursement_claim set reviewed_by = ?, reviewed_by_name = ?, review = ?, second_look = ?, second_because = ?, reviewed_at = ? where dossier = ?")
                .params(Arrays.asList(byId, byName, review, secondBecause != null, secondBecause, at.atOffset(ZoneOffset.UTC), dossier)).update();
    }

    /** Who asks the budget of an undertaking and a year waits for whoever asks it too. */
    void lockBudget(String enterpriseNumber, int year) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 33))").param(enterpriseNumber + " " + year).query().singleRow();
    }

    /** Registered before this one for the same budget and not yet checked: what they ask goes first. {@code claimed} is null until computed. */
    List<Ahead> ahead(Filed claim) {
        return jdbc.sql("""
                select c.dossier, c.claimed, c.granted from reimbursement_claim c join dossier d on d.number = c.dossier
                where c.enterprise_number = ? and c.year = ? and c.dossier < ? and c.reviewed_by is null and d.closed_on is null order by c.dossier""")
                .params(claim.enterpriseNumber(), claim.year(), claim.dossier()).query(Ahead.class).list();
    }

    /** Where each invoice of this claim counts already, by {@link Invoice#key}: where it counts, in words. */
    Map<String, String> invoicesOfOthers(Filed claim) {
        Map<String, String> taken = new HashMap<>();
        jdbc.sql("""
                select l.invoice_number, l.invoice_date, l.dossier from reimbursement_line l join reimbursement_claim c on c.dossier = l.dossier
                where c.enterprise_number = ? and c.dossier <> ? and l.invoice_number is not null and l.refused_because is null and l.teaching > 0 and c.granted > 0
                order by l.dossier""").params(claim.enterpriseNumber(), claim.dossier())
                .query(row -> {
                    taken.putIfAbsent(new Invoice(row.getString(1), row.getObject(2, LocalDate.class), null, null, null).key(), "in dossier " + row.getString(3));
                });
        return taken;
    }

    /** True when this is later than the day of the last warning. */
    boolean warned(String dossier, int day) {
        return jdbc.sql("update reimbursement_claim set warned_day = ? where dossier = ? and warned_day < ?").params(day, dossier, day).update() == 1;
    }

    void returned(String dossier, String because) {
        jdbc.sql("update reimbursement_claim set returned_because = ? where dossier = ?").params(Arrays.asList(because, dossier)).update();
    }

    /** Those of these dossiers of which the bank sent the payment back and nobody looked at it yet. */
    Set<String> returned(Collection<String> dossiers) {
        return jdbc.sql("select dossier from reimbursement_claim where dossier = any(?) and returned_because is not null").param(dossiers.toArray(String[]::new))
                .query(String.class).set();
    }

    private List<Line> lines(String dossier) {
        Map<Integer, List<Participant>> people = jdbc.sql("select position, national_number, hours, employed_from, employed_until from reimbursement_participant where dossier = ? "
                        + "order by position, national_number").param(dossier)
                .query((row, i) -> Map.entry(row.getInt(1), new Participant(row.getString(2), row.getBigDecimal(3), row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class)))).list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc.sql("select * from reimbursement_line where dossier = ? order by position").param(dossier).query((row, i) -> new Line(row.getInt("position"),
                session(row, people.getOrDefault(row.getInt("position"), List.of())), row.getBigDecimal("wages"), row.getBigDecimal("teaching"), row.getString("sums"),
                row.getString("refused_because"))).list();
    }

    private static Session session(ResultSet row, List<Participant> people) throws SQLException {
        Invoice invoice = row.getString("invoice_number") == null ? null : new Invoice(row.getString("invoice_number"), row.getObject("invoice_date", LocalDate.class),
                row.getBigDecimal("invoice_excl"), row.getBigDecimal("invoice_vat"), row.getBigDecimal("invoice_incl"));
        return new Session(new Training(row.getString("training"), row.getString("title"), TrainingType.valueOf(row.getString("type")),
                row.getObject("eligible_from", LocalDate.class), row.getObject("eligible_until", LocalDate.class)), row.getObject("held_on", LocalDate.class),
                row.getObject("starts_at", LocalTime.class), row.getObject("ends_at", LocalTime.class), TrainerKind.valueOf(row.getString("trainer")),
                row.getBigDecimal("trainer_hours"), people, invoice);
    }

    private static Instant instant(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("reviewed_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Filed filed(ResultSet row, List<Line> lines) throws SQLException {
        return new Filed(row.getString("dossier"), row.getString("recognition"), row.getString("enterprise_number"), row.getInt("year"),
                row.getObject("submitted_on", LocalDate.class), row.getString("beneficiary"), row.getString("iban"), row.getString("declared_by"), row.getString("missing"),
                row.getBigDecimal("claimed"), row.getBigDecimal("granted"), row.getBoolean("sampled"), row.getBoolean("second_look"), row.getString("second_because"),
                row.getString("reviewed_by"), row.getString("reviewed_by_name"), row.getString("review"), instant(row), row.getString("budget_words"), row.getString("returned_because"), lines);
    }
}
