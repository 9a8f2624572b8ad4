package be.dossierwerk.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.BelievedKeys;
import be.dossierwerk.audit.CollectChanges;
import be.dossierwerk.audit.OutsideSeals;
import be.dossierwerk.audit.RecordedChains;
import be.dossierwerk.audit.RecordedSeals;
import be.dossierwerk.audit.SealChains;
import be.dossierwerk.audit.VerifyCommand;
import be.dossierwerk.audit.proof.Bundle;
import be.dossierwerk.audit.proof.ChainEntry;
import be.dossierwerk.audit.proof.Digests;
import be.dossierwerk.audit.proof.EntryHash;
import be.dossierwerk.audit.proof.Finding;
import be.dossierwerk.audit.proof.ProofJson;
import be.dossierwerk.audit.proof.Seal;
import be.dossierwerk.audit.proof.SealKeys;
import be.dossierwerk.audit.proof.TimeStampAuthority;
import be.dossierwerk.audit.proof.TimeStampQuestion;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a hand in the database does to real dossiers is found, and named, by the scheduled check and by {@code verify}. Each tampering, its check and its
 * bundle happen in one transaction that is rolled back: nothing of it is left for other tests.
 */
@DossierwerkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperingTest {

    private static final Actor AUDITOR = new Actor("omer", "Omer Daems", Set.of(Roles.AUDITOR));
    private static final Actor LAWYER = new Actor("joke", "Joke Maes", Set.of(Roles.LAWYER));
    private static final String NOTE = "NOTITIE_GESCHREVEN";
    private static final LocalDate RECEIVED = LocalDate.of(2027, 3, 1);
    private static final List<String> GUARDED = List.of("audit_entry", "audit_content", "audit_key", "audit_seal", "audit_seal_leaf", "audit_seal_key",
            "audit_seal_outside", "audit_guard", "destruction", "row_change");

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private Dossiers dossiers;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;
    @Autowired private CollectChanges collectChanges;
    @Autowired private SealChains sealChains;
    @Autowired private RecordedSeals seals;
    @Autowired private RecordedChains chains;
    @Autowired private OutsideSeals outside;
    @Autowired private BelievedKeys believed;
    @Autowired private CheckChains checkChains;
    @Autowired private ChainFindings chainFindings;
    @Autowired private MakeEvidence makeEvidence;
    @Autowired private AuditLog audit;
    @Autowired private DataSource data;

    private String a;
    private String b;
    /** Nobody does anything in it after the first seal. */
    private String still;
    /** The last sealed entry of the first dossier, and of the seal before. */
    private long last;
    private long lastBefore;
    private long seal;
    private String document;
    private String title;

    @BeforeAll
    void two_dossiers_in_two_seals() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(RECEIVED.atTime(9, 0), MovableClock.BRUSSELS));
        a = filed(3_951);
        b = filed(3_952);
        still = filed(3_953);
        collectChanges.collect();
        sealChains.seal();
        lastBefore = entries(a).size();
        for (String dossier : List.of(a, b)) {
            acts.send(people.actor("an"), dossier, "UserTask_VolledigheidNagaan", TypedForms.depositMissing());
            currentActor.as(people.actor("an"), () -> {
                dossiers.note(dossier, "Gebeld met de aanvrager.");
                return null;
            });
        }
        collectChanges.collect();
        seal = sealChains.seal();
        last = entries(a).size();
        Dossiers.Document first = dossiers.documents(a).stream().filter(each -> !each.kind().equals("BRON")).findFirst().orElseThrow();
        document = first.id().toString();
        title = "\"" + first.title() + "\"";
    }

    @AfterAll
    void clock_runs_again() {
        clock.release();
    }

    private String filed(int number) {
        Application application = InventedApplications.make(number, RECEIVED, false);
        return acts.file(people.actor("els"), application, "PAPIER", RECEIVED, InventedApplications.attachments(application));
    }

    private interface Hand {
        void in(TamperingTest database);
    }

    /** {@code found} by the check; {@code shown} by the bundle that is made afterwards, null when that can show nothing. */
    private record Case(String what, Hand hand, Function<TamperingTest, String> found, Function<TamperingTest, String> shown) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Case both(String what, Hand hand, Function<TamperingTest, String> sentence) {
        return new Case(what, hand, sentence, sentence);
    }

    static Stream<Case> cases() {
        return Stream.of(
                both("a hashed field changed", t -> t.sql("update audit_entry set actor = 'bart' where dossier = ? and seq = 3", t.a),
                        t -> "Handeling 3 van %s werd gewijzigd: haar vingerafdruk past niet meer bij het moment, wie, de rol of de handeling die er nu staan.".formatted(t.a)),
                both("content changed", t -> t.sql("update audit_content set content = content || ' ' where dossier = ? and seq = 3", t.a),
                        t -> "De inhoud van handeling 3 van %s werd gewijzigd: de zin, de reden of de gegevens zijn niet die waarmee ze werd geschreven.".formatted(t.a)),
                both("content deleted", t -> t.sql("delete from audit_content where dossier = ? and seq = 3", t.a),
                        t -> "De inhoud van handeling 3 van %s is weg, en er staat geen vernietiging van.".formatted(t.a)),
                both("a field changed with its hash", t -> t.rewrite(t.a, chain -> chain.set(2, hashed(chain.get(2), "bart"))),
                        t -> "Handeling 3 van %s werd vervangen: handeling 4 volgt op een andere dan die er nu staat.".formatted(t.a)),
                both("a middle entry deleted", t -> t.rewrite(t.a, chain -> chain.remove(2)),
                        t -> "Handeling 3 van %s ontbreekt: na handeling 2 komt handeling 4.".formatted(t.a)),
                both("a middle entry deleted and the rest renumbered", t -> t.rewrite(t.a, chain -> {
                    chain.remove(2);
                    t.renumber(chain, 2);
                }), t -> "Handeling 3 van %s werd weggehaald: wat nu handeling 3 is, werd geschreven als handeling 4.".formatted(t.a)),
                // The product wrote on, in the place of the entry that was gone.
                new Case("the last entry deleted", t -> t.rewrite(t.a, chain -> chain.remove(chain.size() - 1)),
                        t -> "Handeling %d van %s is weg: zegel %d van ".formatted(t.last, t.a, t.seal),
                        t -> "De keten van %s werd herschreven: ze klopt met zichzelf, maar handeling %d is niet die van zegel %d van ".formatted(t.a, t.last, t.seal)),
                both("an entry put in the middle", t -> t.rewrite(t.a, chain -> {
                    chain.add(2, t.written(t.a, 3, NOTE, "{\"sentence\":\"Vals\"}", chain.get(1).hash()));
                    t.renumber(chain, 3);
                }), t -> "Handeling 3 van %s werd er later tussengevoegd: wat nu handeling 4 is, werd geschreven als handeling 3.".formatted(t.a)),
                both("an entry put at the end", t -> t.rewrite(t.a, chain -> chain.add(t.written(t.a, t.last + 1, NOTE, "{\"sentence\":\"Vals\"}", "ab".repeat(32)))),
                        t -> "Handeling %d van %s werd er met de hand bij gezet: ze volgt niet op handeling %d, die verzegeld is.".formatted(t.last + 1, t.a, t.last)),
                both("two entries exchanged", t -> t.rewrite(t.a, chain -> {
                    ChainEntry three = chain.get(2);
                    chain.set(2, at(chain.get(3), t.a, 3));
                    chain.set(3, at(three, t.a, 4));
                }), t -> "De volgorde in %s werd veranderd: wat nu handeling 3 is, werd geschreven als handeling 4.".formatted(t.a)),
                new Case("entries of two dossiers exchanged", t -> {
                    ChainEntry ofA = t.entries(t.a).get(2);
                    ChainEntry ofB = t.entries(t.b).get(2);
                    t.rewrite(t.a, chain -> chain.set(2, at(ofB, t.a, 3)));
                    t.rewrite(t.b, chain -> chain.set(2, at(ofA, t.b, 3)));
                }, t -> "Wat in %s als handeling 3 staat, is handeling 3 van %s: de handelingen van twee dossiers werden verwisseld.".formatted(t.a, t.b),
                        t -> "Handeling 3 van %s hoort hier niet: noch haar vingerafdruk, noch haar inhoud past bij dit dossier;".formatted(t.a)),
                both("a document's bytes replaced", t -> t.sql("update document_content set content = 'x'::bytea where document = ?::uuid", t.document),
                        t -> "Document %s van %s werd gewijzigd: het bestand is niet meer dat waarvan de vingerafdruk werd bewaard.".formatted(t.title, t.a)),
                both("a document and its recorded fingerprint replaced", t -> {
                    t.sql("update document_content set content = 'x'::bytea where document = ?::uuid", t.document);
                    t.sql("update document set sha256 = encode(sha256('x'::bytea), 'hex') where id = ?::uuid", t.document);
                }, t -> "Document %s van %s werd vervangen, met zijn bewaarde vingerafdruk: de handeling die het toevoegde, noemt een andere.".formatted(t.title, t.a)),
                both("a document deleted", t -> {
                    t.sql("delete from document_content where document = ?::uuid", t.document);
                    t.sql("delete from document where id = ?::uuid", t.document);
                }, t -> "Document %s van %s is weg: een handeling voegde het toe.".formatted(t.document, t.a)),
                new Case("a whole dossier removed", t -> {
                    for (String table : List.of("audit_content", "audit_entry", "audit_key", "document", "party", "term")) {
                        t.sql("delete from " + table + " where dossier = ?", t.a);
                    }
                    t.sql("delete from dossier where number = ?", t.a);
                }, t -> "%s is weg: zegel %d van ".formatted(t.a, t.seal), null),
                both("the root of a seal changed", t -> t.sql("update audit_seal set root = repeat('ab', 32) where serial = ?", t.seal),
                        t -> "Zegel %d zegt iets anders dan het zegel %d dat erbuiten wordt bewaard: een andere wortel.".formatted(t.seal, t.seal)),
                both("a chain made to agree with itself again", t -> t.rewrite(t.a, chain -> t.rewritten(chain, 2)),
                        t -> "De keten van %s werd herschreven: ze klopt met zichzelf, maar handeling %d is niet die van zegel %d van ".formatted(t.a, t.lastBefore, t.seal - 1)),
                new Case("a chain and what the seal says of it", t -> {
                    t.rewrite(t.a, chain -> t.rewritten(chain, (int) t.lastBefore));
                    t.sql("update audit_seal_leaf set head = (select hash from audit_entry e where e.dossier = ? and e.seq = ?) where dossier = ? and seal = ?", t.a, t.last, t.a, t.seal);
                }, t -> "De bladen van zegel %d leiden niet naar zijn wortel: er werd een blad gewijzigd, toegevoegd of weggehaald.".formatted(t.seal),
                        t -> "Handeling %d zit niet in zegel %d: haar blad leidt niet naar de wortel van dat zegel.".formatted(t.last, t.seal)),
                both("rolled back to before a seal", t -> {
                    t.sql("delete from audit_seal_leaf where seal = ?", t.seal);
                    t.sql("delete from audit_seal_outside where serial = ?", t.seal);
                    t.sql("delete from audit_seal where serial = ?", t.seal);
                    for (String dossier : List.of(t.a, t.b)) {
                        int then = t.jdbc.sql("select max(seq) from audit_seal_leaf where dossier = ?").param(dossier).query(Integer.class).single();
                        t.rewrite(dossier, chain -> chain.subList(then, chain.size()).clear());
                    }
                }, t -> "De gegevens werden teruggezet naar een oudere stand: erbuiten ligt zegel %d van ".formatted(t.seal)),
                both("the signing key replaced", t -> {
                    KeyPair other = SealKeys.make();
                    t.sql("insert into audit_seal_key (key_id, public_key) values (?, ?)", SealKeys.id(other.getPublic()), SealKeys.pem(other.getPublic()));
                    for (Seal each : t.seals.all()) {
                        t.sql("update audit_seal set key_id = ?, signature = ? where serial = ?", SealKeys.id(other.getPublic()),
                                SealKeys.sign(other.getPrivate(), Digests.utf8(each.statement())), each.serial());
                    }
                }, t -> "De zegelsleutel werd vervangen: zegel"),
                // The product writes nothing more in a chain without its key, also not that a bundle was made.
                new Case("the key of a dossier deleted without a destruction", t -> t.sql("delete from audit_key where dossier = ?", t.a),
                        t -> "De sleutel van %s is weg, en er staat geen vernietiging van: de inhoud van de handelingen is niet meer te bewijzen.".formatted(t.a), null),
                both("a key put in the table without an act, and a seal signed with it", t -> {
                    KeyPair other = SealKeys.make();
                    t.sql("insert into audit_seal_key (key_id, public_key) values (?, ?)", SealKeys.id(other.getPublic()), SealKeys.pem(other.getPublic()));
                    t.sql("update audit_seal set key_id = ?, signature = ? where serial = ?", SealKeys.id(other.getPublic()),
                            SealKeys.sign(other.getPrivate(), Digests.utf8(t.seals.all().get((int) t.seal - 1).statement())), t.seal);
                }, t -> "Zegel %d is ondertekend met sleutel ".formatted(t.seal)),
                both("an entry moved to another dossier", t -> {
                    ChainEntry moved = t.entries(t.a).get(2);
                    t.rewrite(t.a, chain -> {
                        chain.remove(2);
                        t.renumber(chain, 2);
                    });
                    t.rewrite(t.b, chain -> {
                        chain.add(2, at(moved, t.b, 3));
                        t.renumber(chain, 3);
                    });
                }, t -> "Handeling 3 van %s werd weggehaald: wat nu handeling 3 is, werd geschreven als handeling 4.".formatted(t.a)),
                both("a stamp of another service", t -> t.stamped(TimeStampAuthority.make(Instant.now()), Instant.now()),
                        t -> "Het tijdstempel van zegel %d telt niet: het is van een dienst die niet bekend is.".formatted(t.seal)),
                both("a seal taken away outside, at the end", t -> t.away(t.seal), t -> "Zegel %d ligt niet meer op de plaats erbuiten, of niet te lezen.".formatted(t.seal)),
                both("a seal taken away outside, before the end", t -> t.away(t.seal - 1), t -> "Zegel %d ligt niet meer op de plaats erbuiten, of niet te lezen.".formatted(t.seal - 1)),
                new Case("the guard taken off", t -> t.unguarded = true,
                        t -> "De bewaking audit_entry_append_only van tabel audit_entry staat af: iemand kan er rijen wijzigen of wissen", null),
                new Case("a table not followed", t -> t.sql("alter table party disable trigger party_journal"), t -> "De bewaking party_journal van tabel party staat af: ", null),
                new Case("a table followed but for who restores", t -> t.sql("alter table party enable trigger party_journal"),
                        t -> "De bewaking party_journal van tabel party is te omzeilen: ", null),
                new Case("a guard dropped", t -> t.sql("drop trigger term_journal_truncate on term"), t -> "De bewaking term_journal_truncate van tabel term is weg: ", null),
                new Case("a guard replaced by one that never fires", t -> {
                    t.sql("drop trigger destruction_append_only on destruction");
                    t.sql("create trigger destruction_append_only before update or delete or truncate on destruction for each statement when (false) execute function refuse_audit_change()");
                }, t -> "De bewaking destruction_append_only van tabel destruction werd vervangen: ", null),
                new Case("a destruction no longer held to its key", t -> t.sql("drop trigger audit_key_destroyed on audit_key"),
                        t -> "De bewaking audit_key_destroyed van tabel audit_key is weg: ", null),
                new Case("the body of a guard replaced", t -> t.sql("create or replace function journal_change() returns trigger language plpgsql as $$ begin return null; end $$"),
                        t -> "De functie journal_change van de bewaking werd vervangen: ", null),
                new Case("what is expected of guards deleted with the guard", t -> {
                    t.sql("drop trigger row_change_carried on row_change");
                    t.sql("delete from audit_guard where name = 'row_change_carried'");
                }, t -> "De functie row_change_carried van de bewaking is weg.", null),
                both("a chain without its first entry", t -> t.rewrite(t.a, chain -> chain.remove(0)), t -> "Handeling 1 van %s ontbreekt: na handeling 0 komt handeling 2.".formatted(t.a)),
                new Case("a chain without its first entry, its key and its seals", t -> {
                    t.rewrite(t.a, chain -> chain.remove(0));
                    t.sql("delete from audit_key where dossier = ?", t.a);
                    t.sql("delete from audit_seal_leaf where dossier = ?", t.a);
                }, t -> "Handeling 1 van %s ontbreekt: na handeling 0 komt handeling 2.".formatted(t.a), null),
                new Case("nothing left of a chain but the dossier itself", t -> {
                    for (String table : List.of("audit_content", "audit_entry", "audit_key", "audit_seal_leaf")) {
                        t.sql("delete from " + table + " where dossier = ?", t.a);
                    }
                }, t -> "Van %s is er een dossier, een document of een sleutel, maar geen enkele handeling.".formatted(t.a), null),
                both("a destruction put in by hand", t -> {
                    t.destroyed(t.a);
                    t.sql("delete from audit_content where dossier = ? and seq = 3", t.a);
                }, t -> "De inhoud van handeling 3 van %s is weg, en er staat geen vernietiging van.".formatted(t.a)),
                new Case("a destruction that the chain does not tell", t -> t.destroyed(t.a), t -> "Van %s is een vernietiging bewaard, maar zijn keten zegt er niets van: ".formatted(t.a), null),
                new Case("a destruction told and taken out of the list", t -> t.rewrite(t.a, chain -> chain.add(t.written(t.a, t.last + 1, AuditLog.DESTROYED, "{}", chain.get(chain.size() - 1).hash()))),
                        t -> "De keten van %s zegt dat de inhoud werd vernietigd, maar door wie".formatted(t.a), null));
    }

    private void destroyed(String dossier) {
        sql("""
                insert into destruction (dossier, rule, due_on, destroyed_at, by_id, by_name, second_id, second_name)
                values (?, 'B-01', date '2027-01-01', now(), 'joke', 'Joke', 'karel', 'Karel')""", dossier);
    }

    private boolean unguarded;

    @ParameterizedTest
    @MethodSource("cases")
    void tampering_is_found_and_named(Case tampering, @TempDir Path folder) throws IOException {
        assertThat(checkChains.check(List.of(a, b)).found()).isEmpty();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            unguarded = false;
            jdbc.sql("set local session_replication_role = replica").update();
            GUARDED.forEach(table -> jdbc.sql("alter table " + table + " disable trigger user").update());
            tampering.hand.in(this);
            for (String guard : jdbc.sql("select 'alter table ' || on_table || ' enable always trigger ' || name from audit_guard_now where on_table = any(?)")
                    .param(GUARDED.toArray(String[]::new)).query(String.class).list()) {
                if (!unguarded || !guard.contains(" audit_entry ")) {
                    jdbc.sql(guard).update();
                }
            }
            jdbc.sql("set local session_replication_role = origin").update();

            List<Finding> found = checkChains.check(List.of(a, b)).found();

            assertThat(sentences(found)).as(tampering.what).anySatisfy(said -> assertThat(said).startsWith(tampering.found.apply(this)));
            // The cause, and not all that follows from it; some tampering touches two dossiers and their documents.
            assertThat(found).as(tampering.what).hasSizeLessThanOrEqualTo(8);
            if (tampering.shown != null) {
                assertThat(sentences(verdict(currentActor.as(LAWYER, () -> makeEvidence.make(a)), folder).found())).as(tampering.what + ", in the bundle")
                        .anySatisfy(said -> assertThat(said).startsWith(tampering.shown.apply(this)));
            }
        });
        what_lay_outside_lies_there_again();
        assertThat(checkChains.check(List.of(a, b)).found()).isEmpty();
    }

    @Test
    void a_bundle_agrees_for_us_and_for_a_verifier_of_somebody_else(@TempDir Path folder) throws Exception {
        MakeEvidence.Made made = currentActor.as(LAWYER, () -> makeEvidence.make(b));
        assertThat(made.name()).isEqualTo("bewijs-" + b + ".zip");
        assertThat(audit.of(b)).anySatisfy(line -> assertThat(line.sentence()).isEqualTo("Joke Maes maakte een bewijsbundel van dit dossier."));
        Bundle.Verdict verdict = verdict(made, folder);
        assertThat(verdict.found()).isEmpty();
        assertThat(verdict.unchecked()).singleElement().asString().startsWith("de laatste ").endsWith(" nog niet verzegeld");
        Path file = folder.resolve(made.name());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(VerifyCommand.run(List.of(file.toString(), "--zegels", outside.folder().toString()), new PrintStream(said), System.err)).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("klopt: " + b + ", ");
        Set<String> names = unzip(file, folder.resolve("los"));
        assertThat(names).contains("index.html", "regels.json", "inhoud.txt", "inhoud.txt.sig", "sleutels/tijdstempel.pem")
                .anyMatch(name -> name.matches("diagrammen/.+-v\\d+\\.bpmn")).anyMatch(name -> name.matches("tabellen/verzameling-\\d+/.+\\.dmn"))
                .anyMatch(name -> name.matches("formulieren/verzameling-\\d+/.+\\.form")).anyMatch(name -> name.startsWith("documenten/001-"));
        assertThat(Files.readString(folder.resolve("los/regels.json"))).contains("T-REC-");
        assertThat(Files.readString(folder.resolve("los/index.html"))).contains("Joke Maes maakte een bewijsbundel van dit dossier.").doesNotContain("<script").doesNotContain("http://");

        assertThat(Files.readAllLines(Path.of("src/docs/examples/verify.mjs"))).hasSizeLessThanOrEqualTo(50);
        assertThat(node(folder.resolve("los"))).startsWith("0 agrees: " + b);
        Path entries = folder.resolve("los/handelingen.jsonl");
        Files.writeString(entries, Files.readString(entries).replaceFirst("\"actor\":\"els\"", "\"actor\":\"eva\""));
        assertThat(node(folder.resolve("los"))).startsWith("1 ").contains("handelingen.jsonl was changed", "entry 1 was changed");
    }

    @Test
    void what_somebody_may_not_read_is_left_out_and_the_rest_still_agrees(@TempDir Path folder) throws Exception {
        currentActor.as(LAWYER, () -> dossiers.attach(b, "BRON", "Veroordeling Nulpunt", "uittreksel.pdf", "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII), RECEIVED));
        MakeEvidence.Made made = currentActor.as(AUDITOR, () -> makeEvidence.make(b));
        assertThat(verdict(made, folder).found()).isEmpty();
        unzip(folder.resolve(made.name()), folder.resolve("los"));
        assertThat(Files.readString(folder.resolve("los/documenten.jsonl"))).doesNotContain("Nulpunt").contains("\"file\":null");
        assertThat(Files.readString(folder.resolve("los/handelingen.jsonl"))).doesNotContain("Nulpunt");
        List<String> withheld = Files.readAllLines(folder.resolve("los/handelingen.jsonl")).stream().filter(line -> line.contains("\"content\":null")).toList();
        assertThat(withheld).isNotEmpty().allMatch(line -> line.endsWith("\"content\":null,\"key\":null}"));
        // Nor anything that opens it: neither the key of the dossier nor that of the entry goes along.
        byte[] key = jdbc.sql("select key from audit_key where dossier = ?").param(b).query((row, i) -> row.getBytes(1)).single();
        List<String> closed = new java.util.ArrayList<>(List.of(Digests.hex(key)));
        withheld.forEach(line -> closed.add(Digests.hex(EntryHash.entryKey(key, b, Long.parseLong(line.replaceAll("^\\{\"seq\":(\\d+),.*", "$1"))))));
        for (String name : List.of("bundel.json", "handelingen.jsonl", "documenten.jsonl", "regels.json", "index.html")) {
            assertThat(Files.readString(folder.resolve("los").resolve(name))).as(name).doesNotContain(closed);
        }
        assertThat(node(folder.resolve("los"))).startsWith("0 agrees: " + b);
        assertThatThrownBy(() -> currentActor.as(people.actor("an"), () -> makeEvidence.make(b))).isInstanceOf(Refused.class).hasMessage("security.role-missing");
        assertThatThrownBy(() -> currentActor.as(people.actor("an"), () -> checkChains.check(true))).isInstanceOf(Refused.class).hasMessage("security.role-missing");
    }

    @Test
    void the_command_writes_the_bundle_where_it_is_told(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("uit.zip");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertThat(ExportEvidenceCommand.write(makeEvidence, b, file, to, to)).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("Bewijsbundel van " + b + ": " + file + "\n");
        assertThat(VerifyCommand.run(List.of(file.toString()), to, to)).isZero();
        assertThat(audit.of(b)).anySatisfy(line -> assertThat(line.sentence()).isEqualTo(
                "Gebruiker %s van de server maakte met het commando een bewijsbundel van dit dossier.".formatted(System.getProperty("user.name"))));
        assertThat(entries(b)).filteredOn(entry -> entry.action().equals("BEWIJS_GEMAAKT")).last().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("systeem");
            assertThat(entry.roles()).isEmpty();
        });
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        int told = entries(b).size();
        assertThat(ExportEvidenceCommand.write(makeEvidence, b, file, to, to)).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).endsWith(file + " bestaat al; er werd niets gemaakt.\n");
        assertThat(entries(b)).hasSize(told);
        assertThat(ExportEvidenceCommand.write(makeEvidence, "DC-ERK-1999-00001", folder.resolve("weg.zip"), to, to)).isEqualTo(1);
        assertThat(folder.resolve("weg.zip")).doesNotExist();
        assertThat(said.toString(StandardCharsets.UTF_8)).endsWith("Er is geen dossier DC-ERK-1999-00001.\n");
        assertThat(ExportEvidenceCommand.run(List.of(b, "--out", folder.resolve("geen/uit.zip").toString()), to, to, () -> null)).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).endsWith("De map " + folder.resolve("geen") + " is er niet; er werd niets gemaakt.\n");
        assertThat(ExportEvidenceCommand.run(List.of(), to, to, () -> null)).isEqualTo(2);
        assertThat(ExportEvidenceCommand.run(List.of(b, "--uit", "x"), to, to, () -> null)).isEqualTo(2);
    }

    @Test
    void findings_are_kept_while_they_last() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("alter table audit_entry disable trigger user").update();
            String actor = entries(a).get(2).actor();
            sql("update audit_entry set actor = 'bart' where dossier = ? and seq = 3", a);
            CheckChains.Outcome outcome = checked(true);
            assertThat(outcome.chains()).isGreaterThanOrEqualTo(2);
            List<ChainFindings.Open> open = currentActor.as(AUDITOR, chainFindings::open);
            assertThat(open).extracting(ChainFindings.Open::kind).contains("HANDELING_GEWIJZIGD", "BEWAKING_AF");
            assertThat(currentActor.as(AUDITOR, chainFindings::lastCheck).orElseThrow().by()).isEqualTo("Omer Daems");
            checked(true);
            assertThat(currentActor.as(AUDITOR, chainFindings::open)).isEqualTo(open);
            sql("update audit_entry set actor = ? where dossier = ? and seq = 3", actor, a);
            checked(true);
            assertThat(currentActor.as(AUDITOR, chainFindings::open)).extracting(ChainFindings.Open::dossier).doesNotContain(a);
        });
    }

    private CheckChains.Outcome checked(boolean whole) {
        return currentActor.as(AUDITOR, () -> checkChains.check(whole)).orElseThrow();
    }

    @Test
    void two_checks_at_once_are_one() throws Exception {
        try (Connection other = data.getConnection()) {
            assertThat(ChainFindings.lock(other)).isTrue();
            long before = jdbc.sql("select coalesce(max(id), 0) from chain_check").query(Long.class).single();
            assertThat(currentActor.as(AUDITOR, () -> checkChains.check(true))).isEmpty();
            currentActor.as(AUDITOR, () -> {
                checkChains.ask();
                return null;
            });
            assertThat(jdbc.sql("select coalesce(max(id), 0) from chain_check").query(Long.class).single()).isEqualTo(before);
            // Another process has begun one.
            long theirs = chainFindings.begin(clock.instant(), AUDITOR, true, 0);
            chainFindings.progress(theirs, 7, 3, 40, a);
            assertThat(currentActor.as(AUDITOR, chainFindings::busy)).get().extracting(ChainFindings.Busy::done, ChainFindings.Busy::chains, ChainFindings.Busy::dossier)
                    .containsExactly(3, 7, a);
            assertThat(currentActor.as(AUDITOR, chainFindings::failed)).isEmpty();
            ChainFindings.unlock(other);
        }
        assertThat(currentActor.as(AUDITOR, chainFindings::busy)).as("its process stopped").isEmpty();
        assertThat(currentActor.as(AUDITOR, chainFindings::failed)).get().extracting(ChainFindings.Failed::incident).isEqualTo(Optional.empty());
        checked(false);
        assertThat(currentActor.as(AUDITOR, chainFindings::failed)).isEmpty();
    }

    @Test
    void a_check_that_fails_is_told_with_its_incident() throws IOException {
        Path unreadable = Files.createDirectories(outside.folder().resolve("zegel-999999.json"));
        try {
            assertThatThrownBy(() -> checked(true)).isInstanceOf(UncheckedIOException.class);
        } finally {
            Files.delete(unreadable);
        }
        assertThat(currentActor.as(AUDITOR, chainFindings::failed).orElseThrow().incident()).get().asString().matches("\\d{6}-\\w{5}");
        checked(false);
        assertThat(currentActor.as(AUDITOR, chainFindings::failed)).isEmpty();
    }

    @Test
    void most_nights_only_what_changed_is_looked_at() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("delete from chain_finding").update();
            CheckChains.Outcome whole = checked(true);
            assertThat(whole.whole()).isTrue();
            jdbc.sql("delete from chain_finding").update();
            CheckChains.Outcome nothing = checked(false);
            assertThat(nothing.whole()).isFalse();
            // Only what no seal holds: both dossiers were sealed.
            assertThat(nothing.chains()).isLessThan(whole.chains());
            currentActor.as(people.actor("an"), () -> {
                dossiers.note(a, "Nog eens gebeld.");
                return null;
            });
            CheckChains.Outcome one = checked(false);
            assertThat(one.chains()).isEqualTo(nothing.chains() + 1);
            jdbc.sql("alter table audit_entry disable trigger user").update();
            sql("update audit_entry set actor = 'bart' where dossier = ? and seq = 3", still);
            assertThat(sentences(checked(false).found())).as("its end is as it was sealed, and what it says of itself waits").noneMatch(said -> said.contains(still));
            assertThat(sentences(checked(true).found())).anyMatch(said -> said.startsWith("Handeling 3 van %s werd gewijzigd".formatted(still)));
            assertThat(sentences(checked(false).found())).as("what did not agree is looked at every night").anyMatch(said -> said.contains(still));
        });
    }

    private void sql(String statement, Object... params) {
        jdbc.sql(statement).params(params).update();
    }

    private List<ChainEntry> entries(String dossier) {
        return new java.util.ArrayList<>(chains.of(List.of(dossier)).get(0).entries());
    }

    /** What lay outside before a case took it away. */
    private final Map<Path, Path> away = new HashMap<>();

    private void away(long serial) {
        Path file = outside.folder().resolve(ProofJson.fileName(serial));
        Path gone = file.resolveSibling("weg-" + serial);
        try {
            away.put(gone, Files.move(file, gone).resolveSibling(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void what_lay_outside_lies_there_again() throws IOException {
        for (Map.Entry<Path, Path> file : away.entrySet()) {
            Files.move(file.getKey(), file.getValue());
        }
        away.clear();
    }

    private void stamped(TimeStampAuthority by, Instant at) {
        try {
            TimeStampQuestion question = new TimeStampQuestion(jdbc.sql("select statement from audit_seal where serial = ?").param(seal).query(String.class).single());
            sql("update audit_seal set token = ? where serial = ?", question.token(by.answer(question.encoded(), at)), seal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Rewriting {
        void of(List<ChainEntry> chain);
    }

    /** All rows of a chain, replaced by what a hand made of them. */
    private void rewrite(String dossier, Rewriting rewriting) {
        List<ChainEntry> chain = entries(dossier);
        rewriting.of(chain);
        sql("delete from audit_content where dossier = ?", dossier);
        sql("delete from audit_entry where dossier = ?", dossier);
        for (ChainEntry e : chain) {
            sql("insert into audit_entry (dossier, seq, at, actor, roles, action, commitment, previous, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)", dossier, e.seq(),
                    OffsetDateTime.parse(e.at()), e.actor(), e.roles(), e.action(), e.commitment(), e.previous(), e.hash());
            sql("insert into audit_content (dossier, seq, content) values (?, ?, ?)", dossier, e.seq(), e.content());
        }
    }

    private void renumber(List<ChainEntry> chain, int from) {
        for (int i = from; i < chain.size(); i++) {
            chain.set(i, at(chain.get(i), chain.get(i).dossier(), i + 1));
        }
    }

    /** By somebody with the key of the dossier, who could reckon. */
    private ChainEntry written(String dossier, long seq, String action, String content, String previous) {
        byte[] key = jdbc.sql("select key from audit_key where dossier = ?").param(dossier).query((row, i) -> row.getBytes(1)).single();
        ChainEntry e = new ChainEntry(dossier, seq, EntryHash.at(clock.instant()), "an", Roles.HANDLER, action,
                EntryHash.commitment(key, dossier, seq, content), previous, "", content);
        return hashed(e, e.actor());
    }

    private void rewritten(List<ChainEntry> chain, int from) {
        for (int i = from; i < chain.size(); i++) {
            ChainEntry e = chain.get(i);
            String content = i == from ? "{\"sentence\":\"Herschreven\"}" : e.content();
            chain.set(i, written(e.dossier(), i + 1, e.action(), content, chain.get(i - 1).hash()));
        }
    }

    private static ChainEntry hashed(ChainEntry e, String actor) {
        ChainEntry by = new ChainEntry(e.dossier(), e.seq(), e.at(), actor, e.roles(), e.action(), e.commitment(), e.previous(), "", e.content());
        return new ChainEntry(e.dossier(), e.seq(), e.at(), actor, e.roles(), e.action(), e.commitment(), e.previous(), by.recomputed(), e.content());
    }

    private static ChainEntry at(ChainEntry e, String dossier, long seq) {
        return new ChainEntry(dossier, seq, e.at(), e.actor(), e.roles(), e.action(), e.commitment(), e.previous(), e.hash(), e.content());
    }

    private static List<String> sentences(List<Finding> found) {
        return found.stream().map(Finding::sentence).toList();
    }

    private Bundle.Verdict verdict(MakeEvidence.Made made, Path folder) {
        try {
            Path file = Files.move(made.file(), folder.resolve(made.name()), StandardCopyOption.REPLACE_EXISTING);
            try (Bundle bundle = new Bundle(file)) {
                return bundle.verify(new Bundle.Known(outside.all(), null, List.copyOf(believed.services(seals.all()))));
            }
        } catch (IOException | Bundle.NoBundle e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> unzip(Path file, Path folder) throws IOException {
        Set<String> names = new TreeSet<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().map(each -> (ZipEntry) each).toList()) {
                Path to = folder.resolve(entry.getName());
                Files.createDirectories(to.getParent());
                Files.write(to, zip.getInputStream(entry).readAllBytes());
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static String node(Path folder) throws Exception {
        Process node = new ProcessBuilder("node", "src/docs/examples/verify.mjs", folder.toString()).redirectErrorStream(true).start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return node.exitValue() + " " + said;
    }
}
