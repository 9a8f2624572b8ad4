package be.dossierwerk.recovery;

import be.dossierwerk.deposit.Beneficiary;
import be.dossierwerk.deposit.DepositStanding;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.recovery.RecoveryEntry.Kind;
import be.dossierwerk.recovery.RecoveryLedger.Draft;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever loses its recognition pays its open recoveries out of the deposit before the rest is divided: one act in two ledgers, in euro
 * (procedures.md 1.12, D6). Asks no role: the procedure that calls it decided.
 */
@Service
public class PayFromDeposit {

    private final Recoveries recoveries;
    private final RecoveryLedger ledger;
    private final Deposits deposits;

    PayFromDeposit(Recoveries recoveries, RecoveryLedger ledger, Deposits deposits) {
        this.recoveries = recoveries;
        this.ledger = ledger;
        this.deposits = deposits;
    }

    /** Oldest recovery first, as far as the money goes; {@code depositDossier}: the recognition dossier. @return what was paid */
    @Transactional
    public BigDecimal pay(String depositDossier) {
        Optional<DepositStanding> deposit = deposits.of(depositDossier);
        if (deposit.isEmpty()) {
            return BigDecimal.ZERO;
        }
        List<String> owing = recoveries.openFor(deposit.get().enterpriseNumber()).stream().map(RecoveryStanding::dossier).toList();
        Stream.concat(Stream.of(depositDossier), owing.stream()).distinct().sorted().forEach(ledger::lock);
        BigDecimal paid = BigDecimal.ZERO;
        for (String dossier : owing) {
            BigDecimal left = deposits.of(depositDossier).orElseThrow().balance();
            BigDecimal amount = ledger.get(dossier).due().min(left);
            if (amount.signum() > 0) {
                long movement = deposits.call(new Deposits.Call(depositDossier, amount, Beneficiary.DEPARTEMENT, dossier, "Beslissing tot terugvordering", null));
                ledger.add(dossier, new Draft(Kind.WAARBORG, amount, ledger.today(), null, null, null, null, depositDossier, movement));
                ledger.moved(dossier, RecoveryMoved.What.BOOKED);
                paid = paid.add(amount);
            }
        }
        return paid;
    }
}
