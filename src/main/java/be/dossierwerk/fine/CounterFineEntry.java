package be.dossierwerk.fine;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.fine.FineEntry.Kind;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bookkeeper undoes money that was booked wrongly by a counter-entry with a reason; both stay visible. What the court ruled is not for the bookkeeper. */
@Service
public class CounterFineEntry {

    /** What the bookkeeper books, and so can undo. */
    private static final Set<Kind> MONEY = EnumSet.of(Kind.BETALING, Kind.TERUGBETALING);
    private static final String PAID = "BETAALD";
    private static final String HANDED_OVER = "OVERGEDRAGEN_AAN_INVORDERING";

    private final CurrentActor currentActor;
    private final Fines fines;
    private final FineCourse course;
    private final FollowFine followFine;
    private final Dossiers dossiers;
    private final AuditLog audit;
    private final Clock clock;

    CounterFineEntry(CurrentActor currentActor, Fines fines, FineCourse course, FollowFine followFine, Dossiers dossiers, AuditLog audit, Clock clock) {
        this.currentActor = currentActor;
        this.fines = fines;
        this.course = course;
        this.followFine = followFine;
        this.dossiers = dossiers;
        this.audit = audit;
        this.clock = clock;
    }

    /** What still counts and can be undone. */
    public List<FineEntry> possible(String dossier) {
        return fines.find(dossier).map(fine -> fine.counting().stream().filter(entry -> MONEY.contains(entry.kind())).toList()).orElse(List.of());
    }

    /** @throws Refused security.role-missing; fine.unknown, fine.counter.none, fine.counter.reason with the field reason */
    @Transactional
    public void counter(String dossier, long entry, String reason) {
        var actor = currentActor.require(Roles.FINANCE);
        if (reason == null || reason.isBlank()) {
            throw new Refused("fine.counter.reason", List.of(new Refused.Field("reason", "fine.counter.reason")));
        }
        fines.locked(dossier);
        FineEntry undone = possible(dossier).stream().filter(each -> each.id() == entry).findFirst().orElseThrow(() -> new Refused("fine.counter.none"));
        String why = reason.strip();
        fines.add(dossier, Kind.TEGENGEBOEKT, undone.amount(), LocalDate.now(clock), undone.id(), null, why);
        audit.record(AuditLog.Entry.of(dossier, "BOETE_TEGENGEBOEKT", "%s boekte de %s van %s van %s tegen.".formatted(actor.name(),
                undone.kind() == Kind.BETALING ? "betaling" : "terugbetaling", Euros.prose(undone.amount()), Dates.prose(undone.valuedOn()))).because(why));
        Dossiers.Details file = dossiers.get(dossier);
        if (file.closedOn() == null) {
            course.paid(dossier);
        } else if (HANDED_OVER.equals(file.outcome())) {
            followFine.tellCollection(dossier, "DWANGBEVEL_SALDO");
        } else if (PAID.equals(file.outcome()) && fines.get(dossier).due().signum() > 0) {
            followFine.collectAgain(dossier);
        }
    }
}
