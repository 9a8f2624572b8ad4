package be.dossierwerk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DemoDossiersTest;
import be.dossierwerk.board.FollowOwnDossiers;
import be.dossierwerk.conformance.CheckConformance;
import be.dossierwerk.deposit.DepositMovement;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.infringement.Retentions;
import be.dossierwerk.inbox.Absences;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.recognition.RecognitionStatus;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.recovery.Recoveries;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.withdrawal.Batches;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who starts the product with its demo data meets withdrawals at every stage. */
@DemoDossiersTest
class DemoDataTest {

    @Autowired private LoadDemoData loadDemoData;
    @Autowired private Batches batches;
    @Autowired private Retentions retentions;
    @Autowired private Recoveries recoveries;
    @Autowired private Recognitions recognitions;
    @Autowired private Deposits deposits;
    @Autowired private OpenWork openWork;
    @Autowired private Absences absences;
    @Autowired private CheckConformance checkConformance;
    @Autowired private FollowOwnDossiers followOwnDossiers;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;
    @Autowired private JdbcClient jdbc;

    @Test
    void withdrawals_stand_at_every_stage() {
        assertThat(jdbc.sql("select coalesce(outcome, 'loopt') from dossier where procedure = 'intrekking-ambtshalve' and number not in (select dossier from withdrawal_batch_item where dossier is not null)")
                .query(String.class).list()).containsExactlyInAnyOrder("INGETROKKEN_AMBTSHALVE", "GEREGULARISEERD", "loopt", "loopt", "loopt");
        assertThat(tasks("intrekking-ambtshalve")).contains("UserTask_VerweerRegistreren", "UserTask_VerweerBeoordelen", "UserTask_BeslissingGoedkeuren",
                "UserTask_BeslissingOpstellen", "UserTask_JuridischNazicht");
        assertThat(tasks("intrekking-vrijwillig")).contains("UserTask_VerzoekNagaan");
        assertThat(tasks("inbreukdossier")).contains("UserTask_InbreukenKwalificeren", "UserTask_HoorzittingHouden");
        assertThat(tasks("opvolging-voorwaarden")).containsExactly("UserTask_BewijsRegistreren");
        assertThat(jdbc.sql("select count(*) from dossier where procedure = 'inbreukdossier' and outcome is null").query(Long.class).single()).isEqualTo(2);
        assertThat(recognitions.active(InventedApplications.enterpriseNumber(5)).orElseThrow().status()).isEqualTo(RecognitionStatus.ERKEND_VOORWAARDELIJK);
    }

    @Test
    void the_board_counts_what_was_lived() {
        followOwnDossiers.catchUp();
        assertThat(followOwnDossiers.catchUp()).isZero();
        assertThat(jdbc.sql("select distinct kind || ' ' || name from history_event where ended_at is null").query(String.class).list()).contains("FIRST SIGNED", "FIRST CANCELLED",
                "APPROVAL DECIDED", "APPROVAL PAUSED", "REFUND PAID", "EX_OFFICIO WITHDRAWN", "VOLUNTARY RECEIVED", "INFRINGEMENT INSPECTED", "PJ PROSECUTION_WAIVED");
        assertThat(jdbc.sql("select distinct code from board_account").query(String.class).list()).contains("DC-1", "DC-2", "DC-3", "OFDC-1", "OFDC-2");
        assertThat(jdbc.sql("select count(*) from history_dossier where group_file is not null").query(Long.class).single()).as("trainings that were filed together").isEqualTo(4);
    }

    @Test
    void one_batch_is_under_way_and_one_waits_for_the_team_lead() {
        List<Batches.Batch> all = batches.all();
        assertThat(all).hasSize(2);
        assertThat(all.get(0).progress()).satisfies(ready -> {
            assertThat(ready.selected()).isEqualTo(3);
            assertThat(ready.started()).isZero();
        });
        assertThat(all.get(1).progress()).satisfies(underWay -> {
            assertThat(underWay.started()).isEqualTo(3);
            assertThat(underWay.answered()).isEqualTo(1);
            assertThat(underWay.inDecision()).isEqualTo(3);
        });
    }

    @Test
    void a_retention_holds_and_a_hearing_is_to_be_held() {
        String dossier = jdbc.sql("select dossier from inbox_row where task_key = 'UserTask_HoorzittingHouden'").query(String.class).single();
        assertThat(retentions.current(dossier)).get().extracting(Retentions.Line::kind).isEqualTo("VOLLEDIG");
    }

    @Test
    void one_recovery_is_paid_in_instalments_and_one_waits() {
        Map<Boolean, List<String>> byPlan = jdbc.sql("select number from dossier where procedure = 'terugvordering' and closed_on is null").query(String.class).list().stream()
                .collect(Collectors.partitioningBy(dossier -> recoveries.of(dossier).orElseThrow().plan() != null));
        assertThat(byPlan.get(true)).singleElement().satisfies(dossier -> {
            assertThat(recoveries.of(dossier).orElseThrow().entries()).hasSizeGreaterThan(2);
            assertThat(recoveries.balance(dossier)).isPositive();
        });
        // The third began with the decision on conditions; its lines are still to be entered.
        assertThat(byPlan.get(false)).hasSize(2).filteredOn(dossier -> recoveries.balance(dossier).signum() > 0).hasSize(1);
        String deposit = recognitions.active(InventedApplications.enterpriseNumber(11)).orElseThrow().dossier();
        assertThat(deposits.of(deposit).orElseThrow().movements()).extracting(DepositMovement::kind)
                .contains(DepositMovement.Kind.GESTORT, DepositMovement.Kind.AANGESPROKEN, DepositMovement.Kind.AANGEVULD);
    }

    @Test
    void fines_stand_at_every_stage() {
        assertThat(jdbc.sql("select coalesce(outcome, 'loopt') from dossier where procedure = 'administratieve-geldboete'").query(String.class).list())
                .containsExactlyInAnyOrder("NIET_OPPORTUUN", "loopt", "loopt", "loopt");
        assertThat(tasks("administratieve-geldboete")).containsExactlyInAnyOrder("UserTask_JuridischNazicht", "UserTask_ParketbeslissingRegistreren");
        assertThat(jdbc.sql("select count(*) from fine_entry").query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void the_training_fund_shares_out_approves_and_pays() {
        assertThat(jdbc.sql("select outcome from dossier where procedure = 'opleidingsbudget'").query(String.class).list()).hasSize(1);
        assertThat(jdbc.sql("select count(*) from training_account").query(Long.class).single()).isPositive();
        assertThat(jdbc.sql("select coalesce(outcome, 'loopt') from dossier where procedure = 'opleiding-goedkeuring'").query(String.class).list())
                .containsExactlyInAnyOrder("GOEDGEKEURD", "GOEDGEKEURD", "GOEDGEKEURD", "loopt", "loopt", "loopt");
        assertThat(tasks("opleiding-goedkeuring")).containsExactlyInAnyOrder("UserTask_Ondertekenen", "UserTask_ReactieBeoordelen", "UserTask_AanvullingRegistreren");
        assertThat(jdbc.sql("select coalesce(outcome, 'loopt') from dossier where procedure = 'opleiding-terugbetaling'").query(String.class).list())
                .containsExactlyInAnyOrder("GOEDGEKEURD", "GEWEIGERD", "loopt");
        assertThat(tasks("opleiding-terugbetaling")).containsExactly("UserTask_AanvraagControleren");
        assertThat(jdbc.sql("select count(*) from payment_run").query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void the_lawyer_is_away_and_her_colleague_stands_in() {
        assertThat(absences.open()).singleElement().satisfies(away -> {
            assertThat(away.personName()).isEqualTo("Joke Claes");
            assertThat(away.substituteName()).isEqualTo("Mira Lambrecht");
        });
        currentActor.as(people.actor("mira"), () -> {
            assertThat(openWork.list(OpenWork.Tab.BEHALF, OpenWork.Filter.NONE, null, 0, 10)).isNotEmpty().allMatch(row -> row.assignee().equals("joke"));
            return null;
        });
    }

    @Test
    void a_refusal_was_reconsidered_one_request_came_late_and_one_is_to_be_looked_at() {
        assertThat(jdbc.sql("select coalesce(outcome, 'loopt') from dossier where procedure = 'heroverweging'").query(String.class).list())
                .containsExactlyInAnyOrder("BEVESTIGD", "NIET_ONTVANKELIJK", "loopt");
        assertThat(tasks("heroverweging")).containsExactly("UserTask_OntvankelijkheidNagaan");
        assertThat(jdbc.sql("select count(*) from appeal_definitive").query(Long.class).single()).isPositive();
    }

    @Test
    void one_appeal_waits_for_its_file_and_one_was_rejected() {
        assertThat(jdbc.sql("select coalesce(outcome, 'loopt') from dossier where procedure = 'beroep-raad-van-state'").query(String.class).list())
                .containsExactlyInAnyOrder("VERWORPEN", "loopt");
        assertThat(tasks("beroep-raad-van-state")).containsExactlyInAnyOrder("UserTask_AdministratiefDossierNeerleggen", "UserTask_MemorieVanAntwoordIndienen");
    }

    @Test
    void complaints_and_openness_requests_stand_at_every_stage() {
        assertThat(jdbc.sql("select coalesce(outcome, 'loopt') from dossier where procedure = 'klacht'").query(String.class).list())
                .containsExactlyInAnyOrder("GEGROND", "loopt", "loopt");
        assertThat(tasks("klacht")).containsExactlyInAnyOrder("UserTask_KlachtOnderzoeken", "UserTask_OntvankelijkheidNagaan");
        assertThat(jdbc.sql("select coalesce(outcome, 'loopt') from dossier where procedure = 'openbaarheid'").query(String.class).list())
                .containsExactlyInAnyOrder("GEWEIGERD", "loopt", "loopt");
        assertThat(tasks("openbaarheid")).containsExactlyInAnyOrder("UserTask_DocumentBeoordelen", "UserTask_VerduidelijkingRegistreren");
        assertThat(jdbc.sql("select count(*) from openbaarheid where extended_on is not null").query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void one_change_of_a_procedure_holds_and_one_is_drafted_with_a_comment() {
        assertThat(jdbc.sql("select coalesce(outcome, 'loopt') from dossier where procedure = 'procedurewijziging'").query(String.class).list())
                .containsExactlyInAnyOrder("BEKENDGEMAAKT", "loopt");
        assertThat(tasks("procedurewijziging")).containsExactly("UserTask_OntwerpUitwerken");
        assertThat(jdbc.sql("select proposed_by || ' ' || approved_by from publication").query(String.class).list()).containsExactly("hilde pieter");
        assertThat(jdbc.sql("select count(*) from draft_comment where settled_at is null").query(Long.class).single()).isEqualTo(1);
    }

    /** Every procedure was walked by its own screens and timers: whatever else a norm finds here is not so. Which terms are over depends on the day. */
    @Test
    void norms_find_terms_that_are_over_and_nothing_else() {
        currentActor.as(people.actor("ann"), checkConformance::check);
        assertThat(jdbc.sql("select norm || ' ' || dossier from conformance_finding order by 1").query(String.class).list())
                .hasSizeLessThan(6).allMatch(found -> found.startsWith("TERMIJN_"));
        assertThat(jdbc.sql("select code from conformance_checked, unnest(applied) code where procedure = 'inbreukdossier'").query(String.class).list())
                .contains("GEHOORD_VOOR_INTREKKING", "ADVIES_VOOR_INTREKKING", "INTREKKING_GOEDGEKEURD");
        assertThat(jdbc.sql("select code from conformance_checked, unnest(applied) code where procedure like 'beroep%' or procedure = 'heroverweging'").query(String.class).list())
                .contains("BEROEP_ONPARTIJDIG");
        assertThat(jdbc.sql("select count(distinct code) from conformance_checked, unnest(applied) code").query(Long.class).single()).isGreaterThan(40);
    }

    @Test
    void started_again_nothing_is_added() {
        long before = jdbc.sql("select count(*) from dossier").query(Long.class).single();
        loadDemoData.start();
        assertThat(jdbc.sql("select count(*) from dossier").query(Long.class).single()).isEqualTo(before);
    }

    private List<String> tasks(String procedure) {
        return jdbc.sql("select number from dossier where procedure = ?").param(procedure).query(String.class).list().stream()
                .flatMap(dossier -> openWork.ofDossier(dossier).stream()).map(OpenWork.Row::taskKey).toList();
    }
}
