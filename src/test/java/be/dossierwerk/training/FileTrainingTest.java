package be.dossierwerk.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.Decisions;
import be.dossierwerk.casework.KeepAdvice;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.CheckConflict;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.withdrawal.RecognisedFixture;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** Filing, the one agenda item of a file, and the end of each training on a real PostgreSQL; the engine is another test's business. */
class FileTrainingTest {

    private static final Actor ELS = new Actor("els", "Els Janssens", Set.of(Roles.INTAKE));
    private static final Actor SOFIE = new Actor("sofie", "Sofie Wouters", Set.of(Roles.SECRETARIAT));
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 12);
    private static final LocalDate RECEIVED = LocalDate.of(2027, 3, 10);

    @Configuration
    @EnableTransactionManagement
    static class Transactions { }

    private static final Processes PROCESSES = mock(Processes.class);
    private static EmbeddedPostgres server;
    private static AnnotationConfigApplicationContext spring;
    private static JdbcClient jdbc;
    private static String first;
    private static String second;

    @BeforeAll
    static void boot() throws Exception {
        server = EmbeddedPostgres.start();
        DataSource data = server.getPostgresDatabase();
        Flyway.configure().dataSource(data).locations("classpath:db/migration").load().migrate();
        MovableClock clock = new MovableClock();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(10, 0), MovableClock.BRUSSELS));
        jdbc = JdbcClient.create(data);
        spring = new AnnotationConfigApplicationContext();
        spring.registerBean(DataSource.class, () -> data);
        spring.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(data));
        spring.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(new DataSourceTransactionManager(data)));
        spring.registerBean(JdbcClient.class, () -> jdbc);
        spring.registerBean(MovableClock.class, () -> clock);
        spring.registerBean(Terms.class, () -> mock(Terms.class));
        spring.registerBean(Processes.class, () -> PROCESSES);
        spring.registerBean(CheckConflict.class, () -> mock(CheckConflict.class));
        spring.register(Transactions.class, CurrentActor.class, AuditLog.class, Dossiers.class, Recognitions.class, Trainings.class, TrainingRules.class, FileTraining.class,
                PlaceTraining.class, KeepAdvice.class, KeepTrainingAdvice.class, RecordTrainingAdvice.class, RecordGroupAdvice.class, CloseTraining.class, CloseRefusedTraining.class, Decisions.class,
                PublishTraining.class, PublishedTrainings.class);
        spring.refresh();
        first = RecognisedFixture.recognise(jdbc, 1, "Zuiver Wonen bv");
        second = RecognisedFixture.recognise(jdbc, 2, "Strijk en Meer bv");
    }

    @AfterAll
    static void shutDown() throws Exception {
        spring.close();
        server.close();
    }

    @BeforeEach
    void nothing_started_yet() {
        clearInvocations(PROCESSES);
    }

    @Test
    void a_training_that_is_filed_alone_is_its_own_file() {
        String file = file(request(asked("Veilig tillen")));

        assertThat(file).startsWith("DC-OPL-2027-");
        assertThat(trainings().ofFile(file)).singleElement().satisfies(training -> {
            assertThat(training.dossier()).isEqualTo(file);
            assertThat(training.eligibleFrom()).isEqualTo(RECEIVED);
            assertThat(training.inGroup()).isFalse();
        });
        verify(PROCESSES).start(TrainingModel.PROCESS, file, Map.of());
    }

    @Test
    void every_training_of_a_group_has_its_own_dossier_and_procedure() {
        String file = file(request(asked("Ergonomisch strijken"), asked("Nederlands voor de klant")));

        assertThat(file).startsWith("DC-GRP-2027-");
        List<Training> all = trainings().ofFile(file);
        assertThat(all).extracting(Training::title).containsExactly("Ergonomisch strijken", "Nederlands voor de klant");
        assertThat(all).allSatisfy(each -> {
            assertThat(each.dossier()).startsWith("DC-OPL-2027-");
            verify(PROCESSES).start(TrainingModel.PROCESS, each.dossier(), Map.of());
            assertThat(jdbc.sql("select count(*) from dossier_link where ? in (dossier, other) and ? in (dossier, other)").params(file, each.dossier())
                    .query(Integer.class).single()).isOne();
        });
        verify(PROCESSES, never()).start(any(), eq(file), anyMap());
        assertThat(trainings().undertakings(file)).extracting(Trainings.Undertaking::enterpriseNumber).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void a_second_try_finds_the_file_of_the_first() {
        UUID action = UUID.randomUUID();
        FileTraining.Request request = request(asked("Eerste hulp thuis"), asked("Eerste hulp onderweg"));
        String file = as(ELS, () -> bean(FileTraining.class).file(action, request, List.of()));

        assertThat(as(ELS, () -> bean(FileTraining.class).file(action, request, List.of()))).isEqualTo(file);
        assertThat(trainings().ofFile(file)).hasSize(2);
    }

    @Test
    void the_day_of_filing_is_sealed_and_cannot_be_changed() {
        String dossier = file(request(asked("Veilig poetsen")));

        String sealed = jdbc.sql("select c.content::json ->> 'after' from audit_entry join audit_content c using (dossier, seq) where dossier = ? and action = 'OPLEIDING_INGEDIEND'").param(dossier)
                .query(String.class).single();
        String sha256 = jdbc.sql("select filed_sha256 from training where dossier = ?").param(dossier).query(String.class).single();
        assertThat(sealed).contains("\"eligibleFrom\":\"2027-03-10\"", sha256);
        assertThat(sha256).matches("[0-9a-f]{64}");
        assertThatThrownBy(() -> jdbc.sql("update training set eligible_from = date '2027-01-01' where dossier = ?").param(dossier).update())
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> jdbc.sql("update training set content = 'Iets anders' where dossier = ?").param(dossier).update())
                .hasMessageContaining("never changed");
    }

    @Test
    void an_external_provider_files_for_undertakings_that_differ_by_training() {
        FileTraining.Applicant provider = new FileTraining.Applicant(true, RecognisedFixture.number(77), "Vorming vzw", "QR-77", "Kouter 1", "9000", "Gent", null);
        FileTraining.Asked own = asked("Alleen voor een");
        FileTraining.Asked named = new FileTraining.Asked(own.title(), own.theme(), own.kind(), own.goal(), own.content(), own.method(), own.audience(), own.hours(),
                own.maxParticipants(), own.trainer(), own.experience(), null, null, null, null, own.language(), own.sessions(), List.of(first, first));
        String file = file(new FileTraining.Request(provider, RECEIVED, List.of(second), List.of(named, asked("Voor wie de aanvraag noemt"))));

        List<String> dossiers = trainings().ofFile(file).stream().map(Training::dossier).toList();
        assertThat(trainings().partners(file)).isEqualTo(Map.of(dossiers.get(0), List.of("Zuiver Wonen bv"), dossiers.get(1), List.of("Strijk en Meer bv")));
        assertThat(trainings().file(file)).hasValueSatisfying(kept -> {
            assertThat(kept.applicantKind()).isEqualTo("VERSTREKKER");
            assertThat(kept.name()).isEqualTo("Vorming vzw");
            assertThat(kept.recognition()).isNull();
            assertThat(kept.qualityNumber()).isEqualTo("QR-77");
        });
        assertThat(jdbc.sql("select c.content::json ->> 'after' from audit_entry join audit_content c using (dossier, seq) where dossier = ? and action = 'OPLEIDING_INGEDIEND'").param(dossiers.get(0)).query(String.class).single())
                .contains("\"undertakings\":[\"" + first + "\"]", "\"applicant\":\"" + RecognisedFixture.number(77) + "\"");
    }

    @Test
    void a_provider_without_name_and_address_is_told_what_is_missing() {
        FileTraining.Applicant nameless = new FileTraining.Applicant(true, " ", null, null, null, " ", null, null);

        assertThatThrownBy(() -> file(new FileTraining.Request(nameless, RECEIVED, List.of(), List.of(asked("Titel")))))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.fields()).extracting(Refused.Field::name).containsExactly("applicant.enterpriseNumber",
                        "applicant.name", "applicant.street", "applicant.postalCode", "applicant.municipality"));
    }

    @Test
    void what_is_wrong_is_named_field_by_field_and_nothing_is_filed() {
        FileTraining.Asked wrong = new FileTraining.Asked(" ", null, TrainingKind.EXTERN, "Doel", "Inhoud", "Methode", "Doelgroep", BigDecimal.ZERO, 0, "Lesgever",
                "Ervaring", "123", null, null, new BigDecimal("-1"), "Nederlands", List.of(new Trainings.Session(TODAY, " ")), List.of());
        int before = count();

        assertThatThrownBy(() -> file(new FileTraining.Request(applicant(RecognisedFixture.number(99)), TODAY.plusDays(1), List.of("x"), List.of(wrong))))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.fields()).extracting(Refused.Field::name).containsExactlyInAnyOrder(
                        "applicant.enterpriseNumber", "undertakings", "receivedOn", "trainings[0].title", "trainings[0].theme", "trainings[0].hours",
                        "trainings[0].maxParticipants", "trainings[0].price", "trainings[0].providerName", "trainings[0].providerNumber", "trainings[0].sessions"));
        assertThatThrownBy(() -> file(new FileTraining.Request(applicant(first), RECEIVED, List.of(), List.of())))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.fields()).extracting(Refused.Field::name).containsExactly("trainings"));
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void what_is_ready_goes_as_one_item_and_what_is_late_holds_nothing_up() {
        String file = file(request(asked("Op tijd"), asked("Ook op tijd"), asked("Nog niet klaar")));
        List<String> dossiers = trainings().ofFile(file).stream().map(Training::dossier).toList();
        waits(dossiers.get(0));
        waits(dossiers.get(1));
        place(dossiers.get(0), TODAY);

        assertThat(items(file)).isOne();
        assertThat(trainings().ofFile(file)).extracting(Training::status)
                .containsExactly(TrainingStatus.BIJ_COMMISSIE, TrainingStatus.BIJ_COMMISSIE, TrainingStatus.INGEDIEND);
        verify(PROCESSES).complete("agenda-" + dossiers.get(0), Map.of());
        verify(PROCESSES).complete("agenda-" + dossiers.get(1), Map.of());

        waits(dossiers.get(2));
        assertThat(as(SOFIE, () -> bean(PlaceTraining.class).prefill(task(dossiers.get(2))))).containsEntry("zitting", TODAY);
        place(dossiers.get(2), TODAY);
        assertThat(items(file)).isOne();
        assertThat(trainings().advice(dossiers.get(2))).singleElement().satisfies(advice -> assertThat(advice.advice()).isNull());

        advise(dossiers.get(0), "GUNSTIG");
        advise(dossiers.get(1), "ONGUNSTIG");
        assertThat(dossiers).extracting(each -> trainings().advice(each).get(0).advice()).containsExactly("GUNSTIG", "ONGUNSTIG", null);
        verify(bean(Terms.class)).start(dossiers.get(0), TrainingModel.AFTER_ADVICE_TERM, TODAY);
        verify(bean(Terms.class), never()).start(dossiers.get(2), TrainingModel.AFTER_ADVICE_TERM, TODAY);
    }

    @Test
    void each_training_ends_by_itself_and_the_last_one_closes_the_file() {
        String file = file(request(asked("Goedgekeurde 100% opleiding"), asked("Geweigerde opleiding")));
        List<String> dossiers = trainings().ofFile(file).stream().map(Training::dossier).toList();
        jdbc.sql("""
                insert into besluit (id, dossier, outcome, legal_ground, facts, reasons, appeal_clause, status, drafter, drafter_name, drafted_at, checker, checker_name,
                                     signatory, signatory_name, signed_on)
                values (?, ?, 'GOEDGEKEURD', 'g', 'f', 'm', 'b', 'ONDERTEKEND', 'an', 'An', now(), 'joke', 'Joke', 'karel', 'Karel', ?)""")
                .params(UUID.randomUUID(), dossiers.get(0), TODAY).update();
        as(ELS, () -> {
            bean(PublishTraining.class).publish(dossiers.get(0));
            return null;
        });

        assertThat(bean(Dossiers.class).get(dossiers.get(0)).outcome()).isEqualTo("GOEDGEKEURD");
        assertThat(bean(Dossiers.class).get(file).closedOn()).isNull();
        as(ELS, () -> {
            bean(CloseRefusedTraining.class).close(dossiers.get(1));
            return null;
        });
        assertThat(bean(Dossiers.class).get(file).closedOn()).isEqualTo(TODAY);

        PublishedTrainings list = bean(PublishedTrainings.class);
        assertThat(list.search("100%", null, null, 0)).singleElement().satisfies(published -> {
            assertThat(published.number()).isEqualTo(dossiers.get(0));
            assertThat(published.provider()).isEqualTo("Zuiver Wonen bv");
            assertThat(published.eligibleFrom()).isEqualTo(RECEIVED);
            assertThat(published.approvedOn()).isEqualTo(TODAY);
        });
        assertThat(list.search("geweigerde", null, null, 0)).isEmpty();
        assertThat(list.search("100%", TrainingTheme.EHBO, null, 0)).isEmpty();
        assertThat(list.search(" zuiver ", TrainingTheme.ERGONOMIE, TrainingKind.INTERN, 0)).hasSize(1);
        assertThat(list.search("100%", null, null, 1)).isEmpty();
    }

    private static FileTraining.Request request(FileTraining.Asked... asked) {
        return new FileTraining.Request(applicant(first), RECEIVED, List.of(second), List.of(asked));
    }

    private static FileTraining.Applicant applicant(String number) {
        return new FileTraining.Applicant(false, number, null, null, null, null, null, null);
    }

    private static FileTraining.Asked asked(String title) {
        return new FileTraining.Asked(title, TrainingTheme.ERGONOMIE, TrainingKind.INTERN, "Minder rugklachten", "Tillen en bukken", "Oefenen in groep",
                "Huishoudhulpen", new BigDecimal("7.50"), 12, "Greet Maes", "Tien jaar ergotherapeut", null, null, null, null, "Nederlands",
                List.of(new Trainings.Session(LocalDate.of(2027, 5, 4), "Gent")), List.of());
    }

    private String file(FileTraining.Request request) {
        return as(ELS, () -> bean(FileTraining.class).file(UUID.randomUUID(), request, List.of()));
    }

    private void waits(String dossier) {
        jdbc.sql("update training set outlook = 'GUNSTIG' where dossier = ?").param(dossier).update();
        jdbc.sql("""
                insert into inbox_row (task_id, dossier, procedure, subject, process, task_key, task_name, groups, opened_at, waits)
                values (?, ?, 'opleiding-goedkeuring', 'Zuiver Wonen bv', 'opleiding-goedkeuring', ?, 'Op agenda plaatsen', 'dc-secretariaat', now(), false)""")
                .params("agenda-" + dossier, dossier, TrainingModel.PLACE).update();
    }

    private void place(String dossier, LocalDate session) {
        as(SOFIE, () -> inTransaction(() -> bean(PlaceTraining.class).send(task(dossier), Map.of("zitting", session))));
        jdbc.sql("delete from inbox_row where task_id like 'agenda-%'").update();
    }

    private void advise(String dossier, String advice) {
        as(SOFIE, () -> inTransaction(() -> bean(RecordTrainingAdvice.class).send(task(dossier), Map.of("strekking", advice, "quorumBereikt", "JA", "gegevenOp", TODAY,
                "aanwezig", BigDecimal.valueOf(7), "motivering", "Daarom."))));
    }

    private static OpenTask task(String dossier) {
        return new OpenTask("advies-" + dossier, TrainingModel.PROCESS, TrainingModel.RECORD_ADVICE, "Advies registreren", null, "dc-secretariaat", dossier,
                Instant.EPOCH, null);
    }

    private static Void inTransaction(Runnable work) {
        bean(TransactionTemplate.class).executeWithoutResult(status -> work.run());
        return null;
    }

    private static Trainings trainings() {
        return bean(Trainings.class);
    }

    private static int items(String file) {
        return jdbc.sql("select count(*) from training_agenda_item where file = ?").param(file).query(Integer.class).single();
    }

    private static int count() {
        return jdbc.sql("select count(*) from training").query(Integer.class).single();
    }

    private static <T> T as(Actor person, Supplier<T> work) {
        return bean(CurrentActor.class).as(person, work);
    }

    private static <T> T bean(Class<T> type) {
        return spring.getBean(type);
    }
}
