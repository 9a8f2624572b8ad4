package be.dossierwerk.payment;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A second person compares each line with its decision, and approves the run or sends it back. Not who prepared it, nor who gave an account in it. */
@Service
public class CheckRun {

    private final RunLedger runs;
    private final CurrentActor currentActor;

    CheckRun(RunLedger runs, CurrentActor currentActor) {
        this.runs = runs;
        this.currentActor = currentActor;
    }

    /**
     * {@code good} approves; otherwise {@code reason} says what is wrong, and the run can only be withdrawn.
     * @throws Refused security.role-missing unless bookkeeping or team lead, payment.run.unknown, payment.run.not-now, payment.run.second-person,
     *                 payment.run.own-account, payment.run.total, payment.run.doubt, payment.reason
     */
    @Transactional
    public void check(String number, boolean good, String reason) {
        Actor actor = currentActor.require(PaymentRun.Act.CHECK.roles());
        if (!good) {
            Payables.checkReason(reason);
        }
        RunLedger.Held held = runs.hold(number);
        PaymentRun run = held.run();
        run.require(PaymentRun.Act.CHECK, actor);
        if (runs.gaveAccount(run.id(), actor.id())) {
            throw new Refused("payment.run.own-account", number);
        }
        if (good) {
            runs.checkTotal(held);
            runs.check(run.id(), true, null);
            runs.tell(number, held.lines(), "BETAALRONDE_GOEDGEKEURD", "%s controleerde betaalronde %s en keurde ze goed: %s, samen %s.".formatted(
                            actor.name(), number, RunLedger.orders(run.lines()), Euros.prose(run.total())),
                    line -> "%s controleerde de betaling van %s aan %s in betaalronde %s en keurde ze goed.".formatted(
                            actor.name(), Euros.prose(line.amount()), line.beneficiary(), number), null);
        } else {
            runs.check(run.id(), false, reason.strip());
            runs.tell(number, held.lines(), "BETAALRONDE_TERUGGESTUURD", "%s stuurde betaalronde %s terug.".formatted(actor.name(), number),
                    line -> "%s stuurde betaalronde %s terug. Deze betaling zit erin.".formatted(actor.name(), number), reason.strip());
        }
    }
}
