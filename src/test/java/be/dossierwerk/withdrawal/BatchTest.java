package be.dossierwerk.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.dossier.AttachDocument;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.sources.AnswerByHand;
import be.dossierwerk.sources.Facts;
import be.dossierwerk.sources.RepaymentPlan;
import be.dossierwerk.sources.SimulatedSources;
import be.dossierwerk.sources.Source;
import be.dossierwerk.sources.SourceQuestions;
import be.dossierwerk.sources.SourceStates;
import java.math.BigDecimal;
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
        BatchStory story = new BatchStory(spring, FILES);
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
        story.askSources();
        assertThat(story.batches.find(batch).orElseThrow().progress().persons()).isEqualTo(FILES);
        // A person is asked, once for each question, and sees it.
        assertThat(count(story, batch, "audit_entry", "audit_entry.action = 'BRON_AAN_MEDEWERKER'")).isEqualTo(4 * FILES);
        List<Batches.Item> items = story.items(batch);
        assertThat(story.as("an", () -> spring.getBean(SourceStates.class).toLookUp(1_000)).stream().map(SourceStates.ToLookUp::dossier))
                .containsAll(items.stream().map(Batches.Item::dossier).toList());
        assertThat(items).allSatisfy(item -> assertThat(item.persons()).isEqualTo("FISCUS, KBO, REGSOL, RSZ"));

        // Nothing is decided on half of the facts: who was judged meanwhile waits for the sources.
        story.answer(items.get(REGULARISED), "ONGUNSTIG");
        Batches.Act early = story.all("an", batch, BatchAct.OPSTELLEN, Map.of());
        assertThat(story.batches.refusals(early.id())).singleElement().satisfies(refusal -> assertThat(refusal.key()).isEqualTo("withdrawal.batch.sources-open"));

        // Somebody looks one file up; the sources still answer the other questions when they are back after two days, and that one is not asked again.
        String byHand = items.get(FILES - 2).dossier();
        look_up(story, byHand);
        assertThat(story.batches.find(batch).orElseThrow().progress().sourcesOpen()).isEqualTo(FILES - 1);
        sources.forget();
        story.at(BatchStory.TODAY.plusDays(3), LocalTime.of(9, 0));
        story.askSources();
        assertThat(story.openQuestions()).isZero();
        assertThat(count(story, batch, "source_question", "true")).as("asked once").isEqualTo(4 * FILES);
        assertThat(count(story, batch, "source_question", "status = 'ANSWERED'")).as("nothing lost").isEqualTo(4 * FILES);
        assertThat(count(story, batch, "source_answer", "body is not null")).as("answered once").isEqualTo(4 * FILES);
        assertThat(count(story, batch, "source_answer", "outcome = 'MET_DE_HAND'")).isEqualTo(4);
        assertThat(story.batches.find(batch).orElseThrow().progress().persons()).isZero();
        assertThat(letters(story, batch, "voornemen-ambtshalve")).as("announced once").isEqualTo(FILES);

        for (int i = 0; i < ANSWERED; i++) {
            if (i == REGULARISED) {
                continue;
            }
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

    /** By hand in the place of all four sources, with a document as proof. */
    private void look_up(BatchStory story, String dossier) {
        story.as("an", () -> {
            UUID proof = spring.getBean(AttachDocument.class).attach(dossier, "BIJLAGE", "Attesten", "attesten.pdf",
                    InventedApplications.proofOfDeposit("Attesten").content(), null);
            for (SourceQuestions.Question question : spring.getBean(SourceQuestions.class).ofDossier(dossier)) {
                assertThat(question.status()).isEqualTo(SourceQuestions.Status.PERSON_ASKED);
                Facts facts = switch (question.source()) {
                    case KBO -> Facts.standing(Facts.Status.ACTIEF, RecognisedFixture.RECOGNISED, null, List.of(), List.of());
                    case RSZ, FISCUS -> Facts.owing(BigDecimal.ZERO, RepaymentPlan.GEEN);
                    case REGSOL -> Facts.bankruptcy(null);
                };
                spring.getBean(AnswerByHand.class).answer(question.id(), facts, proof, "De bron antwoordt al twee dagen niet.");
            }
            return null;
        });
    }

    private static int count(BatchStory story, long batch, String table, String condition) {
        return story.jdbc.sql("select count(*) from %1$s join withdrawal_batch_item i on i.dossier = %1$s.dossier where i.batch = ? and %2$s".formatted(table, condition))
                .param(batch).query(Integer.class).single();
    }

    private static int letters(BatchStory story, long batch, String kind) {
        return story.jdbc.sql("select count(*) from letter l join withdrawal_batch_item i on i.dossier = l.dossier where i.batch = ? and l.kind = ?")
                .params(batch, kind).query(Integer.class).single();
    }
}
