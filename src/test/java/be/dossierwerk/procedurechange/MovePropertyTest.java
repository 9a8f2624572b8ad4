package be.dossierwerk.procedurechange;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.clockcheck.ReconcileClock;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Hundreds of dossiers in random states go to a set with harmless changes and back: nothing of them changes but what the change says, and never a
 * date of the law. A database of its own, for it publishes.
 */
@DossierwerkTest
@TestPropertySource(properties = {"dossierwerk.procedurechange.move-round=PT10H", "logging.level.be.dossierwerk=warn"})
class MovePropertyTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);
    private static final int DOSSIERS = 240;
    private static final long SEED = 20_270_301L;

    @Autowired private ApplicationContext spring;
    @Autowired private MoveBatch moveBatch;
    @Autowired private MoveProgress progress;
    @Autowired private ReconcileClock reconcileClock;

    @AfterAll
    static void clock_runs_again(@Autowired MovableClock clock) {
        clock.release();
    }

    @Test
    void moving_there_and_back_changes_nothing_but_what_the_change_says() {
        MoveDesk desk = new MoveDesk(spring);
        DiagramSet set = desk.set(desk.published());
        String from = desk.deploy(set);
        List<String> dossiers = walk(desk);
        Map<String, Map<String, Set<String>>> before = read(desk, dossiers);
        assertStates(before);
        int differences = desk.as("tom", reconcileClock::check).differences();
        assertThat(differences).as("findings of the clock before").isZero();

        String to = desk.deploy(MoveDesk.harmless(set));
        moveBatch.begin("DC-WIJ-2027-00901", from, to, Rollout.ALLE, Set.of(), "pieter");
        moved("DC-WIJ-2027-00901", dossiers);
        Map<String, Map<String, Set<String>>> there = read(desk, dossiers);
        int reminders = 0;
        int tasks = 0;
        for (String dossier : dossiers) {
            Map<String, Set<String>> expected = expected(before.get(dossier));
            Map<String, Set<String>> found = new TreeMap<>(there.get(dossier));
            Set<String> added = new TreeSet<>(found.get("timer"));
            added.removeAll(before.get(dossier).get("timer"));
            boolean waits = before.get(dossier).get("task").stream().anyMatch(task -> task.contains("UserTask_AanvullingRegistreren"));
            assertThat(added).as(dossier + ": new timers").hasSize(waits ? 1 : 0).allMatch(timer -> timer.startsWith("Timer_LaatsteHerinnering "));
            found.put("timer", before.get(dossier).get("timer").stream().filter(found.get("timer")::contains).collect(Collectors.toCollection(TreeSet::new)));
            found.remove("place");
            expected.remove("place");
            assertThat(found).as(dossier).isEqualTo(expected);
            reminders += added.size();
            tasks += (int) before.get(dossier).get("task").stream().filter(task -> task.contains("UserTask_OndernemingsplanBeoordelen")).count();
        }
        assertThat(reminders).as("dossiers that get the new reminder").isGreaterThan(10);
        assertThat(tasks).as("tasks that change hands").isGreaterThan(10);
        assertThat(desk.as("tom", reconcileClock::check).differences()).as("findings of the clock there").isZero();

        moveBatch.begin("DC-WIJ-2027-00902", to, from, Rollout.ALLE, Set.of(), "hilde");
        moved("DC-WIJ-2027-00902", dossiers);
        Map<String, Map<String, Set<String>>> back = read(desk, dossiers);
        for (String dossier : dossiers) {
            assertThat(freed(back.get(dossier))).as(dossier).isEqualTo(freed(before.get(dossier)));
        }
        assertThat(desk.as("tom", reconcileClock::check).differences()).as("findings of the clock after the return").isZero();
    }

    /** Seven weeks in which dossiers come in and people do something now and then. */
    private static List<String> walk(MoveDesk desk) {
        Random random = new Random(SEED);
        List<String> dossiers = new ArrayList<>();
        int refused = 0;
        for (int day = 0; day < 96; day += 4) {
            LocalDate today = FIRST.plusDays(day);
            desk.at(today);
            while (dossiers.size() < DOSSIERS * (day + 4) / 88 && dossiers.size() < DOSSIERS) {
                int kind = random.nextInt(6);
                dossiers.add(kind < 4 ? desk.recognition(today, random.nextBoolean()) : kind == 4 ? desk.complaint(today) : desk.withdrawal(today));
            }
            for (String dossier : dossiers) {
                if (random.nextInt(3) == 0) {
                    try {
                        desk.step(random, dossier);
                    } catch (Refused e) {
                        refused++;
                    }
                }
            }
            desk.sweep();
        }
        assertThat(refused).as("steps that were refused").isLessThan(DOSSIERS / 4);
        return dossiers;
    }

    /** The walk is worth something only when it ends in many different places. */
    private static void assertStates(Map<String, Map<String, Set<String>>> before) {
        Map<String, Integer> places = new TreeMap<>();
        before.values().forEach(all -> all.get("task").forEach(task -> places.merge(task.split(" ")[1], 1, Integer::sum)));
        System.out.println("states of " + before.size() + " dossiers: " + places);
        assertThat(places).hasSizeGreaterThan(9).containsKeys("UserTask_VolledigheidNagaan", "UserTask_AanvullingRegistreren", "UserTask_OndernemingsplanBeoordelen", "UserTask_VerweerRegistreren",
                "UserTask_OpAgendaPlaatsen", "UserTask_KlachtOnderzoeken", "UserTask_VerzoekNagaan");
        long reminded = before.values().stream().filter(all -> all.get("task").stream().anyMatch(task -> task.contains("UserTask_AanvullingRegistreren"))
                && all.get("timer").stream().noneMatch(timer -> timer.startsWith("Timer_Herinnering "))).count();
        assertThat(reminded).as("dossiers whose reminder fired").isGreaterThan(5);
        long delayed = before.values().stream().filter(all -> all.get("task").stream().anyMatch(task -> task.contains("UserTask_KlachtOnderzoeken") || task.contains("UserTask_Antwoord"))
                && all.get("timer").stream().noneMatch(timer -> timer.startsWith("StartEvent_TermijnVerstreken "))).count();
        assertThat(delayed).as("complaints whose delay was told").isGreaterThan(2);
        assertThat(before.values().stream().filter(all -> all.get("timer").stream().anyMatch(timer -> timer.contains("2999") || timer.contains("3000")))).as("timers that stand still").isNotEmpty();
        assertThat(before.values().stream().filter(all -> !all.get("term_escalation").isEmpty())).as("escalated").isNotEmpty();
    }

    private void moved(String change, List<String> dossiers) {
        moveBatch.work();
        MoveProgress.Run run = progress.of(change).orElseThrow();
        assertThat(progress.left(run.id(), 10_000)).filteredOn(left -> dossiers.contains(left.dossier())).isEmpty();
        assertThat(run.state()).isEqualTo(MoveProgress.State.KLAAR);
        assertThat(run.moved()).isGreaterThan(DOSSIERS / 2);
    }

    private static Map<String, Map<String, Set<String>>> read(MoveDesk desk, List<String> dossiers) {
        Map<String, Map<String, Set<String>>> all = new HashMap<>();
        dossiers.forEach(dossier -> all.put(dossier, desk.all(dossier)));
        all.values().forEach(dossier -> dossier.remove("definition"));
        return all;
    }

    /** What the change says: lawyers look at the plan, so who is none gives it back. */
    private static Map<String, Set<String>> expected(Map<String, Set<String>> before) {
        Map<String, Set<String>> expected = freed(before);
        replace(expected, "group", "UserTask_OndernemingsplanBeoordelen dc-dossierbehandelaar", "UserTask_OndernemingsplanBeoordelen dc-jurist");
        Set<String> groups = new TreeSet<>();
        expected.get("inbox_group").forEach(row -> groups.add(row.startsWith("UserTask_OndernemingsplanBeoordelen ") ? row.replace("dc-dossierbehandelaar", "dc-jurist") : row));
        expected.put("inbox_group", groups);
        Set<String> rows = new TreeSet<>();
        expected.get("inbox").forEach(row -> rows.add(row.contains("\"UserTask_OndernemingsplanBeoordelen\"") ? row.replace("\"groups\": \"dc-dossierbehandelaar\"", "\"groups\": \"dc-jurist\"") : row));
        expected.put("inbox", rows);
        return expected;
    }

    /** Without who had the task that changed hands. */
    private static Map<String, Set<String>> freed(Map<String, Set<String>> before) {
        Map<String, Set<String>> freed = new TreeMap<>(before);
        Set<String> rows = new TreeSet<>();
        before.get("inbox").forEach(row -> rows.add(row.contains("\"UserTask_OndernemingsplanBeoordelen\"")
                ? row.replaceAll("\"(assignee|assignee_name|claimed_at)\": (\"[^\"]*\"|null)", "\"$1\": null") : row));
        freed.put("inbox", rows);
        Set<String> groups = new TreeSet<>();
        before.get("inbox_group").forEach(row -> groups.add(row.startsWith("UserTask_OndernemingsplanBeoordelen ") ? row.replace("\"free\": false", "\"free\": true") : row));
        freed.put("inbox_group", groups);
        // An engine id says nothing: a timer that an unknown version does not draw is another row when it comes back.
        freed.remove("place");
        return freed;
    }

    private static void replace(Map<String, Set<String>> all, String what, String from, String to) {
        Set<String> lines = new TreeSet<>();
        all.get(what).forEach(line -> lines.add(line.equals(from) ? to : line));
        all.put(what, lines);
    }
}
