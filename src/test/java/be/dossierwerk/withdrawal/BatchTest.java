package be.dossierwerk.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.sources.SimulatedSources;
import be.dossierwerk.sources.Source;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A batch from the import of the activity to the signed letters; the measurement does the same with 359 and more. */
@DossierwerkTest
class BatchTest {

    private static final int FILES = 24;
    private static final int ANSWERED = 6;
    private static final int REGULARISED = 2;

    @Autowired private ApplicationContext spring;
    @Autowired private SimulatedSources sources;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;

    @AfterEach
    void the_rest_goes_on() {
        sources.forget();
        clock.release();
        spring.getBean(BatchWork.class).inBackground();
    }

    @Test
    void a_batch_comes_from_import_to_signed_letters_though_sources_are_down_and_work_is_cut_off() {
        BatchStory story = new BatchStory(spring, 10_000, FILES);
        jobs.byHand();
        story.work.byHand();
        story.at(BatchStory.TODAY, LocalTime.of(9, 0));
        story.recognise();
        assertThatThrownBy(story::select).isInstanceOf(Refused.class).hasMessage("activity.months.missing");
        story.importActivity();
        long batch = story.select();
        assertThat(story.select()).isEqualTo(batch);
        assertThat(story.batches.find(batch).orElseThrow().progress()).satisfies(progress -> {
            assertThat(progress.selected()).isEqualTo(FILES);
            assertThat(progress.started()).isZero();
        });

        // The sources are down, somebody clicks twice, and the work is cut off after five files.
        List.of(Source.values()).forEach(source -> sources.behave(source, SimulatedSources.Behaviour.DOWN));
        UUID start = UUID.randomUUID();
        assertThat(story.ask("tom", batch, BatchAct.STARTEN, start, Map.of(), Map.of())).isEqualTo(FILES);
        assertThat(story.ask("tom", batch, BatchAct.STARTEN, start, Map.of(), Map.of())).isEqualTo(FILES);
        assertThatThrownBy(() -> story.ask("tom", batch, BatchAct.STARTEN, UUID.randomUUID(), Map.of(), Map.of())).hasMessage("withdrawal.batch.busy");
        assertThatThrownBy(() -> story.ask("an", batch, BatchAct.STARTEN, UUID.randomUUID(), Map.of(), Map.of())).hasMessage("security.role-missing");
        assertThat(story.work.run(5)).isEqualTo(5);
        assertThat(story.batches.find(batch).orElseThrow().progress().started()).isEqualTo(5);
        assertThat(story.work.run(Integer.MAX_VALUE)).isEqualTo(FILES - 5);
        assertThat(story.work.run(Integer.MAX_VALUE)).isZero();
        assertThat(story.batches.find(batch).orElseThrow().progress()).satisfies(progress -> {
            assertThat(progress.started()).isEqualTo(FILES);
            assertThat(progress.announced()).isEqualTo(FILES);
            assertThat(progress.sourcesOpen()).isEqualTo(FILES);
            assertThat(progress.persons()).isZero();
        });
        assertThat(letters(story, batch, "voornemen-ambtshalve")).isEqualTo(FILES);

        story.askSources();
        assertThat(story.openQuestions()).isEqualTo(4 * FILES);
        story.at(BatchStory.TODAY.plusDays(2), LocalTime.of(9, 0));
        story.askSources();
        assertThat(story.batches.find(batch).orElseThrow().progress().persons()).isEqualTo(FILES);

        // Back after two days: each question is answered once.
        sources.forget();
        story.at(BatchStory.TODAY.plusDays(3), LocalTime.of(9, 0));
        story.askSources();
        assertThat(story.openQuestions()).isZero();
        assertThat(story.jdbc.sql("select count(*) from source_question q join withdrawal_batch_item i on i.dossier = q.dossier where i.batch = ?").param(batch)
                .query(Integer.class).single()).isEqualTo(4 * FILES);

        List<Batches.Item> items = story.items(batch);
        for (int i = 0; i < ANSWERED; i++) {
            story.answer(items.get(i), i < REGULARISED ? "GUNSTIG" : "ONGUNSTIG");
        }
        Batches.Item alone = items.get(FILES - 1);
        assertThatThrownBy(() -> story.as("tom", () -> {
            spring.getBean(TakeOutOfBatch.class).takeOut(batch, alone.enterpriseNumber(), " ");
            return null;
        })).hasMessage("withdrawal.batch.reason");
        story.as("tom", () -> {
            spring.getBean(TakeOutOfBatch.class).takeOut(batch, alone.enterpriseNumber(), "De onderneming vraagt een gesprek.");
            return null;
        });
        story.at(BatchStory.TODAY.plusDays(16), LocalTime.of(9, 0));

        int many = FILES - REGULARISED - 1;
        UUID draft = UUID.randomUUID();
        story.ask("an", batch, BatchAct.OPSTELLEN, draft, Map.of("motieven", "{onderneming}: {feiten} {reactie}"), Map.of());
        story.work.run(4);
        assertThat(story.work.run(Integer.MAX_VALUE)).isEqualTo(many - 4);
        assertThat(story.batches.acts(batch)).filteredOn(act -> act.id().equals(draft)).singleElement().satisfies(act -> {
            assertThat(act.done()).isEqualTo(many);
            assertThat(act.underWay()).isFalse();
        });
        assertThat(story.jdbc.sql("select b.reasons from besluit b where b.dossier = ?").param(items.get(ANSWERED).dossier()).query(String.class).single())
                .startsWith(items.get(ANSWERED).name() + ": Van februari 2027 tot en met januari 2028").endsWith("De onderneming reageerde niet binnen de termijn.");
        assertThat(story.jdbc.sql("select b.reasons from besluit b where b.dossier = ?").param(items.get(REGULARISED).dossier()).query(String.class).single())
                .endsWith("Gelezen en gewogen.");

        // Who drafted does not check, also not for many at once.
        Actor both = new Actor("an", "An Peeters", Set.of(Roles.LAWYER));
        UUID own = UUID.randomUUID();
        story.currentActor.as(both, () -> spring.getBean(AskBatchAct.class).ask(own, batch, BatchAct.NAZIEN, Map.of(), Map.of()));
        story.work.run(Integer.MAX_VALUE);
        assertThat(story.batches.refusals(own)).hasSize(many).allMatch(refusal -> refusal.key().equals("casework.four-eyes-check"));
        assertThat(story.all("joke", batch, BatchAct.NAZIEN, Map.of()).done()).isEqualTo(many);
        assertThat(story.all("lieve", batch, BatchAct.GOEDKEUREN, Map.of()).done()).isEqualTo(many);

        // Nothing is signed unread.
        Batches.Act unread = story.all("karel", batch, BatchAct.ONDERTEKENEN, Map.of());
        assertThat(story.batches.refusals(unread.id())).hasSize(many).allMatch(refusal -> refusal.key().equals("casework.signing-unread"));
        story.readAll(batch);
        assertThat(story.all("karel", batch, BatchAct.ONDERTEKENEN, Map.of()).done()).isEqualTo(many);
        assertThatThrownBy(() -> story.all("karel", batch, BatchAct.ONDERTEKENEN, Map.of())).hasMessage("withdrawal.batch.nothing");
        story.runJobs();
        assertThat(story.all("els", batch, BatchAct.VERZENDEN, Map.of("verzondenOp", story.today().toString())).done()).isEqualTo(many);
        story.runJobs();

        assertThat(story.batches.find(batch).orElseThrow().progress()).satisfies(progress -> {
            assertThat(progress.answered()).isEqualTo(ANSWERED);
            assertThat(progress.regularised()).isEqualTo(REGULARISED);
            assertThat(progress.signed()).isEqualTo(many);
            assertThat(progress.sent()).isEqualTo(many);
            assertThat(progress.closed()).isEqualTo(FILES - 1);
            assertThat(progress.takenOut()).isEqualTo(1);
            assertThat(progress.inDecision()).isEqualTo(1);
        });
        assertThat(story.jdbc.sql("""
                select count(*) from recognition_change c join withdrawal_batch_item i on i.dossier = c.by_dossier
                where i.batch = ? and c.status = 'INGETROKKEN_AMBTSHALVE' and c.effective_on = '2028-03-01'""").param(batch).query(Integer.class).single()).isEqualTo(many);
        assertThat(letters(story, batch, "beslissing-ambtshalve-intrekking")).isEqualTo(many);
        assertThat(story.items(batch).stream().filter(Batches.Item::takenOut)).singleElement()
                .satisfies(item -> assertThat(item.taskKey()).isEqualTo("UserTask_BeslissingOpstellen"));
    }

    private static int letters(BatchStory story, long batch, String kind) {
        return story.jdbc.sql("select count(*) from letter l join withdrawal_batch_item i on i.dossier = l.dossier where i.batch = ? and l.kind = ?")
                .params(batch, kind).query(Integer.class).single();
    }
}
