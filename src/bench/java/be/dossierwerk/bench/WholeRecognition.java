package be.dossierwerk.bench;

import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.recognition.Application;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A recognition from its application on paper to the letter that was posted, with every task on the way: opened as the screen does it, taken and sent. */
final class WholeRecognition {

    static final int TASKS = 12;
    private static final LocalDate RECEIVED = LocalDate.of(2027, 3, 1);
    private static final LocalDate SESSION = LocalDate.of(2027, 3, 25);

    private final PlayedByPeople by;
    private int undertaking = 1_000;

    WholeRecognition(PlayedByPeople by) {
        this.by = by;
    }

    void play(DossierSteps steps) {
        by.jobs().byHand();
        Application application = InventedApplications.make(undertaking++, RECEIVED, true);
        String[] dossier = new String[1];
        by.on(RECEIVED);
        steps.step("indienen", () -> dossier[0] = by.acts().file(by.people().actor("els"), application, "PAPIER", RECEIVED, InventedApplications.attachments(application)));
        by.on(RECEIVED.plusDays(2));
        by.send(steps, "an", dossier[0], "UserTask_VolledigheidNagaan", TypedForms.complete());
        by.on(RECEIVED.plusDays(3));
        by.send(steps, "an", dossier[0], "UserTask_BronnenNagaan", TypedForms.cleanSources());
        by.send(steps, "an", dossier[0], "UserTask_OndernemingsplanBeoordelen", TypedForms.goodPlan());
        by.send(steps, "an", dossier[0], "UserTask_WaarborgNagaan", TypedForms.depositPaid(RECEIVED.minusDays(10)));
        by.on(RECEIVED.plusDays(4));
        by.send(steps, "an", dossier[0], "UserTask_VoorwaardenBeoordelen", TypedForms.conditionsMet());
        by.on(RECEIVED.plusDays(7));
        by.send(steps, "an", dossier[0], "UserTask_NotaOpstellen", TypedForms.note("GUNSTIG"));
        by.send(steps, "sofie", dossier[0], "UserTask_OpAgendaPlaatsen", TypedForms.agenda(SESSION));
        by.on(SESSION);
        by.send(steps, "sofie", dossier[0], "UserTask_AdviesRegistreren", TypedForms.advice("GUNSTIG", SESSION));
        List<String> activities = application.activities().stream().map(Enum::name).toList();
        by.send(steps, "an", dossier[0], "UserTask_BeslissingOpstellen", TypedForms.decision("ERKEND", activities));
        by.send(steps, "joke", dossier[0], "UserTask_JuridischNazicht", TypedForms.legalCheck(true));
        by.send(steps, "karel", dossier[0], "UserTask_Ondertekenen", TypedForms.signature());
        by.send(steps, "els", dossier[0], "UserTask_ZendingRegistreren", TypedForms.posted(SESSION, 1));
    }
}
