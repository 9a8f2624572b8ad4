package be.dossierwerk.procedurechange;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.shared.MovableClock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A dossier in which work goes on follows later. */
@DossierwerkTest
@TestPropertySource(properties = {"dossierwerk.procedurechange.move-round=PT10H", "dossierwerk.procedurechange.rehearsal-page=2", "logging.level.be.dossierwerk=warn"})
class BusyDossierTest {

    private static final String CHANGE = "DC-WIJ-2028-90001";

    @Autowired private ConfigurableApplicationContext spring;
    @Autowired private MoveBatch moveBatch;
    @Autowired private MoveProgress progress;
    @Autowired private JdbcClient jdbc;

    @AfterAll
    static void clock_runs_again(@Autowired MovableClock clock) {
        clock.release();
    }

    @Test
    void a_busy_dossier_waits_for_the_next_round() {
        MoveDesk desk = new MoveDesk(spring);
        DiagramSet set = desk.set(desk.published());
        String base = desk.deploy(set);
        String dossier = desk.complaint(LocalDate.of(2028, 3, 6));
        desk.send("an", dossier, "UserTask_OntvankelijkheidNagaan", Map.of("ontvankelijk", "JA"));
        String to = desk.deploy(MoveDesk.harmless(set));
        jobs("lock_owner_ = 'node', lock_exp_time_ = timestamp '2999-01-01'", dossier);
        moveBatch.begin(CHANGE, base, to, Rollout.GEKOZEN, Set.of(dossier), "pieter");

        for (int round = 1; round <= 3; round++) {
            assertThat(moveBatch.work()).isZero();
            assertThat(jdbc.sql("select attempts from procedure_move where dossier = ? and state = 'WACHT'").param(dossier).query(Integer.class).single()).isEqualTo(round);
            assertThat(progress.of(CHANGE).orElseThrow()).matches(run -> run.waiting() == 1 && run.state() == MoveProgress.State.BEZIG);
        }
        jobs("lock_owner_ = null, lock_exp_time_ = null", dossier);
        assertThat(moveBatch.work()).isEqualTo(1);
        assertThat(progress.of(CHANGE).orElseThrow()).matches(run -> run.moved() == 1 && run.state() == MoveProgress.State.KLAAR);
    }

    private void jobs(String set, String dossier) {
        assertThat(jdbc.sql("update act_ru_job set " + set + " where process_instance_id_ in (select id_ from act_ru_execution where business_key_ = ?)").param(dossier).update())
                .isPositive();
    }
}
