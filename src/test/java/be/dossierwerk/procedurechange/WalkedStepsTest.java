package be.dossierwerk.procedurechange;

import static be.dossierwerk.demo.TypedForms.*;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.RehearsePublication;
import be.dossierwerk.shared.MovableClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of a dossier are those that the engine walked, and stay so when the engine's own history is rewritten by a move. Shares its database with the other moves. */
@DossierwerkTest
@TestPropertySource(properties = {"dossierwerk.procedurechange.move-round=PT10H", "dossierwerk.procedurechange.rehearsal-page=2", "logging.level.be.dossierwerk=warn"})
class WalkedStepsTest {

    private static final LocalDate DAY = LocalDate.of(2028, 5, 8);
    /** What the engine remembers of an activity, and what we wrote of it last; they must be the same text. */
    private static final String ENGINE = """
            select a.id_ || ' ' || a.proc_def_key_ || ' ' || a.act_id_ || ' ' || coalesce(a.act_name_, '-') || ' ' || a.act_type_ || ' ' || coalesce(a.task_id_, '-') || ' ' || d.deployment_id_
                || ' ' || coalesce(a.end_time_::timestamptz::text, '-') || ' ' || case when a.end_time_ is null then '-' when a.act_inst_state_ = 2 then 'AFGEBROKEN' else 'AF' end
            from act_hi_actinst a join act_hi_procinst i using (proc_inst_id_) join act_re_procdef d on d.id_ = a.proc_def_id_ where i.business_key_ = ?""";
    private static final String OURS = """
            select distinct on (activity) activity || ' ' || process || ' ' || element || ' ' || coalesce(element_name, '-') || ' ' || kind || ' ' || coalesce(task, '-') || ' ' || deployment
                || ' ' || coalesce(left_at::text, '-') || ' ' || coalesce(ended, '-')
            from step where dossier = ? order by activity, id desc""";

    @Autowired private ApplicationContext spring;
    @Autowired private MoveDossier moveDossier;
    @Autowired private RehearsePublication rehearse;
    @Autowired private TransactionTemplate transactions;

    private MoveDesk desk;
    private DiagramSet set;

    @BeforeEach
    void desk() {
        desk = new MoveDesk(spring);
        set = desk.set(desk.published());
    }

    /** New dossiers of other tests follow the product's own diagrams. */
    @AfterEach
    void publish_the_product_s_own() {
        desk.deploy(set);
    }

    @AfterAll
    static void clock_runs_again(@Autowired MovableClock clock) {
        clock.release();
    }

    @Test
    void every_step_of_a_recognition_that_moves_on_its_way() {
        String first = desk.deploy(set);
        String dossier = desk.recognition(DAY, false);
        same(dossier);
        desk.at(DAY.plusDays(2));
        desk.send("an", dossier, "UserTask_VolledigheidNagaan", depositMissing());
        same(dossier);
        // The reminder fires beside the task that waits.
        desk.at(DAY.plusDays(40));
        same(dossier);
        desk.send("els", dossier, "UserTask_AanvullingRegistreren", depositReceived(desk.today()));
        desk.send("an", dossier, "UserTask_VolledigheidNagaan", complete());
        assertThat(desk.open(dossier)).hasSizeGreaterThan(2);
        desk.send("an", dossier, "UserTask_BronnenNagaan", cleanSources());
        same(dossier);

        List<String> before = steps(dossier);
        String second = desk.deploy(MoveDesk.harmless(set));
        desk.at(DAY.plusDays(43));
        desk.move(dossier, second);
        same(dossier);
        assertThat(steps(dossier)).as("what was written is not rewritten, only ended").startsWith(before.toArray(String[]::new));
        List<String> moved = desk.jdbc.sql("select element from step where dossier = ? and ended = 'VERHUISD' and deployment = ? order by element").params(dossier, first).query(String.class).list();
        assertThat(moved).contains("UserTask_OndernemingsplanBeoordelen", "UserTask_WaarborgNagaan").doesNotContain("UserTask_BronnenNagaan", "UserTask_VolledigheidNagaan");
        assertThat(desk.jdbc.sql("select element from step where dossier = ? and left_at is null and deployment = ? order by element").params(dossier, second).query(String.class).list()).isEqualTo(moved);
        assertThat(desk.jdbc.sql("select distinct (entered_at at time zone 'Europe/Brussels')::date from step where dossier = ? and deployment = ?").params(dossier, second)
                .query(LocalDate.class).list()).containsExactly(DAY.plusDays(43));

        desk.send("an", dossier, "UserTask_WaarborgNagaan", depositPaid(desk.today().minusDays(10)));
        same(dossier);
        assertThat(desk.jdbc.sql("select distinct procedure || ' ' || process from step where dossier = ?").param(dossier).query(String.class).list())
                .contains("erkenning erkenning", "erkenning volledigheid");
        assertThat(desk.jdbc.sql("select count(*) from step where dossier = ? and ended = 'AFGEBROKEN'").param(dossier).query(Integer.class).single()).isZero();
    }

    @Test
    void tasks_that_are_taken_away_are_broken_off() {
        String dossier = desk.withdrawal(DAY);
        same(dossier);
        String instance = desk.jdbc.sql("select id_ from act_ru_execution where parent_id_ is null and super_exec_ is null and business_key_ = ?").param(dossier).query(String.class).single();
        desk.does("an", () -> desk.bean(org.camunda.bpm.engine.RuntimeService.class).deleteProcessInstance(instance, "proef"));
        same(dossier);
        assertThat(desk.jdbc.sql("select distinct ended from step where dossier = ? and kind = 'userTask'").param(dossier).query(String.class).list()).containsExactly("AFGEBROKEN");
    }

    @Test
    void what_is_rehearsed_or_taken_back_leaves_no_step() {
        String dossier = desk.complaint(DAY);
        List<String> before = steps(dossier);
        transactions.executeWithoutResult(status -> {
            desk.send("an", dossier, "UserTask_OntvankelijkheidNagaan", Map.of("ontvankelijk", "JA"));
            status.setRollbackOnly();
        });
        assertThat(steps(dossier)).isEqualTo(before);
        rehearse.with(set, () -> { }, stage -> stage.takenBack(() -> moveDossier.move(dossier, stage.deployment())));
        assertThat(steps(dossier)).isEqualTo(before);
        same(dossier);
    }

    private void same(String dossier) {
        Set<String> engine = desk.jdbc.sql(ENGINE).param(dossier).query(String.class).list().stream().collect(Collectors.toSet());
        Set<String> ours = desk.jdbc.sql(OURS).param(dossier).query(String.class).list().stream().collect(Collectors.toSet());
        assertThat(ours).as(dossier).isEqualTo(engine).hasSizeGreaterThan(2);
    }

    /** By what was known when they began. */
    private List<String> steps(String dossier) {
        return desk.jdbc.sql("select id || ' ' || activity || ' ' || element || ' ' || deployment || ' ' || entered_at from step where dossier = ? order by id").param(dossier).query(String.class).list();
    }
}
