package be.dossierwerk.payment;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bookkeeping gathers what is payable into a run. Whoever prepares at the same moment waits, and then finds what the first one left. */
@Service
public class PrepareRun {

    /** What a bank takes in one file without questions; the oldest go first, the others into a next run. */
    static final int MOST_LINES = 500;
    private static final int FURTHEST_DAYS = 60;
    /** No dossier and no run is called like this: a lock, not a chain. */
    private static final String PREPARING = "BETAALRONDES";

    private final PayableQueue queue;
    private final PayableLedger payables;
    private final RunLedger runs;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final Clock clock;

    PrepareRun(PayableQueue queue, PayableLedger payables, RunLedger runs, AuditLog audit, CurrentActor currentActor, Clock clock) {
        this.queue = queue;
        this.payables = payables;
        this.runs = runs;
        this.audit = audit;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * The number of the new run, such as BET-2027-001. {@code day}: when the bank should pay at the earliest; {@code leaveOut}: dossiers that wait.
     * @throws Refused security.role-missing unless bookkeeping, payment.run.day, payment.run.nothing
     */
    @Transactional
    public String prepare(LocalDate day, Collection<String> leaveOut) {
        currentActor.require(Roles.FINANCE);
        LocalDate today = LocalDate.now(clock);
        if (day == null || day.isBefore(today) || day.isAfter(today.plusDays(FURTHEST_DAYS))) {
            throw new Refused("payment.run.day", List.of(new Refused.Field("day", "payment.run.day", FURTHEST_DAYS)), FURTHEST_DAYS);
        }
        audit.lock(PREPARING);
        List<String> candidates = candidates(Set.copyOf(leaveOut));
        candidates.stream().sorted().forEach(audit::lock);
        // Again behind the locks: the bank may have sent something back meanwhile.
        List<PayableLedger.Open> open = payables.lockOpen(queue.ready(candidates));
        if (open.isEmpty()) {
            throw new Refused("payment.run.nothing");
        }
        String number = runs.nextNumber();
        runs.add(number, day, open);
        PaymentRun run = runs.find(number).orElseThrow();
        String actor = currentActor.get().name();
        runs.tell(number, runs.lines(run.id()), "BETAALRONDE_VOORBEREID",
                "%s bereidde betaalronde %s voor: %s, samen %s, te betalen vanaf %s.".formatted(actor, number, RunLedger.orders(run.lines()),
                        Euros.prose(run.total()), Dates.prose(day)),
                line -> "%s nam de betaling van %s aan %s op in betaalronde %s.".formatted(actor, Euros.prose(line.amount()), line.beneficiary(), number), null);
        return number;
    }

    /** The oldest that can be paid, at most one run of them; who waits for something else takes no place. */
    private List<String> candidates(Set<String> leaveOut) {
        List<String> found = new ArrayList<>();
        queue.read(page -> {
            page.ready().stream().filter(dossier -> !leaveOut.contains(dossier)).limit(MOST_LINES - found.size()).forEach(found::add);
            return found.size() < MOST_LINES;
        });
        return found;
    }
}
