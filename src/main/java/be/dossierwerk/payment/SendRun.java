package be.dossierwerk.payment;

import be.dossierwerk.payment.RunLedger.Held;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Iban;
import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the file of a released run, keeps it, and only then delivers it. Sending again finishes what was left, and never makes a second file. */
@Service
public class SendRun {

    private final RunLedger runs;
    private final Debtor debtor;
    private final DeliverFile deliverFile;
    private final CurrentActor currentActor;
    private final TransactionTemplate own;

    SendRun(RunLedger runs, Debtor debtor, DeliverFile deliverFile, CurrentActor currentActor, PlatformTransactionManager transactions) {
        this.runs = runs;
        this.debtor = debtor;
        this.deliverFile = deliverFile;
        this.currentActor = currentActor;
        this.own = new TransactionTemplate(transactions);
    }

    /**
     * Not inside a transaction: the file must be kept before anybody can see it.
     * @throws Refused security.role-missing unless bookkeeping or head, payment.run.unknown, payment.run.not-now, payment.run.total, payment.run.doubt,
     *                 payment.debtor, payment.file.invalid, payment.file.delivery: then the file is kept, and sending again delivers it
     */
    @Transactional(propagation = Propagation.NEVER)
    public void send(String number) {
        Actor actor = currentActor.require(PaymentRun.Act.SEND.roles());
        own.executeWithoutResult(status -> keep(number, actor));
        deliverFile.deliver(number);
    }

    private void keep(String number, Actor actor) {
        Held held = runs.hold(number);
        PaymentRun run = held.run();
        if (run.state().ordered()) {
            return;
        }
        run.require(PaymentRun.Act.SEND, actor);
        runs.checkTotal(held);
        PaymentFile file = CreditTransferFile.of(run, held.lines(), debtor.account());
        runs.order(run.id(), file.messageId(), file.content(), file.sha256());
        runs.tell(number, held.lines(), "BETAALRONDE_VERZONDEN", "%s maakte het betaalbestand %s van betaalronde %s: %s, samen %s.".formatted(
                        actor.name(), file.fileName(), number, RunLedger.orders(run.lines()), Euros.prose(run.total())),
                line -> "%s maakte het betaalbestand van betaalronde %s, met de betaling van %s aan %s op rekening %s. Kenmerk: %s.".formatted(actor.name(), number,
                        Euros.prose(line.amount()), line.beneficiary(), Iban.format(line.iban()), line.endToEnd()), null);
    }
}
