package be.dossierwerk.payment;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person writes what came of a line of the bank that belongs to no payment of ours or could not be read. A line that contradicts a payment is cleared
 * with that payment ({@link ClearDoubt}).
 */
@Service
public class SettleBankLine {

    static final String[] SETTLERS = {Roles.FINANCE, Roles.TEAM_LEAD, Roles.HEAD};

    private final BankLedger bank;
    private final AuditLog audit;
    private final CurrentActor currentActor;

    SettleBankLine(BankLedger bank, AuditLog audit, CurrentActor currentActor) {
        this.bank = bank;
        this.audit = audit;
        this.currentActor = currentActor;
    }

    /** @throws Refused security.role-missing unless bookkeeping, team lead or head; payment.reason; payment.bank.settled; payment.bank.contradiction */
    @Transactional
    public void settle(long file, int position, String reason) {
        Actor actor = currentActor.require(SETTLERS);
        Payables.checkReason(reason);
        audit.lock(ReadBankFile.SUBJECT);
        OpenBankLine open = bank.open(file, position).orElseThrow(() -> new Refused("payment.bank.settled"));
        if (open.line().outcome().doubtful()) {
            throw new Refused("payment.bank.contradiction", open.line().dossier());
        }
        bank.settle(file, position, reason.strip());
        String sentence = "%s handelde verrichting %s van het bankbestand \"%s\" af%s.".formatted(actor.name(), open.line().place(), open.fileName(),
                open.line().endToEnd() == null ? "" : ", met kenmerk \"" + open.line().endToEnd() + "\"");
        audit.record(AuditLog.Entry.of(ReadBankFile.SUBJECT, "BANKLIJN_AFGEHANDELD", sentence).because(reason.strip()));
        if (open.line().dossier() != null) {
            audit.record(AuditLog.Entry.of(open.line().dossier(), "BANKLIJN_AFGEHANDELD", sentence).because(reason.strip()));
        }
    }
}
