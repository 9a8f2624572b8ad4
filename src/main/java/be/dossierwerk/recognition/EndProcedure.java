package be.dossierwerk.recognition;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.deposit.Debts;
import be.dossierwerk.deposit.DepositEnd;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.shared.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ends of the procedure and their consequences (procedures.md 1.1, outcomes and "notify"). */
@Service
public class EndProcedure {

    /** The register keeps saying what became of a recognition that was granted once. */
    private static final String NEVER_GRANTED = " and recognition_number is null";

    private final SendApplicantLetter letter;
    private final Letters letters;
    private final ChangeRecognition changeRecognition;
    private final Deposits deposits;
    private final Terms terms;
    private final Dossiers dossiers;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    EndProcedure(SendApplicantLetter letter, Letters letters, ChangeRecognition changeRecognition, Deposits deposits, Terms terms, Dossiers dossiers,
                 AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.letter = letter;
        this.letters = letters;
        this.changeRecognition = changeRecognition;
        this.deposits = deposits;
        this.terms = terms;
        this.dossiers = dossiers;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Erkend, wholly or in part: the number, the register, and the certificate. */
    @Transactional
    public void grant(String dossier) {
        LocalDate today = LocalDate.now(clock);
        String outcome = jdbc.sql("select outcome from besluit where dossier = ? and status = 'ONDERTEKEND'").param(dossier).query(String.class).single();
        // Whoever gets its recognition again after a ruling keeps the number.
        String number = jdbc.sql("select recognition_number from recognition where dossier = ? and recognition_number is not null").param(dossier).query(String.class).optional()
                .orElseGet(() -> "V" + jdbc.sql("select nextval('recognition_number_seq')").query(Long.class).single());
        LocalDate recognisedOn = jdbc.sql("""
                update recognition r set status = 'ERKEND', recognition_number = ?, recognised_on = b.signed_on, activities = b.activities, ended_on = null
                from besluit b where b.dossier = r.dossier and b.status = 'ONDERTEKEND' and r.dossier = ? returning r.recognised_on""")
                .params(number, dossier).query(LocalDate.class).single();
        changeRecognition.granted(dossier, recognisedOn);
        audit.record(AuditLog.Entry.of(dossier, "ERKENNINGSNUMMER_TOEGEKEND",
                "De onderneming kreeg erkenningsnummer %s en staat in het register.".formatted(number)));
        letter.send(dossier, "attest", "Attest van erkenning", Map.of("erkenningsnummer", number, "erkendOp", recognisedOn));
        end(dossier, outcome, today);
    }

    /** Nothing came within the term: closed by a reasoned letter, the deposit goes back (T-REC-04). */
    @Transactional
    public void closeWithoutFollowUp(String dossier) {
        LocalDate today = LocalDate.now(clock);
        jdbc.sql("update recognition set status = 'ZONDER_GEVOLG' where dossier = ?" + NEVER_GRANTED).param(dossier).update();
        letter.send(dossier, "zonder-gevolg", "Uw aanvraag is zonder gevolg afgesloten", Map.of());
        releaseDeposit(dossier, DepositEnd.NO_FOLLOW_UP, "Aanvraag zonder gevolg");
        audit.record(AuditLog.Entry.of(dossier, "ZONDER_GEVOLG",
                "Het dossier werd op %s zonder gevolg afgesloten omdat het onvolledig bleef.".formatted(Dates.prose(today))));
        end(dossier, "ZONDER_GEVOLG", today);
    }

    @Transactional
    public void refuse(String dossier) {
        jdbc.sql("update recognition set status = 'GEWEIGERD' where dossier = ?" + NEVER_GRANTED).param(dossier).update();
        releaseDeposit(dossier, DepositEnd.REFUSED, "Weigering van de erkenning");
        end(dossier, "GEWEIGERD", LocalDate.now(clock));
    }

    @Transactional
    public void drop(String dossier) {
        LocalDate today = LocalDate.now(clock);
        jdbc.sql("update recognition set status = 'INGETROKKEN_DOOR_AANVRAGER' where dossier = ?" + NEVER_GRANTED).param(dossier).update();
        letter.send(dossier, "aanvraag-ingetrokken", "U trok uw aanvraag in", Map.of("ingetrokkenOp", today));
        releaseDeposit(dossier, DepositEnd.VOLUNTARY, "De aanvrager trok de aanvraag in");
        end(dossier, "INGETROKKEN_DOOR_AANVRAGER", today);
    }

    @Transactional
    public void inform(String dossier, String system) {
        Map<String, Object> facts = jdbc.sql("select recognition_number, enterprise_number, name, recognised_on, activities from recognition where dossier = ?")
                .param(dossier).query((row, i) -> Map.<String, Object>of("erkenningsnummer", row.getString(1), "ondernemingsnummer", row.getString(2),
                        "naam", row.getString(3), "erkendOp", row.getString(4), "activiteiten", List.of((String[]) row.getArray(5).getArray()))).single();
        letters.notifySystem(dossier, system, "ERKENNING_TOEGEKEND", facts);
    }

    /**
     * Refusal, no follow-up or dropped: debts first, the rest goes back (procedures.md D6, 1.12). With a debt whose amount we do not know, the money
     * stays where it is until the bookkeeper settles it.
     */
    private void releaseDeposit(String dossier, DepositEnd end, String reason) {
        boolean debt = jdbc.sql("select coalesce(sources ->> 'schulden', 'GEEN') = 'SCHULD' from recognition where dossier = ?").param(dossier)
                .query(Boolean.class).single();
        boolean held = deposits.of(dossier).filter(standing -> standing.balance().signum() > 0).isPresent();
        if (debt && held) {
            audit.record(AuditLog.Entry.of(dossier, "WAARBORG_WACHT_OP_SCHULDEN",
                    "De borgsom blijft geblokkeerd: er is een schuld gemeld. De boekhouding rekent eerst die schuld af en geeft dan de rest vrij."));
            return;
        }
        if (held) {
            deposits.release(dossier, end, Debts.NONE, dossier, reason);
        }
        int released = jdbc.sql("update recognition set deposit_status = 'VRIJGEGEVEN' where dossier = ? and deposit_status in ('GESTORT', 'GEBLOKKEERD')")
                .param(dossier).update();
        if (released > 0) {
            audit.record(AuditLog.Entry.of(dossier, "WAARBORG_VRIJGEGEVEN", "De borgsom werd vrijgegeven."));
        }
    }

    private void end(String dossier, String outcome, LocalDate on) {
        terms.stopAll(dossier, on);
        dossiers.close(dossier, outcome, on);
    }
}
