package be.dossierwerk.demo;

import be.dossierwerk.demo.Life.Step;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.recognition.Recognitions.Recognition;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What the lives of withdrawals have in common: who acts, on which undertaking, and the course of a decision. */
@Component
class DemoSteps {

    private final Acts acts;
    private final DemoPeople people;
    private final CurrentActor currentActor;
    private final Recognitions recognitions;
    private final Clock clock;

    DemoSteps(Acts acts, DemoPeople people, CurrentActor currentActor, Recognitions recognitions, Clock clock) {
        this.acts = acts;
        this.people = people;
        this.currentActor = currentActor;
        this.recognitions = recognitions;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    <T> T as(String person, Supplier<T> act) {
        return currentActor.as(people.actor(person), act);
    }

    /** The undertaking of that application, once it is recognised. */
    Optional<Recognition> recognised(int n) {
        return recognitions.active(InventedApplications.enterpriseNumber(n));
    }

    void send(String person, String dossier, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), dossier, task, fields);
    }

    Step task(int days, String person, String task, Supplier<Map<String, Object>> fields) {
        return Step.after(days, dossier -> send(person, dossier, task, fields.get()));
    }

    /** The reaction of the undertaking, and what the handler answers to it. */
    List<Step> reaction(int days, String said, String answer, String outlook) {
        return List.of(task(days, "els", "UserTask_VerweerRegistreren", () -> Map.of("ontvangenOp", today().toString(), "kanaal", "BRIEF", "samenvatting", said)),
                task(2, "an", "UserTask_VerweerBeoordelen", () -> Map.of("antwoord", answer, "vooruitzicht", outlook)));
    }

    /** From the draft to the dispatch. {@code days}: before the draft; {@code head}: the head of department approves it. */
    List<Step> decision(int days, Map<String, Object> draft, boolean head, int tracking) {
        List<Step> steps = new ArrayList<>();
        steps.add(task(days, "an", "UserTask_BeslissingOpstellen", () -> draft));
        steps.add(task(1, "joke", "UserTask_JuridischNazicht", () -> TypedForms.legalCheck(true)));
        if (head) {
            steps.add(task(1, "lieve", "UserTask_BeslissingGoedkeuren", () -> Map.of("goedgekeurd", "JA")));
        }
        steps.add(task(2, "karel", "UserTask_Ondertekenen", TypedForms::signature));
        steps.add(task(1, "els", "UserTask_ZendingRegistreren", () -> TypedForms.posted(today(), tracking)));
        return steps;
    }
}
