package be.dossierwerk.recovery;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bookkeeper or lawyer records what a voucher was worth from a month on, with the source. Calculations that are stored do not change. */
@Service
public class RecordVoucherRate {

    /** The rates have no dossier; their history is kept under this name. */
    static final String SUBJECT = "TARIEF-CHEQUES";

    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final RecoveryLedger ledger;

    RecordVoucherRate(CurrentActor currentActor, AuditLog audit, RecoveryLedger ledger) {
        this.currentActor = currentActor;
        this.audit = audit;
        this.ledger = ledger;
    }

    /** @throws Refused security.role-missing; recovery.rate.wrong with the fields validFrom, validTo, intervention, purchasePrice, source */
    @Transactional
    public void record(VoucherRate rate) {
        var actor = currentActor.require(Roles.FINANCE, Roles.LAWYER);
        List<Refused.Field> wrong = new ArrayList<>();
        if (rate.validFrom() == null || rate.validFrom().getDayOfMonth() != 1) {
            wrong.add(new Refused.Field("validFrom", "recovery.rate.from"));
        }
        LocalDate to = rate.validTo();
        if (to != null && (to.plusDays(1).getDayOfMonth() != 1 || rate.validFrom() != null && to.isBefore(rate.validFrom()))) {
            wrong.add(new Refused.Field("validTo", "recovery.rate.to"));
        }
        if (!isRate(rate.intervention())) {
            wrong.add(new Refused.Field("intervention", "recovery.rate.amount"));
        }
        if (!isRate(rate.purchasePrice())) {
            wrong.add(new Refused.Field("purchasePrice", "recovery.rate.amount"));
        }
        if (rate.source() == null || rate.source().isBlank()) {
            wrong.add(new Refused.Field("source", "recovery.rate.source"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused("recovery.rate.wrong", wrong, wrong.size());
        }
        audit.lock(SUBJECT);
        ledger.addRate(rate);
        ledger.tell(SUBJECT, "TARIEF_GENOTEERD", "%s noteerde het tarief van een cheque vanaf %s%s: tegemoetkoming %s, aanschafprijs %s.".formatted(actor.name(),
                Dates.prose(rate.validFrom()), to == null ? "" : " tot en met " + Dates.prose(to), Euros.prose(rate.intervention()),
                Euros.prose(rate.purchasePrice())), rate.source().strip());
    }

    private static boolean isRate(BigDecimal amount) {
        return amount != null && amount.signum() > 0 && amount.stripTrailingZeros().scale() <= 4 && amount.compareTo(new BigDecimal("1000")) < 0;
    }
}
