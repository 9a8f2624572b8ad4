package be.dossierwerk.disposal;

import static be.dossierwerk.demo.TypedForms.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.appeal.FileHeroverweging;
import be.dossierwerk.appeal.NotifiedDecisions;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.RecordedChains;
import be.dossierwerk.audit.proof.Bundle;
import be.dossierwerk.audit.proof.Chain;
import be.dossierwerk.deadline.Verdict;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.dossier.AddNote;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.evidence.MakeEvidence;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.AttachedFile;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A recognition is refused, kept for ten years and destroyed, on the real engine with a moved clock; and what keeps a dossier from being destroyed. */
@DossierwerkTest
class DisposalJourneyTest {

    /** A Monday. */
    private static final LocalDate RECEIVED = LocalDate.of(2027, 3, 1);
    private static final LocalDate LATER = LocalDate.of(2037, 3, 2);
    private static int undertakings = 4_450;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private Dossiers dossiers;
    @Autowired private AddNote addNote;
    @Autowired private AuditLog audit;
    @Autowired private RecordedChains chains;
    @Autowired private MakeEvidence makeEvidence;
    @Autowired private NotifiedDecisions decisions;
    @Autowired private FileHeroverweging fileHeroverweging;
    @Autowired private DueDossiers due;
    @Autowired private RetentionRules rules;
    @Autowired private ProposeDestruction proposeDestruction;
    @Autowired private DestroyDossier destroyDossier;
    @Autowired private RejectDestruction rejectDestruction;
    @Autowired private SetHold setHold;
    @Autowired private LiftHold liftHold;
    @Autowired private ProposeRetentionChange proposeRetentionChange;
    @Autowired private DecideRetentionChange decideRetentionChange;
    @Autowired private TransactionTemplate transactions;
    @Autowired private JdbcClient jdbc;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;

    private Application application;

    @BeforeEach
    void background_executor_rests() {
        jobs.byHand();
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void ten_years_after_a_refusal_nothing_personal_is_left_and_the_chain_still_verifies() throws Exception {
        String dossier = refused("Quirinus Poetswerken", "Walburga Zeepkens", "zeepkens@quirinus.example");
        as("an", () -> {
            addNote.add(dossier, "Walburga Zeepkens belde over haar dossier.");
            dossiers.attach(dossier, "BRIEFWISSELING", "Brief van Walburga Zeepkens", "zeepkens.pdf",
                    "%PDF-1.4 Geachte, ik ben Walburga Zeepkens.".getBytes(StandardCharsets.UTF_8), RECEIVED);
            return null;
        });
        List<String> personal = List.of("Quirinus", "Zeepkens", "quirinus.example", application.undertaking().enterpriseNumber(), application.undertaking().street(),
                application.undertaking().iban(), application.persons().get(0).nationalNumber());
        assertThat(occurrences(personal)).as("before").hasSizeGreaterThan(12).contains("party.name", "audit_content.content", "document.title")
                .anyMatch(place -> place.startsWith("document_content"));
        int steps = count("step", dossier);
        int terms = count("term", dossier);
        String head = jdbc.sql("select hash from audit_entry where dossier = ? order by seq desc limit 1").param(dossier).query(String.class).single();

        at(LATER.minusDays(1), LocalTime.of(9, 0));
        assertThat(due.of(dossier)).as("the last day on which it is kept").isEmpty();
        at(LATER, LocalTime.of(9, 0));
        assertThat(due.of(dossier)).hasValueSatisfying(over -> {
            assertThat(over.rule().code()).isEqualTo("B-01");
            assertThat(over.countedFrom()).isEqualTo(dossiers.get(dossier).closedOn());
            assertThat(over.hindrances()).isEmpty();
        });
        long proposal = as("lieve", () -> proposeDestruction.propose(dossier, "Jaarlijkse vernietiging"));
        refuses("security.role-missing", "ann", () -> destroyDossier.destroy(proposal));
        refuses("disposal.four-eyes", "lieve", () -> destroyDossier.destroy(proposal));
        does("joke", () -> destroyDossier.destroy(proposal));

        assertThat(occurrences(personal)).isEmpty();
        Chain chain = chains.of(List.of(dossier)).get(0);
        assertThat(chain.destroyed()).isTrue();
        assertThat(chain.findings()).isEmpty();
        assertThat(chain.entries()).extracting(entry -> entry.hash()).contains(head);
        assertThat(chain.entries()).filteredOn(entry -> entry.content() != null).singleElement().satisfies(last -> {
            assertThat(last.action()).isEqualTo("VERNIETIGD");
            assertThat(last.content()).contains("Joke Claes bevestigde wat Lieve Goossens voorstelde", "\"party\":");
        });
        assertThat(jdbc.sql("select rule || ' ' || by_id || ' ' || second_id || ' ' || reason from destruction where dossier = ?").param(dossier).query(String.class).single())
                .isEqualTo("B-01, versie 1: Erkenning, 10 jaar na het einde van de erkenning lieve joke Jaarlijkse vernietiging");
        Dossiers.Details left = dossiers.get(dossier);
        assertThat(left.subject()).isEqualTo("Vernietigd dossier");
        assertThat(left.outcome()).isEqualTo("GEWEIGERD");
        assertThat(left.receivedOn()).isEqualTo(RECEIVED);
        assertThat(count("step", dossier)).isEqualTo(steps);
        assertThat(count("term", dossier)).isEqualTo(terms);
        assertThat(jdbc.sql("select outcome from besluit where dossier = ?").param(dossier).query(String.class).list()).containsExactly("GEWEIGERD");
        assertThat(jdbc.sql("select count(*) from document where dossier = ? and sha256 ~ '^[0-9a-f]{64}$'").param(dossier).query(Integer.class).single()).isPositive();
        assertThat(due.of(dossier)).isEmpty();

        MakeEvidence.Made made = as("ann", () -> makeEvidence.make(dossier));
        try (Bundle bundle = new Bundle(made.file())) {
            assertThat(bundle.verify(Bundle.Known.NOTHING).found()).isEmpty();
        }
        try (ZipFile zip = new ZipFile(made.file().toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                assertThat(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)).as(entry.getName()).doesNotContain("Quirinus", "Zeepkens");
            }
        }
        Files.delete(made.file());
        assertThatThrownBy(() -> as("an", () -> {
            addNote.add(dossier, "Nog iets.");
            return null;
        })).hasMessageContaining("is destroyed");
        refuses("disposal.decided", "joke", () -> destroyDossier.destroy(proposal));
    }

    @Test
    void under_appeal_held_back_or_by_one_person_alone_nothing_is_destroyed() throws Exception {
        String dossier = refused("Ludovica Strijkwerken", "Ottilie Strijkers", "o@ludovica.example");
        LocalDate appealed = RECEIVED.plusDays(10);
        at(LATER, LocalTime.of(9, 0));
        refuses("security.role-missing", "ann", () -> proposeDestruction.propose(dossier, null));
        refuses("security.role-missing", "an", () -> setHold.set(dossier, "x"));
        refuses("disposal.reason-required", "joke", () -> setHold.set(dossier, " "));
        does("joke", () -> setHold.set(dossier, "De rechtbank vroeg het dossier op."));
        refuses("disposal.held-back.TEGENGEHOUDEN", "lieve", () -> proposeDestruction.propose(dossier, null));
        refuses("disposal.held", "lieve", () -> setHold.set(dossier, "Nog eens."));
        does("lieve", () -> liftHold.lift(dossier, "De rechtbank gaf het terug."));
        long rejected = as("lieve", () -> proposeDestruction.propose(dossier, null));
        refuses("disposal.proposed", "lieve", () -> proposeDestruction.propose(dossier, null));
        does("joke", () -> rejectDestruction.reject(rejected, "Eerst het archief vragen."));
        refuses("disposal.decided", "joke", () -> destroyDossier.destroy(rejected));

        // An appeal that comes in while the confirmation waits for the same dossier: whoever comes first, the dossier stays.
        long proposal = as("lieve", () -> proposeDestruction.propose(dossier, null));
        CompletableFuture<Throwable> confirmed = new CompletableFuture<>();
        String appeal = transactions.execute(work -> {
            String filed = as("els", () -> fileHeroverweging.file(UUID.randomUUID(), new FileHeroverweging.Request(decisions.lastOf(dossier).orElseThrow().besluit(), appealed,
                    "De schuld is betaald."), List.of(new AttachedFile("vraag.pdf", "%PDF-1.4 vraag".getBytes(StandardCharsets.UTF_8)))));
            new Thread(() -> {
                try {
                    does("joke", () -> destroyDossier.destroy(proposal));
                    confirmed.complete(null);
                } catch (Throwable refused) {
                    confirmed.complete(refused);
                }
            }).start();
            waitsForTheDossier();
            return filed;
        });
        assertThat(confirmed.get(60, TimeUnit.SECONDS)).isInstanceOf(Refused.class).hasMessage("disposal.held-back.HEROVERWEGING");
        assertThat(due.of(dossier).orElseThrow().hindrances()).extracting(Hindrance::kind, Hindrance::detail)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Hindrance.Kind.HEROVERWEGING, appeal));
        assertThatThrownBy(() -> jdbc.sql("""
                insert into destruction (dossier, rule, due_on, destroyed_at, by_id, by_name, second_id, second_name) values (?, 'B', date '2037-01-01', now(), 'a', 'A', 'b', 'B')""")
                .param(dossier).update()).as("also by hand").hasMessageContaining("is under appeal");
        assertThat(dossiers.parties(dossier)).isNotEmpty();
        assertThatThrownBy(() -> jdbc.sql("update besluit_suspension set reason = 'x'; update term_entry set reason = 'x' where dossier = ?").param(dossier).update())
                .as("what guards the tables still does").isNotNull();
    }

    @Test
    void a_longer_term_waits_for_a_second_person_and_says_beforehand_which_dossiers_it_moves() {
        at(RECEIVED, LocalTime.of(9, 0));
        RetentionRule base = rules.today().stream().filter(RetentionRule::rest).findFirst().orElseThrow();
        String closed = as("els", () -> {
            String opened = dossiers.open(new Dossiers.NewDossier("klacht", "KLA", "Iemand", null, null, "MAIL", RECEIVED, null, null));
            dossiers.close(opened, "AFGESLOTEN", RECEIVED);
            return opened;
        });
        LocalDate day = LocalDate.of(2099, 1, 1);
        RetentionChange change = new RetentionChange(base.code(), 132, CountsFrom.EINDE_DOSSIER, "Selectieregel 2098", true, "De rechter vroeg langer.", day);
        DueDossiers.Impact impact = due.impact(base, change.after(base));
        assertThat(impact.dossiers()).isPositive().isEqualTo(impact.later());
        assertThat(impact.earlier()).isZero();
        refuses("security.role-missing", "ann", () -> proposeRetentionChange.propose(change));
        assertThatThrownBy(() -> as("pieter", () -> proposeRetentionChange.propose(new RetentionChange(base.code(), 0, null, "", false, null, RECEIVED))))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.fields()).extracting(Refused.Field::name)
                        .containsExactly("months", "countsFrom", "source", "reason", "validFrom"));
        long proposal = as("pieter", () -> proposeRetentionChange.propose(change));
        refuses("disposal.rule.already-proposed", "hilde", () -> proposeRetentionChange.propose(change));
        refuses("disposal.rule.four-eyes", "pieter", () -> decideRetentionChange.decide(proposal, Verdict.GOEDGEKEURD, null));
        does("hilde", () -> decideRetentionChange.decide(proposal, Verdict.GOEDGEKEURD, null));

        at(LocalDate.of(2037, 3, 2), LocalTime.of(9, 0));
        assertThat(due.of(closed)).hasValueSatisfying(over -> assertThat(over.rule().version()).isEqualTo(base.version()));
        at(day, LocalTime.of(9, 0));
        assertThat(due.of(closed)).hasValueSatisfying(over -> {
            assertThat(over.rule().version()).isEqualTo(base.version() + 1);
            assertThat(over.dueOn()).isEqualTo("2038-03-02");
        });
    }

    private void waitsForTheDossier() {
        for (int i = 0; i < 600; i++) {
            if (jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted").query(Integer.class).single() > 0) {
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("the confirmation never waited for the dossier");
    }

    /** Everywhere in the database, also in bytes and in what the engine keeps, where one of these texts stands: table.column. */
    private List<String> occurrences(List<String> texts) {
        List<String> found = new ArrayList<>();
        List<Map<String, Object>> columns = jdbc.sql("""
                select c.table_name, c.column_name, c.data_type from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
                and (c.data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY')) order by 1, 2""").query().listOfRows();
        for (Map<String, Object> column : columns) {
            String read = column.get("data_type").equals("bytea") ? "encode(\"%s\", 'escape')" : "\"%s\"::text";
            String any = String.join(" or ", texts.stream().map(text -> "read like '%" + text + "%'").toList());
            String sql = "select count(*) from (select " + read.formatted(column.get("column_name")) + " as read from \"" + column.get("table_name") + "\") r where " + any;
            if (jdbc.sql(sql).query(Integer.class).single() > 0) {
                found.add(column.get("table_name") + "." + column.get("column_name"));
            }
        }
        return found;
    }

    private int count(String table, String dossier) {
        return jdbc.sql("select count(*) from " + table + " where dossier = ?").param(dossier).query(Integer.class).single();
    }

    private void does(String person, Runnable act) {
        as(person, () -> {
            act.run();
            return null;
        });
    }

    private void refuses(String key, String person, Runnable act) {
        assertThatThrownBy(() -> does(person, act)).isInstanceOf(Refused.class).hasMessage(key);
    }

    private String refused(String undertaking, String person, String mail) {
        at(RECEIVED, LocalTime.of(9, 0));
        Application made = InventedApplications.make(undertakings++, RECEIVED, true);
        Application.Undertaking it = made.undertaking();
        application = new Application(made.kind(), new Application.Undertaking(it.enterpriseNumber(), undertaking, it.legalForm(), it.type(), "Vlindermakersgang 7", it.postalCode(),
                it.municipality(), it.phone(), mail, it.iban()), List.of(new Application.Person(made.persons().get(0).nationalNumber(), person, made.persons().get(0).function())),
                made.establishments(), made.activities(),
                new Application.InfoSession(made.infoSession().followedOn(), List.of(person)), made.deposit(), made.businessPlan(), made.otherActivities(), made.separateDepartment(), made.commitments());
        String dossier = acts.file(people.actor("els"), application, "PAPIER", RECEIVED, InventedApplications.attachments(application));
        send("an", dossier, "UserTask_VolledigheidNagaan", complete());
        send("an", dossier, "UserTask_BronnenNagaan", cleanSources());
        send("an", dossier, "UserTask_OndernemingsplanBeoordelen", goodPlan());
        send("an", dossier, "UserTask_WaarborgNagaan", depositPaid(RECEIVED.minusDays(10)));
        Map<String, Object> conditions = new java.util.HashMap<>(conditionsMet());
        conditions.put("c08Resultaat", "NOK");
        conditions.put("c08Bewijs", person + " leidde een onderneming die ingetrokken werd.");
        send("an", dossier, "UserTask_VoorwaardenBeoordelen", conditions);
        send("an", dossier, "UserTask_NotaOpstellen", note("ONGUNSTIG"));
        send("els", dossier, "UserTask_VerweerRegistreren", defence(RECEIVED));
        send("an", dossier, "UserTask_VerweerBeoordelen", defenceRejected());
        send("sofie", dossier, "UserTask_OpAgendaPlaatsen", agenda(RECEIVED));
        send("sofie", dossier, "UserTask_AdviesRegistreren", advice("ONGUNSTIG", RECEIVED));
        send("an", dossier, "UserTask_BeslissingOpstellen", decision("GEWEIGERD", List.of()));
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        send("karel", dossier, "UserTask_Ondertekenen", signature());
        jobs.run();
        send("els", dossier, "UserTask_ZendingRegistreren", posted(LocalDate.now(clock), 1));
        jobs.run();
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("GEWEIGERD");
        return dossier;
    }

    private void send(String person, String dossier, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), dossier, task, fields);
    }

    private <T> T as(String person, Supplier<T> work) {
        return currentActor.as(people.actor(person), work::get);
    }

    /** Nothing fires: years later every term of every other test's dossiers would. */
    private void at(LocalDate day, LocalTime time) {
        clock.moveTo(ZonedDateTime.of(day, time, MovableClock.BRUSSELS));
    }
}
