package be.dossierwerk.payment;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The head releases a checked run: a third person, so that no two together can pay. */
@Service
public class ReleaseRun {

    private final RunLedger runs;
    private final CurrentActor currentActor;

    ReleaseRun(RunLedger runs, CurrentActor currentActor) {
        this.runs = runs;
        this.currentActor = currentActor;
    }

    /**
     * @throws Refused security.role-missing unless head, payment.run.unknown, payment.run.not-now, payment.run.second-person, payment.run.own-account,
     *                 payment.run.total, payment.run.doubt
     */
    @Transactional
    public void release(String number) {
        Actor actor = currentActor.require(PaymentRun.Act.RELEASE.roles());
        RunLedger.Held held = runs.hold(number);
        PaymentRun run = held.run();
        run.require(PaymentRun.Act.RELEASE, actor);
        if (runs.gaveAccount(run.id(), actor.id())) {
            throw new Refused("payment.run.own-account", number);
        }
        runs.checkTotal(held);
        runs.release(run.id());
        runs.tell(number, held.lines(), "BETAALRONDE_VRIJGEGEVEN", "%s gaf betaalronde %s vrij: %s, samen %s.".formatted(
                        actor.name(), number, RunLedger.orders(run.lines()), Euros.prose(run.total())),
                line -> "%s gaf betaalronde %s vrij, met de betaling van %s aan %s.".formatted(actor.name(), number, Euros.prose(line.amount()),
                        line.beneficiary()), null);
    }
}
