package be.dossierwerk.bench;

import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.SendTaskForm;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.UserTaskBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The dossier of {@link PlainDossier} as one of ours: five tasks of the same groups, two with a timer, an answer at each. What the product adds to it is in it: a dossier with
 * its term and ledger, the inbox, where it went, what changed, the audit chain. No form is opened and no letter is written, because the peers do neither.
 */
record SameDossier(Acts acts, Dossiers dossiers, Terms terms, Processes processes, SendTaskForm sendTaskForm, CurrentActor currentActor, PlayedByPeople by,
                   TransactionTemplate transaction) {

    private static final String PROCESS = "vijf-taken";
    private static final String TERM = "T-REC-01";
    private static final LocalDate RECEIVED = LocalDate.of(2027, 3, 1);
    private static final String FORM = """
            {"type": "default", "id": "antwoord", "components": [{"type": "select", "id": "Veld_antwoord", "key": "antwoord", "label": "Antwoord",
              "values": [{"label": "Gunstig", "value": "GUNSTIG"}, {"label": "Ongunstig", "value": "ONGUNSTIG"}], "validate": {"required": true}}]}""";

    /** The diagram as the product asks it: terms tell when its timers ring. */
    static void deploy(RepositoryService repository) {
        var first = task(Bpmn.createExecutableProcess(PROCESS).name("Vijf taken").camundaHistoryTimeToLiveString("P2555D").startEvent().userTask("taak1"), Roles.HANDLER);
        var second = task(timed(first).userTask("taak2"), Roles.HANDLER);
        var third = task(timed(second).userTask("taak3"), Roles.HANDLER + "," + Roles.TEAM_LEAD);
        var model = task(task(third.userTask("taak4"), Roles.LAWYER).userTask("taak5"), Roles.SIGNATORY).endEvent().done();
        repository.createDeployment().addString("bpmn/vijf-taken/vijf-taken.bpmn", Bpmn.convertToString(model))
                .addInputStream("forms/vijf-taken/antwoord.form", new ByteArrayInputStream(FORM.getBytes(StandardCharsets.UTF_8))).deploy();
    }

    private static UserTaskBuilder task(UserTaskBuilder task, String groups) {
        return task.name("Taak").camundaCandidateGroups(groups).camundaFormKey("vijf-taken/antwoord");
    }

    private static UserTaskBuilder timed(UserTaskBuilder task) {
        String id = task.getElement().getId();
        return task.boundaryEvent().timerWithDate("${deadlines.endOf('" + TERM + "', execution.processBusinessKey)}").endEvent().moveToActivity(id);
    }

    void play(DossierSteps steps) {
        by.jobs().byHand();
        by.on(RECEIVED);
        String[] number = new String[1];
        steps.step("start", () -> number[0] = currentActor.as(by.people().actor("els"), () -> transaction.execute(status -> {
            String dossier = dossiers.open(new Dossiers.NewDossier("erkenning", "ERK", "Poetsdienst De Linde", "0566988259", "Aalst", "PAPIER", RECEIVED, null, null));
            terms.start(dossier, TERM, RECEIVED);
            processes.start(PROCESS, dossier, Map.of());
            return dossier;
        })));
        send(steps, "an", number[0], "taak1");
        send(steps, "an", number[0], "taak2");
        send(steps, "an", number[0], "taak3");
        send(steps, "joke", number[0], "taak4");
        send(steps, "karel", number[0], "taak5");
    }

    private void send(DossierSteps steps, String person, String dossier, String task) {
        steps.step(task, () -> currentActor.as(by.people().actor(person), () -> sendTaskForm.send(acts.task(dossier, task), UUID.randomUUID(), Map.of("antwoord", "GUNSTIG"))));
    }
}
