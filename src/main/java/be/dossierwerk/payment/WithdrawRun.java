package be.dossierwerk.payment;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a run back as long as it has no file: its payables can go into another run. After the release only the head does this. */
@Service
public class WithdrawRun {

    private final RunLedger runs;
    private final CurrentActor currentActor;

    WithdrawRun(RunLedger runs, CurrentActor currentActor) {
        this.runs = runs;
        this.currentActor = currentActor;
    }

    /**
     * @throws be.dossierwerk.shared.Refused security.role-missing unless bookkeeping or head, payment.reason, payment.run.unknown, payment.run.not-now
     */
    @Transactional
    public void withdraw(String number, String reason) {
        Actor actor = currentActor.require(PaymentRun.Act.WITHDRAW.roles());
        Payables.checkReason(reason);
        RunLedger.Held held = runs.hold(number);
        held.run().require(PaymentRun.Act.WITHDRAW, actor);
        runs.withdraw(held.run().id(), reason.strip());
        runs.tell(number, held.lines(), "BETAALRONDE_INGETROKKEN", "%s trok betaalronde %s in. Er is niets betaald.".formatted(actor.name(), number),
                line -> "%s trok betaalronde %s in. Deze betaling kan in een volgende ronde.".formatted(actor.name(), number), reason.strip());
    }
}
