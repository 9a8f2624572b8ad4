package be.dossierwerk.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engine keeps of a step, and what it no longer does. */
@DossierwerkTest
class HistoryThatIsReadTest {

    private static final LocalDate RECEIVED = LocalDate.of(2027, 6, 1);
    private static int undertakings = 2950;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @ParameterizedTest
    @ValueSource(strings = {"act_hi_procinst", "act_hi_actinst", "act_hi_taskinst", "act_hi_identitylink"})
    void instances_activities_tasks_and_who_may_do_them_are_kept(String table) {
        assertThat(rows(table, steppedDossier())).isPositive();
    }

    @Test
    void values_answers_of_tables_and_jobs_that_went_well_are_not() {
        String dossier = steppedDossier();

        for (String table : List.of("act_hi_varinst", "act_hi_detail", "act_hi_decinst", "act_hi_dec_in", "act_hi_dec_out", "act_hi_job_log")) {
            assertThat(rows(table, dossier)).as(table).isZero();
        }
        assertThat(jdbc.sql("select count(*) from decision_evaluation where dossier = ?").param(dossier).query(Integer.class).single()).isPositive();
    }

    /** Complete since two days: three tasks, a letter and answers of a table came of it. */
    private String steppedDossier() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(RECEIVED.atTime(9, 0), MovableClock.BRUSSELS));
        String dossier = acts.file(people.actor("els"), InventedApplications.make(undertakings++, RECEIVED, true), "PAPIER", RECEIVED, List.of());
        acts.send(people.actor("an"), dossier, "UserTask_VolledigheidNagaan", TypedForms.complete());
        return dossier;
    }

    private int rows(String table, String dossier) {
        return jdbc.sql("select count(*) from " + table + " where root_proc_inst_id_ in (select id_ from act_hi_procinst where business_key_ = ?)").param(dossier)
                .query(Integer.class).single();
    }
}
