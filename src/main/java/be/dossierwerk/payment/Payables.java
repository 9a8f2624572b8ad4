package be.dossierwerk.payment;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.payment.PayableStanding.Kind;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Iban;
import be.dossierwerk.shared.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What procedures want paid. Asks no role: the use case that calls it already did. Answers come back as {@link PayablePaid} and
 * {@link PayableReturned}. Nothing is ever changed or deleted (ADR 0012).
 */
@Service
public class Payables {

    private final PayableLedger ledger;
    private final AuditLog audit;
    private final CurrentActor currentActor;

    Payables(PayableLedger ledger, AuditLog audit, CurrentActor currentActor) {
        this.ledger = ledger;
        this.audit = audit;
        this.currentActor = currentActor;
    }

    /**
     * Hands over what a decision granted. Told again with the same facts it does nothing.
     * @throws Refused payment.payable.invalid with each wrong field; payment.payable.other-facts when the dossier was handed over otherwise;
     *                 payment.payable.withdrawn
     */
    @Transactional
    public void add(Payable payable) {
        Payable checked = payable.checked();
        audit.lock(checked.dossier());
        if (ledger.add(checked).isPresent()) {
            audit.record(AuditLog.Entry.of(checked.dossier(), "BETALING_TOEGEKEND", "%s gaf %s vrij voor betaling aan %s op rekening %s, op grond van %s.".formatted(
                    actor(), Euros.prose(checked.amount()), checked.beneficiary(), Iban.format(checked.iban()), checked.grantedBy())));
            return;
        }
        if (!ledger.granted(checked.dossier()).orElseThrow().equals(checked)) {
            throw new Refused("payment.payable.other-facts", checked.dossier());
        }
        if (get(checked.dossier()).state() == PayableState.INGETROKKEN) {
            throw new Refused("payment.payable.withdrawn", checked.dossier());
        }
    }

    /** Where the payment of a dossier stands, and why. */
    @Transactional(readOnly = true)
    public Optional<PayableStanding> of(String dossier) {
        return ledger.standing(dossier);
    }

    /** Whether {@link #of} finds something; one short question, for the page that draws its tabs. */
    public boolean has(String dossier) {
        return ledger.has(dossier);
    }

    /**
     * Takes it back for good, for instance when the decision is annulled. Told twice it does nothing more.
     * @throws Refused payment.payable.unknown, payment.reason, payment.payable.in-run, payment.payable.paid
     */
    @Transactional
    public void withdraw(String dossier, String reason) {
        checkReason(reason);
        PayableStanding standing = locked(dossier);
        if (standing.state() == PayableState.INGETROKKEN) {
            return;
        }
        checkFree(standing);
        ledger.move(ledger.lock(dossier).orElseThrow(), Kind.INGETROKKEN, reason.strip());
        audit.record(AuditLog.Entry.of(dossier, "BETALING_INGETROKKEN", "%s trok de betaling van %s aan %s in.".formatted(actor(),
                Euros.prose(standing.payable().amount()), standing.payable().beneficiary())).because(reason.strip()));
    }

    /**
     * Another account for the next attempt, for instance after the bank found the first one closed. The dossier's decision and amount stay.
     * @throws Refused payment.payable.unknown, payment.reason, payment.payable.invalid, payment.payable.in-run, payment.payable.paid,
     *                 payment.payable.withdrawn
     */
    @Transactional
    public void changeAccount(String dossier, String beneficiary, String iban, String reason) {
        checkReason(reason);
        List<Refused.Field> wrong = new ArrayList<>();
        Payable.checkAccount(wrong, beneficiary, iban);
        if (!wrong.isEmpty()) {
            throw new Refused("payment.payable.invalid", wrong, dossier);
        }
        PayableStanding standing = locked(dossier);
        if (standing.state() == PayableState.INGETROKKEN) {
            throw new Refused("payment.payable.withdrawn", dossier);
        }
        checkFree(standing);
        String compact = Iban.parse(iban).compact();
        if (compact.equals(standing.payable().iban()) && beneficiary.strip().equals(standing.payable().beneficiary())) {
            return;
        }
        long payable = ledger.lock(dossier).orElseThrow();
        ledger.account(payable, beneficiary.strip(), compact, reason.strip());
        ledger.move(payable, Kind.REKENING, reason.strip());
        audit.record(AuditLog.Entry.of(dossier, "BETALING_REKENING", "%s wijzigde de rekening voor de betaling: van %s (%s) naar %s (%s).".formatted(actor(),
                Iban.format(standing.payable().iban()), standing.payable().beneficiary(), Iban.format(compact), beneficiary.strip())).because(reason.strip()));
    }

    private PayableStanding locked(String dossier) {
        audit.lock(dossier);
        ledger.lock(dossier).orElseThrow(() -> new Refused("payment.payable.unknown", dossier));
        return get(dossier);
    }

    private PayableStanding get(String dossier) {
        return ledger.standing(dossier).orElseThrow();
    }

    private static void checkFree(PayableStanding standing) {
        switch (standing.state()) {
            case IN_RONDE, VERZONDEN -> throw new Refused("payment.payable.in-run", standing.payable().dossier(), standing.run());
            case BETAALD -> throw new Refused("payment.payable.paid", standing.payable().dossier(), standing.run());
            default -> { }
        }
    }

    static void checkReason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refused("payment.reason", List.of(new Refused.Field("reason", "payment.reason")));
        }
    }

    private String actor() {
        return currentActor.get().name();
    }
}
