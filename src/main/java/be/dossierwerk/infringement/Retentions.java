package be.dossierwerk.infringement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the issuing company holds back: imposed, reviewed, lifted; each an entry that stays (procedures.md 1.4). */
@Service
public class Retentions {

    /** {@code entry}: INGESTELD, BEHOUDEN, VERLAAGD, OPGEHEVEN or HERSTELD; {@code kind}: EUR5 or VOLLEDIG; {@code reviewOn}: null once lifted, and while its clock stood still. */
    public record Line(String entry, String kind, LocalDate fromOn, LocalDate reviewOn, BigDecimal blockedTotal, String reason, String by) { }

    private static final String ISSUING_COMPANY = "uitgifte";

    private final Cases cases;
    private final Recognitions recognitions;
    private final Letters letters;
    private final Terms terms;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Retentions(Cases cases, Recognitions recognitions, Letters letters, Terms terms, CurrentActor currentActor, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.cases = cases;
        this.recognitions = recognitions;
        this.letters = letters;
        this.terms = terms;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Line> of(String dossier) {
        return jdbc.sql("select entry, kind, from_on, review_on, blocked_total, reason, recorded_by_name from retention_entry where dossier = ? order by id").param(dossier)
                .query((row, i) -> new Line(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class),
                        row.getBigDecimal(5), row.getString(6), row.getString(7))).list();
    }

    /** The retention that holds now. */
    @Transactional(readOnly = true)
    public Optional<Line> current(String dossier) {
        List<Line> lines = of(dossier);
        return lines.isEmpty() || lines.get(lines.size() - 1).entry().equals("OPGEHEVEN") ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
    }

    /** The first day on which it was held back as it is now, without interruption; of lines that end with the retention that holds, oldest first. */
    public static LocalDate since(List<Line> lines) {
        Line now = lines.get(lines.size() - 1);
        LocalDate since = now.fromOn();
        for (int i = lines.size() - 2; i >= 0 && lines.get(i).kind().equals(now.kind()) && !lines.get(i).entry().equals("OPGEHEVEN"); i--) {
            since = lines.get(i).fromOn();
        }
        return since;
    }

    /** Euro held back in this file until now, also after the retention was lifted. */
    BigDecimal blocked(String dossier) {
        return of(dossier).stream().map(Line::blockedTotal).reduce(BigDecimal.ZERO, (earlier, later) -> later);
    }

    /** The signed decision takes effect: the issuing company holds back from today on. */
    @Transactional
    public void impose(String dossier) {
        audit.lock(dossier);
        if (!of(dossier).isEmpty()) {
            return;
        }
        String outcome = cases.signedOutcome(dossier);
        write(dossier, "INGESTELD", outcome.equals("INHOUDING_VOLLEDIG") ? "VOLLEDIG" : "EUR5", BigDecimal.ZERO, cases.of(dossier).retentionReason(), null);
    }

    /** {@code entry}: BEHOUDEN, VERLAAGD or OPGEHEVEN; {@code blocked}: euro held back until now; {@code besluit}: on which it rests, or null. Nothing happens where nothing is held back. */
    @Transactional
    public void change(String dossier, String entry, BigDecimal blocked, String reason, UUID besluit) {
        audit.lock(dossier);
        Optional<Line> now = current(dossier);
        if (now.isPresent()) {
            terms.stop(dossier, InfringementModel.REVIEW_TERM, LocalDate.now(clock));
            write(dossier, entry, entry.equals("VERLAAGD") ? "EUR5" : now.get().kind(), blocked == null ? now.get().blockedTotal() : blocked, reason, besluit);
        }
    }

    /** A ruling took the decision away: the retention ends if it still ran, and what was held back goes to the undertaking. */
    @Transactional
    public void release(String dossier, String reason) {
        audit.lock(dossier);
        BigDecimal blocked = blocked(dossier);
        List<Line> lines = of(dossier);
        if (lines.isEmpty()) {
            return;
        }
        terms.stop(dossier, InfringementModel.REVIEW_TERM, LocalDate.now(clock));
        write(dossier, "OPGEHEVEN", lines.get(lines.size() - 1).kind(), BigDecimal.ZERO, reason, null);
        if (blocked.signum() > 0) {
            tell(dossier, "INHOUDING_VRIJGEGEVEN", Map.of("bedrag", blocked));
            audit.record(AuditLog.Entry.of(dossier, "INHOUDING_VRIJGEGEVEN", "Het uitgiftebedrijf betaalt de ingehouden %s uit aan de onderneming.".formatted(Euros.prose(blocked)))
                    .because(reason));
        }
    }

    /** A ruling took a lowering or a lifting away: what is held back without it is held back again. @return false when nothing is */
    @Transactional
    public boolean restore(String dossier, UUID besluit, String reason) {
        audit.lock(dossier);
        Optional<String> held = heldWithout(dossier, besluit);
        held.ifPresent(kind -> {
            terms.stop(dossier, InfringementModel.REVIEW_TERM, LocalDate.now(clock));
            write(dossier, "HERSTELD", kind, blocked(dossier), reason, null);
        });
        return held.isPresent();
    }

    /** While a ruling suspends a lowering or a lifting, the issuing company holds back what it holds back without it. */
    @Transactional
    public void changeStandsStill(String dossier, UUID besluit, boolean suspended, LocalDate on, String reason) {
        heldWithout(dossier, besluit).ifPresent(before -> {
            String held = suspended ? inWords(before) : current(dossier).map(line -> inWords(line.kind())).orElse("niets meer");
            tell(dossier, suspended ? "HERZIENING_GESCHORST" : "HERZIENING_HERVAT", Map.of("vanaf", on.toString(),
                    "soort", suspended ? before : current(dossier).map(Line::kind).orElse("GEEN")));
            audit.record(AuditLog.Entry.of(dossier, suspended ? "HERZIENING_GESCHORST" : "HERZIENING_HERVAT", "Het uitgiftebedrijf houdt sinds %s %s in; het kreeg bericht."
                    .formatted(Dates.prose(on), held)).because(reason));
        });
    }

    /** What the changes that still stand leave of the retention when this one is not counted; empty when it is lifted. */
    private Optional<String> heldWithout(String dossier, UUID besluit) {
        return jdbc.sql("""
                select e.entry, e.kind from retention_entry e left join besluit b on b.id = e.besluit
                where e.dossier = :dossier and e.entry in ('INGESTELD', 'VERLAAGD', 'OPGEHEVEN')
                and (e.besluit is null or e.besluit <> :besluit and b.status = 'ONDERTEKEND') order by e.id desc limit 1""")
                .param("dossier", dossier).param("besluit", besluit)
                .query((row, i) -> row.getString(1).equals("OPGEHEVEN") ? Optional.<String>empty() : Optional.of(row.getString(2))).single();
    }

    /** The issuing company holds nothing back, or again, while a ruling suspends the decision. */
    @Transactional
    public void standStill(String dossier, boolean suspended, LocalDate on, String reason) {
        if (current(dossier).isPresent()) {
            tell(dossier, suspended ? "INHOUDING_GESCHORST" : "INHOUDING_HERVAT", Map.of("vanaf", on.toString()));
            audit.record(AuditLog.Entry.of(dossier, suspended ? "INHOUDING_GESCHORST" : "INHOUDING_HERVAT", (suspended ? "De inhouding staat stil sinds %s; het uitgiftebedrijf kreeg bericht."
                    : "De inhouding geldt opnieuw sinds %s; het uitgiftebedrijf kreeg bericht.").formatted(Dates.prose(on))).because(reason));
        }
    }

    private void tell(String dossier, String message, Map<String, Object> what) {
        var recognition = recognitions.of(cases.of(dossier).recognition());
        Map<String, Object> facts = new HashMap<>(Map.of("erkenningsnummer", recognition.recognitionNumber(), "ondernemingsnummer", recognition.enterpriseNumber(),
                "naam", recognition.name()));
        facts.putAll(what);
        letters.notifySystem(dossier, ISSUING_COMPANY, message, facts);
    }

    private void write(String dossier, String entry, String kind, BigDecimal blocked, String reason, UUID besluit) {
        LocalDate today = LocalDate.now(clock);
        boolean lifted = entry.equals("OPGEHEVEN");
        if (!lifted) {
            terms.start(dossier, InfringementModel.REVIEW_TERM, today);
        }
        LocalDate review = lifted ? null : terms.due(dossier, InfringementModel.REVIEW_TERM);
        jdbc.sql("""
                insert into retention_entry (dossier, entry, kind, from_on, review_on, blocked_total, reason, recorded_at, recorded_by_name, besluit)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""").params(Arrays.asList(dossier, entry, kind, today, review, blocked, reason, OffsetDateTime.now(clock),
                        currentActor.get().name(), besluit)).update();
        var recognition = recognitions.of(cases.of(dossier).recognition());
        letters.notifySystem(dossier, ISSUING_COMPANY, "INHOUDING_" + entry, Map.of("erkenningsnummer", recognition.recognitionNumber(),
                "ondernemingsnummer", recognition.enterpriseNumber(), "naam", recognition.name(), "soort", kind, "vanaf", today.toString(), "ingehouden", blocked));
        audit.record(AuditLog.Entry.of(dossier, "INHOUDING_" + entry, switch (entry) {
            case "INGESTELD" -> "De inhouding van %s geldt vanaf %s; het uitgiftebedrijf kreeg bericht.".formatted(inWords(kind), Dates.prose(today));
            case "HERSTELD" -> "De inhouding van %s geldt opnieuw%s; het uitgiftebedrijf kreeg bericht.".formatted(inWords(kind), toReview(review));
            case "OPGEHEVEN" -> "De inhouding werd op %s opgeheven; het uitgiftebedrijf kreeg bericht.".formatted(Dates.prose(today));
            default -> "De inhouding van %s blijft%s; het uitgiftebedrijf kreeg bericht.".formatted(inWords(kind), toReview(review));
        }).because(reason));
    }

    private static String toReview(LocalDate review) {
        return review == null ? "" : ", te herzien tegen " + Dates.prose(review);
    }

    static String inWords(String kind) {
        return kind.endsWith("VOLLEDIG") ? "de volledige inruilwaarde" : "5 euro per dienstencheque";
    }
}
