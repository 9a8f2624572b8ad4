package be.dossierwerk.procedurechange;

import static be.dossierwerk.procedurechange.ChangeDesk.KLACHT;
import static be.dossierwerk.procedurechange.ChangeDesk.wrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.lint.HostileFiles;
import be.dossierwerk.shared.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A draft keeps every save: undo survives the browser, two people never lose work, and what may never run never becomes part of it. */
@DossierwerkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DraftTest {

    @RegisterExtension final ChangeDesk desk = new ChangeDesk();

    @Autowired private JdbcClient jdbc;
    @Autowired private ChangeDrafts drafts;
    @Autowired private Changes changes;

    @Test
    void undo_and_redo_move_through_the_saves_from_any_browser() {
        String change = desk.start("pieter", "Heen en weer");
        Long one = desk.save("pieter", change, "een", null).revision();
        Long two = desk.save("pieter", change, "twee", one).revision();
        assertThat(desk.save("pieter", change, "twee", two).revision()).as("nothing changed").isEqualTo(two);
        assertThat(undo(change, two)).isEqualTo(one);
        assertThat(desk.text(change)).contains("onderzoeken een");
        assertThat(undo(change, one)).isNull();
        assertThat(desk.text(change)).isEqualTo(desk.published());
        assertThat(wrong(() -> undo(change, null))).containsExactly("procedurechange.draft.nothing-to-undo");
        assertThat(redo(change, null)).isEqualTo(one);
        assertThat(redo(change, one)).isEqualTo(two);
        assertThat(wrong(() -> redo(change, two))).containsExactly("procedurechange.draft.nothing-to-redo");
        assertThat(undo(change, two)).isEqualTo(one);

        Long three = desk.save("pieter", change, "drie", one).revision();
        assertThat(undo(change, three)).isEqualTo(one);
        assertThat(redo(change, one)).as("the youngest way on").isEqualTo(three);
        assertThat(wrong(() -> undo(change, two))).containsExactly("procedurechange.draft.moved");
        assertThat(drafts.revisions(change)).hasSize(3).extracting(ChangeDrafts.Revision::what).containsOnly("Naam gewijzigd");
        assertThatThrownBy(() -> jdbc.sql("update draft_revision set what = 'anders' where change = ?").param(change).update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from draft_file").update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void who_saves_over_what_they_did_not_see_gets_a_draft_of_their_own() {
        String change = desk.start("pieter", "Met twee");
        Long both = desk.save("pieter", change, "samen", null).revision();
        Long pieters = desk.save("pieter", change, "van Pieter", both).revision();
        SaveChangeDraft.Saved hildes = desk.save("hilde", change, "van Hilde", both);
        assertThat(hildes.ownDraft()).isTrue();
        assertThat(hildes.change()).isNotEqualTo(change);
        assertThat(desk.text(change)).contains("onderzoeken van Pieter");
        assertThat(desk.text(hildes.change())).contains("onderzoeken van Hilde");
        assertThat(changes.get(hildes.change())).satisfies(own -> {
            assertThat(own.title()).isEqualTo("Met twee (werk van Hilde Baert)");
            assertThat(own.forkedFrom()).isEqualTo(change);
            assertThat(own.author()).isEqualTo("hilde");
        });
        // The rest of what she does goes there too, and she can bring it back.
        SaveChangeDraft.Saved more = desk.save("hilde", change, "nog van Hilde", both);
        assertThat(more.change()).isEqualTo(hildes.change());
        desk.does("hilde", () -> desk.bean(TakeOverDraft.class).takeOver(more.change(), KLACHT));
        assertThat(desk.text(change)).contains("onderzoeken nog van Hilde");
        assertThat(undo(change, drafts.head(change, KLACHT))).isEqualTo(pieters);
        assertThat(desk.text(change)).contains("onderzoeken van Pieter");
    }

    @Test
    void saves_at_the_same_instant_are_both_kept() throws Exception {
        for (int round = 0; round < 5; round++) {
            String change = desk.start("pieter", "Tegelijk " + round);
            Long both = desk.save("pieter", change, "begin", null).revision();
            CyclicBarrier together = new CyclicBarrier(2);
            ExecutorService two = Executors.newFixedThreadPool(2);
            try {
                Future<SaveChangeDraft.Saved> pieter = two.submit(at(together, () -> desk.save("pieter", change, "tegelijk Pieter", both)));
                Future<SaveChangeDraft.Saved> hilde = two.submit(at(together, () -> desk.save("hilde", change, "tegelijk Hilde", both)));
                assertThat(List.of(pieter.get().ownDraft(), hilde.get().ownDraft())).containsExactlyInAnyOrder(true, false);
                assertThat(desk.text(pieter.get().change())).contains("tegelijk Pieter");
                assertThat(desk.text(hilde.get().change())).contains("tegelijk Hilde");
            } finally {
                two.shutdownNow();
            }
        }
    }

    @Test
    void what_may_never_run_is_kept_for_its_author_and_never_in_the_draft() {
        String change = desk.start("pieter", "Kwaad");
        String deployment = desk.bean(PublishedDiagrams.class).newest().orElseThrow();
        byte[] evil = desk.published().replace("<bpmn:startEvent id=\"StartEvent_KlachtOntvangen\"",
                "<bpmn:scriptTask id=\"Boos\"><bpmn:script>Runtime.exec</bpmn:script></bpmn:scriptTask><bpmn:startEvent id=\"StartEvent_KlachtOntvangen\"").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> desk.as("pieter", () -> desk.bean(SaveChangeDraft.class).save(change, KLACHT, evil, null, null))).isInstanceOf(Refused.class)
                .hasMessage("procedurechange.draft.refused").satisfies(refused -> assertThat(((Refused) refused).fields()).isNotEmpty());
        assertThat(drafts.heads(change)).isEmpty();
        assertThat(drafts.rejected(change, KLACHT, "pieter")).contains(evil);
        assertThat(drafts.rejected(change, KLACHT, "hilde")).isEmpty();
        assertThat(desk.bean(PublishedDiagrams.class).newest()).contains(deployment);
        assertThat(wrong(() -> desk.as("pieter", () -> desk.bean(SaveChangeDraft.class).save(change, "../../etc/passwd", evil, null, null)))).containsExactly("procedurechange.draft.path");
        assertThat(wrong(() -> desk.as("pieter", () -> desk.bean(UploadDraft.class).upload(change, KLACHT, new byte[2_000_000])))).containsExactly("procedurechange.draft.too-large");
        assertThat(wrong(() -> desk.as("an", () -> desk.bean(UploadDraft.class).upload(change, KLACHT, evil)))).containsExactly("security.role-missing");
    }

    @Test
    void a_change_touches_no_more_files_than_a_colleague_can_read() {
        String change = desk.start("pieter", "Te veel");
        byte[] form = HostileFiles.good().get("forms/proef/good.form");
        java.util.function.IntConsumer save = number -> desk.does("pieter", () -> desk.bean(SaveChangeDraft.class).save(change, "forms/proef/vragen-" + number + ".form", form, null, null));
        java.util.stream.IntStream.range(0, ChangeDrafts.MOST_FILES).forEach(save);
        assertThat(wrong(() -> save.accept(ChangeDrafts.MOST_FILES))).containsExactly("procedurechange.draft.too-many");
        save.accept(0);
        assertThat(drafts.heads(change)).hasSize(ChangeDrafts.MOST_FILES);
    }

    @Test
    void every_hostile_file_is_refused_by_upload_with_sentences_and_nothing_of_it_is_drafted() {
        String change = desk.start("pieter", "Vijandig");
        String deployment = desk.bean(PublishedDiagrams.class).newest().orElseThrow();
        assertThat(HostileFiles.all()).hasSizeGreaterThan(60);
        Map<String, Refused> refusals = new TreeMap<>();
        // Under a name that is no reason by itself.
        HostileFiles.all().values().forEach(hostile -> refusal(change, hostile.path().replace("-1.1.", "-1-1."), hostile.content()).ifPresent(refused -> refusals.put(hostile.name(), refused)));
        assertThat(HostileFiles.all().keySet()).filteredOn(name -> !refusals.containsKey(name)).as("what upload let through").isEmpty();
        assertThat(refusals).allSatisfy((name, refused) -> {
            assertThat(refused.key()).isIn("procedurechange.draft.refused", "procedurechange.draft.too-large", name.startsWith("other-") ? "procedurechange.draft.path" : "");
            assertThat(refused.key().endsWith("refused")).isNotEqualTo(refused.fields().isEmpty());
        });
        assertThat(drafts.heads(change)).isEmpty();
        assertThat(drafts.revisions(change)).isEmpty();
        assertThat(desk.bean(PublishedDiagrams.class).newest()).contains(deployment);
        // What they were made from passes, so it was not the place.
        HostileFiles.good().forEach((path, content) -> assertThat(desk.as("pieter", () -> desk.bean(UploadDraft.class).upload(change, path, content)).revision()).as(path).isNotNull());
    }

    @Test
    void a_round_of_calls_is_refused_however_many_diagrams_it_takes() {
        String change = desk.start("pieter", "In het rond");
        // Each may be drawn while what it calls is not there yet.
        desk.does("pieter", () -> desk.bean(SaveChangeDraft.class).save(change, "bpmn/proef/twee.bpmn", calling("twee", "drie"), null, null));
        desk.does("pieter", () -> desk.bean(SaveChangeDraft.class).save(change, "bpmn/proef/drie.bpmn", calling("drie", "een"), null, null));
        assertThat(refusal(change, "bpmn/proef/een.bpmn", calling("een", "twee"))).get().satisfies(refused ->
                assertThat(refused.fields()).extracting(Refused.Field::key).contains("lint.gate-endless-call"));
        assertThat(drafts.heads(change)).containsOnlyKeys("bpmn/proef/drie.bpmn", "bpmn/proef/twee.bpmn");
    }

    private Optional<Refused> refusal(String change, String path, byte[] content) {
        try {
            desk.as("pieter", () -> desk.bean(UploadDraft.class).upload(change, path, content));
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused);
        }
    }

    private static byte[] calling(String process, String called) {
        return new String(HostileFiles.all().get("bpmn-calls-itself.bpmn").content(), StandardCharsets.UTF_8).replace("calledElement=\"proefdeel\"", "calledElement=\"" + called + "\"")
                .replace("\"proefdeel\"", "\"" + process + "\"").replace("\"proef\"", "\"voor-" + process + "\"").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void comments_stay_with_their_element_until_somebody_settles_them() {
        String change = desk.start("pieter", "Met opmerking");
        desk.does("joke", () -> desk.bean(CommentOnElement.class).comment(change, KLACHT, "UserTask_KlachtOnderzoeken", "Wie hoort de betrokkene?"));
        Comments.Comment comment = desk.bean(Comments.class).of(change).get(0);
        assertThat(comment.authorName()).isEqualTo("Joke Claes");
        assertThat(comment.settledAt()).isNull();
        assertThat(wrong(() -> desk.does("an", () -> desk.bean(SettleComment.class).settle(comment.id())))).containsExactly("security.role-missing");
        assertThat(wrong(() -> desk.does("pieter", () -> desk.bean(CommentOnElement.class).comment(change, KLACHT, "", " ")))).containsExactly("text");
        desk.does("pieter", () -> desk.bean(SettleComment.class).settle(comment.id()));
        assertThat(desk.bean(Comments.class).of(change)).singleElement().satisfies(settled -> assertThat(settled.settledByName()).isEqualTo("Pieter Maas"));
    }

    @Test
    void who_has_the_draft_open_sees_who_else_does() {
        String change = desk.start("pieter", "Samen aan tafel");
        DraftPresence presence = desk.bean(DraftPresence.class);
        assertThat(desk.as("pieter", () -> presence.here(change))).isEmpty();
        assertThat(desk.as("hilde", () -> presence.here(change))).containsExactly("Pieter Maas");
        assertThat(desk.as("ann", () -> presence.here(change))).hasSize(2);
        assertThat(desk.as("pieter", () -> presence.here(change))).containsExactly("Hilde Baert");
    }

    private Long undo(String change, Long base) {
        return desk.as("pieter", () -> desk.bean(UndoDraft.class).undo(change, KLACHT, base));
    }

    private Long redo(String change, Long base) {
        return desk.as("hilde", () -> desk.bean(RedoDraft.class).redo(change, KLACHT, base));
    }

    private static Callable<SaveChangeDraft.Saved> at(CyclicBarrier together, Callable<SaveChangeDraft.Saved> save) {
        return () -> {
            together.await();
            return save.call();
        };
    }
}
