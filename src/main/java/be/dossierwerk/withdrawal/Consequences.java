package be.dossierwerk.withdrawal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deposit.DepositEnd;
import be.dossierwerk.deposit.DepositMovement;
import be.dossierwerk.deposit.DepositStanding;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.recognition.ChangeRecognition;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.recognition.Recognitions.Recognition;
import be.dossierwerk.recovery.PayFromDeposit;
import be.dossierwerk.shared.Dates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows from the end of a recognition, each step once however often it is asked, and all of it undone by counter-entries (procedures.md 1.13). */
@Service
public class Consequences {

    private static final String ISSUING_COMPANY = "uitgifte";

    private final List<EndsRecognition> procedures;
    private final Dossiers dossiers;
    private final Recognitions recognitions;
    private final ChangeRecognition changeRecognition;
    private final Deposits deposits;
    private final PayFromDeposit payFromDeposit;
    private final Letters letters;
    private final AuditLog audit;

    Consequences(List<EndsRecognition> procedures, Dossiers dossiers, Recognitions recognitions, ChangeRecognition changeRecognition, Deposits deposits,
                 PayFromDeposit payFromDeposit, Letters letters, AuditLog audit) {
        this.procedures = procedures;
        this.dossiers = dossiers;
        this.recognitions = recognitions;
        this.changeRecognition = changeRecognition;
        this.deposits = deposits;
        this.payFromDeposit = payFromDeposit;
        this.letters = letters;
        this.audit = audit;
    }

    @Transactional
    public void updateRegister(String dossier) {
        Ending ending = ending(dossier);
        changeRecognition.to(ending.status(), ending.recognition(), ending.effectiveOn(), dossier, ending.ground(), ending.successor());
    }

    /** The issuing company refuses vouchers for work from that day on. */
    @Transactional
    public void informIssuingCompany(String dossier) {
        Ending ending = ending(dossier);
        letters.notifySystem(dossier, ISSUING_COMPANY, "ERKENNING_INGETROKKEN", facts(ending));
        audit.record(AuditLog.Entry.of(dossier, "UITGIFTE_VERWITTIGD", "Het uitgiftebedrijf kreeg bericht: cheques voor werk vanaf %s worden geweigerd."
                .formatted(Dates.prose(ending.effectiveOn()))));
    }

    /** Debts first, the rest to whom the table says (procedures.md D6). Without a deposit there is nothing to settle. */
    @Transactional
    public void settleDeposit(String dossier) {
        Ending ending = ending(dossier);
        // On request a person already said what becomes of each open recovery.
        if (ending.depositEnd() != DepositEnd.VOLUNTARY) {
            payFromDeposit.pay(ending.recognition());
        }
        Optional<DepositStanding> deposit = deposits.of(ending.recognition()).filter(standing -> standing.balance().signum() > 0);
        if (deposit.isPresent()) {
            deposits.release(ending.recognition(), ending.depositEnd(), ending.debts(), dossier, "Einde van de erkenning");
        } else {
            audit.record(AuditLog.Entry.of(dossier, "WAARBORG_LEEG", "Er stond geen waarborg meer open."));
        }
    }

    /** Whoever is no longer recognised has no rights to the training fund from that day on. */
    @Transactional
    public void closeTrainingRights(String dossier) {
        audit.record(AuditLog.Entry.of(dossier, "OPLEIDINGSFONDS_AFGESLOTEN", "De rechten op het opleidingsfonds eindigen op %s; opleidingen die vroeger afgerond zijn, blijven betaalbaar."
                .formatted(Dates.prose(ending(dossier).effectiveOn()))));
    }

    /** The decision was annulled or corrected: register, deposit and issuing company are put right, and what was stays visible. */
    @Transactional
    public void undo(String dossier, String reason) {
        Ending ending = ending(dossier);
        changeRecognition.undo(dossier, reason);
        deposits.of(ending.recognition()).ifPresent(standing -> {
            List<DepositMovement> ours = standing.movements().stream()
                    .filter(movement -> dossier.equals(movement.authority()) && movement.counters() == null && !standing.isCountered(movement)).toList();
            // The last one first, as money is put back.
            for (int i = ours.size() - 1; i >= 0; i--) {
                deposits.counter(ending.recognition(), ours.get(i).id(), dossier, reason);
            }
        });
        letters.notifySystem(dossier, ISSUING_COMPANY, "INTREKKING_ONGEDAAN", facts(ending));
        audit.record(AuditLog.Entry.of(dossier, "GEVOLGEN_ONGEDAAN", "De gevolgen van deze beslissing werden ongedaan gemaakt.").because(reason));
    }

    private Ending ending(String dossier) {
        String process = dossiers.get(dossier).procedure();
        return procedures.stream().filter(procedure -> procedure.process().equals(process)).findFirst()
                .orElseThrow(() -> new IllegalStateException("No procedure " + process + " ends a recognition")).ending(dossier);
    }

    private Map<String, Object> facts(Ending ending) {
        Recognition recognition = recognitions.of(ending.recognition());
        Map<String, Object> facts = new HashMap<>(Map.of("erkenningsnummer", recognition.recognitionNumber(), "ondernemingsnummer", recognition.enterpriseNumber(),
                "naam", recognition.name(), "vanaf", ending.effectiveOn().toString()));
        if (ending.ground() != null) {
            facts.put("grond", ending.ground());
        }
        return facts;
    }
}
