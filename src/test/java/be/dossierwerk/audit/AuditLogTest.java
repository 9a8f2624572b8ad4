package be.dossierwerk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.CountedStatements;
import be.dossierwerk.audit.AuditLog.Change;
import be.dossierwerk.audit.AuditLog.Entry;
import be.dossierwerk.audit.AuditLog.Facts;
import be.dossierwerk.audit.proof.SealKeys;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** What is recorded of an act and of every change of a fact, on a real PostgreSQL: chain, commitments, before and after, and what nobody can take away. */
class AuditLogTest {

    private static final Actor AN = new Actor("an", "An Aerts", Set.of(Roles.HANDLER, Roles.INTAKE));
    /** Tables whose changes are not written down, each with the reason. A new table calls journal() or stands here. */
    private static final Map<String, String> NOT_JOURNALED = new TreeMap<>(Map.ofEntries(
            Map.entry("audit_entry", "the record itself"), Map.entry("audit_content", "the record itself"), Map.entry("audit_key", "the record itself"),
            Map.entry("audit_seal", "sealed themselves"), Map.entry("audit_seal_leaf", "sealed themselves"), Map.entry("audit_seal_key", "sealed themselves"),
            Map.entry("audit_seal_leaf_before", "leads to seals"), Map.entry("audit_seal_outside", "held against the files outside"), Map.entry("audit_commitment_before", "leads to seals"),
            Map.entry("destruction", "append-only, and an entry of its chain tells of it"), Map.entry("row_change", "what is written down, until it is an entry"),
            Map.entry("flyway_schema_history", "of the tool, kept by it"),
            Map.entry("draft_plan", "not laid before anybody yet"), Map.entry("form_draft", "not sent yet"), Map.entry("intake_draft", "not sent yet"), Map.entry("intake_draft_file", "not sent yet"),
            Map.entry("draft_rejected", "never part of a draft"), Map.entry("draft_presence", "who looks at a draft now"),
            Map.entry("draft_file", "its key is its hash, which draft_revision tells"), Map.entry("document_content", "document.sha256 stands for it"),
            Map.entry("activity_month", "append-only; the hash of the file stands in activity_import"),
            Map.entry("activity_rejection", "append-only; the hash of the file stands in activity_import"),
            Map.entry("training_share", "append-only; training_version.fingerprint stands for it"),
            Map.entry("sent_action", "remembers that a request came once"), Map.entry("api_request", "remembers that a request came once"),
            Map.entry("dossier_number", "a counter"), Map.entry("payment_run_number", "a counter"),
            Map.entry("security_count", "a counter, of which a crash may lose the last"),
            Map.entry("alert", "a message; what it tells of is written down itself"), Map.entry("alert_read", "who saw a message"),
            Map.entry("inbox_row_group", "follows from inbox_row"), Map.entry("inbox_count", "follows from inbox_row"),
            Map.entry("clock_check", "a calculation, done again at any time"), Map.entry("clock_finding", "a calculation, done again at any time"),
            Map.entry("procedure_impact", "a calculation, done again at any time"), Map.entry("procedure_impact_dossier", "a calculation, done again at any time"),
            Map.entry("conformance_checked", "a calculation, done again at any time"), Map.entry("conformance_run", "a calculation, done again at any time"),
            Map.entry("chain_check", "a calculation, done again at any time"), Map.entry("chain_finding", "a calculation, done again at any time"),
            Map.entry("simulation_run", "a calculation, done again at any time"), Map.entry("work_in_hand", "which runs are being worked at now"),
            Map.entry("sample_population", "sample.population_hash stands for it"), Map.entry("sample_bundle", "sample_dossier.sha256 stands for it"),
            Map.entry("sample_answer", "sample.answers_hash stands for them once the sample is closed"), Map.entry("sample_finding_draft", "not sent yet"),
            Map.entry("dossier_reading", "append-only, and each row is an act of its chain"),
            Map.entry("procedure_move", "the dossier's own entry tells that it followed"), Map.entry("withdrawal_batch_work", "the dossier's own entry tells what was done"),
            Map.entry("forecast_run", "a calculation; its figures stay, and the hash of its events"),
            Map.entry("forecast_norm", "a calculation; its figures stay, and the hash of its events"),
            Map.entry("forecast_bin", "a calculation; its figures stay, and the hash of its events"),
            Map.entry("forecast_quarter", "a calculation; its figures stay, and the hash of its events"),
            Map.entry("forecast_chance", "a calculation; its figures stay, and the hash of its events"),
            Map.entry("forecast_reason", "a calculation; its figures stay, and the hash of its events"),
            Map.entry("history_dossier", "of files whose hash stands in history_import, or a calculation, done again at any time"),
            Map.entry("history_event", "of files whose hash stands in history_import, or a calculation, done again at any time"),
            Map.entry("history_rejection", "append-only; the hash of the file stands in history_import"), Map.entry("board_account", "a calculation, done again at any time"),
            Map.entry("board_month_verdicts", "follows from board_account"), Map.entry("board_month_events", "follows from history_event"),
            Map.entry("product_file", "the files that the product brings, written anew at every start")));

    @Configuration
    @EnableTransactionManagement
    static class Transactions { }

    private static EmbeddedPostgres server;
    private static AnnotationConfigApplicationContext spring;
    private static MovableClock clock;
    private static AuditLog audit;
    private static CollectChanges collect;
    private static JdbcClient jdbc;
    private static TransactionTemplate transaction;
    private static int numbers;

    private String dossier;

    @BeforeAll
    static void boot() throws Exception {
        server = EmbeddedPostgres.start();
        Flyway.configure().dataSource(server.getPostgresDatabase()).locations("classpath:db/migration").load().migrate();
        DataSource data = server.getPostgresDatabase();
        clock = new MovableClock();
        clock.moveTo(ZonedDateTime.of(LocalDate.of(2027, 3, 1).atTime(9, 0), MovableClock.BRUSSELS));
        spring = new AnnotationConfigApplicationContext();
        spring.registerBean("data", DataSource.class, () -> data);
        spring.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(spring.getBean("data", DataSource.class)));
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(spring.getBean("data", DataSource.class)));
        spring.registerBean(MovableClock.class, () -> clock);
        spring.register(CountedStatements.class, Transactions.class, CurrentActor.class, AuditLog.class, CollectChanges.class);
        spring.refresh();
        audit = spring.getBean(AuditLog.class);
        collect = spring.getBean(CollectChanges.class);
        jdbc = spring.getBean(JdbcClient.class);
        transaction = new TransactionTemplate(spring.getBean(PlatformTransactionManager.class));
        // What the migrations themselves put in.
        collect.collect();
    }

    @AfterAll
    static void stop() throws Exception {
        spring.close();
        server.close();
    }

    @BeforeEach
    void a_dossier() {
        dossier = open();
    }

    @Test
    void a_life_is_one_chain_with_what_changed_behind_each_act() {
        UUID party = UUID.randomUUID();
        act("PARTIJ_TOEGEVOEGD", () -> party(dossier, party, "Mia Maes"));
        act("PARTIJ_GEWIJZIGD", () -> jdbc.sql("update party set name = 'Mia Maes-Claes', address = 'Kouter 1' where id = ?").param(party).update());
        act("PARTIJ_BEKEKEN", () -> jdbc.sql("update party set name = name where id = ?").param(party).update());
        act("PARTIJ_GESCHRAPT", () -> jdbc.sql("delete from party where id = ?").param(party).update());

        Chains.assertWhole(jdbc, dossier);
        assertThat(Chains.rows(jdbc, dossier)).extracting(Chains.Row::action).containsExactly("GEOPEND", "FEITEN", "PARTIJ_TOEGEVOEGD", "FEITEN", "PARTIJ_GEWIJZIGD", "FEITEN",
                "PARTIJ_BEKEKEN", "PARTIJ_GESCHRAPT", "FEITEN");
        assertThat(Chains.rows(jdbc, dossier)).allSatisfy(row -> {
            assertThat(row.actor()).isEqualTo("an");
            assertThat(row.roles()).isEqualTo(String.join(" ", AN.roles().stream().sorted().toList()));
        });
        assertThat(audit.of(dossier)).extracting(AuditLog.Line::sentence, AuditLog.Line::actorName).contains(
                org.assertj.core.groups.Tuple.tuple("An Aerts deed PARTIJ_GEWIJZIGD.", "An Aerts")).hasSize(5);
        List<Facts> facts = audit.facts(dossier);
        assertThat(facts.get(1).changes()).singleElement().satisfies(came -> {
            assertThat(came.before()).isNull();
            assertThat(came.after()).containsEntry("name", "Mia Maes").containsEntry("dossier", dossier).containsEntry("address", null);
        });
        assertThat(facts.get(2).changes()).containsExactly(new Change("party", Map.of("id", party.toString()), nullable("name", "Mia Maes", "address", null),
                nullable("name", "Mia Maes-Claes", "address", "Kouter 1")));
        assertThat(facts.get(3).changes()).singleElement().satisfies(went -> {
            assertThat(went.after()).isNull();
            assertThat(went.before()).containsEntry("name", "Mia Maes-Claes");
        });
        assertThat(staged()).isZero();
    }

    @Test
    void a_document_a_term_a_rule_and_a_right_are_told_before_and_after() {
        UUID document = UUID.randomUUID();
        act("STUK_TOEGEVOEGD", () -> {
            jdbc.sql("""
                    insert into document (id, dossier, kind, title, file_name, media_type, bytes, sha256, dated, added_at, added_by, added_by_name)
                    values (?, ?, 'BIJLAGE', 'Plan', 'p.pdf', 'application/pdf', 4, repeat('a', 64), date '2027-03-01', now(), 'an', 'An')""").params(document, dossier).update();
            jdbc.sql("insert into document_content (document, content) values (?, ?)").params(document, new byte[] {1, 2, 3, 4}).update();
        });
        assertThat(last(dossier).changes()).extracting(Change::table).containsExactly("document");
        assertThat(last(dossier).changes().get(0).after()).containsEntry("sha256", "a".repeat(64));

        act("TERMIJN_GESTART", () -> jdbc.sql("""
                insert into term (dossier, rule, rule_version, started_on, due_on, inputs_sha256)
                select ?, code, version, date '2027-03-01', date '2027-06-01', repeat('b', 64) from term_rule where code = 'T-REC-02' and valid_to is null""").param(dossier).update());
        act("TERMIJN_VERSCHOVEN", () -> jdbc.sql("update term set due_on = date '2027-06-30' where dossier = ?").param(dossier).update());
        assertThat(last(dossier).changes()).singleElement().satisfies(moved -> {
            assertThat(moved.table()).isEqualTo("term");
            assertThat(moved.before()).isEqualTo(Map.of("due_on", "2027-06-01"));
            assertThat(moved.after()).isEqualTo(Map.of("due_on", "2027-06-30"));
        });
        act("TERMIJN_GEESCALEERD", () -> jdbc.sql("""
                insert into term_escalation (term, step, at, addressee, due_on) select id, 50, now(), 'an', due_on from term where dossier = ?""").param(dossier).update());
        assertThat(last(dossier).changes()).as("found by its term").singleElement().extracting(Change::table).isEqualTo("term_escalation");

        recording("TERMIJN-T-REC-02", "TERM_RULE_APPROVED", () -> jdbc.sql("update term_rule set valid_to = date '2030-12-31' where code = 'T-REC-02' and valid_to is null").update());
        assertThat(last("TERMIJN-T-REC-02").changes()).singleElement().satisfies(rule -> {
            assertThat(rule.key()).containsEntry("code", "T-REC-02");
            assertThat(rule.before()).containsEntry("valid_to", null);
            assertThat(rule.after()).isEqualTo(Map.of("valid_to", "2030-12-31"));
        });

        recording(AuditLog.DEPARTMENT, "RECHTEN_GEZIEN", () -> {
            jdbc.sql("insert into inbox_colleague (id, name, roles, seen_at) values ('bea', 'Bea', 'dw-intake', now())").update();
            jdbc.sql("update inbox_colleague set seen_at = now() + interval '1 hour' where id = 'bea'").update();
            jdbc.sql("update inbox_colleague set roles = 'dw-intake,dw-auditor' where id = 'bea'").update();
        });
        assertThat(last(AuditLog.DEPARTMENT).changes()).as("not when somebody was seen").hasSize(2).last()
                .isEqualTo(new Change("inbox_colleague", Map.of("id", "bea"), Map.of("roles", "dw-intake"), Map.of("roles", "dw-intake,dw-auditor")));
        Chains.assertWhole(jdbc, dossier);
        Chains.assertWhole(jdbc, "TERMIJN-T-REC-02");
        Chains.assertWhole(jdbc, AuditLog.DEPARTMENT);
    }

    @Test
    void amounts_keep_their_decimals_and_long_values_are_told_by_their_hash() {
        act("BEREKEND", () -> {
            jdbc.sql("insert into recovery (dossier, enterprise_number, limitation_kind, opened_at, opened_by, opened_by_name) select ?, '0123456789', kind, now(), 'an', 'An' from limitation_term limit 1")
                    .param(dossier).update();
            jdbc.sql("insert into recovery_calculation (dossier, total, computed_at, computed_by, computed_by_name) values (?, 1234567.10, now(), 'an', 'An')").param(dossier).update();
            jdbc.sql("insert into note (id, dossier, text, written_at, author, author_name) values (gen_random_uuid(), ?, repeat('é', 3000), now(), 'an', 'An')").param(dossier).update();
        });

        assertThat(last(dossier).changes()).filteredOn(change -> change.table().equals("recovery_calculation")).singleElement()
                .satisfies(change -> assertThat(change.after()).containsEntry("total", new BigDecimal("1234567.10")));
        assertThat(last(dossier).changes()).filteredOn(change -> change.table().equals("note")).singleElement()
                .satisfies(change -> assertThat(change.after()).containsEntry("text", "sha256:" + be.dossierwerk.audit.proof.Digests.sha256("é".repeat(3000))));
    }

    @Test
    void what_is_rolled_back_leaves_nothing() {
        long before = count("audit_entry");
        assertThatThrownBy(() -> act("MISLUKT", () -> {
            party(dossier, UUID.randomUUID(), "Weg");
            throw new IllegalStateException("fails");
        })).hasMessage("fails");

        assertThat(count("audit_entry")).isEqualTo(before);
        assertThat(staged()).isZero();
        assertThat(jdbc.sql("select count(*) from audit_content c where not exists (select from audit_entry e where e.dossier = c.dossier and e.seq = c.seq)").query(Long.class).single()).isZero();
    }

    @Test
    void what_goes_back_to_a_savepoint_takes_its_entry_along() {
        String other = open();
        act("BUITENSTE", () -> {
            party(dossier, UUID.randomUUID(), "Blijft");
            party(other, UUID.randomUUID(), "Blijft ook");
            takenBack(() -> {
                party(dossier, UUID.randomUUID(), "Gaat weg");
                audit.record(entry(other, "TERUG"));
            });
        });

        assertThat(last(dossier).changes()).singleElement().satisfies(change -> assertThat(change.after()).containsEntry("name", "Blijft"));
        // The other dossier was let go with the savepoint: what changed there before it is recorded afterwards.
        assertThat(Chains.rows(jdbc, other)).extracting(Chains.Row::action).containsExactly("GEOPEND", "FEITEN");
        collect.collect();
        assertThat(last(other).changes()).singleElement().satisfies(change -> assertThat(change.after()).containsEntry("name", "Blijft ook"));
        Chains.assertWhole(jdbc, other);
    }

    @Test
    void a_second_entry_of_a_transaction_knows_the_lock_and_the_end_of_its_chain() {
        int alone = CountedStatements.of(() -> act("EERST", () -> { })).size();
        List<String> two = CountedStatements.of(() -> act("DERDE", () -> audit.record(entry(dossier, "TWEEDE"))));

        assertThat(two).as("its insert, and nothing else").hasSize(alone + 1);
        assertThat(Chains.rows(jdbc, dossier)).extracting(Chains.Row::action).containsExactly("GEOPEND", "FEITEN", "EERST", "TWEEDE", "DERDE");
        Chains.assertWhole(jdbc, dossier);
    }

    @Test
    void after_a_return_to_a_savepoint_the_lock_and_the_end_of_a_chain_are_asked_again() {
        String other = open();
        act("LAATST", () -> {
            audit.record(entry(dossier, "EERST"));
            takenBack(() -> {
                audit.record(entry(dossier, "WEG"));
                audit.record(entry(other, "OOK WEG"));
            });
            assertThat(audit.isLocked(other)).isFalse();
            audit.record(entry(dossier, "DAN"));
            audit.recordAll(List.of(entry(dossier, "SAMEN")));
            audit.lock(other);
            assertThat(jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()").query(Integer.class).single()).isEqualTo(2);
        });

        assertThat(Chains.rows(jdbc, dossier)).extracting(Chains.Row::action).containsExactly("GEOPEND", "FEITEN", "EERST", "DAN", "SAMEN", "LAATST");
        Chains.assertWhole(jdbc, dossier);
        act("DAARNA", () -> audit.record(entry(other, "VERDER")));
        Chains.assertWhole(jdbc, other);
    }

    @Test
    void transactions_at_once_that_return_to_savepoints_make_one_chain() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var acts = IntStream.range(0, 24).<Callable<Void>>mapToObj(i -> () -> {
                transaction.executeWithoutResult(status -> as(AN, () -> {
                    takenBack(() -> audit.record(entry(dossier, "WEG")));
                    audit.record(entry(dossier, "EEN"));
                    takenBack(() -> audit.record(entry(dossier, "WEG")));
                    audit.record(entry(dossier, "TWEE"));
                }));
                return null;
            }).toList();
            for (var done : threads.invokeAll(acts)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }

        Chains.assertWhole(jdbc, dossier);
        List<String> actions = Chains.rows(jdbc, dossier).stream().map(Chains.Row::action).toList();
        assertThat(actions).hasSize(2 + 2 * 24);
        assertThat(IntStream.range(2, actions.size()).mapToObj(i -> actions.get(i).equals(i % 2 == 0 ? "EEN" : "TWEE"))).doesNotContain(false);
    }

    private static void takenBack(Runnable work) {
        TransactionTemplate nested = new TransactionTemplate(transaction.getTransactionManager());
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        nested.executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }

    @Test
    void a_transaction_of_its_own_records_its_own_changes() {
        String other = open();
        TransactionTemplate own = new TransactionTemplate(transaction.getTransactionManager());
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        assertThatThrownBy(() -> act("BUITENSTE", () -> {
            party(dossier, UUID.randomUUID(), "Weg");
            own.executeWithoutResult(status -> {
                party(other, UUID.randomUUID(), "Blijft");
                audit.record(entry(other, "EIGEN"));
            });
            throw new IllegalStateException("fails");
        })).hasMessage("fails");

        assertThat(last(other).changes()).singleElement().satisfies(change -> assertThat(change.after()).containsEntry("name", "Blijft"));
        assertThat(audit.of(dossier)).hasSize(1);
        assertThat(staged()).isZero();
    }

    @Test
    void two_dossiers_in_one_transaction_each_get_their_own_and_a_third_gets_it_afterwards() {
        String two = open();
        String three = open();
        transaction.executeWithoutResult(status -> as(AN, () -> {
            audit.record(entry(dossier, "EERSTE"));
            for (String each : List.of(dossier, two, three)) {
                party(each, UUID.randomUUID(), "In " + each);
            }
            audit.record(entry(two, "TWEEDE"));
        }));

        for (String each : List.of(dossier, two)) {
            assertThat(last(each).changes()).singleElement().satisfies(change -> assertThat(change.after()).containsEntry("name", "In " + each));
            assertThat(last(each).application()).isNull();
        }
        assertThat(audit.facts(three)).hasSize(1);
        assertThat(collect.collect()).isEqualTo(1);
        assertThat(last(three).changes()).singleElement().satisfies(change -> assertThat(change.after()).containsEntry("name", "In " + three));
        assertThat(last(three).actor()).isEqualTo("systeem");
        assertThat(audit.of(three)).as("the product's own work is not told as a line").hasSize(1);
        assertThat(collect.collect()).isZero();
        for (String each : List.of(dossier, two, three)) {
            Chains.assertWhole(jdbc, each);
        }
    }

    @Test
    void what_is_changed_by_hand_is_told_in_the_timeline() throws Exception {
        UUID party = UUID.randomUUID();
        act("PARTIJ_TOEGEVOEGD", () -> party(dossier, party, "Mia Maes"));
        try (Connection hand = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres") + "&ApplicationName=psql"); Statement statement = hand.createStatement()) {
            statement.execute("update party set name = 'Iemand anders' where id = '" + party + "'");
        }

        assertThat(audit.of(dossier)).hasSize(2);
        collect.collect();
        assertThat(audit.of(dossier)).last().satisfies(line -> {
            assertThat(line.action()).isEqualTo("BUITEN_OM");
            assertThat(line.sentence()).isEqualTo("Gewijzigd buiten Dossierwerk om, met psql door gebruiker postgres.");
            assertThat(line.actor()).isEqualTo("systeem");
        });
        assertThat(last(dossier)).satisfies(facts -> {
            assertThat(facts.application()).isEqualTo("psql");
            assertThat(facts.person()).isEqualTo("postgres");
            assertThat(facts.changes()).containsExactly(new Change("party", Map.of("id", party.toString()), Map.of("name", "Mia Maes"), Map.of("name", "Iemand anders")));
        });
        Chains.assertWhole(jdbc, dossier);
    }

    @Test
    void who_empties_a_table_is_told() throws Exception {
        act("HERINNERD", () -> jdbc.sql("insert into step_reminder (dossier, pass, element, reminded_at) values (?, 'p', 'e', now())").param(dossier).update());
        try (Connection hand = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres") + "&ApplicationName=psql"); Statement statement = hand.createStatement()) {
            statement.execute("truncate step_reminder");
        }
        collect.collect();

        assertThat(last(AuditLog.DEPARTMENT).changes()).containsExactly(new Change("step_reminder", Map.of(), Map.of("rows", 1), null));
    }

    @Test
    void a_row_that_goes_to_another_dossier_is_told_in_both() {
        UUID party = UUID.randomUUID();
        String other = open();
        act("PARTIJ_TOEGEVOEGD", () -> party(dossier, party, "Mia Maes"));
        act("VERHUISD", () -> jdbc.sql("update party set dossier = ? where id = ?").params(other, party).update());
        collect.collect();

        assertThat(last(dossier).changes()).isEqualTo(last(other).changes()).singleElement()
                .satisfies(moved -> assertThat(moved.before()).containsEntry("dossier", dossier));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_entry set actor = 'x'", "delete from audit_entry", "truncate audit_entry", "update audit_content set content = '{}'",
            "delete from audit_content", "truncate audit_content", "update audit_key set key = key", "delete from audit_key", "truncate audit_key", "update audit_seal set leaves = 0",
            "delete from audit_seal", "truncate audit_seal cascade", "update audit_seal_leaf set head = ''", "delete from audit_seal_leaf", "truncate audit_seal_leaf",
            "update audit_seal_key set public_key = ''", "delete from audit_seal_key", "truncate audit_seal_key cascade", "update destruction set reason = 'x'", "delete from destruction",
            "truncate destruction", "update audit_guard set looks = null", "delete from audit_guard", "truncate audit_guard", "update row_change set dossier = 'X'", "truncate row_change",
            "insert into row_change (dossier, content) values ('X', '{}')"})
    void nothing_of_the_record_is_changed_by_anybody(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update()).hasMessageContaining("never changed or deleted");
        // The owner who switches ordinary triggers off, as a restore does.
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(statement).update();
        })).hasMessageContaining("never changed or deleted");
    }

    @Test
    void what_was_said_goes_with_its_key_at_a_destruction_and_the_chain_stays() {
        act("GEWIJZIGD", () -> party(dossier, UUID.randomUUID(), "Mia Maes"));
        byte[] before = Chains.rows(jdbc, dossier).get(0).key();
        transaction.executeWithoutResult(status -> party(dossier, UUID.randomUUID(), "Nog niet verteld"));

        destroy(() -> jdbc.sql("delete from party where dossier = ?").param(dossier).update());

        Chains.assertWhole(jdbc, dossier);
        assertThat(staged()).isZero();
        assertThat(audit.of(dossier)).hasSize(3);
        assertThat(audit.of(dossier).subList(0, 2)).allSatisfy(line -> {
            assertThat(line.sentence()).isEqualTo("De inhoud van deze handeling is vernietigd.");
            assertThat(line.actorName()).isEqualTo("an");
        });
        assertThat(audit.of(dossier)).last().extracting(AuditLog.Line::sentence).isEqualTo("An Aerts deed VERNIETIGD.");
        assertThat(Chains.rows(jdbc, dossier).get(0).key()).hasSize(32).isNotEqualTo(before);
        assertThat(audit.facts(dossier)).isEmpty();
        act("BUNDEL", () -> { });
        Chains.assertWhole(jdbc, dossier);
    }

    /** Each leaves out or adds something that a whole destruction must or may not have; {} stands for the dossier. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            delete from audit_content where dossier = {}; delete from audit_key where dossier = {}                    | ''         | never changed or deleted
            DESTROY                                                                                                    | VERNIETIGD | takes the key and all that was said
            DESTROY; delete from audit_content where dossier = {} and seq = 1; delete from audit_key where dossier = {} | VERNIETIGD | takes the key and all that was said
            DESTROY; delete from audit_content where dossier = {}                                                      | VERNIETIGD | takes the key and all that was said
            DESTROY                                                                                                    | ''         | a destruction is told in its chain
            DESTROY; delete from audit_content where dossier = {}; delete from audit_key where dossier = {}             | ''         | a destruction is told in its chain
            DESTROY; delete from audit_content where dossier = {}                                                      | IETS       | a destruction is told in its chain
            DESTROY; delete from audit_content where dossier = {}; delete from audit_key where dossier = {}             | IETS       | nothing can be added to its chain
            delete from row_change where dossier = {}                                                                  | VERNIETIGD | is never deleted before an entry carries it""")
    void half_a_destruction_is_refused(String statements, String action, String because) {
        act("GEWIJZIGD", () -> party(dossier, UUID.randomUUID(), "Mia Maes"));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> as(AN, () -> {
            party(dossier, UUID.randomUUID(), "Nu");
            for (String statement : statements.split("; ")) {
                jdbc.sql(statement.equals("DESTROY") ? DESTRUCTION.formatted(dossier) : statement.replace("{}", "'" + dossier + "'")).update();
            }
            if (!action.isEmpty()) {
                audit.record(entry(dossier, action));
            }
        }))).hasStackTraceContaining(because);
        Chains.assertWhole(jdbc, dossier);
        assertThat(audit.of(dossier)).hasSize(2);
        assertThat(staged()).isZero();
    }

    @Test
    void a_destruction_of_before_lets_nobody_delete_anything() {
        destroy(() -> { });
        for (String table : List.of("audit_content", "audit_key")) {
            assertThatThrownBy(() -> jdbc.sql("delete from " + table + " where dossier = ?").param(dossier).update()).hasMessageContaining("never changed or deleted");
        }
        String other = open();
        assertThatThrownBy(() -> jdbc.sql("insert into destruction (dossier, rule, due_on, destroyed_at, by_id, by_name, second_id, second_name, xact) "
                + "select '" + other + "', rule, due_on, destroyed_at, by_id, by_name, second_id, second_name, (pg_current_xact_id()::text::bigint + 1)::text::xid8 from destruction limit 1").update())
                .hasMessageContaining("a destruction is told in its chain");
    }

    private static final String DESTRUCTION = """
            insert into destruction (dossier, rule, due_on, destroyed_at, by_id, by_name, second_id, second_name)
            values ('%s', 'B-01', date '2027-01-01', now(), 'joke', 'Joke', 'karel', 'Karel')""";

    private void destroy(Runnable facts) {
        recording(dossier, AuditLog.DESTROYED, () -> {
            jdbc.sql(DESTRUCTION.formatted(dossier)).update();
            facts.run();
            jdbc.sql("delete from audit_content where dossier = ?").param(dossier).update();
            jdbc.sql("delete from audit_key where dossier = ?").param(dossier).update();
        });
    }

    @Test
    void what_changed_goes_with_the_entry_that_carries_it_and_never_before() throws Exception {
        try (Connection hand = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres") + "&ApplicationName=psql"); Statement statement = hand.createStatement()) {
            hand.setAutoCommit(false);
            statement.execute("insert into party (id, dossier, kind, name, role) values (gen_random_uuid(), '" + dossier + "', 'PERSOON', 'Stil', 'BESTUURDER')");
            assertThatThrownBy(() -> statement.execute("delete from row_change where xact = pg_current_xact_id()")).hasMessageContaining("never deleted before an entry carries it (" + dossier);
            hand.rollback();
        }
        // Nor may an entry carry something else than what goes.
        assertThatThrownBy(() -> act("IETS", () -> {
            party(dossier, UUID.randomUUID(), "Stil");
            jdbc.sql("""
                    with content as (insert into audit_content (dossier, seq, content) values (:d, 99, '{"changes":[{"table":"party"}]}')),
                    entry as (insert into audit_entry (dossier, seq, at, actor, roles, action, commitment, previous, hash)
                              values (:d, 99, now(), 'an', '', 'FEITEN', repeat('a', 64), repeat('a', 64), repeat('a', 64)))
                    delete from row_change where dossier = :d""").param("d", dossier).update();
        })).hasMessageContaining("never deleted before an entry carries it");
        assertThat(staged()).isZero();
    }

    @Test
    void a_long_act_and_much_by_hand_are_told_in_entries_of_a_thousand_rows() throws Exception {
        String many = "insert into party (id, dossier, kind, name, role) select gen_random_uuid(), '%s', 'PERSOON', 'Partij ' || n, 'BESTUURDER' from generate_series(1, %d) n";
        act("VEEL", () -> jdbc.sql(many.formatted(dossier, 2_001)).update());
        assertThat(audit.facts(dossier)).extracting(facts -> facts.changes().size()).containsExactly(1, 1_000, 1_000, 1);
        try (Connection hand = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres") + "&ApplicationName=psql"); Statement statement = hand.createStatement()) {
            statement.execute(many.formatted(dossier, 1_000));
            statement.execute("update party set name = name || '!' where dossier = '" + dossier + "'");
        }
        assertThat(collect.collect()).isEqualTo(5);
        assertThat(audit.facts(dossier)).extracting(facts -> facts.changes().size()).containsExactly(1, 1_000, 1_000, 1, 1_000, 1_000, 1_000, 1_000, 1);
        assertThat(audit.facts(dossier).stream().flatMap(facts -> facts.changes().stream()).map(Change::key).distinct()).as("each once").hasSize(1 + 3_001);
        Chains.assertWhole(jdbc, dossier);
        assertThat(staged()).isZero();
    }

    @Test
    void a_chain_without_its_key_does_not_grow() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("alter table audit_key disable trigger user").update();
            jdbc.sql("delete from audit_key where dossier = ?").param(dossier).update();
            as(AN, () -> assertThatThrownBy(() -> audit.record(entry(dossier, "IETS"))).hasMessageContaining("nothing can be added to its chain"));
        });
    }

    @Test
    void a_row_whose_dossier_went_first_leaves_only_its_key_to_the_department() {
        act("TERMIJN", () -> {
            jdbc.sql("""
                    insert into term (dossier, rule, rule_version, started_on, due_on, inputs_sha256)
                    select ?, code, version, date '2027-03-01', date '2027-06-01', repeat('b', 64) from term_rule where code = 'T-REC-02' and valid_to is null""").param(dossier).update();
            jdbc.sql("insert into term_escalation (term, step, at, addressee, due_on) select id, 50, now(), 'mia maes', due_on from term where dossier = ?").param(dossier).update();
        });
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("delete from term where dossier = ?").param(dossier).update();
            jdbc.sql("delete from term_escalation where addressee = 'mia maes'").update();
        });
        collect.collect();
        assertThat(last(AuditLog.DEPARTMENT).changes()).singleElement().satisfies(change -> {
            assertThat(change.table()).isEqualTo("term_escalation");
            assertThat(change.before()).isEqualTo(change.key()).doesNotContainValue("mia maes");
        });
        assertThat(last(dossier).changes()).as("also for who restores").singleElement().extracting(Change::table).isEqualTo("term");
    }

    @Test
    void every_guard_is_known_by_heart() {
        assertThat(new Guards(jdbc).unsound()).isEmpty();
        assertThat(jdbc.sql("select count(*) from audit_guard_now n where not exists (select from audit_guard g where g.on_table = n.on_table and g.name = n.name)").query(Long.class).single())
                .isZero();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("alter table party disable trigger party_journal").update();
            // A migration that takes a table anew for good does not take this along.
            jdbc.sql("call remember_guards('document')").update();
            assertThat(new Guards(jdbc).unsound()).containsExactly(new Guards.Unsound("party", "party_journal", Guards.Fault.OFF));
        });
    }

    @Test
    void a_temporary_table_of_the_same_name_fools_no_guard() throws Exception {
        act("PARTIJ_TOEGEVOEGD", () -> party(dossier, UUID.randomUUID(), "Mia Maes"));
        try (Connection one = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres")); Statement statement = one.createStatement()) {
            statement.execute("create temp table row_change (dossier text, content jsonb)");
            statement.execute("create temp table destruction (dossier text, xact xid8)");
            one.setAutoCommit(false);
            statement.execute("insert into pg_temp.destruction values ('%s', pg_current_xact_id())".formatted(dossier));
            statement.execute("set local dossierwerk.destroys = '%s'".formatted(dossier));
            statement.execute("update public.party set name = 'Iemand anders' where dossier = '%s'".formatted(dossier));
            one.commit();
        }
        assertThat(jdbc.sql("select count(*) from row_change where dossier = ?").param(dossier).query(Long.class).single()).isOne();
        collect.collect();
        assertThat(last(dossier).changes()).singleElement().satisfies(change -> assertThat(change.after()).containsEntry("name", "Iemand anders"));
    }

    @Test
    void of_two_servers_that_each_made_a_key_only_the_first_may_seal(@TempDir Path folder) throws Exception {
        RecordedSeals none = org.mockito.Mockito.mock(RecordedSeals.class);
        CurrentActor nobody = spring.getBean(CurrentActor.class);
        SealSettings settings = new SealSettings(null, null, null, null);
        SealKey first = new SealKey(settings, none, folder.resolve("een"));
        SealKey second = new SealKey(settings, none, folder.resolve("twee"));
        transaction.executeWithoutResult(status -> new BelievedKeys(jdbc, audit, nobody, first, none, null).introduce());

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> new BelievedKeys(jdbc, audit, nobody, second, none, null).introduce()))
                .isInstanceOf(WrongSealKey.class).hasMessageContaining(first.id());
        assertThat(jdbc.sql("select count(*) from audit_seal_key where key_id = ?").param(second.id()).query(Long.class).single()).isZero();
    }

    @Test
    void a_seal_takes_every_chain_that_grew_however_late_it_is(@TempDir Path folder) throws Exception {
        SealSettings settings = new SealSettings(null, null, null, null);
        RecordedSeals seals = new RecordedSeals(jdbc);
        SealKey key = new SealKey(settings, seals, folder);
        TimeStamps stamps = new TimeStamps(settings, folder, clock);
        BelievedKeys believed = org.mockito.Mockito.mock(BelievedKeys.class);
        jdbc.sql("insert into audit_seal_key (key_id, public_key) values (?, ?)").params(key.id(), SealKeys.pem(key.publicKey())).update();
        SealChains seal = new SealChains(jdbc, seals, key, believed, stamps, new OutsideSeals(settings, key, jdbc, folder), transaction);
        long chains = 2_000;
        grow("LAAT-", 1, chains);
        seal.catchUp();
        long first = seals.last().orElseThrow().serial();
        assertThat(jdbc.sql("select count(*) from audit_seal_leaf where seal = ? and dossier like 'LAAT-%'").param(first).query(Long.class).single()).as("the first, right after the start")
                .isEqualTo(chains);
        seal.catchUp();
        assertThat(seals.last().orElseThrow().serial()).as("not a day old").isEqualTo(first);

        grow("LAAT-", 2, 700);
        try (Connection slow = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres")); Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute(GROWN.formatted("'LAAT-1999'", 2, 1, 1));
            seal.seal();
            assertThat(seals.leaves(first + 1)).hasSize(700).allSatisfy(leaf -> assertThat(leaf.seq()).isEqualTo(2));
            seal.seal();
            assertThat(seals.leaves(first + 2)).isEmpty();
            slow.commit();
        }
        seal.seal();
        assertThat(seals.leaves(first + 3)).singleElement().extracting(RecordedSeals.Leaf::dossier).isEqualTo("LAAT-1999");
    }

    /** Two days ago, by the clock of the database: nothing else tells a seal what it has not seen. */
    private static final String GROWN = """
            insert into audit_entry (dossier, seq, at, actor, roles, action, commitment, previous, hash, recorded_at)
            select %s, %d, now(), 'an', '', 'IETS', repeat('a', 64), '', encode(sha256(convert_to(n::text, 'UTF8')), 'hex'), now() - interval '2 days' from generate_series(%d, %d) n""";

    private static void grow(String name, int seq, long chains) {
        if (seq == 1) {
            jdbc.sql("insert into audit_key (dossier, key) select '" + name + "' || n, decode(repeat('ab', 32), 'hex') from generate_series(1, " + chains + ") n").update();
        }
        jdbc.sql(GROWN.formatted("'" + name + "' || n", seq, 1, chains)).update();
    }

    @Test
    void of_many_at_once_each_comes_after_the_other() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        String other = open();
        try {
            var acts = IntStream.range(0, 40).<Callable<Void>>mapToObj(i -> () -> {
                recording(i % 2 == 0 ? dossier : other, "TEGELIJK", () -> party(i % 2 == 0 ? other : dossier, UUID.randomUUID(), "Partij " + i));
                return null;
            }).toList();
            for (var done : threads.invokeAll(acts)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        collect.collect();

        for (String each : List.of(dossier, other)) {
            Chains.assertWhole(jdbc, each);
            assertThat(audit.of(each)).hasSize(21);
            assertThat(audit.facts(each).stream().flatMap(facts -> facts.changes().stream()).filter(change -> change.table().equals("party"))).hasSize(20);
        }
        assertThat(staged()).isZero();
    }

    @Test
    void entries_of_many_dossiers_are_written_with_two_statements_and_their_chains_are_whole() {
        List<String> dossiers = new ArrayList<>(List.of(dossier));
        for (int i = 0; i < 20; i++) {
            dossiers.add(open());
        }
        List<String> all = new ArrayList<>(dossiers);
        all.add("EEN-NIEUWE-KETEN");
        List<String> sent = CountedStatements.of(() -> transaction.executeWithoutResult(status -> as(AN, () -> {
            assertThat(audit.tryLock(all)).containsExactlyInAnyOrderElementsOf(all);
            dossiers.forEach(each -> party(each, UUID.randomUUID(), "Een"));
            audit.recordAll(all.stream().flatMap(each -> Stream.of(entry(each, "EERST"), entry(each, "DAN"))).toList());
        })));

        assertThat(sent).as("the locks, the ends, the entries, what changed and its entries, beside the rows").hasSize(dossiers.size() + 5);
        dossiers.forEach(each -> assertThat(Chains.rows(jdbc, each)).extracting(Chains.Row::action).endsWith("EERST", "DAN", "FEITEN"));
        assertThat(Chains.rows(jdbc, "EEN-NIEUWE-KETEN")).extracting(Chains.Row::action).containsExactly("EERST", "DAN");
        all.forEach(each -> Chains.assertWhole(jdbc, each));
    }

    @Test
    void a_substitute_acts_on_the_authority_of_who_is_away() {
        recording(dossier, "ZELF", () -> { });
        transaction.executeWithoutResult(status -> as(AN, () -> audit.record(entry(dossier, "VERVANGEN").insteadOf("bram"))));

        assertThat(Chains.rows(jdbc, dossier)).last().satisfies(row -> assertThat(row.roles()).endsWith(" vervangt:bram"));
        Chains.assertWhole(jdbc, dossier);
    }

    @Test
    void the_facts_cost_two_statements_for_a_transaction_however_many_dossiers() {
        int alone = CountedStatements.of(() -> act("ZONDER", () -> { })).size();
        List<String> with = CountedStatements.of(() -> act("MET", () -> {
            party(dossier, UUID.randomUUID(), "Een");
            party(dossier, UUID.randomUUID(), "Twee");
        }));
        String two = open();
        List<String> withTwo = CountedStatements.of(() -> act("MET", () -> {
            party(dossier, UUID.randomUUID(), "Een");
            party(two, UUID.randomUUID(), "Twee");
            audit.record(entry(two, "OOK"));
        }));

        assertThat(alone).as("lock with the end of the chain, entry, what changed").isEqualTo(3);
        assertThat(with).as("the two parties and the entry of the facts").hasSize(alone + 2 + 1);
        assertThat(withTwo).as("one look at what changed and one statement for the entries, for both").hasSize(alone + 2 + 2 + 1);
    }

    @Test
    void every_table_is_followed_or_says_why_not() {
        List<String> without = jdbc.sql("""
                select relname from pg_class c where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
                and (select count(*) from pg_trigger t where t.tgrelid = c.oid and tgname in (relname || '_journal', relname || '_journal_truncate')) < 2""").query(String.class).list();

        assertThat(NOT_JOURNALED.keySet()).containsAll(without);
        assertThat(NOT_JOURNALED.values()).doesNotContain("");
    }

    @Test
    void every_chain_that_a_table_names_can_be_found() {
        // A query that does not fit its table shows only when a row changes: an empty row must be answered as well.
        List<String> queries = jdbc.sql("select tgargs from pg_trigger where tgname like '%\\_journal'").query(byte[].class).stream()
                .map(args -> new String(args, java.nio.charset.StandardCharsets.UTF_8).split("\0")).filter(args -> args[3].equals("QUERY")).map(args -> args[4]).distinct().toList();
        assertThat(queries).hasSizeGreaterThan(10).doesNotContainNull();
        for (String query : queries) {
            jdbc.sql(query.replace("$1", "'{}'::jsonb")).query(String.class).list();
        }
    }

    @Test
    void what_was_recorded_before_is_taken_over() throws Exception {
        jdbc.sql("create database before_it").update();
        DataSource old = server.getDatabase("postgres", "before_it");
        Flyway.configure().dataSource(old).locations("classpath:db/migration").target("202611230080").load().migrate();
        JdbcClient there = JdbcClient.create(old);
        for (String[] each : new String[][] {{"A", "1", "an", "An \"de\" Aerts", "dw-a dw-b", "GEOPEND", "Één \\ zin,\nop twee lijnen.", null, "{\"a\":1.50,\"b\":[\"x\"]}"},
                {"A", "2", "systeem", "Dossierwerk", "", "GESLOTEN", "Gesloten.", "omdat", "{}"}, {"B", "1", "an", "An \"de\" Aerts", "dw-a", "GEOPEND", "Open.", null, "{}"}}) {
            there.sql("""
                    insert into audit_entry (dossier, seq, at, actor, actor_name, actor_roles, action, sentence, reason, facts_before, facts_after, previous_hash, hash)
                    values (?, ?, timestamptz '2026-11-21T10:00:00.5Z', ?, ?, ?, ?, ?, ?, '{}', ?, '', 'old')""")
                    .params(new ArrayList<Object>(java.util.Arrays.asList(each[0], Long.parseLong(each[1]), each[2], each[3], each[4], each[5], each[6], each[7], each[8]))).update();
        }

        Flyway.configure().dataSource(old).locations("classpath:db/migration").load().migrate();

        Chains.assertWhole(there, "A");
        Chains.assertWhole(there, "B");
        assertThat(Chains.rows(there, "A")).extracting(Chains.Row::actor, Chains.Row::roles, Chains.Row::action).containsExactly(
                org.assertj.core.groups.Tuple.tuple("an", "dw-a dw-b", "GEOPEND"), org.assertj.core.groups.Tuple.tuple("systeem", "", "GESLOTEN"));
        assertThat(Chains.rows(there, "A").get(0).content()).isEqualTo(
                "{\"after\":{\"a\":1.50,\"b\":[\"x\"]},\"before\":{},\"name\":\"An \\\"de\\\" Aerts\",\"reason\":null,\"sentence\":\"Één \\\\ zin,\\nop twee lijnen.\"}");
        assertThat(Chains.rows(there, "A").get(0).key()).hasSize(32).isNotEqualTo(Chains.rows(there, "B").get(0).key());
        assertThat(there.sql("select actor_name, acts from touched where dossier = 'A'").query().singleRow()).containsEntry("actor_name", "An \"de\" Aerts").containsEntry("acts", 1L);
        assertThatThrownBy(() -> there.sql("delete from audit_entry").update()).hasMessageContaining("never changed or deleted");
    }

    private void act(String action, Runnable work) {
        recording(dossier, action, work);
    }

    private static void recording(String dossier, String action, Runnable work) {
        transaction.executeWithoutResult(status -> as(AN, () -> {
            audit.lock(dossier);
            work.run();
            audit.record(entry(dossier, action));
        }));
    }

    private static Entry entry(String dossier, String action) {
        return Entry.of(dossier, action, "An Aerts deed " + action + ".");
    }

    private static void as(Actor actor, Runnable work) {
        spring.getBean(CurrentActor.class).as(actor, () -> {
            work.run();
            return null;
        });
    }

    private static String open() {
        String number = "DC-ERK-2027-%05d".formatted(++numbers);
        recording(number, "GEOPEND", () -> jdbc.sql("""
                insert into dossier (number, procedure, subject, source, received_on, registered_at, state)
                values (?, 'erkenning', 'Poets bv', 'PAPIER', date '2027-03-01', now(), 'IN_BEHANDELING')""").param(number).update());
        return number;
    }

    private static void party(String dossier, UUID id, String name) {
        jdbc.sql("insert into party (id, dossier, kind, name, role) values (?, ?, 'PERSOON', ?, 'BESTUURDER')").params(id, dossier, name).update();
    }

    private static Facts last(String dossier) {
        List<Facts> facts = audit.facts(dossier);
        return facts.get(facts.size() - 1);
    }

    private static long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static long staged() {
        return count("row_change");
    }

    private static Map<String, Object> nullable(String key, Object value, String key2, Object value2) {
        Map<String, Object> map = new java.util.HashMap<>();
        map.put(key, value);
        map.put(key2, value2);
        return map;
    }
}
