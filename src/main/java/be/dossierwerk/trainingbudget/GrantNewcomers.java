package be.dossierwerk.trainingbudget;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.recognition.Recognitions.Recognition;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.trainingbudget.BudgetMovement.Kind;
import be.dossierwerk.trainingbudget.Distribution.Basis;
import be.dossierwerk.trainingbudget.Distribution.Candidate;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives whoever was recognised after the budget was recorded the amount of its quarter, out of the reserve (procedures.md 1.8 b). */
@Service
public class GrantNewcomers {

    /** Names of undertakings; {@code waiting}: who no longer fits in the reserve, oldest recognition first. */
    public record Outcome(List<String> granted, List<String> waiting) { }

    private final BudgetVersions versions;
    private final BudgetLedger ledger;
    private final Recognitions recognitions;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final Clock clock;

    GrantNewcomers(BudgetVersions versions, BudgetLedger ledger, Recognitions recognitions, CurrentActor currentActor, AuditLog audit, Clock clock) {
        this.versions = versions;
        this.ledger = ledger;
        this.recognitions = recognitions;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who was recognised first goes first; nobody overtakes. @throws Refused security.role-missing; trainingbudget.not-recorded */
    @Transactional
    public Outcome grant(int year) {
        var actor = currentActor.require(Roles.FINANCE);
        BudgetVersion version = versions.recorded(year).orElseThrow(() -> new Refused("trainingbudget.not-recorded", String.valueOf(year)));
        audit.lock(version.dossier());
        BigDecimal reserve = version.rules().reserve().subtract(ledger.grantedToNewcomers(year));
        List<String> granted = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        for (Recognition recognition : newcomers(year)) {
            Candidate candidate = new Candidate(recognition.enterpriseNumber(), recognition.recognisedOn(), null, 0);
            BigDecimal amount = version.rules().quarters().get(Distribution.quarter(recognition.recognisedOn()) - 1);
            if (!waiting.isEmpty() || amount.compareTo(reserve) > 0) {
                waiting.add(recognition.name());
                continue;
            }
            Distribution.Share share = new Distribution.Share(candidate, Basis.NIEUW, amount, false);
            long account = ledger.open(year, recognition.dossier(), share, ShareWords.sentence(year, version.rules(), share), Euros.prose(amount));
            if (amount.signum() > 0) {
                ledger.add(account, Kind.TOEGEKEND, amount, version.dossier(), null, null);
            }
            reserve = reserve.subtract(amount);
            granted.add(recognition.name());
        }
        if (!granted.isEmpty()) {
            audit.record(AuditLog.Entry.of(version.dossier(), "NIEUWE_ONDERNEMINGEN_TOEGEKEND", "%s kende uit de reserve een opleidingsbudget toe aan %s. In de reserve blijft %s over."
                    .formatted(actor.name(), String.join(", ", granted), Euros.prose(reserve))));
        }
        if (!waiting.isEmpty()) {
            audit.record(AuditLog.Entry.of(version.dossier(), "RESERVE_TE_KLEIN", "De reserve is te klein voor %s. Zij kregen nu geen opleidingsbudget.".formatted(
                    String.join(", ", waiting))));
        }
        return new Outcome(granted, waiting);
    }

    /** Names of who was recognised in that year and has no budget yet, oldest recognition first; nobody as long as the year is not recorded. */
    @Transactional(readOnly = true)
    public List<String> pending(int year) {
        return versions.recorded(year).isEmpty() ? List.of() : newcomers(year).stream().map(Recognition::name).toList();
    }

    private List<Recognition> newcomers(int year) {
        LocalDate today = LocalDate.now(clock);
        LocalDate until = today.getYear() > year ? LocalDate.of(year, 12, 31) : today;
        return recognitions.grantedUntil(until).stream().filter(each -> each.recognisedOn().getYear() == year && each.endedOn() == null
                        && ledger.find(each.enterpriseNumber(), year).isEmpty())
                .sorted(Comparator.comparing(Recognition::recognisedOn).thenComparing(Recognition::recognitionNumber)).toList();
    }
}
