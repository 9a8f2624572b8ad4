package be.dossierwerk.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.mining.InventedWalks.Dossier;
import be.dossierwerk.mining.InventedWalks.Kind;
import be.dossierwerk.mining.InventedWalks.Paused;
import be.dossierwerk.mining.InventedWalks.Stood;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database counts is what somebody counts who walks through every day of every dossier. */
@DossierwerkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnalysisTest {

    private static final String PROCEDURE = "administratieve-geldboete";
    private static final Set<String> APPLICANT = Set.of("UserTask_VerweerRegistreren");
    private static final Set<String> THIRD = Set.of("UserTask_ParketbeslissingRegistreren", "UserTask_UitspraakRegistreren");
    private static final LocalDate FIRST = LocalDate.of(2003, 1, 1);
    private static final Selection YEAR = new Selection(PROCEDURE, Selection.Period.ONTVANGEN, FIRST, LocalDate.of(2003, 12, 31), null, null, null, null, null, null);
    private static final List<Kind> KINDS = List.of(new Kind(PROCEDURE, "UserTask_ParketbeslissingRegistreren", "userTask"), new Kind(PROCEDURE, "UserTask_A", "userTask"),
            new Kind("besluit", "UserTask_A", "userTask"), new Kind("horen", "UserTask_VerweerRegistreren", "userTask"), new Kind("besluit", "UserTask_B", "userTask"),
            new Kind(PROCEDURE, "ServiceTask_C", "serviceTask"), new Kind(PROCEDURE, "Timer_D", "boundaryTimer"), new Kind(PROCEDURE, "Gateway_E", "exclusiveGateway"),
            new Kind(PROCEDURE, "CallActivity_F", "callActivity"));

    @Autowired private ApplicationContext spring;
    @Autowired private AnalyseProcedure analyseProcedure;
    @Autowired private OpenFigure openFigure;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;
    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;
    private InventedWalks walks;

    @BeforeAll
    void a_year_of_fines_that_never_were() {
        walks = InventedWalks.make(spring, PROCEDURE, "MIJ", 300, KINDS, FIRST, 11);
    }

    @AfterAll
    void nothing_is_left() {
        walks.remove();
    }

    @Test
    void each_day_of_a_dossier_is_counted_once_and_by_the_right_party() {
        Map<Party, Long> expected = new EnumMap<>(Party.class);
        Map<Figure.Measure, Map<String, Double>> of = new EnumMap<>(Figure.Measure.class);
        for (Dossier dossier : walks.dossiers()) {
            for (LocalDate day = dossier.received(); day.isBefore(dossier.closed()); day = day.plusDays(1)) {
                Party party = party(dossier, day);
                expected.merge(party, 1L, Long::sum);
                of.computeIfAbsent(Figure.Measure.of(party), none -> new TreeMap<>()).merge(dossier.number(), 1.0, Double::sum);
            }
        }
        Analysis found = analysis(YEAR);

        assertThat(expected).containsOnlyKeys(Party.values());
        assertThat(found.days()).isEqualTo(expected);
        assertThat(found.dossiers()).isEqualTo(300);
        assertThat(found.total()).isEqualTo(walks.dossiers().stream().mapToLong(AnalysisTest::length).sum());
        assertThat(found.medianDays()).isEqualTo(Percentile.of(0.5, walks.dossiers().stream().mapToDouble(AnalysisTest::length).toArray()));
        for (Party party : Party.values()) {
            assertThat(lines(YEAR, Figure.all(Figure.Measure.of(party)))).as(party.name()).isEqualTo(of.get(Figure.Measure.of(party)));
        }
    }

    @Test
    void elements_are_counted_as_somebody_would_by_hand() {
        record Counted(long times, int dossiers, double median, double ninety, Map<Party, Long> days) { }
        Map<String, Counted> expected = new LinkedHashMap<>();
        for (Kind kind : KINDS) {
            List<Double> lasted = new ArrayList<>();
            Set<String> dossiers = new HashSet<>();
            Map<Party, Long> days = new EnumMap<>(Map.of(Party.WIJ, 0L, Party.AANVRAGER, 0L, Party.DERDE, 0L, Party.NIEMAND, 0L));
            for (Dossier dossier : walks.dossiers()) {
                List<Stood> here = dossier.steps().stream().filter(step -> step.element().equals(kind.element()) && step.process().equals(kind.process())).toList();
                here.forEach(step -> lasted.add(Duration.between(InventedWalks.at(step.entered()), step.left() == null ? now() : InventedWalks.at(step.left())).toMillis() / 86_400_000.0));
                if (!here.isEmpty()) {
                    dossiers.add(dossier.number());
                }
                for (LocalDate day = dossier.received(); day.isBefore(dossier.closed()); day = day.plusDays(1)) {
                    LocalDate on = day;
                    if (here.stream().anyMatch(step -> stands(step, on))) {
                        days.merge(party(dossier, day), 1L, Long::sum);
                    }
                }
            }
            double[] each = lasted.stream().mapToDouble(Double::doubleValue).toArray();
            expected.put(kind.process() + "#" + kind.element(), new Counted(lasted.size(), dossiers.size(), Percentile.of(0.5, each), Percentile.of(0.9, each), days));
        }
        expected.remove(PROCEDURE + "#Gateway_E");
        Analysis found = analysis(YEAR);

        assertThat(found.elements()).extracting(Analysis.Element::key).containsExactlyInAnyOrderElementsOf(expected.keySet());
        for (Analysis.Element element : found.elements()) {
            Counted counted = expected.get(element.key());
            assertThat(element.times()).as(element.key()).isEqualTo(counted.times);
            assertThat(element.dossiers()).as(element.key()).isEqualTo(counted.dossiers);
            assertThat(element.median()).as(element.key()).isCloseTo(counted.median, within(0.01));
            assertThat(element.ninety()).as(element.key()).isCloseTo(counted.ninety, within(1.0));
            assertThat(element.days()).as(element.key()).isEqualTo(counted.days);
        }
    }

    @Test
    void each_number_opens_as_many_dossiers_and_days_as_it_says() {
        Analysis found = analysis(YEAR);
        Map<Figure, Double> numbers = new LinkedHashMap<>();
        numbers.put(Figure.all(Figure.Measure.DOSSIERS), (double) found.dossiers());
        numbers.put(Figure.all(Figure.Measure.MEDIAAN), found.medianDays());
        numbers.put(Figure.all(Figure.Measure.DAGEN), (double) found.total());
        found.elements().forEach(element -> {
            numbers.put(element.figure(Figure.Measure.KEER), (double) element.times());
            numbers.put(element.figure(Figure.Measure.DOSSIERS), (double) element.dossiers());
            numbers.put(element.figure(Figure.Measure.MEDIAAN), element.median());
            numbers.put(element.figure(Figure.Measure.DAGEN), (double) element.total());
            element.days().forEach((party, days) -> numbers.put(element.figure(Figure.Measure.of(party)), (double) days));
        });
        found.ways().stream().limit(4).forEach(way -> {
            numbers.put(way.figure(Figure.Measure.DOSSIERS), (double) way.dossiers());
            numbers.put(way.figure(Figure.Measure.MEDIAAN), way.median());
        });
        found.loops().stream().limit(3).forEach(loop -> {
            numbers.put(loop.figure(Figure.Measure.DOSSIERS), (double) loop.dossiers());
            numbers.put(loop.figure(Figure.Measure.KEER), (double) loop.times());
            numbers.put(loop.figure(Figure.Measure.DAGEN), (double) loop.days());
        });
        found.back().stream().limit(3).forEach(back -> {
            numbers.put(back.figure(Figure.Measure.DOSSIERS), (double) back.dossiers());
            numbers.put(back.figure(Figure.Measure.KEER), (double) back.times());
        });

        assertThat(found.ways().stream().mapToInt(Analysis.Way::dossiers).sum()).isEqualTo(found.dossiers());
        assertThat(found.loops()).isNotEmpty().allSatisfy(loop -> assertThat(loop.days()).as(loop.step()).isLessThanOrEqualTo(60L * loop.times()));
        assertThat(found.back()).isNotEmpty();
        numbers.forEach((figure, value) -> {
            OpenFigure.Behind behind = behind(YEAR, Figure.parse(figure.toString()).orElseThrow());
            // A step that is still open grows while the test runs.
            assertThat(behind.value()).as(figure.toString()).isCloseTo(value, within(0.01));
            assertThat(behind.lines()).as(figure.toString()).hasSize(behind.count());
            if (figure.measure() == Figure.Measure.DOSSIERS) {
                assertThat(behind.dossiers()).as(figure.toString()).isEqualTo(value.intValue());
            }
        });
    }

    @Test
    void filters_keep_the_dossiers_that_they_name() {
        Set<String> paused = new HashSet<>();
        Set<String> closed = new HashSet<>();
        LocalDate from = LocalDate.of(2003, 3, 1);
        LocalDate to = LocalDate.of(2003, 3, 31);
        Set<String> walked = new HashSet<>();
        walks.dossiers().forEach(dossier -> {
            if (!dossier.pauses().isEmpty()) {
                paused.add(dossier.number());
            }
            if (!dossier.closed().isBefore(from) && !dossier.closed().isAfter(to)) {
                closed.add(dossier.number());
            }
            if (dossier.steps().stream().anyMatch(step -> step.entered().isBefore(to.plusDays(1).atStartOfDay()) && (step.left() == null || !step.left().isBefore(from.atStartOfDay())))) {
                walked.add(dossier.number());
            }
        });
        assertThat(dossiers(new Selection(PROCEDURE, Selection.Period.ONTVANGEN, FIRST, YEAR.to(), null, null, null, null, true, null))).isEqualTo(paused);
        assertThat(dossiers(new Selection(PROCEDURE, Selection.Period.ONTVANGEN, FIRST, YEAR.to(), null, null, null, null, false, null))).hasSize(300 - paused.size());
        assertThat(dossiers(new Selection(PROCEDURE, Selection.Period.GESLOTEN, from, to, null, null, null, null, null, null))).isEqualTo(closed);
        assertThat(dossiers(new Selection(PROCEDURE, Selection.Period.GELOPEN, from, to, null, null, null, null, null, null))).isEqualTo(walked);
        assertThat(dossiers(new Selection(PROCEDURE, Selection.Period.ONTVANGEN, FIRST, YEAR.to(), null, "OPGELEGD", null, null, null, null))).isEmpty();
        assertThat(dossiers(new Selection(PROCEDURE, Selection.Period.ONTVANGEN, FIRST, YEAR.to(), "other", null, null, null, null, null))).isEmpty();
        assertThat(dossiers(new Selection(PROCEDURE, Selection.Period.ONTVANGEN, FIRST, YEAR.to(), null, null, null, "PORTAAL", null, null))).isEmpty();
        assertThat(dossiers(new Selection(PROCEDURE, Selection.Period.ONTVANGEN, FIRST, YEAR.to(), null, null, "cel-ag", null, null, null))).isEqualTo(walks.dossiers().stream()
                .filter(dossier -> dossier.steps().stream().anyMatch(step -> step.element().equals("UserTask_ParketbeslissingRegistreren")
                        || step.element().equals("UserTask_VerweerRegistreren"))).map(Dossier::number).collect(java.util.stream.Collectors.toSet()));
        assertThat(dossiers(new Selection(PROCEDURE, Selection.Period.ONTVANGEN, FIRST, YEAR.to(), null, null, null, null, null, true))).isEmpty();
    }

    @Test
    void a_move_to_another_version_is_no_second_visit() {
        Selection one = new Selection("mijnproef", Selection.Period.ONTVANGEN, FIRST, YEAR.to(), null, null, null, null, null, null);
        walks.unfollowed(() -> {
            jdbc.sql("""
                    insert into dossier (number, procedure, subject, source, received_on, registered_at, state, outcome, closed_on)
                    values ('DC-MIJ-MOVED', 'mijnproef', 'x', 'PAPIER', '2003-02-01', '2003-02-01', 'GESLOTEN', 'X', '2003-02-21')""").update();
            for (String[] row : new String[][] {{"A", "1", "2003-02-01 09:00", "2003-02-05 09:00", "VERHUISD"}, {"A", "1", "2003-02-05 09:00", "2003-02-11 09:00", "AF"},
                    {"B", "2", "2003-02-11 09:00", "2003-02-14 09:00", "VERHUISD"}, {"B2", "2", "2003-02-14 09:00", "2003-02-21 09:00", "AF"}}) {
                jdbc.sql("""
                        insert into step (dossier, procedure, process, instance, activity, deployment, element, kind, entered_at, left_at, ended)
                        values ('DC-MIJ-MOVED', 'mijnproef', 'p', 'i', ?, 'v', ?, 'userTask', ?::timestamptz, ?::timestamptz, ?)""")
                        .params("moved-" + row[1], row[0], row[2] + "+01", row[3] + "+01", row[4]).update();
            }
        });
        Analysis found = analysis(one);

        assertThat(found.elements()).extracting(Analysis.Element::element, Analysis.Element::times, Analysis.Element::median, Analysis.Element::total)
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("A", 1L, 10.0, 10L), org.assertj.core.groups.Tuple.tuple("B", 1L, 3.0, 3L),
                        org.assertj.core.groups.Tuple.tuple("B2", 1L, 7.0, 7L));
        assertThat(found.loops()).isEmpty();
    }

    @Test
    void who_handles_dossiers_does_not_analyse() {
        assertThatThrownBy(() -> currentActor.as(people.actor("an"), () -> analyseProcedure.analyse(YEAR))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> currentActor.as(people.actor("an"), () -> openFigure.open(YEAR, Figure.all(Figure.Measure.DOSSIERS), 0, 1))).isInstanceOf(Refused.class);
    }

    private Analysis analysis(Selection selection) {
        return currentActor.as(people.actor("ann"), () -> analyseProcedure.analyse(selection));
    }

    private OpenFigure.Behind behind(Selection selection, Figure figure) {
        return currentActor.as(people.actor("ann"), () -> openFigure.open(selection, figure, 0, Integer.MAX_VALUE));
    }

    private Map<String, Double> lines(Selection selection, Figure figure) {
        Map<String, Double> lines = new TreeMap<>();
        behind(selection, figure).lines().forEach(line -> lines.put(line.dossier(), line.part()));
        return lines;
    }

    private Set<String> dossiers(Selection selection) {
        Set<String> dossiers = new HashSet<>();
        behind(selection, Figure.all(Figure.Measure.DOSSIERS)).lines().forEach(line -> dossiers.add(line.dossier()));
        return dossiers;
    }

    /** At the end of that day. */
    private static Party party(Dossier dossier, LocalDate day) {
        if (paused(dossier, day, Set.of("AANVULLING_AANVRAGER", "VERWEER", "REACTIE_ADVIES"))) {
            return Party.AANVRAGER;
        }
        if (paused(dossier, day, Set.of("ADVIES_DERDE", "BRON_DERDE", "SCHORSING"))) {
            return Party.DERDE;
        }
        List<String> open = dossier.steps().stream().filter(step -> step.kind().equals("userTask") && stands(step, day)).map(Stood::element).toList();
        if (open.stream().anyMatch(element -> !APPLICANT.contains(element) && !THIRD.contains(element))) {
            return Party.WIJ;
        }
        return open.stream().anyMatch(APPLICANT::contains) ? Party.AANVRAGER : open.isEmpty() ? Party.NIEMAND : Party.DERDE;
    }

    private static boolean paused(Dossier dossier, LocalDate day, Set<String> grounds) {
        return dossier.pauses().stream().filter(pause -> grounds.contains(pause.ground())).anyMatch(pause -> lasts(pause, day));
    }

    private static boolean lasts(Paused pause, LocalDate day) {
        return !day.isBefore(pause.from()) && (pause.to() == null || day.isBefore(pause.to()));
    }

    private static boolean stands(Stood step, LocalDate day) {
        LocalDateTime midnight = day.plusDays(1).atStartOfDay();
        return step.entered().isBefore(midnight) && (step.left() == null || !step.left().isBefore(midnight));
    }

    private static long length(Dossier dossier) {
        return dossier.received().until(dossier.closed(), java.time.temporal.ChronoUnit.DAYS);
    }

    private OffsetDateTime now() {
        return clock.instant().atZone(MovableClock.BRUSSELS).toOffsetDateTime();
    }
}
