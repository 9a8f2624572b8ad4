package be.dossierwerk.recovery;

import be.dossierwerk.deposit.Beneficiary;
import be.dossierwerk.deposit.DepositStanding;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.recovery.RecoveryEntry.Kind;
import be.dossierwerk.recovery.RecoveryLedger.Draft;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bookkeeper pays a recovery with money of the undertaking's deposit: one act in two ledgers, in euro. */
@Service
public class CallOnDeposit {

    private final CurrentActor currentActor;
    private final RecoveryLedger ledger;
    private final Standstill standstill;
    private final Deposits deposits;

    CallOnDeposit(CurrentActor currentActor, RecoveryLedger ledger, Deposits deposits, Standstill standstill) {
        this.currentActor = currentActor;
        this.ledger = ledger;
        this.standstill = standstill;
        this.deposits = deposits;
    }

    /**
     * {@code depositDossier}: the recognition dossier of the deposit.
     * @throws Refused security.role-missing unless bookkeeper; recovery.unknown, recovery.suspended, recovery.amount, recovery.more-than-due, recovery.other-undertaking,
     *                 deposit.more-than-balance
     */
    @Transactional
    public long call(String dossier, String depositDossier, BigDecimal amount) {
        currentActor.require(Roles.FINANCE);
        // Both at once and in the order of the deposit, so that nobody waits for the other.
        Stream.of(dossier, depositDossier).distinct().sorted().forEach(ledger::lock);
        if (standstill.of(dossier)) {
            throw new Refused("recovery.suspended");
        }
        RecoveryStanding standing = ledger.get(dossier);
        RecoveryLedger.checkWithinDebt(amount, standing);
        DepositStanding deposit = deposits.of(depositDossier).filter(account -> account.enterpriseNumber().equals(standing.enterpriseNumber()))
                .orElseThrow(() -> new Refused("recovery.other-undertaking", depositDossier));
        long movement = deposits.call(new Deposits.Call(deposit.dossier(), amount, Beneficiary.DEPARTEMENT, dossier, "Beslissing tot terugvordering", null));
        long entry = ledger.add(dossier, new Draft(Kind.WAARBORG, amount, ledger.today(), null, null, null, null, deposit.dossier(), movement));
        ledger.moved(dossier, RecoveryMoved.What.BOOKED);
        return entry;
    }
}
