package be.dossierwerk.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.bench.Figures;
import be.dossierwerk.deadline.BelgianCalendar;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One simulated year: 500 recognitions with the work of 2 500 other dossiers, a hundred repetitions of both sides, with the real diagrams. */
@ExtendWith(Figures.class)
public class SimulationBench {

    private static final int RECOGNITIONS = 500;
    private static final int OTHERS = 2500;
    private static final int REPETITIONS = 100;
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate TO = LocalDate.of(2027, 1, 1);

    @Test
    void a_year_is_played_a_hundred_times() throws IOException {
        Map<String, Flowchart> charts = charts();
        History history = history();
        double seconds;
        long heap;
        Outcome outcome;
        try (Figures.Heap watched = new Figures.Heap()) {
            long since = System.nanoTime();
            outcome = Experiment.run(history, charts, charts, new Variant(Map.of(Roles.HANDLER, 1), 2, true), 1, REPETITIONS, BelgianCalendar.LEGAL::isWorking, done -> true);
            seconds = (System.nanoTime() - since) / 1e9;
            System.gc();
            heap = watched.most();
        }
        Figures.add("simulation", "a year, 100 repetitions, old and new", RECOGNITIONS + OTHERS, 2 * REPETITIONS * (RECOGNITIONS + OTHERS), seconds, -1, heap,
                "kept now " + outcome.main().now() + ", then " + outcome.main().then());
        assertThat(outcome.unfinished() + outcome.endless()).isZero();
    }

    private static Map<String, Flowchart> charts() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> found = Files.walk(Path.of("bpmn"))) {
            for (Path file : found.filter(path -> path.toString().endsWith(".bpmn")).toList()) {
                files.put(file.toString(), Files.readAllBytes(file));
            }
        }
        return Flowchart.of(DiagramSet.of(files));
    }

    /** Everybody of the real groups; each step of a recognition a day after the one before, other work spread over the year. */
    private static History history() {
        WorkTime time = World.timeOf(FROM, TO, BelgianCalendar.LEGAL::isWorking);
        List<History.Person> people = new ArrayList<>();
        Map<String, Integer> staff = Map.of(Roles.INTAKE, 2, Roles.HANDLER, 5, Roles.LAWYER, 2, Roles.SECRETARIAT, 1, Roles.HEAD, 1, Roles.SIGNATORY, 1, Roles.TEAM_LEAD, 1);
        staff.forEach((group, count) -> {
            for (int i = 0; i < count; i++) {
                people.add(new History.Person(group + i, Set.of(group)));
            }
        });
        List<String[]> course = List.of(new String[] {"volledigheid", "UserTask_VolledigheidNagaan", Roles.HANDLER}, new String[] {"erkenning", "UserTask_BronnenNagaan", Roles.HANDLER},
                new String[] {"erkenning", "UserTask_OndernemingsplanBeoordelen", Roles.HANDLER}, new String[] {"erkenning", "UserTask_WaarborgNagaan", Roles.HANDLER},
                new String[] {"erkenning", "UserTask_VoorwaardenBeoordelen", Roles.HANDLER}, new String[] {"erkenning", "UserTask_NotaOpstellen", Roles.HANDLER},
                new String[] {"commissie", "UserTask_OpAgendaPlaatsen", Roles.SECRETARIAT}, new String[] {"commissie", "UserTask_AdviesRegistreren", Roles.SECRETARIAT},
                new String[] {"besluit", "UserTask_BeslissingOpstellen", Roles.HANDLER}, new String[] {"besluit", "UserTask_JuridischNazicht", Roles.LAWYER},
                new String[] {"besluit", "UserTask_Ondertekenen", Roles.SIGNATORY}, new String[] {"kennisgeving", "UserTask_ZendingRegistreren", Roles.INTAKE});
        List<History.Case> cases = new ArrayList<>();
        List<History.TermSeen> terms = new ArrayList<>();
        for (int n = 0; n < RECOGNITIONS; n++) {
            long received = time.everyDay.after(time.minute(FROM), (long) n * 250 * WorkTime.WORKED / RECOGNITIONS + 1);
            long at = received;
            List<History.Step> steps = new ArrayList<>();
            for (int i = 0; i < course.size(); i++) {
                String[] step = course.get(i);
                long done = time.everyDay.after(at, 200 + Math.floorMod(n * 37L + i * 91L, 400));
                steps.add(new History.Step(step[0], step[1], step[0] + n, at(time, at), at(time, done), false, step[2] + n % staff.get(step[2]), i));
                at = done;
            }
            choice(steps, time, "volledigheid", "Gateway_Volledig", "EndEvent_Volledig", steps.get(0).end(), n);
            choice(steps, time, "erkenning", "Gateway_VooruitzichtNegatief", "Gateway_NaHoren", steps.get(5).end(), n);
            choice(steps, time, "commissie", "Gateway_Uitgesteld", "EndEvent_AdviesGeregistreerd", steps.get(7).end(), n);
            choice(steps, time, "besluit", "Gateway_Akkoord", n % 10 == 0 ? "Gateway_NietAkkoord" : "Gateway_AfdelingshoofdNodig", steps.get(9).end(), n);
            choice(steps, time, "besluit", "Gateway_Ondertekend", "EndEvent_Ondertekend", steps.get(10).end(), n);
            cases.add(new History.Case("d" + n, time.day(received), at(time, received), at(time, at), steps));
            terms.add(new History.TermSeen("d" + n, "T-REC-03", time.day(received), time.day(at), time.day(received).plusDays(20)));
        }
        List<History.Done> others = new ArrayList<>();
        for (int n = 0; n < OTHERS; n++) {
            long opened = time.everyDay.after(time.minute(FROM), (long) n * 250 * WorkTime.WORKED / OTHERS + 1);
            others.add(new History.Done("intrekking-ambtshalve", "UserTask_DossierBeoordelen", at(time, opened), at(time, time.everyDay.after(opened, 45)), Roles.HANDLER + n % 5));
        }
        return new History("erkenning", FROM, TO, cases, others, people, List.of(), terms,
                Map.of("T-REC-03", new History.Rule("T-REC-03", "Interne behandeling", "CALENDAR_DAYS", 20, true, true, Set.of())),
                Set.of("UserTask_AanvullingRegistreren", "UserTask_VerweerRegistreren"));
    }

    private static void choice(List<History.Step> steps, WorkTime time, String process, String gateway, String next, Instant at, int n) {
        steps.add(new History.Step(process, gateway, process + n, at, at, false, null, 100 + steps.size()));
        steps.add(new History.Step(process, next, process + n, at, at, false, null, 101 + steps.size()));
    }

    private static Instant at(WorkTime time, long minute) {
        return time.first.atStartOfDay().plusMinutes(minute).atZone(MovableClock.BRUSSELS).toInstant();
    }
}
