package be.dossierwerk.recovery;

import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.recovery.RecoveryEntry.Kind;
import be.dossierwerk.recovery.RecoveryLedger.Draft;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bookkeeper or lawyer undoes an entry by a counter-entry with a reason; both stay visible. Undoing a call on the deposit puts the money
 * back on the deposit; undoing the decision makes what was paid refundable.
 */
@Service
public class CounterEntry {

    private final CurrentActor currentActor;
    private final RecoveryLedger ledger;
    private final Deposits deposits;
    private final Recoveries recoveries;

    CounterEntry(CurrentActor currentActor, RecoveryLedger ledger, Deposits deposits, Recoveries recoveries) {
        this.currentActor = currentActor;
        this.ledger = ledger;
        this.deposits = deposits;
        this.recoveries = recoveries;
    }

    /** @throws Refused security.role-missing; recovery.unknown, recovery.reason, recovery.entry-unknown, recovery.countered, recovery.counter-of-counter */
    @Transactional
    public void counter(String dossier, long entry, String reason) {
        Actor actor = currentActor.require(Roles.FINANCE, Roles.LAWYER);
        String why = RecoveryLedger.reason(reason);
        Stream.of(dossier, find(ledger.get(dossier), entry).depositDossier()).filter(Objects::nonNull).distinct().sorted().forEach(ledger::lock);
        // Somebody may have countered it while this one waited for the lock.
        RecoveryStanding standing = ledger.get(dossier);
        RecoveryEntry undone = find(standing, entry);
        if (undone.kind() == Kind.TEGENGEBOEKT) {
            throw new Refused("recovery.counter-of-counter");
        }
        if (standing.isCountered(undone)) {
            throw new Refused("recovery.countered");
        }
        if (undone.kind() == Kind.VASTGESTELD) {
            recoveries.annulled(dossier, why);
            return;
        }
        if (undone.depositMovement() != null) {
            deposits.counter(undone.depositDossier(), undone.depositMovement(), dossier, why);
        }
        ledger.add(dossier, new Draft(Kind.TEGENGEBOEKT, undone.amount(), ledger.today(), null, why, undone.id(), null, null, null));
        ledger.tell(dossier, "TERUGVORDERING_TEGENGEBOEKT", "%s boekte %s van %s van %s tegen.".formatted(actor.name(), undone.kind().words(),
                Euros.prose(undone.amount()), Dates.prose(undone.valuedOn())), why);
        ledger.moved(dossier, RecoveryMoved.What.BOOKED);
    }

    private static RecoveryEntry find(RecoveryStanding standing, long entry) {
        return standing.entries().stream().filter(one -> one.id() == entry).findFirst().orElseThrow(() -> new Refused("recovery.entry-unknown"));
    }
}
