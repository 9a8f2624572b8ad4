package be.dossierwerk.procedurechange;

import static be.dossierwerk.procedurechange.ChangeDesk.DAY;
import static be.dossierwerk.procedurechange.ChangeDesk.KLACHT;
import static be.dossierwerk.procedurechange.ChangeDesk.wrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.diagrams.ReachedEvents;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.engine.ProductDiagrams;
import be.dossierwerk.engine.ProductFiles;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A change of a procedure on the real engine with a moved clock, from the first line drawn to the way back. */
@DossierwerkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangeJourneyTest {

    @Autowired private ApplicationContext spring;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transactions;

    private ChangeDesk desk;
    private DiagramSet before;

    @BeforeAll
    void open_the_desk() {
        desk = new ChangeDesk(spring);
        before = desk.set();
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @AfterAll
    void every_event_was_reached_and_the_product_holds_again() {
        // Other test classes share this database.
        transactions.executeWithoutResult(on -> desk.bean(PublishedDiagrams.class).publish(before, PublishedDiagrams.Source.PRODUCT));
        assertThat(ReachedEvents.missing(jdbc, ProcedureChangeModel.PROCESS, desk.changes)).isEmpty();
    }

    @Test
    void a_change_is_drafted_sent_back_approved_by_somebody_else_and_published_on_its_day() {
        desk.at(DAY);
        String running = complaint();
        String old = desk.deploymentOf(running);
        String change = desk.start("pieter", "Duidelijker naam");
        assertThat(change).startsWith("DC-WIJ-2027-");
        assertThat(desk.open(change)).containsExactly(ProcedureChangeModel.DRAFT);
        assertThat(wrong(() -> desk.submit("pieter", change, DAY, Rollout.NIEUWE))).containsExactly("procedurechange.nothing-changed");

        Long first = desk.save("pieter", change, "en horen", null).revision();
        assertThat(wrong(() -> desk.does("pieter", () -> desk.bean(SubmitChange.class).submit(change, new SubmitChange.Plan(DAY.minusDays(1), null, Set.of(), " ")))))
                .containsExactly("fromDay", "rollout", "notes");
        assertThat(wrong(() -> desk.submit("pieter", change, DAY, Rollout.GEKOZEN))).containsExactly("chosen");
        assertThat(wrong(() -> desk.submit("pieter", change, DAY, Rollout.GEKOZEN, "DC-KLA-1999-00001"))).containsExactly("chosen");
        assertThat(wrong(() -> desk.submit("an", change, DAY, Rollout.NIEUWE))).containsExactly("security.role-missing");
        desk.submit("pieter", change, DAY.plusDays(1), Rollout.NIEUWE);
        assertThat(desk.state(change)).isEqualTo(ChangeState.TER_BEOORDELING);
        assertThat(desk.open(change)).containsExactly(ProcedureChangeModel.REVIEW);
        assertThat(wrong(() -> desk.save("pieter", change, "anders", first))).containsExactly("procedurechange.not-open.TER_BEOORDELING");

        assertThat(wrong(() -> desk.approve("pieter", change))).containsExactly("procedurechange.four-eyes");
        assertThatThrownBy(() -> desk.send("pieter", change, ProcedureChangeModel.REVIEW, Map.of("akkoord", "JA"))).isInstanceOf(Refused.class).hasMessageStartingWith("inbox.conflict");
        assertThat(wrong(() -> desk.does("hilde", () -> desk.bean(SendBackChange.class).sendBack(change, " ")))).containsExactly("reason");
        desk.send("hilde", change, ProcedureChangeModel.REVIEW, Map.of("akkoord", "NEE", "opmerking", "Schrijf voluit wie gehoord wordt."));
        assertThat(desk.open(change)).containsExactly(ProcedureChangeModel.DRAFT);
        assertThat(desk.bean(Changes.class).get(change).remark()).isEqualTo("Schrijf voluit wie gehoord wordt.");

        desk.save("pieter", change, "en betrokkenen horen", first);
        desk.send("pieter", change, ProcedureChangeModel.DRAFT, Map.of("vanaf", DAY.plusDays(2).toString(), "voorWie", "NIEUWE", "bericht", "U hoort wie erbij was."));
        desk.approve("hilde", change);
        assertThat(desk.state(change)).isEqualTo(ChangeState.GOEDGEKEURD);
        assertThat(desk.open(change)).isEmpty();
        assertThat(desk.bean(PublishOnDay.class).sweep()).isZero();
        desk.at(DAY.plusDays(1));
        assertThat(desk.bean(PublishOnDay.class).sweep()).isZero();
        assertThat(desk.holds("en betrokkenen horen")).isFalse();
        desk.at(DAY.plusDays(2));
        assertThat(desk.bean(PublishOnDay.class).sweep()).isEqualTo(1);
        assertThat(desk.bean(PublishOnDay.class).sweep()).isZero();

        assertThat(desk.holds("en betrokkenen horen")).isTrue();
        assertThat(desk.state(change)).isEqualTo(ChangeState.BEKENDGEMAAKT);
        assertThat(desk.bean(Dossiers.class).get(change).outcome()).isEqualTo("BEKENDGEMAAKT");
        String now = desk.bean(PublishedDiagrams.class).newest().orElseThrow();
        assertThat(desk.deploymentOf(running)).isEqualTo(old).isNotEqualTo(now);
        assertThat(desk.deploymentOf(complaint())).isEqualTo(now);
        assertThat(desk.bean(Changes.class).publication(change)).get().satisfies(proof -> {
            assertThat(proof.deployment()).isEqualTo(now);
            assertThat(proof.setHash()).isEqualTo(desk.set().hash());
            assertThat(proof.proposedByName()).isEqualTo("Pieter Maas");
            assertThat(proof.approvedByName()).isEqualTo("Hilde Baert");
        });
        String facts = jdbc.sql("select c.content::json ->> 'after' from audit_entry join audit_content c using (dossier, seq) where dossier = ? and action = 'WIJZIGING_BEKENDGEMAAKT'").param(change).query(String.class).single();
        assertThat(facts).contains(desk.set().hash(), DiagramSet.hash(desk.set().files().get(KLACHT)));
        assertThat(desk.bean(AuditLog.class).of(change)).extracting(AuditLog.Line::sentence).anySatisfy(sentence ->
                assertThat(sentence).contains("Pieter Maas stelde ze voor, Hilde Baert keurde ze goed. Gewijzigd: Klacht."));
    }

    @Test
    void the_database_itself_refuses_an_author_who_approves() {
        desk.at(DAY);
        String change = desk.start("pieter", "Vier ogen");
        desk.save("pieter", change, "viermaal", null);
        desk.submit("pieter", change, DAY.plusDays(9), Rollout.NIEUWE);
        assertThatThrownBy(() -> jdbc.sql("update procedure_change set state = 'GOEDGEKEURD', approved_by = 'pieter', approved_by_name = 'Pieter', approved_at = now() where dossier = ?")
                .param(change).update()).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("four_eyes");
        // Who saved one line of it reviews it no more than who began it.
        desk.does("pieter", () -> desk.bean(WithdrawChange.class).withdraw(change, "Toch niet."));
        String both = desk.start("pieter", "Samen getekend");
        Long drawn = desk.save("pieter", both, "samen", null).revision();
        desk.save("hilde", both, "samen en uit", drawn);
        desk.submit("pieter", both, DAY, Rollout.NIEUWE);
        assertThat(wrong(() -> desk.approve("hilde", both))).containsExactly("procedurechange.four-eyes");
        assertThat(desk.holds("samen en uit")).isFalse();
    }

    @Test
    void the_last_publication_is_taken_back_in_one_action_with_the_same_checks() {
        desk.at(DAY.plusDays(10));
        DiagramSet was = desk.set();
        String change = desk.publish("Kortstondig", "kortstondig", Rollout.NIEUWE);
        assertThat(desk.holds("kortstondig")).isTrue();
        assertThat(wrong(() -> desk.does("pieter", () -> desk.bean(ReturnToPrevious.class).returnFrom(change, "")))).containsExactly("reason");
        String back = desk.as("pieter", () -> desk.bean(ReturnToPrevious.class).returnFrom(change, "Het werkte niet."));
        desk.changes.add(back);
        assertThat(desk.state(back)).isEqualTo(ChangeState.TER_BEOORDELING);
        assertThat(desk.holds("kortstondig")).isTrue();
        assertThat(wrong(() -> desk.approve("pieter", back))).containsExactly("procedurechange.four-eyes");
        desk.approve("hilde", back);
        assertThat(desk.set().hash()).isEqualTo(was.hash());
        assertThat(desk.bean(Changes.class).get(back).kind()).isEqualTo(Changes.Kind.TERUGKEER);
        assertThat(wrong(() -> desk.does("pieter", () -> desk.bean(ReturnToPrevious.class).returnFrom(change, "Nog eens.")))).containsExactly("procedurechange.return.not-last");
    }

    @Test
    void dossiers_follow_only_after_a_publication_that_lets_them() {
        desk.at(DAY.plusDays(20));
        String chosen = complaint();
        String change = desk.publish("Voor gekozen dossiers", "gekozen", Rollout.GEKOZEN, chosen);
        assertThat(desk.state(change)).isEqualTo(ChangeState.BEKENDGEMAAKT);
        assertThat(desk.bean(Changes.class).chosen(change)).containsExactly(chosen);
        assertThat(desk.bean(Processes.class).runs(change)).isFalse();
        assertThat(desk.bean(Dossiers.class).get(change).closedOn()).isEqualTo(DAY.plusDays(20));
    }

    @Test
    void who_publishes_in_the_same_file_first_sends_the_other_back_to_the_drawing_board() {
        desk.at(DAY.plusDays(30));
        String late = desk.start("pieter", "Straks");
        desk.save("pieter", late, "straks", null);
        desk.submit("pieter", late, DAY.plusDays(33), Rollout.NIEUWE);
        desk.approve("hilde", late);
        String soon = desk.publish("Nu al", "nu al", Rollout.NIEUWE);
        assertThat(desk.state(soon)).isEqualTo(ChangeState.BEKENDGEMAAKT);
        desk.at(DAY.plusDays(33));
        assertThat(desk.bean(PublishOnDay.class).sweep()).isEqualTo(1);
        assertThat(desk.state(late)).isEqualTo(ChangeState.ONTWERP);
        assertThat(desk.holds("nu al")).isTrue();
        assertThat(desk.bean(Changes.class).get(late).remark()).contains("dezelfde bestanden", "Klacht");
        assertThat(desk.open(late)).containsExactly(ProcedureChangeModel.DRAFT);
        assertThat(wrong(() -> desk.submit("pieter", late, DAY.plusDays(34), Rollout.NIEUWE))).containsExactly("procedurechange.outdated");

        desk.does("pieter", () -> desk.bean(SolveConflict.class).solve(late, KLACHT, SolveConflict.Choice.BEGIN_OPNIEUW));
        assertThat(desk.text(late)).contains("onderzoeken nu al");
        Long head = desk.bean(ChangeDrafts.class).head(late, KLACHT);
        desk.as("pieter", () -> desk.bean(UndoDraft.class).undo(late, KLACHT, head));
        assertThat(desk.text(late)).contains("onderzoeken straks");
        assertThat(wrong(() -> desk.submit("pieter", late, DAY.plusDays(34), Rollout.NIEUWE))).as("the old text stands there again").containsExactly("procedurechange.outdated");
        desk.does("pieter", () -> desk.bean(SolveConflict.class).solve(late, KLACHT, SolveConflict.Choice.MIJN_VERSIE));
        assertThat(desk.text(late)).contains("onderzoeken straks");
        desk.submit("pieter", late, DAY.plusDays(34), Rollout.NIEUWE);
        desk.does("hilde", () -> desk.bean(WithdrawChange.class).withdraw(late, "Het eerste volstaat."));
        assertThat(desk.state(late)).isEqualTo(ChangeState.INGETROKKEN);
        assertThat(desk.bean(Dossiers.class).get(late).outcome()).isEqualTo("INGETROKKEN");
        assertThat(desk.open(late)).isEmpty();
    }

    @Test
    void what_nobody_reviews_goes_back_and_what_nobody_lays_before_lapses() {
        desk.at(DAY.plusDays(40));
        String change = desk.start("pieter", "Vergeten");
        desk.save("pieter", change, "vergeten", null);
        desk.submit("pieter", change, DAY.plusDays(41), Rollout.NIEUWE);
        desk.at(DAY.plusDays(60));
        assertThat(desk.state(change)).isEqualTo(ChangeState.ONTWERP);
        assertThat(desk.bean(Changes.class).get(change).remark()).startsWith("Niemand beoordeelde");
        desk.at(DAY.plusDays(60).plusYears(1).plusDays(2));
        assertThat(desk.state(change)).isEqualTo(ChangeState.VERVALLEN);
        assertThat(desk.bean(Dossiers.class).get(change).closedOn()).isNotNull();
    }

    @Test
    void a_restart_keeps_what_managers_published_and_an_upgrade_brings_only_what_they_left_alone() {
        desk.at(DAY.plusDays(50));
        ProductFiles product = desk.bean(ProductFiles.class);
        DiagramSet built = ProductDiagrams.onClassPath();
        desk.publish("Van ons", "van ons", Rollout.NIEUWE);
        String ours = desk.bean(PublishedDiagrams.class).newest().orElseThrow();
        assertThat(product.bring(built)).isEqualTo(ours);
        assertThat(desk.bean(PublishedDiagrams.class).newest()).contains(ours);

        String other = "bpmn/openbaarheid/openbaarheid.bpmn";
        byte[] newOther = built.text(other).orElseThrow().replace("name=\"Verzoek nagaan\"", "name=\"Vraag nagaan\"").getBytes(StandardCharsets.UTF_8);
        DiagramSet upgrade = built.with(Map.of(KLACHT, ChangeDesk.renamed(built.text(KLACHT).orElseThrow(), "van het product"), other, newOther));
        assertThat(upgrade.differences(built)).containsExactly(KLACHT, other);
        String after = product.bring(upgrade);
        assertThat(after).isNotEqualTo(ours);
        assertThat(desk.holds("van ons")).isTrue();
        assertThat(desk.set().files().get(other)).isEqualTo(newOther);
        assertThat(product.differences()).extracting(ProductFiles.Difference::path).contains(KLACHT).doesNotContain(other);
        assertThat(product.bring(upgrade)).isEqualTo(after);
        assertThat(desk.bean(PublishedDiagrams.class).all().get(0).source()).isEqualTo(PublishedDiagrams.Source.PRODUCT);
        product.bring(built);
    }

    private String complaint() {
        LocalDate day = LocalDate.now(clock);
        return desk.as("els", () -> desk.bean(be.dossierwerk.request.RegisterKlacht.class).register(UUID.randomUUID(), new be.dossierwerk.request.RegisterKlacht.Klacht(
                new be.dossierwerk.request.Requester("Mia Lambrecht", "Kade 1", "9000", "Gent", "mia@voorbeeld.be", be.dossierwerk.request.Channel.MONDELING, day, null), false,
                day.minusDays(3), "Niemand belde terug.", Set.of()), java.util.List.of()));
    }
}
