package be.dossierwerk.faults;

import be.dossierwerk.clockcheck.ReconcileClock;
import be.dossierwerk.evidence.ChainFindings;
import be.dossierwerk.evidence.CheckChains;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.SendTaskForm;
import be.dossierwerk.inbox.ShowTask;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people do on the screens, for a driver: REST has no door for tasks. Each act goes through the product's own use case. */
@RestController
@ConditionalOnProperty(FaultsNode.DOOR)
@RequestMapping("/api/faults")
class StepDoor {

    /** {@code values}: the form as it is shown before anybody types. */
    record Form(String task, String key, Map<String, Object> values) { }

    /** What the product's own checks say of chains and terms. */
    record Checked(int entries, int findings, int clocks, int differences, List<String> sentences) { }

    private final CurrentActor currentActor;
    private final DemoPeople people;
    private final OpenWork openWork;
    private final ShowTask showTask;
    private final SendTaskForm sendTaskForm;
    private final CheckChains checkChains;
    private final ChainFindings chainFindings;
    private final ReconcileClock reconcileClock;

    StepDoor(CurrentActor currentActor, DemoPeople people, OpenWork openWork, ShowTask showTask, SendTaskForm sendTaskForm, CheckChains checkChains,
             ChainFindings chainFindings, ReconcileClock reconcileClock) {
        this.currentActor = currentActor;
        this.people = people;
        this.openWork = openWork;
        this.showTask = showTask;
        this.sendTaskForm = sendTaskForm;
        this.checkChains = checkChains;
        this.chainFindings = chainFindings;
        this.reconcileClock = reconcileClock;
    }

    /** The open tasks of a dossier: key by id. */
    @GetMapping("/dossiers/{number}/tasks")
    List<Map<String, String>> tasks(@PathVariable String number) {
        return as("pieter", () -> openWork.ofDossier(number).stream().map(row -> Map.of("task", row.taskId(), "key", row.taskKey())).toList());
    }

    @GetMapping("/tasks/{task}")
    Form form(@PathVariable String task, @RequestParam String person) {
        return as(person, () -> {
            ShowTask.Sheet sheet = showTask.show(task);
            return new Form(task, sheet.task().taskKey(), sheet.values());
        });
    }

    @PostMapping("/tasks/{task}")
    Map<String, String> send(@PathVariable String task, @RequestParam String person, @RequestHeader("Idempotency-Key") UUID action, @RequestBody Map<String, Object> raw) {
        return as(person, () -> Map.of("result", sendTaskForm.send(task, action, raw).name()));
    }

    /** Every chain, seal and document, and every running term, held against what was recorded; here and now. */
    @PostMapping("/check")
    Checked check() throws InterruptedException {
        as("ann", () -> {
            checkChains.ask();
            return null;
        });
        while (as("ann", () -> chainFindings.busy().isPresent())) {
            Thread.sleep(200);
        }
        if (as("ann", () -> chainFindings.failed().isPresent())) {
            throw new IllegalStateException("the check of the chains failed");
        }
        ChainFindings.Check chains = as("ann", () -> chainFindings.lastCheck().orElseThrow());
        ReconcileClock.Outcome clocks = as("tom", reconcileClock::check);
        return new Checked((int) chains.entries(), chains.findings(), clocks.dossiers(), clocks.differences(),
                as("ann", () -> chainFindings.open().stream().map(ChainFindings.Open::sentence).limit(20).toList()));
    }

    private <T> T as(String person, Supplier<T> act) {
        Actor actor = people.actor(person);
        return currentActor.as(actor, act);
    }
}
