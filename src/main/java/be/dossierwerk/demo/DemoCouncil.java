package be.dossierwerk.demo;

import be.dossierwerk.appeal.FilePetition;
import be.dossierwerk.appeal.PetitionKind;
import be.dossierwerk.appeal.RecordRuling;
import be.dossierwerk.appeal.RvSRuling;
import be.dossierwerk.appeal.SealAdministrativeFile;
import be.dossierwerk.dossier.AttachDocument;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Two appeals to the Council of State: one of which the file has to be with the registry soon, and one that was rejected. */
@Component
class DemoCouncil {

    private record Signed(UUID besluit, LocalDate signedOn) { }

    /** After the first warning. */
    private static final int LATE = 47;
    /** Before it: the background works on the timers of what is due, and would meet the acts below. */
    private static final int EARLY = 40;

    private final FilePetition filePetition;
    private final SealAdministrativeFile sealAdministrativeFile;
    private final RecordRuling recordRuling;
    private final AttachDocument attachDocument;
    private final Acts acts;
    private final DemoPeople people;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemoCouncil(FilePetition filePetition, SealAdministrativeFile sealAdministrativeFile, RecordRuling recordRuling, AttachDocument attachDocument, Acts acts,
                DemoPeople people, CurrentActor currentActor, JdbcClient jdbc, Clock clock) {
        this.filePetition = filePetition;
        this.sealAdministrativeFile = sealAdministrativeFile;
        this.recordRuling = recordRuling;
        this.attachDocument = attachDocument;
        this.acts = acts;
        this.people = people;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void ofToday() {
        signed("intrekking-ambtshalve", "INGETROKKEN_AMBTSHALVE").ifPresent(decision -> file(decision, "A. 241.377/XII-9377", PetitionKind.SCHORSING, LATE));
        signed("erkenning", "GEWEIGERD").ifPresent(decision -> reject(file(decision, "A. 240.912/XII-9312", PetitionKind.NIETIGVERKLARING, EARLY)));
    }

    private Optional<Signed> signed(String procedure, String outcome) {
        return jdbc.sql("""
                select b.id as besluit, b.signed_on from besluit b join dossier d on d.number = b.dossier join letter l on l.id = b.letter and l.status = 'VERZONDEN'
                where d.procedure = ? and d.outcome = ? and b.status = 'ONDERTEKEND' order by b.signed_on limit 1""").params(procedure, outcome).query(Signed.class).optional();
    }

    private String file(Signed decision, String roleNumber, PetitionKind kind, int daysAgo) {
        LocalDate ago = LocalDate.now(clock).minusDays(daysAgo);
        LocalDate served = ago.isBefore(decision.signedOn()) ? decision.signedOn() : ago;
        return currentActor.as(people.actor("els"), () -> filePetition.file(new FilePetition.Petition(decision.besluit(), roleNumber, kind, "XII", served,
                served), List.of(new FilePetition.Attachment("verzoekschrift.pdf", InventedApplications.request("Verzoekschrift " + roleNumber)))));
    }

    private void reject(String dossier) {
        LocalDate today = LocalDate.now(clock);
        currentActor.as(people.actor("mira"), () -> {
            sealAdministrativeFile.seal(dossier, Map.of());
            return attachDocument.attach(dossier, "MEMORIE", "Memorie van antwoord", "memorie.pdf", InventedApplications.request("Memorie van antwoord"), today);
        });
        acts.send(people.actor("mira"), dossier, "UserTask_AdministratiefDossierNeerleggen", Map.of("neergelegdOp", today.toString()));
        acts.send(people.actor("mira"), dossier, "UserTask_MemorieVanAntwoordIndienen", Map.of("ingediendOp", today.toString(), "toelichting",
                "De schuld bij de RSZ was opeisbaar en er was geen afbetalingsplan."));
        currentActor.as(people.actor("mira"), () -> {
            recordRuling.record(dossier, new RecordRuling.Ruling(RvSRuling.VERWORPEN, today, "261.455", "Het enige middel is niet gegrond.", "arrest.pdf",
                    InventedApplications.request("Arrest 261.455")));
            return null;
        });
    }
}
