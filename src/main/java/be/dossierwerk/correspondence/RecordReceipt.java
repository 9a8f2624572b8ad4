package be.dossierwerk.correspondence;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.AppealWindow;
import be.dossierwerk.deadline.AppealWindow.Notice;
import be.dossierwerk.deadline.AppealWindow.Way;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records when a decision was really received, or that its appeal clause was missing: the window is computed again (procedures.md 1.10). */
@Service
public class RecordReceipt {

    /**
     * {@code way}: how the receipt is known, null when only the clause changes, AANGETEKEND when nothing is known after all and the presumption holds again;
     * {@code on}: that day, not asked for the presumption; {@code reason}: needed for proof, clause and presumption.
     */
    public record Receipt(UUID letter, Way way, LocalDate on, boolean clauseMissing, String reason) { }

    /** What a person can know better than the presumption. */
    public static final List<Way> KNOWN = List.of(Way.ONTVANGSTBEWIJS, Way.GEWEIGERD, Way.TEGENBEWIJS);

    private static final int REASON_LIMIT = 2_000;
    private static final Map<Way, String> WORDS = Map.of(Way.ONTVANGSTBEWIJS, "volgens het ontvangstbewijs op %s ontvangen werd", Way.GEWEIGERD, "op %s geweigerd werd",
            Way.TEGENBEWIJS, "volgens het bewijs van de geadresseerde pas op %s ontvangen werd", Way.AANGETEKEND, "toch zonder bewijs van ontvangst is en vermoed wordt aan te komen na de verzending op %s");

    private final AppealWindows windows;
    private final AppealTerm appealTerm;
    private final Terms terms;
    private final Letters letters;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final Clock clock;

    RecordReceipt(AppealWindows windows, AppealTerm appealTerm, Terms terms, Letters letters, CurrentActor currentActor, AuditLog audit, Clock clock) {
        this.windows = windows;
        this.appealTerm = appealTerm;
        this.terms = terms;
        this.letters = letters;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refused correspondence.receipt.invalid with the wrong fields: letter, way, on, reason; correspondence.receipt.same */
    @Transactional
    public void record(Receipt given) {
        var actor = currentActor.require(Roles.INTAKE, Roles.HANDLER, Roles.LAWYER);
        Letters.Letter letter = letters.get(given.letter);
        String dossier = letter.dossier();
        Receipt receipt = given.way == Way.AANGETEKEND ? new Receipt(given.letter, given.way, letter.sentOn(), given.clauseMissing, given.reason) : given;
        audit.lock(dossier);
        AppealWindows.Window was = windows.ofLetter(receipt.letter).orElseThrow(() -> new Refused("correspondence.receipt.none"));
        check(receipt, was);
        Notice notice = receipt.way == null ? new Notice(was.way(), was.eventOn(), receipt.clauseMissing) : new Notice(receipt.way, receipt.on, receipt.clauseMissing);
        if (notice.equals(new Notice(was.way(), was.eventOn(), was.clauseMissing()))) {
            throw new Refused("correspondence.receipt.same");
        }
        AppealWindow now = appealTerm.open(receipt.letter, dossier, notice, text(receipt.reason));
        List<String> what = new ArrayList<>();
        if (receipt.way != null) {
            what.add("dat de brief “%s” %s".formatted(was.title(), WORDS.get(receipt.way).formatted(Dates.prose(receipt.on))));
        }
        if (receipt.clauseMissing != was.clauseMissing()) {
            what.add("dat de beroepsclausule in de brief “%s” %s".formatted(was.title(), receipt.clauseMissing ? "ontbrak" : "toch in orde was"));
        }
        audit.record(AuditLog.Entry.of(dossier, "ONTVANGST_GEREGISTREERD", "%s registreerde %s. De beroepstermijn loopt van %s tot en met %s, en niet van %s tot en met %s.%s"
                .formatted(actor.name(), String.join(" en ", what), Dates.prose(now.first()), Dates.prose(now.last()), Dates.prose(was.days().first()),
                        Dates.prose(was.days().last()), was.definitive() ? " De beslissing heette al definitief; dat wordt opnieuw bekeken." : ""))
                .because(text(receipt.reason)));
    }

    private void check(Receipt receipt, AppealWindows.Window was) {
        List<Refused.Field> wrong = new ArrayList<>();
        Letters.Letter letter = letters.get(receipt.letter);
        if (receipt.way != null && (!ways(was).contains(receipt.way) || !"POST_AANGETEKEND".equals(letter.channel()))) {
            wrong.add(new Refused.Field("way", "correspondence.receipt.way"));
        } else if (receipt.way != null) {
            LocalDate presumed = terms.appealWindow(new Notice(Way.AANGETEKEND, letter.sentOn(), false)).notifiedOn();
            if (receipt.on == null) {
                wrong.add(new Refused.Field("on", "correspondence.receipt.day"));
            } else if (receipt.on.isAfter(LocalDate.now(clock)) || receipt.on.isBefore(letter.sentOn())) {
                wrong.add(new Refused.Field("on", "correspondence.receipt.day-range", Dates.prose(letter.sentOn())));
            } else if (receipt.way == Way.TEGENBEWIJS && !receipt.on.isAfter(presumed)) {
                wrong.add(new Refused.Field("on", "correspondence.receipt.not-later", Dates.prose(presumed)));
            }
        }
        boolean needsReason = receipt.way == Way.TEGENBEWIJS || receipt.way == Way.AANGETEKEND || receipt.clauseMissing != was.clauseMissing();
        if (needsReason && text(receipt.reason) == null || receipt.reason != null && receipt.reason.length() > REASON_LIMIT) {
            wrong.add(new Refused.Field("reason", "correspondence.receipt.reason", REASON_LIMIT));
        }
        if (!wrong.isEmpty()) {
            throw new Refused("correspondence.receipt.invalid", wrong, wrong.size());
        }
    }

    /** The ways in which the receipt of this letter can be known better, or the presumption that holds again; none for what went electronically. */
    public List<Way> ways(AppealWindows.Window window) {
        return switch (window.way()) {
            case ELEKTRONISCH -> List.of();
            case AANGETEKEND -> KNOWN;
            default -> Stream.concat(KNOWN.stream(), Stream.of(Way.AANGETEKEND)).toList();
        };
    }

    private static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
