package be.dossierwerk.recovery;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The handler says which vouchers are not due; each gets the rate of its month of work. Earlier calculations stay; the last one counts. */
@Service
public class ComputeRecovery {

    private static final int MOST = 1_000_000;

    private final CurrentActor currentActor;
    private final RecoveryLedger ledger;

    ComputeRecovery(CurrentActor currentActor, RecoveryLedger ledger) {
        this.currentActor = currentActor;
        this.ledger = ledger;
    }

    /**
     * @throws Refused security.role-missing unless handler; recovery.unknown, recovery.decided, recovery.by-procedure; recovery.lines.none, recovery.lines.wrong with a field
     *                 for each wrong input; recovery.no-rate with the months without a rate
     */
    @Transactional
    public Calculation compute(String dossier, List<VoucherLine> lines) {
        currentActor.require(Roles.HANDLER);
        if (ledger.inProcedure(dossier)) {
            throw new Refused("recovery.by-procedure");
        }
        return store(dossier, lines);
    }

    /** The procedure has its own tasks for who types and who checks. */
    Calculation store(String dossier, List<VoucherLine> lines) {
        Actor actor = currentActor.get();
        check(lines);
        if (ledger.locked(dossier).decision().isPresent()) {
            throw new Refused("recovery.decided");
        }
        Calculation calculation = Calculation.of(lines, ledger::rate);
        ledger.addCalculation(dossier, calculation);
        ledger.tell(dossier, "TERUGVORDERING_BEREKEND", "%s berekende de terugvordering: %s.".formatted(actor.name(), Euros.prose(calculation.total())), null);
        return calculation;
    }

    void check(List<VoucherLine> lines) {
        if (lines.isEmpty()) {
            throw new Refused("recovery.lines.none");
        }
        List<Refused.Field> wrong = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            VoucherLine line = lines.get(i);
            String at = "lines[" + i + "].";
            if (line.month() == null || line.month().isAfter(YearMonth.from(ledger.today()))) {
                wrong.add(new Refused.Field(at + "month", "recovery.lines.month"));
            }
            if (line.vouchers() < 1 || line.vouchers() > MOST) {
                wrong.add(new Refused.Field(at + "vouchers", "recovery.lines.vouchers", MOST));
            }
            if (line.evidence() == null || line.evidence().isBlank()) {
                wrong.add(new Refused.Field(at + "evidence", "recovery.lines.evidence"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refused("recovery.lines.wrong", wrong, wrong.size());
        }
    }
}
