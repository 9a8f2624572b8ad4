package be.dossierwerk.recovery;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.InstalmentPlan;
import be.dossierwerk.shared.InstalmentPlan.Instalment;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The handler or bookkeeper agrees on a plan that adds up to what is owed, to the cent. A new plan takes the place of an earlier one. */
@Service
public class AgreeInstalments {

    private final CurrentActor currentActor;
    private final RecoveryLedger ledger;

    AgreeInstalments(CurrentActor currentActor, RecoveryLedger ledger) {
        this.currentActor = currentActor;
        this.ledger = ledger;
    }

    /**
     * @throws Refused security.role-missing; recovery.unknown, recovery.nothing-due; shared.plan.wrong with a field for each wrong day or amount;
     *                 shared.plan.sum when the amounts do not add up to what is owed
     */
    @Transactional
    public void agree(String dossier, List<Instalment> instalments) {
        Actor actor = currentActor.require(Roles.HANDLER, Roles.FINANCE);
        RecoveryStanding standing = ledger.locked(dossier);
        if (standing.decision().isEmpty() || standing.due().signum() == 0) {
            throw new Refused("recovery.nothing-due");
        }
        InstalmentPlan.check(instalments, ledger.today(), standing.due());
        BigDecimal sum = standing.due();
        ledger.addPlan(dossier, sum, instalments);
        ledger.tell(dossier, "AFBETALING_AFGESPROKEN", "%s sprak een afbetaling af van %s in %d delen, van %s tot %s.".formatted(actor.name(), Euros.prose(sum),
                instalments.size(), Dates.prose(instalments.get(0).dueOn()), Dates.prose(instalments.get(instalments.size() - 1).dueOn())), null);
        ledger.moved(dossier, RecoveryMoved.What.PLAN);
    }
}
