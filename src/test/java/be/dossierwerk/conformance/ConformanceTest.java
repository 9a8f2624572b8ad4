package be.dossierwerk.conformance;

import static be.dossierwerk.demo.TypedForms.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import be.dossierwerk.CountedStatements;
import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.ChainGrew;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

/** Norms on the real engine: an honest walk gives no finding, a planted deviation is found with its cause, and people bring it to its end. */
@DossierwerkTest
class ConformanceTest {

    private static final LocalDate RECEIVED = LocalDate.of(2027, 3, 1);
    private static int undertakings = 2700;
    private static int planted;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private AuditLog audit;
    @Autowired private CheckDossiers checkDossiers;
    @Autowired private CheckConformance checkConformance;
    @Autowired private FollowChains followChains;
    @Autowired private ImpossibleHistories impossibleHistories;
    @Autowired private ShowFindings findings;
    @Autowired private Norms norms;
    @Autowired private InvestigateFinding investigateFinding;
    @Autowired private SettleFinding settleFinding;
    @Autowired private ProposeAcceptance proposeAcceptance;
    @Autowired private DecideAcceptance decideAcceptance;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transactions;
    @Autowired private ConfigurableApplicationContext context;

    @BeforeEach
    void background_executor_rests() {
        jobs.byHand();
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void an_honest_walk_gives_no_finding_and_another_name_under_the_decision_does() {
        String dossier = recognised();

        assertThat(checkDossiers.check(List.of(dossier))).isZero();
        assertThat(jdbc.sql("select unnest(applied) from conformance_checked where dossier = ?").param(dossier).query(String.class).list())
                .contains("ADVIES_VOOR_BESLISSING", "BEVOEGD_ONDERTEKEND", "VIER_OGEN_BESLISSING", "BETEKEND_NA_HANDTEKENING", "TERMIJN_ERKENNING", "NUMMER_NA_BESLISSING", "GEMOTIVEERD");

        jdbc.sql("update besluit set signatory = 'hans', signatory_name = 'Hans Verbeke' where dossier = ?").param(dossier).update();
        checkDossiers.check(List.of(dossier));
        checkDossiers.check(List.of(dossier));
        ShowFindings.Sheet found = only(dossier);
        assertThat(found.row().norm()).isEqualTo("BEVOEGD_ONDERTEKEND");
        assertThat(found.row().sentence()).isEqualTo("De beslissing van donderdag 25 maart 2027 draagt de naam Hans Verbeke, die toen niet tekenbevoegd was of ze in Dossierwerk niet ondertekende.");
        assertThat(found.likely()).contains("buiten Dossierwerk om gewijzigd");
        assertThat(found.article()).contains("delegatiebesluit");

        jdbc.sql("update besluit set signatory = 'karel', signatory_name = 'Karel Mertens' where dossier = ?").param(dossier).update();
        checkDossiers.check(List.of(dossier));
        assertThat(sheet(found.row().id())).satisfies(gone -> {
            assertThat(gone.row().status()).isEqualTo("VERDWENEN");
            assertThat(gone.vanished()).contains("niet meer zo", "Wat afweek, werd in de gegevens verbeterd.");
            assertThat(gone.acts()).singleElement().matches(act -> act.status().equals("VERDWENEN"));
        });

        // What comes back is a new one.
        jdbc.sql("update besluit set signatory = 'hans', signatory_name = 'Hans Verbeke' where dossier = ?").param(dossier).update();
        checkDossiers.check(List.of(dossier));
        assertThat(only(dossier).row().id()).isNotEqualTo(found.row().id());
        jdbc.sql("update besluit set signatory = 'karel', signatory_name = 'Karel Mertens' where dossier = ?").param(dossier).update();
        checkDossiers.check(List.of(dossier));
    }

    @Test
    void looking_at_one_dossier_costs_a_few_statements() {
        String dossier = deviating();
        checkDossiers.check(List.of(dossier));
        // Norms; acts, rows, terms, who is kept out, rights; how far, the finding seen again, what disappeared.
        assertThat(CountedStatements.of(() -> checkDossiers.check(List.of(dossier)))).hasSize(9);
    }

    @Test
    void a_deviation_is_investigated_proposed_and_accepted_by_a_second_person() {
        String dossier = deviating();
        checkDossiers.check(List.of(dossier));
        ShowFindings.Sheet found = only(dossier);
        long id = found.row().id();
        assertThat(found.row().sentence()).isEqualTo("Pieter Maas legde de wijziging voor en keurde ze zelf goed.");
        assertThat(found.evidence()).extracting(ShowFindings.Shown::who).containsOnly("Pieter Maas");
        assertThat(found.evidence()).last().matches(shown -> shown.seq() == 2);

        assertThatThrownBy(() -> as("ann", () -> investigate(id))).isInstanceOf(Refused.class).hasMessage("security.role-missing");
        assertThatThrownBy(() -> as("ann", () -> decide(id))).isInstanceOf(Refused.class).hasMessage("security.role-missing");
        assertThatThrownBy(() -> as("joke", () -> propose(id))).isInstanceOf(Refused.class).hasMessage("security.role-missing");
        assertThatThrownBy(() -> as("joke", () -> settle(id, FindingCause.ANDERS, "x"))).isInstanceOf(Refused.class).hasMessage("security.role-missing");
        assertThatThrownBy(() -> as("an", () -> findings.find(id))).isInstanceOf(Refused.class).hasMessage("security.role-missing");
        assertThatThrownBy(() -> as("tom", () -> propose(id))).isInstanceOf(Refused.class).hasMessage("conformance.not-investigated");
        as("tom", () -> investigate(id));
        assertThatThrownBy(() -> as("lieve", () -> investigate(id))).isInstanceOf(Refused.class).hasMessage("conformance.investigated");
        assertThatThrownBy(() -> as("tom", () -> settle(id, null, " "))).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.fields()).extracting(Refused.Field::name).containsExactly("cause", "text"));
        as("tom", () -> propose(id));
        assertThatThrownBy(() -> as("tom", () -> decide(id))).isInstanceOf(Refused.class).hasMessage("conformance.four-eyes");
        as("lieve", () -> decide(id));

        assertThat(sheet(id)).satisfies(closed -> {
            assertThat(closed.row().status()).isEqualTo("AANVAARD");
            assertThat(closed.cause()).isEqualTo("PROCEDURE");
            assertThat(closed.acts()).extracting(ShowFindings.Act::said).containsExactly("Tom Willems onderzoekt de bevinding \"Vier ogen op een wijziging van een procedure\".",
                    "Tom Willems stelde voor om de bevinding \"Vier ogen op een wijziging van een procedure\" te aanvaarden.",
                    "Lieve Goossens aanvaardde de bevinding \"Vier ogen op een wijziging van een procedure\", zoals Tom Willems voorstelde.");
        });
        assertThat(audit.of(dossier)).extracting(AuditLog.Line::action).contains("BEVINDING_IN_ONDERZOEK", "AANVAARDING_VOORGESTELD", "BEVINDING_AANVAARD");

        // It is still so, and is not found again.
        checkDossiers.check(List.of(dossier));
        assertThat(of(dossier)).singleElement().matches(row -> row.status().equals("AANVAARD"));
        assertThatThrownBy(() -> as("tom", () -> investigate(id))).isInstanceOf(Refused.class).hasMessage("conformance.closed");
    }

    @Test
    void who_does_not_accept_says_why_and_it_is_mended_instead() {
        String dossier = deviating();
        checkDossiers.check(List.of(dossier));
        long id = only(dossier).row().id();
        as("tom", () -> investigate(id));
        as("tom", () -> propose(id));
        assertThatThrownBy(() -> as("lieve", () -> refuse(id, ""))).isInstanceOf(Refused.class).hasMessage("conformance.incomplete");
        as("lieve", () -> refuse(id, "Laat iemand anders ze goedkeuren."));
        assertThat(sheet(id)).matches(sheet -> sheet.row().status().equals("IN_ONDERZOEK") && sheet.proposedBy() == null);
        as("tom", () -> settle(id, FindingCause.VERGISSING, "Hilde Baert keurde ze alsnog goed."));
        assertThat(sheet(id).row().status()).isEqualTo("HERSTELD");
        checkDossiers.check(List.of(dossier));
        assertThat(of(dossier)).hasSize(1);
    }

    @Test
    void who_had_a_part_in_the_contested_decision_is_found_in_its_appeal() {
        String contested = fixture("erkenning");
        String appeal = fixture("heroverweging");
        jdbc.sql("""
                insert into besluit (id, dossier, outcome, legal_ground, facts, reasons, appeal_clause, status, drafter, drafter_name, drafted_at, signatory, signatory_name, signed_on)
                values (gen_random_uuid(), ?, 'GEWEIGERD', 'x', 'x', 'x', 'x', 'ONDERTEKEND', 'an', 'An Peeters', now() - interval '9 days', 'karel', 'Karel Mertens', current_date - 8)""").param(contested).update();
        jdbc.sql("insert into contest (appeal, contested, besluit) select ?, ?, id from besluit where dossier = ?").params(appeal, contested, contested).update();
        act(appeal, "bram", "HEROVERWEGING_GEVRAAGD", "Bram De Smet registreerde de vraag.");
        task(appeal, "bram", "Bram De Smet");
        checkDossiers.check(List.of(appeal));
        assertThat(of(appeal)).isEmpty();
        task(appeal, "an", "An Peeters");
        checkDossiers.check(List.of(appeal));
        assertThat(only(appeal).row()).satisfies(row -> {
            assertThat(row.norm()).isEqualTo("BEROEP_ONPARTIJDIG");
            assertThat(row.sentence()).contains("An Peeters", "taak \"Verweer beoordelen\"").doesNotContain("UserTask");
        });
        jdbc.sql("delete from contest where appeal = ?").param(appeal).update();
    }

    @Test
    void what_nobody_looked_at_is_caught_up() {
        String dossier = deviating();
        assertThat(followChains.catchUp()).isPositive();
        assertThat(only(dossier).row().status()).isEqualTo("OPEN");
        assertThat(followChains.catchUp()).isZero();
        act(dossier, "pieter", "OPMERKING_GESCHREVEN", "Pieter Maas schreef een opmerking.");
        assertThat(followChains.catchUp()).isEqualTo(1);
    }

    @Test
    void each_act_is_followed_by_a_look_at_its_dossier() {
        List<String> grew = new CopyOnWriteArrayList<>();
        ApplicationListener<PayloadApplicationEvent<ChainGrew>> listener = ApplicationListener.forPayload(event -> grew.add(event.dossier()));
        context.addApplicationListener(listener);
        String dossier = deviating();
        context.removeApplicationListener(listener);
        assertThat(grew).containsExactly(dossier, dossier);

        FollowChains follows = new FollowChains(checkDossiers, checkConformance, jdbc, new MockEnvironment());
        grew.forEach(each -> follows.grew(new ChainGrew(each)));
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(as("ann", () -> findings.running(dossier))).hasSize(1));
        follows.destroy();
    }

    @Test
    void a_norm_that_ends_takes_its_findings_along() {
        String dossier = deviating();
        checkDossiers.check(List.of(dossier));
        long id = only(dossier).row().id();
        transactions.executeWithoutResult(status -> {
            jdbc.sql("update conformance_norm set valid_to = date '2001-01-01' where code = 'WIJZIGING_VIER_OGEN'").update();
            assertThat(checkConformance.normsChanged()).isTrue();
            checkDossiers.check(List.of(dossier));
            assertThat(sheet(id)).matches(sheet -> sheet.row().status().equals("VERDWENEN") && sheet.vanished().equals("De norm geldt niet meer."));
            status.setRollbackOnly();
        });
        assertThat(sheet(id).row().status()).isEqualTo("OPEN");
    }

    @Test
    void each_history_that_cannot_be_is_found() {
        String dossier = completeFile();
        impossibleHistories.look();
        assertThat(impossible(dossier)).isEmpty();
        String of = "'" + dossier + "'";
        Map<String, String> plants = Map.ofEntries(
                Map.entry("TAAK_AF_VOOR_BEGIN", "update inbox_done set completed_at = opened_at - interval '1 day' where dossier = " + of),
                Map.entry("GESLOTEN_VOOR_ONTVANGST", "update dossier set state = 'GESLOTEN', outcome = 'GEWEIGERD', closed_on = received_on - 1 where number = " + of),
                Map.entry("BESLISSING_VOOR_HOREN", "insert into hearing (dossier, announced_on) values (" + of + ", '2027-03-20'); " + signed(of, "BOETE_OPGELEGD", "2027-03-19")),
                Map.entry("TAAK_ZONDER_PROCEDURE", row(of)),
                Map.entry("PROCEDURE_ZONDER_TAAK", "delete from inbox_row where dossier = " + of),
                Map.entry("BRIEF_VOOR_BESLISSING", signed(of, "ERKEND", "2027-03-19") + "; update letter set sent_on = '2027-03-18' where id in (select letter from besluit where dossier = " + of + ")"),
                Map.entry("TWEE_NEMERS", "update inbox_row set assignee = 'an', assignee_name = 'An Peeters', claimed_at = now() where dossier = " + of
                        + "; update act_ru_task set assignee_ = 'bram' where id_ in (select task_id from inbox_row where dossier = " + of + ")"),
                Map.entry("STAP_UIT_VOOR_IN", "insert into step (dossier, procedure, process, instance, activity, deployment, element, element_name, kind, entered_at, left_at, ended) values ("
                        + of + ", 'erkenning', 'erkenning', 'i', 'a', 'd', 'e', 'Nota opstellen', 'userTask', now(), now() - interval '1 hour', 'AF')"),
                Map.entry("TERMIJN_UIT_VOOR_IN", "alter table term drop constraint term_stops_after_start; update term set stopped_on = started_on - 1, next_step_on = null where dossier = " + of),
                Map.entry("BETALING_ZONDER_BESLISSING", "update dossier set procedure = 'opleiding-terugbetaling' where number = " + of
                        + "; insert into payment_payable (dossier, amount, free_text, granted_by, added_at, added_by, added_by_name) values (" + of + ", 10, 'x', 'x', now(), 'x', 'x')"),
                Map.entry("DOCUMENT_VOOR_DOSSIER", "update document set added_at = added_at - interval '2 days' where dossier = " + of),
                Map.entry("HANDELING_VOOR_VORIGE", ""));
        plants.forEach((kind, plant) -> transactions.executeWithoutResult(status -> {
            if (plant.isEmpty()) {
                clock.moveOn(Duration.ofHours(-3));
                audit.record(AuditLog.Entry.of(dossier, "NOTITIE_GESCHREVEN", "Te vroeg."));
            } else {
                for (String statement : plant.split("; ")) {
                    jdbc.sql(statement).update();
                }
            }
            impossibleHistories.look();
            assertThat(impossible(dossier)).as(kind).contains(kind);
            assertThat(jdbc.sql("select sentence from conformance_finding where norm = ? and dossier = ?").params(kind, dossier).query(String.class).list()).as(kind).isNotEmpty()
                    .allSatisfy(sentence -> assertThat(sentence).endsWith(".").doesNotContain("null"));
            status.setRollbackOnly();
        }));
        Map<String, String> without = Map.of("TAAK_ZONDER_DOSSIER", row("'DC-ERK-1999-00001'"), "DOSSIER_ZONDER_KETEN", """
                insert into dossier (number, procedure, subject, source, received_on, registered_at, state) values ('DC-ERK-1999-00002', 'erkenning', 'x', 'PAPIER', current_date, now(), 'IN_BEHANDELING')""",
                "KLOK_ZONDER_PROCEDURE", "insert into act_ru_job (id_, rev_, type_, process_instance_id_, suspension_state_, priority_) values ('planted', 1, 'timer', 'gone', 1, 0)");
        without.forEach((kind, plant) -> transactions.executeWithoutResult(status -> {
            int before = count(kind);
            jdbc.sql(plant).update();
            impossibleHistories.look();
            assertThat(count(kind)).as(kind).isGreaterThan(before);
            status.setRollbackOnly();
        }));
        assertThat(ImpossibleHistories.kinds()).hasSize(plants.size() + without.size());
        impossibleHistories.look();
        assertThat(impossible(dossier)).isEmpty();
    }

    @Test
    void coverage_says_what_is_looked_at_and_what_is_not() {
        String dossier = deviating();
        checkDossiers.check(List.of(dossier));
        List<ShowFindings.Covered> covered = as("ann", findings::covered);
        assertThat(covered).filteredOn(norm -> !norm.impossible()).hasSizeGreaterThan(40).allSatisfy(norm -> assertThat(norm.article()).isNotBlank());
        assertThat(covered).filteredOn(norm -> norm.code().equals("WIJZIGING_VIER_OGEN")).singleElement().satisfies(norm -> {
            assertThat(norm.checked()).isGreaterThanOrEqualTo(norm.applied());
            assertThat(norm.applied()).isPositive();
            assertThat(norm.running()).isPositive();
            assertThat(norm.lastCheck()).isNotNull();
        });
        assertThat(as("ann", findings::uncovered)).hasSizeGreaterThan(10).allSatisfy(duty -> assertThat(duty.reason()).isNotBlank());
    }

    /** A norm that asks for what the product never writes would look at nothing, for ever. */
    @Test
    void norms_ask_for_what_the_product_writes() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java") && !path.toString().contains("conformance")).toList()) {
                code.append(Files.readString(file));
            }
        }
        List<String> rules = jdbc.sql("select distinct code from term_rule").query(String.class).list();
        List<String> procedures = List.of("erkenning", "intrekking-vrijwillig", "intrekking-ambtshalve", "inbreukdossier", "opvolging-voorwaarden", "terugvordering", "opleiding-goedkeuring",
                "opleiding-terugbetaling", "opleidingsbudget", "heroverweging", "beroep-raad-van-state", "administratieve-geldboete", "klacht", "openbaarheid", "procedurewijziging");
        assertThat(norms.all()).filteredOn(norm -> norm.pattern() != Pattern.ONMOGELIJK).hasSizeGreaterThan(40).allSatisfy(norm -> {
            assertThat(procedures).as(norm.code()).containsAll(norm.procedures());
            assertThat(rules).as(norm.code()).containsAll(norm.asks().terms());
            assertThat(Roles.names().keySet()).as(norm.code()).containsAll(norm.asks().roles());
            Stream.of(norm.asks().when(), norm.asks().needs(), norm.asks().unless(), norm.asks().since()).flatMap(List::stream)
                    .map(asked -> asked.substring(asked.indexOf('/') + 1).replace("*", "")).filter(asked -> !asked.isEmpty())
                    .forEach(asked -> assertThat(code).as(norm.code() + " asks for " + asked).contains(asked));
        });
        assertThat(norms.all().stream().flatMap(norm -> norm.procedures().stream()).collect(Collectors.toSet())).containsExactlyInAnyOrderElementsOf(procedures);
    }

    private String recognised() {
        String dossier = completeFile();
        at(LocalDate.of(2027, 3, 4));
        send("an", dossier, "UserTask_BronnenNagaan", cleanSources());
        send("an", dossier, "UserTask_OndernemingsplanBeoordelen", goodPlan());
        send("an", dossier, "UserTask_WaarborgNagaan", depositPaid(RECEIVED.minusDays(10)));
        send("an", dossier, "UserTask_VoorwaardenBeoordelen", conditionsMet());
        send("an", dossier, "UserTask_NotaOpstellen", note("GUNSTIG"));
        send("sofie", dossier, "UserTask_OpAgendaPlaatsen", agenda(LocalDate.of(2027, 3, 18)));
        at(LocalDate.of(2027, 3, 18));
        send("sofie", dossier, "UserTask_AdviesRegistreren", advice("GUNSTIG", LocalDate.of(2027, 3, 18)));
        at(LocalDate.of(2027, 3, 25));
        send("an", dossier, "UserTask_BeslissingOpstellen", decision("ERKEND", application.activities().stream().map(Enum::name).toList()));
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        send("karel", dossier, "UserTask_Ondertekenen", signature());
        jobs.run();
        send("els", dossier, "UserTask_ZendingRegistreren", posted(LocalDate.now(clock), 1));
        jobs.run();
        return dossier;
    }

    private Application application;

    private String completeFile() {
        at(RECEIVED);
        application = InventedApplications.make(undertakings++, RECEIVED, true);
        String dossier = acts.file(people.actor("els"), application, "PAPIER", RECEIVED, InventedApplications.attachments(application));
        at(LocalDate.of(2027, 3, 3));
        send("an", dossier, "UserTask_VolledigheidNagaan", complete());
        return dossier;
    }

    /** Who laid a change before others approved it too: only the acts, for the tables refuse it. */
    private String deviating() {
        String dossier = fixture("procedurewijziging");
        act(dossier, "pieter", "WIJZIGING_VOORGELEGD", "Pieter Maas legde de wijziging voor.");
        act(dossier, "pieter", "WIJZIGING_GOEDGEKEURD", "Pieter Maas keurde de wijziging goed.");
        return dossier;
    }

    private String fixture(String procedure) {
        String dossier = "DC-NRM-2027-%05d".formatted(++planted);
        jdbc.sql("insert into dossier (number, procedure, subject, source, received_on, registered_at, state) values (?, ?, 'Proef', 'AMBTSHALVE', current_date, now(), 'IN_BEHANDELING')")
                .params(dossier, procedure).update();
        return dossier;
    }

    private void act(String dossier, String person, String action, String sentence) {
        as(person, () -> {
            transactions.executeWithoutResult(status -> audit.record(AuditLog.Entry.of(dossier, action, sentence)));
            return null;
        });
    }

    private void task(String dossier, String person, String name) {
        jdbc.sql("""
                insert into inbox_done (task_id, dossier, procedure, subject, task_key, task_name, opened_at, completed_at, completed_by, completed_by_name)
                values (gen_random_uuid()::text, ?, 'heroverweging', 'Proef', 'UserTask_VerweerBeoordelen', 'Verweer beoordelen', now() - interval '1 day', now(), ?, ?)""")
                .params(dossier, person, name).update();
    }

    private static String signed(String dossier, String outcome, String signedOn) {
        return "insert into besluit (id, dossier, outcome, legal_ground, facts, reasons, appeal_clause, status, drafter, drafter_name, drafted_at, signatory, signatory_name, signed_on, letter)"
                + " select gen_random_uuid(), " + dossier + ", '" + outcome + "', 'x', 'x', 'x', 'x', 'ONDERTEKEND', 'a', 'a', '2027-03-17', 'b', 'b', '" + signedOn
                + "', (select id from letter where dossier = " + dossier + " limit 1)";
    }

    private static String row(String dossier) {
        return "insert into inbox_row (task_id, dossier, procedure, subject, process, task_key, task_name, groups, opened_at, waits) values ('planted', " + dossier
                + ", 'erkenning', 'x', 'erkenning', 'UserTask_X', 'Nota opstellen', 'dc-jurist', now(), false)";
    }

    private List<String> impossible(String dossier) {
        return jdbc.sql("""
                select f.norm from conformance_finding f join conformance_norm n on n.code = f.norm and n.version = f.norm_version
                where f.dossier = ? and n.pattern = 'ONMOGELIJK' and f.status = 'OPEN'""").param(dossier).query(String.class).list();
    }

    private int count(String kind) {
        return jdbc.sql("select count(*) from conformance_finding where norm = ? and status = 'OPEN'").param(kind).query(Integer.class).single();
    }

    private List<ShowFindings.Row> of(String dossier) {
        return as("ann", () -> findings.page(new ShowFindings.Filter(null, null, null), 0, 5_000)).stream().filter(row -> row.dossier().equals(dossier)).toList();
    }

    private ShowFindings.Sheet only(String dossier) {
        List<ShowFindings.Row> running = as("ann", () -> findings.running(dossier));
        assertThat(running).hasSize(1);
        return sheet(running.get(0).id());
    }

    private ShowFindings.Sheet sheet(long id) {
        return as("ann", () -> findings.find(id)).orElseThrow();
    }

    private Void investigate(long id) {
        investigateFinding.investigate(id);
        return null;
    }

    private Void propose(long id) {
        proposeAcceptance.propose(id, FindingCause.PROCEDURE, "Er was maar één procedurebeheerder.");
        return null;
    }

    private Void decide(long id) {
        decideAcceptance.decide(id, true, null);
        return null;
    }

    private Void refuse(long id, String why) {
        decideAcceptance.decide(id, false, why);
        return null;
    }

    private Void settle(long id, FindingCause cause, String text) {
        settleFinding.settle(id, true, cause, text);
        return null;
    }

    private <T> T as(String person, Supplier<T> work) {
        return currentActor.as(people.actor(person), work);
    }

    private void send(String person, String dossier, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), dossier, task, fields);
    }

    private void at(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day, LocalTime.of(9, 0), MovableClock.BRUSSELS));
        jobs.run();
    }
}
