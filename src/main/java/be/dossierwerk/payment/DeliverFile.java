package be.dossierwerk.payment;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts the kept file of a run in the outbox and notes that. When the machine stops in between, the next call puts the same bytes under the same name.
 * Once noted it writes nothing more.
 */
@Component
class DeliverFile {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverFile.class);

    private final RunLedger runs;
    private final BankOutbox outbox;
    private final AuditLog audit;
    private final CurrentActor currentActor;

    DeliverFile(RunLedger runs, BankOutbox outbox, AuditLog audit, CurrentActor currentActor) {
        this.runs = runs;
        this.outbox = outbox;
        this.audit = audit;
        this.currentActor = currentActor;
    }

    /** @throws Refused payment.file.delivery when the folder cannot be written, payment.file.changed when the kept bytes are not those that were approved */
    @Transactional
    public void deliver(String number) {
        PaymentRun run = runs.hold(number).run();
        if (run.state() != RunState.BESTAND_KLAAR) {
            return;
        }
        PaymentFile file = runs.file(number).orElseThrow();
        if (!CreditTransferFile.sha256(file.content()).equals(file.sha256())) {
            throw new Refused("payment.file.changed", number);
        }
        try {
            outbox.deliver(file);
        } catch (IOException e) {
            LOG.error("The file of {} could not be delivered; it is tried again", number, e);
            throw new Refused("payment.file.delivery", number);
        }
        runs.sent(run.id());
        audit.record(AuditLog.Entry.of(number, "BETAALBESTAND_AFGELEVERD", "%s leverde het betaalbestand %s af voor de bank.".formatted(
                currentActor.get().name(), file.fileName())));
    }
}
