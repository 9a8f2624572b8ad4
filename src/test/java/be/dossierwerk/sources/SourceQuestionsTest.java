package be.dossierwerk.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.sources.SimulatedSources.Behaviour;
import be.dossierwerk.sources.SourceQuestions.Question;
import be.dossierwerk.sources.SourceQuestions.Status;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Questions on a real PostgreSQL, through the real adapter, to simulated sources that misbehave, on a clock that is moved. */
class SourceQuestionsTest {

    private static final Actor AN = new Actor("an", "An Peeters", Set.of(Roles.HANDLER));
    private static final Actor NELE = new Actor("nele", "Nele Hermans", Set.of(Roles.FINANCE));
    private static final Actor TOM = new Actor("tom", "Tom Willems", Set.of(Roles.TEAM_LEAD));
    private static final Actor ANN = new Actor("ann", "Ann Dubois", Set.of(Roles.AUDITOR));
    private static final ZonedDateTime MORNING = ZonedDateTime.of(LocalDate.of(2027, 3, 8).atTime(9, 0), MovableClock.BRUSSELS);
    private static final String NUMBER = "0403019261";
    private static int dossiers;

    @Configuration
    @EnableTransactionManagement
    static class Transactions { }

    /** What a procedure would hear, and only when it was committed; may fail like a procedure could. */
    static class Heard {

        final List<SourceAnswered> answered = new CopyOnWriteArrayList<>();
        final List<PersonAsked> persons = new CopyOnWriteArrayList<>();
        final List<SourceNoticeReceived> notices = new CopyOnWriteArrayList<>();
        final Set<String> failOnceFor = ConcurrentHashMap.newKeySet();

        @EventListener
        void fail(SourceAnswered event) {
            if (failOnceFor.remove(event.dossier())) {
                throw new IllegalStateException("the procedure stumbles");
            }
        }

        @TransactionalEventListener
        void on(SourceAnswered event) {
            answered.add(event);
        }

        @TransactionalEventListener
        void on(PersonAsked event) {
            persons.add(event);
        }

        @EventListener
        void fail(SourceNoticeReceived event) {
            if (failOnceFor.remove(event.notice().reference())) {
                throw new IllegalStateException("the procedure stumbles");
            }
        }

        @TransactionalEventListener
        void on(SourceNoticeReceived event) {
            notices.add(event);
        }
    }

    private static final SourceSettings SETTINGS = new SourceSettings("", "", Duration.ofSeconds(5), Duration.ofSeconds(5), 0, Duration.ofMillis(1), 5,
            Duration.ofMinutes(1), Duration.ofHours(24), 100);
    private static AnnotationConfigApplicationContext spring;
    private static JdbcClient jdbc;
    private static MovableClock clock;
    private static SimulatedSources simulated;
    private static Heard heard;

    @BeforeAll
    static void start() throws Exception {
        DataSource data = OwnDatabase.migrated();
        clock = new MovableClock();
        jdbc = JdbcClient.create(data);
        spring = new AnnotationConfigApplicationContext();
        spring.registerBean(DataSource.class, () -> data);
        spring.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(data));
        spring.registerBean(JdbcClient.class, () -> jdbc);
        spring.registerBean(MovableClock.class, () -> clock);
        spring.registerBean(ObjectMapper.class, () -> new ObjectMapper());
        spring.registerBean(SourceSettings.class, () -> SETTINGS);
        spring.register(Transactions.class, CurrentActor.class, AuditLog.class, Dossiers.class, DemoPeople.class, Heard.class, SimulatedSources.class,
                RestingSources.class, HttpSources.class, SourceAnswers.class, SourceQuestions.class, SourceRounds.class, AskSources.class, AskLater.class,
                AnswerByHand.class, SourceStates.class, RetrySource.class, SwitchSimulation.class, ReceiveNotice.class);
        spring.refresh();
        simulated = bean(SimulatedSources.class);
        heard = bean(Heard.class);
    }

    @AfterAll
    static void stop() throws Exception {
        spring.close();
    }

    @BeforeEach
    void every_source_answers_and_nothing_waits() {
        clock.moveTo(MORNING);
        simulated.forget();
        List.of(Source.values()).forEach(source -> bean(RestingSources.class).answered(source));
        jdbc.sql("delete from source_question").update();
        heard.answered.clear();
        heard.persons.clear();
        heard.notices.clear();
        heard.failOnceFor.clear();
    }

    @Test
    void an_answer_is_kept_as_it_came_with_who_asked_and_cannot_be_changed() throws Exception {
        simulated.say(NUMBER, Source.RSZ, Facts.owing(new BigDecimal("2500.01"), RepaymentPlan.NIET_NAGELEEFD));

        Answer answer = as(AN, () -> bean(AskSources.class).of("0403.019.261", Source.RSZ));

        assertThat(answer.available()).isTrue();
        assertThat(answer.facts().debt()).isEqualByComparingTo("2500.01");
        assertThat(bean(SourceAnswers.class).lastFacts(NUMBER, Source.RSZ)).contains(answer);
        var row = jdbc.sql("select asked_by, sha256, body::text as body from source_answer where id = ?").param(answer.id()).query().singleRow();
        assertThat(row.get("asked_by")).isEqualTo("an");
        assertThat(row.get("body")).isEqualTo(answer.json());
        assertThat(row.get("sha256")).isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(
                answer.json().getBytes(StandardCharsets.UTF_8))));
        assertThatThrownBy(() -> jdbc.sql("update source_answer set body = '{}' where id = ?").param(answer.id()).update())
                .isInstanceOf(DataAccessException.class).hasMessageContaining("never changed");
    }

    @Test
    void a_source_that_is_slow_down_or_wrong_gives_a_reason_and_the_timeline_says_so() {
        String dossier = dossier();
        simulated.slow(Source.KBO, Duration.ofSeconds(15));
        simulated.behave(Source.RSZ, Behaviour.DOWN);
        simulated.behave(Source.FISCUS, Behaviour.WRONG);
        simulated.unknown(NUMBER);
        AskSources ask = bean(AskSources.class);

        assertThat(as(AN, () -> ask.of(NUMBER, Source.KBO, dossier)).unavailable()).isEqualTo(Unavailable.TIJD_VERSTREKEN);
        assertThat(as(AN, () -> ask.of(NUMBER, Source.RSZ, dossier)).unavailable()).isEqualTo(Unavailable.ONBEREIKBAAR);
        assertThat(as(AN, () -> ask.of(NUMBER, Source.FISCUS, dossier)).unavailable()).isEqualTo(Unavailable.ONGELDIG_ANTWOORD);
        assertThat(as(AN, () -> ask.of(NUMBER, Source.REGSOL, dossier)).unavailable()).isEqualTo(Unavailable.ONBEKEND_NUMMER);

        assertThat(bean(AuditLog.class).of(dossier)).extracting(AuditLog.Line::sentence).contains(
                "An Peeters vroeg de KBO naar onderneming 0403.019.261, maar het antwoord kwam niet op tijd.",
                "An Peeters vroeg RegSol naar onderneming 0403.019.261, maar de bron kent dit ondernemingsnummer niet.");
        assertThat(bean(SourceAnswers.class).ofDossier(dossier)).hasSize(4).noneMatch(Answer::available);
    }

    @Test
    void nobody_waits_for_a_source_with_a_transaction_open_and_a_wrong_number_is_refused() {
        TransactionTemplate open = new TransactionTemplate(bean(PlatformTransactionManager.class));
        assertThatThrownBy(() -> open.executeWithoutResult(status -> bean(AskSources.class).of(NUMBER, Source.KBO)))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> bean(AskSources.class).of("0403019262", Source.KBO)).isInstanceOf(Refused.class).hasMessage("sources.number.wrong");
        assertThat(simulated.asked(Source.KBO)).isZero();
    }

    @Test
    void the_demo_has_a_bankrupt_a_merged_and_an_indebted_undertaking() {
        AskSources ask = bean(AskSources.class);
        assertThat(ask.of("0432360771", Source.REGSOL).facts().status()).isEqualTo(Facts.Status.FAILLIET);
        assertThat(ask.of("0432360771", Source.KBO).facts().status()).isEqualTo(Facts.Status.FAILLIET);
        assertThat(ask.of("0433350369", Source.KBO).facts().successor()).isEqualTo("0433474093");
        assertThat(ask.of("0431371173", Source.RSZ).facts().debt()).isEqualByComparingTo("4812.35");
        assertThat(ask.of("0999999922", Source.KBO).unavailable()).isEqualTo(Unavailable.ONBEKEND_NUMMER);
        Facts first = ask.of(NUMBER, Source.KBO).facts();
        assertThat(first).isEqualTo(ask.of(NUMBER, Source.KBO).facts());
        assertThat(first.mayBind(LocalDate.now(clock))).hasSize(1);
    }

    @Test
    void a_batch_of_359_with_the_source_down_for_two_days_loses_nothing_and_repeats_nothing() throws Exception {
        simulated.behave(Source.KBO, Behaviour.DOWN);
        List<String> batch = new ArrayList<>();
        for (int i = 0; i < 359; i++) {
            String dossier = dossier();
            batch.add(dossier);
            bean(AskLater.class).ask(dossier, number(i), Set.of(Source.KBO));
            bean(AskLater.class).ask(dossier, number(i), Set.of(Source.KBO));
        }
        assertThat(count("source_question")).as("the same question is put once").isEqualTo(359);
        Duration step = Duration.ofMinutes(20);
        for (Duration down = Duration.ZERO; down.compareTo(Duration.ofHours(48)) < 0; down = down.plus(step)) {
            bean(SourceRounds.class).round();
            if (down.compareTo(Duration.ofHours(23)) < 0) {
                assertThat(heard.persons).isEmpty();
            }
            clock.moveOn(step);
        }
        assertThat(heard.answered).isEmpty();
        assertThat(heard.persons).hasSize(359).extracting(PersonAsked::dossier).containsExactlyInAnyOrderElementsOf(batch);
        assertThat(heard.persons).extracting(PersonAsked::reason).containsOnly(Unavailable.ONBEREIKBAAR);
        assertThat(jdbc.sql("select count(*) from source_answer where outcome = 'ONBEREIKBAAR' and dossier = any(?)").param(batch.toArray(String[]::new))
                .query(Integer.class).single()).as("a source that is down is left alone").isBetween(144, 160);
        assertThat(as(ANN, () -> bean(SourceStates.class).all()).get(0)).satisfies(state -> {
            assertThat(state.standing()).isEqualTo(SourceStates.Standing.SILENT);
            assertThat(state.waiting()).isEqualTo(359);
            assertThat(state.withPerson()).isEqualTo(359);
            assertThat(state.lastError()).isEqualTo(Unavailable.ONBEREIKBAAR);
        });

        // The machine stops while seven are being asked, and forty times a procedure stumbles over its answer.
        for (int i = 0; i < 7; i++) {
            assertThat(bean(SourceQuestions.class).claim(UUID.randomUUID(), List.of(), null)).isPresent();
        }
        heard.failOnceFor.addAll(batch.subList(100, 140));
        simulated.forget();
        for (int round = 0; round < 8; round++) {
            SourceRounds rounds = bean(SourceRounds.class);
            CompletableFuture.allOf(CompletableFuture.runAsync(rounds::round), CompletableFuture.runAsync(rounds::round)).join();
            clock.moveOn(Duration.ofMinutes(65));
        }

        assertThat(heard.failOnceFor).isEmpty();
        assertThat(heard.answered).hasSize(359).extracting(SourceAnswered::dossier).containsExactlyInAnyOrderElementsOf(batch);
        assertThat(heard.persons).hasSize(359);
        assertThat(simulated.asked(Source.KBO)).as("once each, and again where a procedure stumbled").isEqualTo(359 + 40);
        assertThat(jdbc.sql("select count(*) from source_answer where outcome = 'BEANTWOORD' and dossier = any(?)").param(batch.toArray(String[]::new))
                .query(Integer.class).single()).isEqualTo(359);
        assertThat(jdbc.sql("select count(*) from source_question where status = 'ANSWERED'").query(Integer.class).single()).isEqualTo(359);
        assertThat(bean(AuditLog.class).of(batch.get(120))).extracting(AuditLog.Line::action)
                .containsExactly("BRONNEN_TE_BEVRAGEN", "BRON_AAN_MEDEWERKER", "BRON_BEVRAAGD");
    }

    @Test
    void tries_are_put_off_longer_and_longer_and_a_source_that_is_back_gets_all_at_once() {
        String dossier = dossier();
        bean(AskLater.class).ask(dossier, NUMBER, Set.of(Source.RSZ));
        simulated.behave(Source.RSZ, Behaviour.WRONG);
        for (long minutes : new long[] {1, 5, 30, 120, 360, 360}) {
            bean(RestingSources.class).wake(Source.RSZ);
            bean(SourceRounds.class).round();
            assertThat(Duration.between(clock.instant(), last(dossier).nextTryAt()).plusSeconds(30).toMinutes()).isEqualTo(minutes);
            clock.moveTo(last(dossier).nextTryAt().plusSeconds(1));
        }
        assertThat(last(dossier).tries()).isEqualTo(6);
        String second = dossier();
        bean(AskLater.class).ask(second, "0431371173", Set.of(Source.RSZ));
        bean(RestingSources.class).wake(Source.RSZ);
        bean(SourceRounds.class).round();
        assertThat(last(dossier).nextTryAt()).isAfter(clock.instant().plus(Duration.ofHours(5)));

        simulated.forget();
        clock.moveOn(Duration.ofMinutes(2));
        bean(SourceRounds.class).round();

        assertThat(heard.answered).extracting(SourceAnswered::dossier).containsExactlyInAnyOrder(dossier, second);
    }

    @Test
    void a_question_that_only_waits_for_its_turn_troubles_nobody() {
        List<String> batch = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            batch.add(dossier());
            bean(AskLater.class).ask(batch.get(i), number(i), Set.of(Source.FISCUS));
        }
        // Nothing ran for three days: not the source was away, but the product.
        clock.moveOn(Duration.ofDays(3));

        bean(SourceRounds.class).round();
        assertThat(heard.answered).hasSize(100);
        bean(SourceRounds.class).round();

        assertThat(heard.answered).hasSize(150);
        assertThat(heard.persons).isEmpty();
    }

    @Test
    void a_number_that_the_register_does_not_know_goes_to_a_person_at_once() {
        String dossier = dossier();
        simulated.unknown(NUMBER);
        bean(AskLater.class).ask(dossier, NUMBER, Set.of(Source.KBO));

        bean(SourceRounds.class).round();

        assertThat(heard.persons).singleElement().satisfies(asked -> assertThat(asked.reason()).isEqualTo(Unavailable.ONBEKEND_NUMMER));
        clock.moveOn(Duration.ofDays(2));
        bean(SourceRounds.class).round();
        assertThat(heard.persons).hasSize(1);
        assertThat(last(dossier).tries()).isEqualTo(2);
    }

    @Test
    void what_a_person_looked_up_closes_the_question_and_an_answer_that_comes_later_changes_nothing() {
        String dossier = realDossier();
        UUID extract = as(AN, () -> bean(Dossiers.class).attach(dossier, "ANDER", "Uittreksel KBO", "kbo.pdf",
                "%PDF-1.7\n% kbo\n%%EOF\n".getBytes(StandardCharsets.US_ASCII), LocalDate.now(clock)));
        bean(AskLater.class).ask(dossier, NUMBER, Set.of(Source.KBO));
        UUID claim = UUID.randomUUID();
        Question question = bean(SourceQuestions.class).claim(claim, List.of(), null).orElseThrow();
        Facts facts = Facts.standing(Facts.Status.STOPGEZET, LocalDate.of(2027, 1, 31), null, List.of(), List.of());
        AnswerByHand byHand = bean(AnswerByHand.class);

        assertThatThrownBy(() -> as(TOM, () -> byHand.answer(question.id(), facts, extract, "De KBO ligt plat."))).hasMessage("security.role-missing");
        assertThatThrownBy(() -> as(AN, () -> byHand.answer(question.id(), Facts.bankruptcy(null), UUID.randomUUID(), " "))).isInstanceOfSatisfying(
                Refused.class, refused -> assertThat(refused.fields()).extracting(Refused.Field::name).containsExactly("status", "since", "evidence", "reason"));
        assertThatThrownBy(() -> as(AN, () -> byHand.answer(question.id(), new Facts(Facts.Status.ACTIEF, LocalDate.of(1, 1, 1), null, null, null, null, null),
                extract, "x"))).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.fields()).extracting(Refused.Field::name)
                .containsExactly("facts"));
        Answer answer = as(AN, () -> byHand.answer(question.id(), facts, extract, "De KBO ligt plat."));
        boolean late = bean(SourceQuestions.class).settle(question, claim, clock.instant(), bean(HttpSources.class).ask(NUMBER, Source.KBO));

        assertThat(late).isFalse();
        assertThat(answer.byHand()).isTrue();
        assertThat(answer.facts()).isEqualTo(facts);
        assertThat(heard.answered).containsExactly(new SourceAnswered(dossier, NUMBER, Source.KBO, answer.id()));
        assertThat(last(dossier).answer()).isEqualTo(answer.id());
        assertThatThrownBy(() -> as(AN, () -> byHand.answer(question.id(), facts, extract, "Nog eens."))).hasMessage("sources.question.answered");
        assertThat(bean(AuditLog.class).of(dossier)).last().satisfies(line -> {
            assertThat(line.sentence()).isEqualTo(
                    "An Peeters zocht zelf op wat de KBO over onderneming 0403.019.261 zou zeggen: stopgezet sinds zondag 31 januari 2027.");
            assertThat(line.reason()).isEqualTo("De KBO ligt plat.");
        });
    }

    @Test
    void a_leader_has_a_source_asked_again_at_once_and_switches_the_simulation() {
        String dossier = dossier();
        simulated.behave(Source.REGSOL, Behaviour.DOWN);
        bean(AskLater.class).ask(dossier, NUMBER, Set.of(Source.REGSOL, Source.KBO));
        bean(SourceRounds.class).round();
        assertThat(heard.answered).extracting(SourceAnswered::source).containsExactly(Source.KBO);

        as(TOM, () -> {
            bean(SwitchSimulation.class).to(Source.REGSOL, Behaviour.NORMAL);
            return null;
        });
        assertThat(as(TOM, () -> bean(RetrySource.class).retry(Source.REGSOL))).isEqualTo(new RetrySource.Outcome(1, 1));

        assertThat(heard.answered).hasSize(2);
        assertThatThrownBy(() -> as(ANN, () -> bean(RetrySource.class).retry(Source.REGSOL))).hasMessage("security.role-missing");
        assertThatThrownBy(() -> as(NELE, () -> bean(SourceStates.class).all())).hasMessage("security.role-missing");
        assertThat(last(dossier).status()).isEqualTo(Status.ANSWERED);
    }

    @Test
    void a_notice_is_kept_and_told_once_however_often_it_is_sent() {
        realDossier();
        SourceNotice notice = debt("RSZ-1", "0403.019.261", "2500.01");
        ReceiveNotice receive = bean(ReceiveNotice.class);
        heard.failOnceFor.add("RSZ-1");
        assertThatThrownBy(() -> receive.receive(notice)).hasMessage("the procedure stumbles");
        assertThat(count("source_notice")).as("what was not dealt with was not received").isZero();

        List<CompletableFuture<ReceiveNotice.Receipt>> sent = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sent.add(CompletableFuture.supplyAsync(() -> receive.receive(notice)));
        }

        assertThat(sent.stream().map(CompletableFuture::join).toList()).allMatch(receipt -> receipt.status() == ReceiveNotice.Status.AANVAARD)
                .filteredOn(ReceiveNotice.Receipt::first).hasSize(1);
        assertThat(heard.notices).singleElement().satisfies(told -> assertThat(told.notice().enterpriseNumber()).isEqualTo(NUMBER));
        assertThat(receive.receive(debt("RSZ-1", NUMBER, "2500.010")).first()).as("the same in another writing").isFalse();
        assertThatThrownBy(() -> receive.receive(debt("RSZ-1", NUMBER, "9999"))).hasMessage("sources.notice.other-content");

        assertThat(simulated.tell(debt("RSZ-2", "0431371173", "3000")).status()).isEqualTo(ReceiveNotice.Status.ONBEKEND);
        assertThat(heard.notices).hasSize(1);
        assertThat(as(ANN, () -> bean(SourceStates.class).notices(10))).extracting(SourceStates.Notice::status)
                .containsExactly(ReceiveNotice.Status.ONBEKEND, ReceiveNotice.Status.AANVAARD);
    }

    private static SourceNotice debt(String reference, String number, String amount) {
        return new SourceNotice(SourceNotice.Kind.SCHULD, Source.RSZ, reference, number, LocalDate.of(2027, 3, 1), new BigDecimal(amount),
                RepaymentPlan.GEEN, null);
    }

    private static Question last(String dossier) {
        List<Question> all = bean(SourceQuestions.class).ofDossier(dossier);
        return all.get(all.size() - 1);
    }

    private static String dossier() {
        return "DC-INT-2027-%05d".formatted(++dossiers);
    }

    private static String realDossier() {
        return as(AN, () -> bean(Dossiers.class).open(new Dossiers.NewDossier("erkenning", "ERK", "Poetshulp Voorbeeld bv", NUMBER, "Gent", "PAPIER",
                LocalDate.now(clock), null, null)));
    }

    private static String number(int n) {
        int first = 5_000_000 + n;
        return "0" + first + "%02d".formatted(97 - first % 97);
    }

    private static int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private static <T> T bean(Class<T> type) {
        return spring.getBean(type);
    }

    private static <T> T as(Actor person, Supplier<T> work) {
        return bean(CurrentActor.class).as(person, work);
    }
}
