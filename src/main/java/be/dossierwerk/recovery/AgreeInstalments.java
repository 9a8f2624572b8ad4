package be.dossierwerk.recovery;

import be.dossierwerk.recovery.InstalmentPlan.Instalment;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
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
     * @throws Refused security.role-missing; recovery.unknown, recovery.nothing-due; recovery.plan.wrong with a field for each wrong day or amount;
     *                 recovery.plan.sum when the amounts do not add up to what is owed
     */
    @Transactional
    public void agree(String dossier, List<Instalment> instalments) {
        Actor actor = currentActor.require(Roles.HANDLER, Roles.FINANCE);
        RecoveryStanding standing = ledger.locked(dossier);
        if (standing.decision().isEmpty() || standing.due().signum() == 0) {
            throw new Refused("recovery.nothing-due");
        }
        check(instalments);
        BigDecimal sum = instalments.stream().map(Instalment::amount).reduce(BigDecimal.ZERO, BigDecimal::add).setScale(2, RoundingMode.UNNECESSARY);
        if (sum.compareTo(standing.due()) != 0) {
            throw new Refused("recovery.plan.sum", Euros.prose(sum), Euros.prose(standing.due()));
        }
        ledger.addPlan(dossier, sum, instalments);
        ledger.tell(dossier, "AFBETALING_AFGESPROKEN", "%s sprak een afbetaling af van %s in %d delen, van %s tot %s.".formatted(actor.name(), Euros.prose(sum),
                instalments.size(), Dates.prose(instalments.get(0).dueOn()), Dates.prose(instalments.get(instalments.size() - 1).dueOn())), null);
        ledger.moved(dossier, RecoveryMoved.What.PLAN);
    }

    private void check(List<Instalment> instalments) {
        List<Refused.Field> wrong = new ArrayList<>();
        LocalDate earliest = ledger.today();
        for (int i = 0; i < instalments.size(); i++) {
            Instalment instalment = instalments.get(i);
            if (instalment.dueOn() == null || instalment.dueOn().isBefore(earliest)) {
                wrong.add(new Refused.Field("instalments[" + i + "].dueOn", "recovery.plan.day"));
            } else {
                earliest = instalment.dueOn().plusDays(1);
            }
            if (!Euros.payable(instalment.amount())) {
                wrong.add(new Refused.Field("instalments[" + i + "].amount", "recovery.amount"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refused("recovery.plan.wrong", wrong, wrong.size());
        }
    }
}
