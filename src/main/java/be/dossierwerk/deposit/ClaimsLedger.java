package be.dossierwerk.deposit;

import java.math.BigDecimal;
import java.util.List;

/**
 * A ledger of what undertakings owe the department. What a deposit pays to the department stands there too, written in the same transaction
 * and countered together, so that both reconcile to the cent. Amounts in euro (procedures.md D6, 2.6).
 */
public interface ClaimsLedger {

    /** {@code dossier}: where the claim stands; {@code due}: what is still to be paid, more than zero. */
    record Claim(String dossier, BigDecimal due) { }

    /** What the undertaking owes by a decision, oldest first. */
    List<Claim> owed(String enterpriseNumber);

    /** A movement of that deposit paid so much of the claim; whoever calls holds the locks of both dossiers. */
    void paid(Claim claim, BigDecimal amount, String depositDossier, long movement);

    /** The dossier of the claim that the movement paid. */
    String claimOf(long movement);

    /** The movement is undone, so the claim is open again for that amount; the lock of its dossier is held. */
    void unpaid(String claim, long movement, String reason);
}
