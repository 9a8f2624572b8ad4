package be.dossierwerk.procedurechange;

import static be.dossierwerk.procedurechange.ChangeDesk.DAY;
import static be.dossierwerk.procedurechange.ChangeDesk.KLACHT;
import static be.dossierwerk.procedurechange.ChangeDesk.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.CountedStatements;
import be.dossierwerk.DossierwerkTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Work that goes from one draft to another keeps who drew it and what it was drawn on; and what is approved is what was read. */
@DossierwerkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopiedWorkTest {

    @RegisterExtension final ChangeDesk desk = new ChangeDesk();

    @Autowired private ChangeDrafts drafts;

    @Test
    void who_drew_what_was_copied_does_not_review_the_copy() {
        desk.at(DAY.plusDays(100));
        String change = desk.start("pieter", "Gekopieerd");
        Long both = desk.save("pieter", change, "door Pieter", null).revision();
        desk.save("pieter", change, "door Pieter verder", both);
        String fork = desk.save("hilde", change, "door Hilde", both).change();
        desk.changes.add(fork);
        desk.submit("hilde", fork, DAY.plusDays(110), Rollout.NIEUWE);
        assertThat(wrong(() -> desk.approve("pieter", fork))).containsExactly("procedurechange.four-eyes");
        assertThat(desk.bean(ChangeAuthors.class).keptOut(fork)).containsOnlyKeys("pieter", "hilde");
    }

    @Test
    void a_draft_of_one_s_own_takes_all_files_along_in_one_go() {
        desk.at(DAY.plusDays(100));
        String change = desk.start("pieter", "Met veel bestanden");
        for (String form : List.of("klacht-onderzoeken", "antwoord-opstellen", "ontvankelijkheid-nagaan")) {
            String path = "forms/klacht/" + form + ".form";
            desk.does("pieter", () -> desk.bean(SaveChangeDraft.class).save(change, path,
                    desk.set().text(path).orElseThrow().replace("\"schemaVersion\": 16", "\"schemaVersion\":  16").getBytes(StandardCharsets.UTF_8), null, null));
        }
        desk.save("pieter", change, "door Pieter", null);
        String[] fork = new String[1];
        List<String> sent = CountedStatements.of(() -> fork[0] = desk.save("hilde", change, "door Hilde", null).change());
        desk.changes.add(fork[0]);
        assertThat(sent).filteredOn(statement -> statement.contains("insert into draft_head")).as("the copy and her own save").hasSize(2);
        assertThat(drafts.heads(fork[0])).containsOnlyKeys(drafts.heads(change).keySet()).allSatisfy((path, head) -> {
            assertThat(head.base()).isEqualTo(drafts.heads(change).get(path).base());
            if (!path.equals(ChangeDesk.KLACHT)) {
                assertThat(drafts.file(fork[0], path)).contains(drafts.file(change, path).orElseThrow());
            }
        });
        assertThat(drafts.revisions(fork[0])).hasSize(5).allMatch(revision -> revision.author().equals("hilde"));
    }

    @Test
    void who_drew_what_was_taken_over_does_not_review_it() {
        desk.at(DAY.plusDays(100));
        String change = desk.start("pieter", "Overgenomen");
        desk.save("pieter", change, "eerst", null);
        String fork = desk.save("hilde", change, "van Hilde zelf", null).change();
        desk.changes.add(fork);
        desk.does("pieter", () -> desk.bean(TakeOverDraft.class).takeOver(fork, KLACHT));
        desk.submit("pieter", change, DAY.plusDays(110), Rollout.NIEUWE);
        assertThat(wrong(() -> desk.approve("hilde", change))).containsExactly("procedurechange.four-eyes");
    }

    @Test
    void only_the_draft_that_was_read_is_approved() {
        desk.at(DAY.plusDays(100));
        String change = desk.start("pieter", "Gelezen");
        Long one = desk.save("pieter", change, "gelezen", null).revision();
        desk.submit("pieter", change, DAY.plusDays(110), Rollout.NIEUWE);
        LaidBefore read = desk.bean(Changes.class).laidBefore(change);
        desk.does("hilde", () -> desk.bean(SendBackChange.class).sendBack(change, "Nog iets."));
        desk.save("pieter", change, "ongelezen", one);
        desk.submit("pieter", change, DAY.plusDays(111), Rollout.ALLE);
        assertThat(wrong(() -> desk.does("hilde", () -> desk.bean(ApproveChange.class).approve(change, read)))).containsExactly("draft", "fromDay", "rollout");
        assertThat(desk.state(change)).isEqualTo(ChangeState.TER_BEOORDELING);
        desk.approve("hilde", change);
        assertThat(desk.state(change)).isEqualTo(ChangeState.GOEDGEKEURD);
    }

    @Test
    void what_is_other_than_what_was_approved_is_not_published() {
        desk.at(DAY.plusDays(112));
        String change = desk.start("pieter", "Achteraf");
        desk.save("pieter", change, "achteraf", null);
        desk.submit("pieter", change, DAY.plusDays(113), Rollout.NIEUWE);
        desk.approve("hilde", change);
        desk.bean(org.springframework.jdbc.core.simple.JdbcClient.class).sql("update procedure_change set notes = 'Wat niemand las.' where dossier = ?").param(change).update();
        desk.at(DAY.plusDays(113));
        desk.bean(PublishOnDay.class).sweep();
        desk.bean(be.dossierwerk.engine.DueJobs.class).run();
        assertThat(desk.state(change)).isEqualTo(ChangeState.ONTWERP);
        assertThat(desk.holds("achteraf")).isFalse();
        assertThat(desk.bean(Changes.class).get(change).remark()).contains("het bericht voor collega's");
    }

    @Test
    void what_was_drawn_on_an_older_publication_is_looked_at_again_wherever_it_goes() {
        desk.at(DAY.plusDays(120));
        String change = desk.start("pieter", "Ouder");
        Long both = desk.save("pieter", change, "ouder", null).revision();
        desk.save("pieter", change, "ouder en verder", both);
        String fork = desk.save("hilde", change, "ouder van Hilde", both).change();
        desk.publish("Intussen", "intussen", Rollout.NIEUWE);
        assertThat(drafts.outdated(change)).containsExactly(KLACHT);
        assertThat(drafts.outdated(fork)).containsExactly(KLACHT);

        desk.does("pieter", () -> desk.bean(SolveConflict.class).solve(change, KLACHT, SolveConflict.Choice.BEGIN_OPNIEUW));
        assertThat(drafts.outdated(change)).isEmpty();
        // Drawn on what he took away, and saved after it.
        desk.save("hilde", change, "nog ouder van Hilde", both);
        assertThat(desk.text(fork)).contains("nog ouder van Hilde");
        assertThat(drafts.outdated(fork)).containsExactly(KLACHT);
        desk.does("pieter", () -> desk.bean(TakeOverDraft.class).takeOver(fork, KLACHT));
        assertThat(drafts.outdated(change)).as("taken over").containsExactly(KLACHT);
        desk.as("pieter", () -> desk.bean(UndoDraft.class).undo(change, KLACHT, drafts.head(change, KLACHT)));
        assertThat(drafts.outdated(change)).as("back at what holds").isEmpty();

        String late = desk.start("pieter", "Later");
        Long lates = desk.save("pieter", late, "later", null).revision();
        Long newer = desk.save("pieter", late, "later en verder", lates).revision();
        assertThat(drafts.outdated(late)).as("drawn on what holds").isEmpty();
        desk.publish("Nog een", "nog een", Rollout.NIEUWE);
        desk.does("pieter", () -> desk.bean(SolveConflict.class).solve(late, KLACHT, SolveConflict.Choice.BEGIN_OPNIEUW));
        String last = desk.save("hilde", late, "te laat van Hilde", newer).change();
        assertThat(desk.text(last)).contains("te laat van Hilde");
        assertThat(drafts.outdated(last)).as("a draft of her own").containsExactly(KLACHT);
    }
}
