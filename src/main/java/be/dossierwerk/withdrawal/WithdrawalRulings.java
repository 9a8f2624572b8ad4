package be.dossierwerk.withdrawal;

import be.dossierwerk.casework.ContestedDecisions;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a ruling does to a decision that ended a recognition, whatever procedure took it: once, however often it is told (procedures.md 1.10). */
@Service
public class WithdrawalRulings {

    private final ContestedDecisions decisions;
    private final Consequences consequences;

    WithdrawalRulings(ContestedDecisions decisions, Consequences consequences) {
        this.decisions = decisions;
        this.consequences = consequences;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void suspend(String dossier, UUID besluit, LocalDate on, String reason) {
        if (decisions.suspend(dossier, besluit, on, reason) && !consequences.suspend(dossier, on, reason)) {
            consequences.tellNothingChanged(dossier);
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void resume(String dossier, UUID besluit, LocalDate on, String reason) {
        if (decisions.resume(dossier, besluit, on, reason)) {
            consequences.resume(dossier, on, reason);
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void annul(String dossier, UUID besluit, LocalDate on, String reason) {
        if (decisions.annul(dossier, besluit, on, reason)) {
            consequences.undo(dossier, reason);
        }
    }
}
