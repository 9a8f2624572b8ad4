package be.dossierwerk.recovery;

import be.dossierwerk.deposit.ClaimsLedger;
import be.dossierwerk.recovery.RecoveryEntry.Kind;
import be.dossierwerk.recovery.RecoveryLedger.Draft;
import be.dossierwerk.shared.Euros;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a deposit that is settled pays of the recoveries of its undertaking: the other half of each movement (procedures.md D6, 2.6). */
@Component
class DepositPayments implements ClaimsLedger {

    private final RecoveryLedger ledger;
    private final Standstill standstill;

    DepositPayments(RecoveryLedger ledger, Standstill standstill) {
        this.ledger = ledger;
        this.standstill = standstill;
    }

    @Override
    public List<Claim> owed(String enterpriseNumber) {
        return ledger.dossiersOf(enterpriseNumber).stream().map(ledger::get).filter(standing -> standing.due().signum() > 0 && !standstill.of(standing.dossier()))
                .map(standing -> new Claim(standing.dossier(), standing.due())).toList();
    }

    @Override
    public void paid(Claim claim, BigDecimal amount, String depositDossier, long movement) {
        ledger.add(claim.dossier(), new Draft(Kind.WAARBORG, amount, ledger.today(), null, null, null, null, depositDossier, movement));
        BigDecimal due = ledger.get(claim.dossier()).due();
        ledger.tell(claim.dossier(), "WAARBORG_AFGEREKEND", "De waarborg van dossier %s werd afgerekend en betaalde %s van deze terugvordering; er blijft %s te betalen."
                .formatted(depositDossier, Euros.prose(amount), Euros.prose(due)), null);
        ledger.moved(claim.dossier(), RecoveryMoved.What.BOOKED);
    }

    @Override
    public String claimOf(long movement) {
        return ledger.dossierOfMovement(movement);
    }

    @Override
    public void unpaid(String claim, long movement, String reason) {
        RecoveryStanding standing = ledger.get(claim);
        RecoveryEntry paid = standing.entries().stream().filter(entry -> entry.depositMovement() != null && entry.depositMovement() == movement)
                .findFirst().orElseThrow();
        ledger.add(claim, new Draft(Kind.TEGENGEBOEKT, paid.amount(), ledger.today(), null, reason, paid.id(), null, null, null));
        ledger.tell(claim, "TERUGVORDERING_TEGENGEBOEKT", "De betaling van %s uit de waarborg van dossier %s werd tegengeboekt; er is opnieuw %s te betalen."
                .formatted(Euros.prose(paid.amount()), paid.depositDossier(), Euros.prose(ledger.get(claim).due())), reason);
        ledger.moved(claim, RecoveryMoved.What.BOOKED);
    }
}
