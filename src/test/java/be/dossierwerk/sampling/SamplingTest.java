package be.dossierwerk.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.alert.MyAlerts;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.proof.Bundle;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.payment.Payable;
import be.dossierwerk.payment.Payables;
import be.dossierwerk.sampling.Population.Method;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sample from its draw to the answer on a finding, on the whole product. */
@DossierwerkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamplingTest {

    private static final LocalDate TODAY = LocalDate.of(2031, 3, 3);
    private static final Criteria THESE = new Criteria("terugvordering", Criteria.Moment.ONTVANGEN, TODAY, TODAY, null, null, null, null, null);

    @Autowired private DrawSample drawSample;
    @Autowired private Samples samples;
    @Autowired private Population population;
    @Autowired private SaveAnswer saveAnswer;
    @Autowired private SaveFindingDraft saveFindingDraft;
    @Autowired private RaiseFinding raiseFinding;
    @Autowired private AnswerFinding answerFinding;
    @Autowired private CloseSample closeSample;
    @Autowired private Dossiers dossiers;
    @Autowired private Payables payables;
    @Autowired private AuditLog audit;
    @Autowired private MyAlerts alerts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    private List<String> opened;

    @BeforeAll
    void forty_small_dossiers() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(10, 0), MovableClock.BRUSSELS));
        opened = java.util.stream.IntStream.rangeClosed(1, 40).mapToObj(i -> as("an", () -> dossiers.open(new Dossiers.NewDossier("terugvordering", "TRV", "Poets " + i + " bv", null, null,
                "AMBTSHALVE", TODAY, i % 2 == 0 ? "an" : null, null)))).toList();
    }

    @AfterAll
    void everything_is_made_and_the_clock_runs_again() {
        // Nothing of this goes on while another test looks, nor is any of it drawn again.
        bundlesAreMade();
        jdbc.sql("update dossier set received_on = date '2031-03-04' where number = any(?)").param(opened.toArray(String[]::new)).update();
        clock.release();
    }

    @Test
    void what_was_drawn_is_drawn_again_by_a_script_also_when_the_population_changed(@TempDir Path folder) throws Exception {
        String number = as("ann", () -> drawSample.draw(THESE, Method.WILLEKEURIG, 25, "zeker-7"));
        String later = as("an", () -> dossiers.open(new Dossiers.NewDossier("terugvordering", "TRV", "Later bv", null, null, "AMBTSHALVE", TODAY, null, null)));
        try {
            Samples.Sample sample = as("ann", () -> samples.get(number));
            List<String> drawn = as("ann", () -> samples.drawn(number)).stream().map(Samples.Drawn::dossier).toList();
            Path file = folder.resolve("populatie.txt");
            Files.writeString(file, as("ann", () -> samples.population(number)));

            assertThat(number).matches("STK-2031-\\d{3}");
            assertThat(drawn).hasSize(25).isSubsetOf(opened);
            assertThat(DrawTest.script(file, sample.seed(), sample.size())).isEqualTo(drawn);
            assertThat(Draw.sha256(Files.readAllBytes(file))).isEqualTo(sample.populationHash());
            assertThat(sample.population()).isEqualTo(40).isEqualTo(population.count(THESE) - 1);
            assertThat(audit.of(AuditLog.DEPARTMENT)).filteredOn(line -> line.action().equals("STEEKPROEF_GETROKKEN")).last().extracting(AuditLog.Line::sentence)
                    .isEqualTo("Ann Dubois trok steekproef " + number + ": 25 van 40 dossiers, willekeurig, met startgetal zeker-7.");
        } finally {
            jdbc.sql("update dossier set received_on = date '2031-03-04' where number = ?").param(later).update();
        }
    }

    @Test
    void each_drawn_dossier_has_its_sealed_bundle_and_all_of_them_are_in_one_file(@TempDir Path folder) throws Exception {
        String number = as("ann", () -> drawSample.draw(THESE, Method.WILLEKEURIG, 5, "b-1"));
        made(number, 5);
        Path file = folder.resolve("alles.zip");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        as("ann", () -> {
            try {
                samples.writeAll(number, out);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return null;
        });
        Files.write(file, out.toByteArray());

        try (ZipFile zip = new ZipFile(file.toFile())) {
            String index = new String(zip.getInputStream(zip.getEntry("inhoud.txt")).readAllBytes());
            for (Samples.Drawn each : as("lieve", () -> samples.drawn(number))) {
                byte[] bundle = zip.getInputStream(zip.getEntry("bundels/" + each.bundle())).readAllBytes();
                assertThat(Draw.sha256(bundle)).isEqualTo(each.sha256());
                assertThat(index).contains(each.sha256() + "  bundels/" + each.bundle());
                Path one = folder.resolve(each.bundle());
                Files.write(one, bundle);
                try (Bundle read = new Bundle(one)) {
                    assertThat(read.verify(Bundle.Known.NOTHING).found()).isEmpty();
                }
                assertThat(audit.of(each.dossier())).last().extracting(AuditLog.Line::sentence).isEqualTo("Ann Dubois maakte een bewijsbundel van dit dossier.");
            }
            assertThat(new String(zip.getInputStream(zip.getEntry("trekking.txt")).readAllBytes())).contains("startgetal b-1");
        }
    }

    @Test
    void answers_are_kept_counted_and_stay_once_the_sample_is_closed() {
        String number = as("ann", () -> drawSample.draw(THESE, Method.WILLEKEURIG, 2, "c-1"));
        made(number, 2);
        List<Samples.Drawn> drawn = as("ann", () -> samples.drawn(number));
        List<Samples.Item> asked = as("ann", () -> samples.checklist(number, drawn.get(0).dossier()));
        assertThat(asked).hasSizeGreaterThan(4).noneMatch(item -> item.code().startsWith("ADVIES"));
        as("ann", () -> save(number, drawn.get(0).dossier(), asked.get(0).code(), null, "half"));
        assertThat(as("ann", () -> samples.checklist(number, drawn.get(0).dossier())).get(0)).extracting(Samples.Item::answer, Samples.Item::remark).containsExactly(null, "half");
        assertThatThrownBy(() -> as("ann", () -> close(number))).isInstanceOf(Refused.class).hasMessage("sampling.unanswered");
        for (Samples.Drawn each : drawn) {
            asked.forEach(item -> as("ann", () -> save(number, each.dossier(), item.code(), each.position() == 1 ? "JA" : item.code().equals("GEHOORD") ? "NVT" : "NEE", "")));
        }

        List<Samples.Result> results = as("lieve", () -> samples.results(number));
        assertThat(results).filteredOn(result -> result.question().contains("gehoord")).singleElement().satisfies(result -> {
            assertThat(result.notApplicable()).isEqualTo(1);
            assertThat(result.interval().share()).isEqualTo(1);
        });
        assertThat(results).filteredOn(result -> result.question().contains("stukken")).singleElement().satisfies(result -> assertThat(result.interval()).isEqualTo(Wilson.of(1, 2)));
        as("ann", () -> close(number));
        assertThat(as("ann", () -> samples.get(number)).answersHash()).hasSize(64);
        assertThatThrownBy(() -> as("ann", () -> save(number, drawn.get(0).dossier(), asked.get(0).code(), "NEE", ""))).hasMessage("sampling.closed");
        assertThatThrownBy(() -> as("ann", () -> raiseFinding.raise(number, drawn.get(0).dossier(), "te laat"))).hasMessage("sampling.closed");
    }

    @Test
    void a_finding_stands_in_the_dossier_and_who_is_responsible_answers() {
        String number = as("ann", () -> drawSample.draw(THESE, Method.WILLEKEURIG, 40, "d-1"));
        bundlesAreMade();
        String ofAn = opened.get(1);
        String ofNobody = opened.get(0);
        as("ann", () -> {
            saveFindingDraft.save(number, ofAn, "Het advies ontb");
            return null;
        });
        assertThat(as("ann", () -> samples.findingDraft(number, ofAn))).isEqualTo("Het advies ontb");
        UUID first = as("ann", () -> raiseFinding.raise(number, ofAn, "Het advies ontbreekt."));
        UUID second = as("ann", () -> raiseFinding.raise(number, ofNobody, "Niemand behandelt dit."));

        assertThat(as("ann", () -> samples.findingDraft(number, ofAn))).isEmpty();
        assertThat(audit.of(ofAn)).last().extracting(AuditLog.Line::action, AuditLog.Line::sentence).containsExactly("BEVINDING", "Bevinding van de auditor, Ann Dubois: Het advies ontbreekt.");
        assertThat(alertOf(ofAn)).isEqualTo("an dc-dossierbehandelaar");
        assertThat(alertOf(ofNobody)).isEqualTo("null dc-teamlead");
        assertThatThrownBy(() -> as("bram", () -> answer(first, "Ik weet het niet."))).hasMessage("sampling.finding.not-yours");
        assertThatThrownBy(() -> as("an", () -> answer(second, "Ik weet het niet."))).hasMessage("sampling.finding.not-yours");
        assertThatThrownBy(() -> as("ann", () -> answer(first, "Zelf opgelost."))).hasMessage("sampling.finding.not-yours");
        as("an", () -> answer(first, "Het advies staat nu bij de stukken."));
        as("tom", () -> answer(second, "Ik wijs het toe."));

        assertThat(as("ann", () -> samples.findings(number, null))).extracting(Samples.Finding::answer).containsExactlyInAnyOrder("Het advies staat nu bij de stukken.", "Ik wijs het toe.");
        assertThat(audit.of(ofAn)).last().extracting(AuditLog.Line::sentence).isEqualTo("An Peeters antwoordde op de bevinding van de auditor: Het advies staat nu bij de stukken.");
        assertThat(jdbc.sql("select count(*) from alert where dossier = ? and rule like 'BEVINDING:%' and state <> 'NIET_NODIG'").param(ofAn).query(Integer.class).single()).isZero();
        assertThatThrownBy(() -> as("tom", () -> answer(first, "Nog iets."))).hasMessage("sampling.finding.answered");
    }

    @Test
    void risk_gives_lots_for_what_it_names_and_filters_leave_out_the_rest() {
        String late = opened.get(2);
        String paid = opened.get(3);
        jdbc.sql("insert into term (dossier, rule, rule_version, started_on, due_on) values (?, 'T-REC-01', 1, date '2030-01-01', date '2030-05-01')").param(late).update();
        // With an account, so that a round of payments of another test can take it.
        as("an", () -> {
            payables.add(new Payable(paid, "Poets 4 bv", "BE43068999999501", new BigDecimal("10000.01"), "Opleiding " + paid, "besluit"));
            return null;
        });
        as("an", () -> {
            dossiers.close(paid, "GEGROND", TODAY);
            dossiers.reopen(paid, "er is een nieuw stuk");
            return null;
        });

        assertThat(population.of(THESE, Method.RISICO)).filteredOn(each -> each.lots() > 1).extracting(Population.Member::dossier, Population.Member::lots, Population.Member::reasons)
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(late, 4, List.of("TERMIJN")), org.assertj.core.groups.Tuple.tuple(paid, 6, List.of("BEDRAG", "HEROPEND")));
        assertThat(population.of(THESE, Method.WILLEKEURIG)).hasSize(40).allMatch(each -> each.lots() == 1);
        assertThat(population.count(with(null, null, true, null))).isEqualTo(1);
        assertThat(population.count(with("10000.01", null, null, null))).isEqualTo(1);
        assertThat(population.count(with("10000.02", null, null, null))).isZero();
        assertThat(population.count(with(null, "10000", null, null))).isZero();
        assertThat(population.count(with(null, null, null, true))).isZero();
        assertThat(population.count(with(null, null, null, false))).isEqualTo(40);
        assertThat(population.count(new Criteria("terugvordering", Criteria.Moment.BESLIST, TODAY, TODAY, null, null, null, null, null))).isZero();
    }

    @Test
    void who_draws_wrongly_hears_everything_at_once_and_who_is_no_auditor_draws_nothing() {
        assertThatThrownBy(() -> as("ann", () -> drawSample.draw(new Criteria("terugvordering", Criteria.Moment.ONTVANGEN, TODAY, TODAY.minusDays(1), null, null, null, null, null), Method.RISICO, 3, "a\"b")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.fields()).extracting(Refused.Field::name).containsExactly("size", "seed", "to"));
        for (String person : Arrays.asList("lieve", "an", "pieter")) {
            assertThatThrownBy(() -> as(person, () -> drawSample.draw(THESE, Method.WILLEKEURIG, 1, null))).hasMessage("security.role-missing");
        }
        assertThatThrownBy(() -> as("an", () -> samples.all())).hasMessage("security.role-missing");
    }

    private static Criteria with(String from, String to, Boolean late, Boolean paused) {
        return new Criteria(THESE.procedure(), THESE.moment(), THESE.from(), THESE.to(), null, from == null ? null : new BigDecimal(from), to == null ? null : new BigDecimal(to), paused, late);
    }

    private Void save(String number, String dossier, String question, String answer, String remark) {
        saveAnswer.save(number, dossier, question, answer, remark);
        return null;
    }

    private Void close(String number) {
        closeSample.close(number);
        return null;
    }

    private Void answer(UUID finding, String text) {
        answerFinding.answer(finding, text);
        return null;
    }

    private String alertOf(String dossier) {
        return jdbc.sql("select coalesce(person, 'null') || ' ' || role from alert where dossier = ? and rule like 'BEVINDING:%' and state <> 'NIET_NODIG'").param(dossier).query(String.class).single();
    }

    /** Each bundle is told in its dossier, in a thread of its own. */
    private void bundlesAreMade() {
        as("ann", () -> samples.all()).forEach(sample -> made(sample.number(), sample.size()));
    }

    private void made(String number, int bundles) {
        org.awaitility.Awaitility.await().atMost(java.time.Duration.ofMinutes(1)).until(() -> as("ann", () -> samples.get(number)).bundles() == bundles);
    }

    private <T> T as(String person, Supplier<T> work) {
        return currentActor.as(people.actor(person), work);
    }
}
