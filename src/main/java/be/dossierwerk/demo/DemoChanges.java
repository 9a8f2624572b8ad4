package be.dossierwerk.demo;

import be.dossierwerk.demo.Life.Step;
import be.dossierwerk.procedurechange.ApproveChange;
import be.dossierwerk.procedurechange.ChangeDrafts;
import be.dossierwerk.procedurechange.Changes;
import be.dossierwerk.procedurechange.CommentOnElement;
import be.dossierwerk.procedurechange.Rollout;
import be.dossierwerk.procedurechange.SaveChangeDraft;
import be.dossierwerk.procedurechange.StartChange;
import be.dossierwerk.procedurechange.SubmitChange;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The changes of procedures of the demo: one that was published months ago, and a draft with a lawyer's comment. */
@Component
class DemoChanges implements DemoPart {

    private static final String KLACHT = "bpmn/klacht/klacht.bpmn";
    private static final String COMMITTEE = "bpmn/bouwstenen/commissie.bpmn";

    private final DemoSteps steps;
    private final StartChange startChange;
    private final SaveChangeDraft saveChangeDraft;
    private final ChangeDrafts drafts;
    private final Changes changes;
    private final CommentOnElement commentOnElement;
    private final SubmitChange submitChange;
    private final ApproveChange approveChange;

    DemoChanges(DemoSteps steps, StartChange startChange, SaveChangeDraft saveChangeDraft, ChangeDrafts drafts, Changes changes, CommentOnElement commentOnElement,
                SubmitChange submitChange, ApproveChange approveChange) {
        this.steps = steps;
        this.startChange = startChange;
        this.saveChangeDraft = saveChangeDraft;
        this.drafts = drafts;
        this.changes = changes;
        this.commentOnElement = commentOnElement;
        this.submitChange = submitChange;
        this.approveChange = approveChange;
    }

    @Override
    public List<Life> lives(LocalDate today) {
        return List.of(
                Life.of(160, Life.workdayBefore(today.minusDays(95)), day -> start("hilde", "Duidelijker uitleg bij het onderzoek van een klacht",
                        "Collega's vroegen wat zij van een gesprek moeten noteren.", KLACHT),
                        Step.after(1, change -> save("hilde", change, KLACHT, "hoor wie erbij betrokken was.", "hoor wie erbij betrokken was en noteer met wie u wanneer sprak.")),
                        Step.after(3, change -> does("hilde", () -> submitChange.submit(change, new SubmitChange.Plan(steps.today(), Rollout.NIEUWE, Set.of(),
                                "Bij het onderzoek van een klacht staat nu dat u noteert met wie u wanneer sprak.")))),
                        Step.after(2, change -> does("pieter", () -> approveChange.approve(change, changes.laidBefore(change))))),
                Life.of(161, Life.workdayBefore(today.minusDays(6)), day -> start("pieter", "Wat de commissie meer moet weten",
                        "De commissie vraagt vaak naar stukken die er al zijn.", COMMITTEE),
                        Step.after(1, change -> save("pieter", change, COMMITTEE, "</bpmn:documentation>", " De stukken staan in het dossier.</bpmn:documentation>")),
                        Step.after(1, change -> does("joke", () -> commentOnElement.comment(change, COMMITTEE, "UserTask_AdviesRegistreren",
                                "Zeg ook dat het minderheidsstandpunt genoteerd wordt.")))));
    }

    private Optional<String> start(String person, String title, String reason, String procedure) {
        return Optional.of(steps.as(person, () -> startChange.start(title, reason, procedure)));
    }

    private void save(String person, String change, String path, String was, String becomes) {
        String text = new String(drafts.file(change, path).orElseThrow(), StandardCharsets.UTF_8);
        if (!text.contains(was)) {
            throw new IllegalStateException(path + " does not say: " + was);
        }
        does(person, () -> saveChangeDraft.save(change, path, text.replaceFirst(java.util.regex.Pattern.quote(was), becomes).getBytes(StandardCharsets.UTF_8), null, "Uitleg aangevuld"));
    }

    private void does(String person, Runnable act) {
        steps.as(person, () -> {
            act.run();
            return null;
        });
    }
}
