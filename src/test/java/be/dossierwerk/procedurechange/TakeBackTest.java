package be.dossierwerk.procedurechange;

import static be.dossierwerk.procedurechange.ChangeDesk.DAY;
import static be.dossierwerk.procedurechange.ChangeDesk.KLACHT;
import static be.dossierwerk.procedurechange.ChangeDesk.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.CurrentActor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a draft, a review or a publication leaves behind when it is taken back, refused or fails. */
@DossierwerkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakeBackTest {

    private static final String OTHER = "bpmn/openbaarheid/openbaarheid.bpmn";

    @RegisterExtension final ChangeDesk desk = new ChangeDesk();

    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transactions;
    @Autowired private PublishedDiagrams published;

    @Test
    void after_an_upgrade_the_change_is_still_taken_back_and_the_dossiers_begun_under_it_follow() {
        desk.at(DAY);
        String first = desk.publish("Eerst", "eerst", Rollout.NIEUWE);
        String change = desk.publish("Alleen nieuwe", "alleen nieuwe", Rollout.NIEUWE);
        String dossier = desk.complaint();
        assertThat(desk.deploymentOf(dossier)).isEqualTo(published.newest().orElseThrow());
        byte[] upgraded = desk.set().text(OTHER).orElseThrow().replace("name=\"Verzoek nagaan\"", "name=\"Vraag nagaan\"").getBytes(StandardCharsets.UTF_8);
        transactions.executeWithoutResult(on -> published.publish(desk.set().with(Map.of(OTHER, upgraded)), PublishedDiagrams.Source.PRODUCT));
        assertThat(wrong(() -> desk.does("pieter", () -> desk.bean(ReturnToPrevious.class).returnFrom(first, "Te laat.")))).containsExactly("procedurechange.return.not-last");

        String back = desk.as("pieter", () -> desk.bean(ReturnToPrevious.class).returnFrom(change, "Het werkte niet."));
        assertThat(desk.bean(Changes.class).get(back).rollout()).isEqualTo(Rollout.ALLE);
        desk.approve("hilde", back);
        assertThat(desk.holds("eerst")).isTrue();
        assertThat(desk.set().files().get(OTHER)).isEqualTo(upgraded);
        desk.bean(DueJobs.class).run();
        while (desk.bean(MoveProgress.class).of(back).orElseThrow().waiting() > 0) {
            desk.bean(MoveBatch.class).work();
            // What the background took is locked until it moved.
            jdbc.sql("select dossier from procedure_move where state = 'WACHT' for update").query(String.class).list();
        }
        assertThat(jdbc.sql("select m.state from procedure_move m join procedure_move_run r on r.id = m.run where r.change = ? and m.dossier = ?").params(back, dossier)
                .query(String.class).list()).containsExactly("VERHUISD");
    }

    @Test
    void what_lies_before_a_reviewer_keeps_its_test_rows() {
        desk.at(DAY);
        String table = "bpmn/erkenning/erkenning-volledigheid.dmn";
        DecisionRow.Content content = new DecisionRow.Content("Halve borgsom", Map.of("borgsom", 12_500), List.of(Map.of("ontbreekt", "BORGSOM")), false);
        String change = desk.start("pieter", "Ligt voor");
        desk.save("pieter", change, "ligt voor", null);
        UUID row = desk.as("pieter", () -> desk.bean(AddDecisionRow.class).add(change, table, content));
        desk.submit("pieter", change, DAY.plusDays(9), Rollout.NIEUWE);
        List<String> refused = List.of("procedurechange.not-open.TER_BEOORDELING");
        assertThat(wrong(() -> desk.as("hilde", () -> desk.bean(AddDecisionRow.class).add(change, table, content)))).isEqualTo(refused);
        assertThat(wrong(() -> desk.does("hilde", () -> desk.bean(ChangeDecisionRow.class).change(change, table, row, content)))).isEqualTo(refused);
        assertThat(wrong(() -> desk.does("hilde", () -> desk.bean(RemoveDecisionRow.class).remove(change, table, row)))).isEqualTo(refused);
        desk.does("pieter", () -> desk.bean(WithdrawChange.class).withdraw(change, "Toch niet."));
    }

    @Test
    void of_what_was_refused_only_the_last_is_kept_and_nothing_of_a_drawing_tool() {
        desk.at(DAY);
        String change = desk.start("pieter", "Kwaad");
        byte[] last = evil("nog eens");
        for (byte[] each : List.of(evil("eens"), evil("anders"), last)) {
            assertThat(wrong(() -> desk.as("pieter", () -> desk.bean(SaveChangeDraft.class).save(change, KLACHT, each, null, null)))).isNotEmpty();
        }
        Actor portal = new Actor("portaal", "Portaal", Set.of(ApiAccounts.ROLE));
        assertThat(wrong(() -> desk.bean(CurrentActor.class).as(portal, () -> desk.bean(UploadDraft.class).upload(change, KLACHT, last)))).isNotEmpty();
        assertThat(jdbc.sql("select author from draft_rejected where change = ?").param(change).query(String.class).list()).containsExactly("pieter");
        assertThat(desk.bean(ChangeDrafts.class).rejected(change, KLACHT, "pieter")).contains(last);
        desk.does("pieter", () -> desk.bean(WithdrawChange.class).withdraw(change, "Toch niet."));
    }

    @Test
    void a_publication_that_fails_leaves_nothing_in_memory() {
        DiagramSet set = desk.set();
        String failed = transactions.execute(on -> {
            String id = published.publish(set, PublishedDiagrams.Source.WIJZIGING);
            assertThat(published.of(id).files()).isNotEmpty();
            on.setRollbackOnly();
            return id;
        });
        assertThat(published.of(failed).files()).isEmpty();
    }

    private byte[] evil(String word) {
        return desk.published().replace("<bpmn:startEvent id=\"StartEvent_KlachtOntvangen\"",
                "<bpmn:scriptTask id=\"Boos\"><bpmn:script>" + word + "</bpmn:script></bpmn:scriptTask><bpmn:startEvent id=\"StartEvent_KlachtOntvangen\"").getBytes(StandardCharsets.UTF_8);
    }
}
