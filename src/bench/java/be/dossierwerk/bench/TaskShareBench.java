package be.dossierwerk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.engine.internal.HistoryThatIsRead;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which share of completing a task is the audit: the completeness check of a recognition, by turns of ten, with everything, without the steps, and without
 * steps and triggers. Run with {@code mvn -Pbench verify -Dtest=TaskShareBench}; another number of tasks each way with {@code -Dbench.tasks=200}.
 */
@DossierwerkTest
class TaskShareBench {

    private enum With { EVERYTHING, NO_STEPS, NEITHER }

    private static final LocalDate RECEIVED = LocalDate.of(2027, 6, 1);
    private static final int TURN = 10;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private ProcessEngine engine;

    private HistoryEventHandler whole;

    @AfterAll
    static void clock_runs_again(@Autowired MovableClock clock) {
        clock.release();
    }

    @Test
    void the_share_of_the_audit_in_completing_a_task() {
        int tasks = Integer.getInteger("bench.tasks", 50);
        int ways = With.values().length;
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(RECEIVED.atTime(9, 0), MovableClock.BRUSSELS));
        whole = configuration().getHistoryEventHandler();
        List<String> dossiers = new ArrayList<>();
        for (int i = 0; i < ways * (tasks + TURN); i++) {
            Application application = InventedApplications.make(1_000 + i, RECEIVED, true);
            dossiers.add(acts.file(people.actor("els"), application, "PAPIER", RECEIVED, List.of()));
        }
        Map<With, List<Long>> took = new EnumMap<>(With.class);
        try {
            for (int i = 0; i < dossiers.size(); i++) {
                With with = With.values()[i / TURN % ways];
                if (i % TURN == 0) {
                    set(with);
                }
                String dossier = dossiers.get(i);
                long start = System.nanoTime();
                acts.send(people.actor("an"), dossier, "UserTask_VolledigheidNagaan", TypedForms.complete());
                if (i >= ways * TURN) {
                    took.computeIfAbsent(with, each -> new ArrayList<>()).add(System.nanoTime() - start);
                }
            }
        } finally {
            set(With.EVERYTHING);
        }
        double all = middle(took.get(With.EVERYTHING));
        double noSteps = middle(took.get(With.NO_STEPS));
        double neither = middle(took.get(With.NEITHER));
        System.out.printf("## completing a task, in the middle of %d: %.1f ms; without steps %.1f ms; without steps and triggers %.1f ms%n", tasks, all, noSteps, neither);
        System.out.printf("## share of the steps %.1f %%, of steps and triggers together %.1f %%%n", 100 * (all - noSteps) / all, 100 * (all - neither) / all);
        assertThat(took.get(With.EVERYTHING)).hasSameSizeAs(took.get(With.NEITHER));
    }

    private void set(With with) {
        configuration().setHistoryEventHandler(with == With.EVERYTHING ? whole : new HistoryThatIsRead());
        for (String table : jdbc.sql("select tgrelid::regclass::text from pg_trigger where tgname like '%\\_journal'").query(String.class).list()) {
            jdbc.sql("alter table %s %s trigger %s_journal".formatted(table, with == With.NEITHER ? "disable" : "enable always", table)).update();
        }
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    private static double middle(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6;
    }
}
