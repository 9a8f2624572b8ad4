package be.dossierwerk.demo;

import be.dossierwerk.demo.Life.Step;
import be.dossierwerk.infringement.InspectionReport;
import be.dossierwerk.infringement.ReceiveInspectionReport;
import be.dossierwerk.shared.AttachedFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Infringement files: one that arrived yesterday, one with a retention and a hearing to hold, and one in the follow-up of conditions. */
@Component
class DemoInfringements {

    private final DemoSteps steps;
    private final ReceiveInspectionReport receiveInspectionReport;
    private final JdbcClient jdbc;

    DemoInfringements(DemoSteps steps, ReceiveInspectionReport receiveInspectionReport, JdbcClient jdbc) {
        this.steps = steps;
        this.receiveInspectionReport = receiveInspectionReport;
        this.jdbc = jdbc;
    }

    List<Life> lives(LocalDate today) {
        return List.of(arrived(today), heldBack(today), onConditions(today));
    }

    private Life arrived(LocalDate today) {
        return Life.of(110, Life.workdayBefore(today.minusDays(1)), day -> report(13, day, "VSI-2026-0418", "Bij de controle ontbraken de registers van twee maanden. "
                + "Drie huishoudhulpen deden ook tuinwerk.", List.of(new InspectionReport.Reported("I05", "De registers van de laatste twee maanden ontbraken.", day.minusMonths(3),
                        day.minusMonths(1), null, null),
                new InspectionReport.Reported("I03", "Drie huishoudhulpen deden tuinwerk bij zes gebruikers.", day.minusMonths(4), day.minusMonths(1), 96, new BigDecimal("2406.72")))));
    }

    private Life heldBack(LocalDate today) {
        List<Step> course = new ArrayList<>();
        course.add(steps.task(2, "an", "UserTask_InbreukenKwalificeren", Map::of));
        course.add(steps.task(1, "an", "UserTask_InhoudingVoorstellen", () -> Map.of("motieven", "Elke maand komen er cheques bij waarvoor niet gewerkt werd.")));
        course.addAll(steps.decision(1, Map.of("uitkomst", "INHOUDING_VOLLEDIG", "motieven", "De werklijsten bewijzen het werk niet en het bedrag loopt elke maand op.",
                "evenredigheid", "Een inhouding van 5 euro per cheque dekt de schade niet."), false, 806));
        course.addAll(steps.reaction(2, "De zaakvoerder betwist de feiten en vraagt om gehoord te worden.", "De werklijsten werden onderzocht en blijven zonder handtekening.", "ONGUNSTIG"));
        course.add(steps.task(1, "an", "UserTask_AanpakBepalen", () -> Map.of("hoorzitting", "JA", "regularisatie", "NEE")));
        return new Life(111, Life.workdayBefore(today.minusDays(35)), day -> report(6, day, "VSI-2026-0377", "Voor ruim vijfhonderd dienstencheques is geen werk bewezen. "
                + "De werklijsten hebben geen handtekening van de gebruikers.", List.of(new InspectionReport.Reported("I01", null, day.minusMonths(8), day.minusMonths(2), 512,
                        new BigDecimal("12835.84")))), course);
    }

    private Life onConditions(LocalDate today) {
        List<Step> course = new ArrayList<>();
        course.add(steps.task(3, "an", "UserTask_InbreukenKwalificeren", () -> Map.of("ernst", "MIDDEL", "inhouding", "NEE")));
        course.addAll(steps.reaction(8, "De onderneming geeft toe en belooft beterschap.", "Wij nemen nota van de belofte; bewijzen zijn er nog niet.", "ONGUNSTIG"));
        course.add(steps.task(1, "an", "UserTask_AanpakBepalen", () -> Map.of("hoorzitting", "NEE", "regularisatie", "NEE")));
        course.add(steps.task(2, "an", "UserTask_NotaOpstellen", () -> Map.of("vooruitzicht", "ONGUNSTIG", "feiten", "Vier huishoudhulpen deden tuinwerk met dienstencheques.",
                "beoordeling", "De onderneming kan zich herstellen als zij haar planning aanpast en de gebruikers inlicht.")));
        course.add(steps.task(1, "sofie", "UserTask_OpAgendaPlaatsen", () -> TypedForms.agenda(DemoDossiers.session(steps.today().plusDays(2)))));
        course.add(new Step(last -> DemoDossiers.session(last.plusDays(2)), dossier -> steps.send("sofie", dossier, "UserTask_AdviesRegistreren",
                TypedForms.advice("ONGUNSTIG", steps.today()))));
        course.addAll(steps.decision(2, Map.of("uitkomst", "INTREKKING_MET_VOORWAARDEN", "motieven", "Tuinwerk is geen toegelaten activiteit. De onderneming kan dat rechtzetten.",
                "evenredigheid", "Een waarschuwing volstaat niet: het tuinwerk duurde vier maanden."), true, 805));
        course.add(Step.after(2, dossier -> steps.send("an", followUp(dossier), "UserTask_VoorwaardenRegistreren", Map.of(
                "v1Tekst", "De onderneming plant geen tuinwerk meer.", "v1Bewijs", "De planning van drie opeenvolgende maanden.",
                "v2Tekst", "Alle gebruikers weten welke activiteiten toegelaten zijn.", "v2Bewijs", "De brief aan de gebruikers en de verzendlijst."))));
        course.add(Step.after(14, dossier -> steps.send("els", followUp(dossier), "UserTask_BewijsRegistreren", Map.of("ontvangenOp", steps.today().toString(),
                "voorwaarden", List.of("V2"), "samenvatting", "De brief aan de gebruikers met de verzendlijst.", "allesBinnen", "NEE"))));
        return new Life(112, Life.workdayBefore(today.minusDays(115)), day -> report(5, day, "VSI-2026-0291", "Vier huishoudhulpen deden vier maanden lang tuinwerk.",
                List.of(new InspectionReport.Reported("I03", null, day.minusMonths(6), day.minusMonths(2), 210, new BigDecimal("5264.70")))), course);
    }

    private Optional<String> report(int n, LocalDate day, String reference, String facts, List<InspectionReport.Reported> infringements) {
        return steps.recognised(n).map(recognition -> steps.as("ivo", () -> receiveInspectionReport.receive(new InspectionReport(reference, "VSI",
                recognition.enterpriseNumber(), day.minusDays(4), facts, infringements,
                List.of(new AttachedFile("verslag.pdf", InventedApplications.inspectionReport(recognition.name()))), false)).dossier()));
    }

    private String followUp(String dossier) {
        return jdbc.sql("select dossier from withdrawal_follow_up where infringement_case = ?").param(dossier).query(String.class).single();
    }
}
