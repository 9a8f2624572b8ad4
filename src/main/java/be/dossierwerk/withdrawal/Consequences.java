package be.dossierwerk.withdrawal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deposit.DepositStanding;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.recognition.ChangeRecognition;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.recognition.Recognitions.Recognition;
import be.dossierwerk.shared.Dates;
import java.time.LocalDate;
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
    private final Letters letters;
    private final AuditLog audit;

    Consequences(List<EndsRecognition> procedures, Dossiers dossiers, Recognitions recognitions, ChangeRecognition changeRecognition, Deposits deposits,
                 Letters letters, AuditLog audit) {
        this.procedures = procedures;
        this.dossiers = dossiers;
        this.recognitions = recognitions;
        this.changeRecognition = changeRecognition;
        this.deposits = deposits;
        this.letters = letters;
        this.audit = audit;
    }

    /** @return whether this dossier ends the recognition; false when another one did so before, and then nothing else follows */
    @Transactional
    public boolean updateRegister(String dossier) {
        Ending ending = ending(dossier);
        return changeRecognition.to(ending.status(), ending.recognition(), ending.effectiveOn(), dossier, ending.ground(), ending.successor());
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
        Optional<DepositStanding> deposit = deposits.of(ending.recognition()).filter(standing -> standing.balance().signum() > 0);
        if (deposit.filter(DepositStanding::suspended).isPresent()) {
            audit.record(AuditLog.Entry.of(dossier, "WAARBORG_STAAT_STIL", "De waarborg staat stil door een schorsing. De boekhouding rekent ze af als die voorbij is."));
        } else if (deposit.isPresent()) {
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

    /**
     * The decision was annulled or corrected: register, deposit, recoveries and issuing company are put right, and what was stays visible.
     * Nothing happens when this dossier ended nothing, or when it was undone before.
     */
    @Transactional
    public void undo(String dossier, String reason) {
        audit.lock(dossier);
        Ending ending = ending(dossier);
        if (!recognitions.changedBy(ending.recognition(), dossier)) {
            return;
        }
        boolean back = changeRecognition.undo(dossier, reason);
        if (deposits.of(ending.recognition()).isPresent()) {
            deposits.undo(ending.recognition(), dossier, reason);
        }
        if (!back) {
            // Another recognition holds: the issuing company goes on with that one.
            audit.record(AuditLog.Entry.of(dossier, "GEVOLGEN_ONGEDAAN", "De gevolgen van deze beslissing werden ongedaan gemaakt. Voor het uitgiftebedrijf verandert er niets.").because(reason));
            return;
        }
        letters.notifySystem(dossier, ISSUING_COMPANY, "INTREKKING_ONGEDAAN", facts(ending));
        audit.record(AuditLog.Entry.of(dossier, "GEVOLGEN_ONGEDAAN", "De gevolgen van deze beslissing werden ongedaan gemaakt. Het uitgiftebedrijf kreeg bericht. Ook de rechten op het opleidingsfonds gelden weer.").because(reason));
    }

    /**
     * A ruling suspends the decision: the recognition works again from that day, and the deposit stands still.
     * @return false when nothing of this dossier counts in the register, and then nothing happens
     */
    @Transactional
    public boolean suspend(String dossier, LocalDate on, String reason) {
        audit.lock(dossier);
        Ending ending = ending(dossier);
        if (!changeRecognition.suspend(ending.recognition(), dossier, on, reason)) {
            return false;
        }
        if (deposits.of(ending.recognition()).isPresent()) {
            deposits.suspend(ending.recognition(), true, dossier, reason);
        }
        tell(dossier, ending, "INTREKKING_GESCHORST", on);
        audit.record(AuditLog.Entry.of(dossier, "GEVOLGEN_GESCHORST", "De gevolgen van deze beslissing staan stil. Het uitgiftebedrijf kreeg bericht: cheques voor werk vanaf %s worden weer aanvaard. Ook de rechten op het opleidingsfonds gelden weer."
                .formatted(Dates.prose(on))).because(reason));
        return true;
    }

    /** Says that the suspension of this dossier's decision has no effect. */
    @Transactional
    public void tellNothingChanged(String dossier) {
        audit.record(AuditLog.Entry.of(dossier, "SCHORSING_ZONDER_GEVOLG", "De schorsing verandert niets in het register: geen inschrijving steunt nu op deze beslissing."));
    }

    /** The suspension ended: what was frozen works again from that day. */
    @Transactional
    public void resume(String dossier, LocalDate on, String reason) {
        audit.lock(dossier);
        Ending ending = ending(dossier);
        if (!changeRecognition.resume(ending.recognition(), dossier, on, reason)) {
            return;
        }
        if (deposits.of(ending.recognition()).isPresent()) {
            deposits.suspend(ending.recognition(), false, dossier, reason);
        }
        tell(dossier, ending, "INTREKKING_WERKT_OPNIEUW", on);
        audit.record(AuditLog.Entry.of(dossier, "GEVOLGEN_HERVAT", "De gevolgen van deze beslissing werken opnieuw. Het uitgiftebedrijf kreeg bericht: cheques voor werk vanaf %s worden geweigerd. Ook de rechten op het opleidingsfonds eindigen dan."
                .formatted(Dates.prose(on))).because(reason));
    }

    private void tell(String dossier, Ending ending, String message, LocalDate on) {
        Map<String, Object> facts = facts(ending);
        facts.put("vanaf", on.toString());
        letters.notifySystem(dossier, ISSUING_COMPANY, message, facts);
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
