package be.dossierwerk.board;

import static be.dossierwerk.board.OwnBoard.Y2019;
import static be.dossierwerk.board.OwnBoard.Y2020;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.board.BudgetLine.Stage;
import be.dossierwerk.board.PublishedFigure.Domain;
import be.dossierwerk.board.PublishedFigure.Unit;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowBoard.VolumeLine;
import be.dossierwerk.board.ShowVolume.Definition;
import be.dossierwerk.board.ShowVolume.Page;
import be.dossierwerk.board.ShowVolume.Wanted;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands behind the volumes of two years, and what was published of measures, on PostgreSQL. */
class MeasureTest {

    private static final Publication NEXT = new Publication(2021, "Ondernemingsplan 2022", LocalDate.of(2022, 2, 15));
    private static OwnBoard board;

    @BeforeAll
    static void a_history_of_two_years() {
        board = new OwnBoard(ShowMeasure.class, ShowVolume.class, ShowHistoryDossier.class, ShowDepartment.class, OwnWork.class, Publications.class, RecordPublishedFigure.class,
                RecordBudgetLine.class);
        board.on(LocalDate.of(2026, 11, 21));
        board.publishedYears();
        board.happened("ESF-2020-00001", "ESF", "CALL", "CALL_LAUNCHED 2020-12-31");
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @Test
    void every_volume_opens_as_many_events_or_euro_as_it_says() {
        List<VolumeLine> volumes = board.board().volumes();

        assertThat(volumes).hasSize(15).allMatch(line -> line.now().signum() > 0);
        for (VolumeLine line : volumes) {
            Definition volume = define(line.measure(), line.indicator());
            for (Period period : List.of(Y2020, Y2019)) {
                BigDecimal number = period == Y2020 ? line.now() : line.before();
                Page all = events(volume, period, Wanted.ALL, 0, Integer.MAX_VALUE);
                assertThat(line.euro() ? sum(all) : BigDecimal.valueOf(all.shown().size())).as("%s %s", line.indicator(), period).isEqualByComparingTo(number);
                assertThat(all.lines()).isEqualTo(all.shown().size());
                assertThat(all.amount()).isEqualByComparingTo(sum(all));
                assertThat(all.shown()).allMatch(each -> !each.on().isBefore(period.from()) && !each.on().isAfter(period.to()));
            }
        }
    }

    @Test
    void a_list_is_read_page_by_page_and_searched() {
        Definition refunds = define("OFDC", "REFUNDS_PAID");
        Page first = events(refunds, Y2020, Wanted.ALL, 0, 50);
        Page second = events(refunds, Y2020, Wanted.ALL, 50, 50);

        assertThat(first.shown()).hasSize(50).doesNotContainAnyElementsOf(second.shown());
        assertThat(first.lines()).isEqualTo(1816);
        String number = first.shown().get(7).dossier();
        assertThat(events(refunds, Y2020, new Wanted(null, null, number.toLowerCase()), 0, 50).shown()).extracting(ShowVolume.Line::dossier).containsOnly(number);
        long online = events(refunds, Y2020, new Wanted(null, "ONLINE", null), 0, 1).lines();
        long paper = events(refunds, Y2020, new Wanted("REFUND", "PAPER", null), 0, 1).lines();
        assertThat(online + paper).isEqualTo(1816);
        assertThat(paper).isPositive();
        ShowHistoryDossier.Shown dossier = board.as(OwnBoard.HEAD, ShowHistoryDossier.class, show -> show.of(number));
        assertThat(dossier.events()).extracting(ShowHistoryDossier.Happening::event).contains("RECEIVED", "PAID");
        assertThat(dossier.norms()).extracting(ShowHistoryDossier.Judged::code).containsExactly("OFDC-2");
    }

    @Test
    void an_event_is_counted_of_every_kind_where_no_volume_does() {
        ShowMeasure.Sheet sheet = sheet("OFDC");
        assertThat(sheet.norms().events()).extracting(ShowMeasure.Happened::event).containsExactly("RECEIVED", "CANCELLED");
        Definition received = define("OFDC", "RECEIVED");
        assertThat(events(received, Y2020, Wanted.ALL, 0, 1).lines()).isEqualTo(sheet.norms().events().get(0).now()).isPositive();
        assertThatThrownBy(() -> define("OFDC", "NIETS")).isInstanceOf(Refused.class).hasMessage("board.volume-unknown");
        assertThatThrownBy(() -> sheet("NIETS")).isInstanceOf(Refused.class).hasMessage("board.measure-unknown");
    }

    @Test
    void what_was_published_stands_beside_what_we_count() {
        ShowMeasure.Sheet sheet = sheet("DC");

        assertThat(sheet.norms().volumes()).hasSize(8).noneMatch(ShowMeasure.Counted::differs)
                .filteredOn(ShowMeasure.Counted::inspection).extracting(each -> each.line().indicator() + " " + each.publishedNow())
                .containsExactly("INSPECTIONS 508.00", "WARNINGS 76.00", "RECOVERY_PROPOSED_EUR 2320915.00");
        assertThat(sheet.figures()).filteredOn(figure -> figure.name().equals("Aantal uitgegeven dienstencheques")).extracting(figure -> figure.year() + " " + figure.value() + " " + figure.source())
                .containsExactly("2019 87727426.00 002:7240", "2020 72128159.00 002:7240");
        assertThat(sheet.budget()).extracting(line -> line.year() + " " + line.stage() + " " + line.committed() + " " + line.paid())
                .containsExactly("2020 GEREALISEERD 1167934513.00 1155092306.00", "2021 BEGROOT 1313548000.00 1313548000.00");
        // Half a year is compared with nothing.
        Period half = new Period(Y2020.from(), LocalDate.of(2020, 6, 30));
        assertThat(board.as(OwnBoard.HEAD, ShowMeasure.class, show -> show.of("DC", half, Y2019)).norms().volumes()).allMatch(each -> each.publishedNow() == null)
                .anyMatch(each -> each.publishedBefore() != null);
        assertThat(sheet("VOP").own().runsHere()).isFalse();
        assertThat(sheet.own().runsHere()).isTrue();
    }

    @Test
    void all_published_figures_and_the_whole_budget_are_there() {
        JdbcClient jdbc = board.jdbc();
        assertThat(jdbc.sql("select count(distinct (measure, name)) || ' ' || count(*) from board_figure where recorded_by_name = 'Dossierwerk'").query(String.class).single()).isEqualTo("355 594");
        assertThat(jdbc.sql("select count(distinct (objective, name)) || ' ' || count(*) from board_budget where recorded_by_name = 'Dossierwerk'").query(String.class).single()).isEqualTo("60 120");
        assertThat(jdbc.sql("select count(*) from board_budget b, unnest(b.measures) named where not exists (select from board_measure m where m.code = named)").query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select code from board_norm where not exists (select from board_measure m where m.code = measure)").query(String.class).list()).isEmpty();
        assertThat(jdbc.sql("select count(*) from board_volume v where not exists (select from board_figure f where f.measure = v.measure and f.volume = v.indicator and f.year = 2020)")
                .query(Long.class).single()).isZero();
    }

    @Test
    void the_department_in_a_few_numbers() {
        List<ShowDepartment.Line> lines = board.as(OwnBoard.HEAD, ShowDepartment.class, show -> show.of(board.board()));

        assertThat(lines).filteredOn(line -> line.what().domain() != Domain.AANTALLEN || line.what().name().startsWith("NORMS"))
                .extracting(line -> line.what() + " " + whole(line.counted()) + " " + whole(line.published()))
                .containsExactly("NORMS_MET 3 47", "NORMS_ALMOST 1 12", "NORMS_BETWEEN 1 null", "NORMS_FAR 1 5", "NORMS_IMPROVED 2 24", "NORMS_DECLINED 2 10", "NORMS_STAYED 2 33", "STAFF 0 304",
                        "INSPECTED 508 3268", "WARNED 76 428", "RECOVERY_PROPOSED 2320915 3565959", "COMMITTED 2676544901 null", "SPENT 2626801588 null",
                        "COMPLAINTS 0 null", "COMPLAINTS_FOUNDED 0 null", "COMPLAINTS_IN_TIME 0 null", "SATISFACTION null null");
    }

    private static String whole(BigDecimal value) {
        return value == null ? null : value.setScale(0).toPlainString();
    }

    @Test
    void a_manager_adds_a_later_year_and_corrects_it() {
        record(new RecordPublishedFigure.Figure("ESF", Domain.KLACHTEN, "Aantal gelanceerde oproepen", Unit.EURO, new BigDecimal("31")), NEXT);
        record(new RecordPublishedFigure.Figure("ESF", Domain.AANTALLEN, "Aantal gelanceerde oproepen ", Unit.AANTAL, new BigDecimal("30")), NEXT);
        record(new RecordPublishedFigure.Figure("ESF", Domain.KLACHTEN, "Tevredenheid", Unit.PROCENT, new BigDecimal("82.5")), NEXT);

        // A known name keeps where it stands and what it counts.
        assertThat(sheet("ESF").figures()).filteredOn(figure -> figure.year() == 2021)
                .extracting(figure -> figure.domain() + " " + figure.name() + " " + figure.unit() + " " + figure.value() + " " + figure.volume())
                .containsExactly("AANTALLEN Aantal gelanceerde oproepen AANTAL 30.00 CALLS_LAUNCHED", "KLACHTEN Tevredenheid PROCENT 82.50 null");
        assertThat(said()).contains("Pieter Maas noteerde het gepubliceerde cijfer van 2021 voor \"Tevredenheid\" van de maatregel ESF/AMIF: 82,5.");

        board.as(OwnBoard.MANAGER, RecordBudgetLine.class, budget -> {
            budget.record("TV", new RecordBudgetLine.Amounts("OD VIII 2.1 Sociaal ondernemerschap", "Trividend", Stage.GEREALISEERD, new BigDecimal("150000"),
                    new BigDecimal("149000.50")), NEXT);
            return null;
        });
        assertThat(sheet("TV").budget()).extracting(line -> line.year() + " " + line.stage() + " " + line.paid())
                .containsExactly("2020 GEREALISEERD 145340.00", "2021 GEREALISEERD 149000.50", "2021 BEGROOT 150000.00");
        assertThat(said()).contains("Pieter Maas noteerde voor Trividend in de begroting van 2021 (gerealiseerd): VAK 150.000,00 euro, VEK 149.000,50 euro.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "AANTALLEN | Aantal | 3    | 2021 | Jaarverslag | 2022-02-15 | ''",
        "          | Aantal | 3    | 2021 | Jaarverslag | 2022-02-15 | domain",
        "AANTALLEN |        | 3    | 2021 | Jaarverslag | 2022-02-15 | name",
        "AANTALLEN | Aantal | -1   | 2021 | Jaarverslag | 2022-02-15 | value",
        "AANTALLEN | Aantal | 1.234| 2021 | Jaarverslag | 2022-02-15 | value",
        "AANTALLEN | Aantal |      | 2027 |             | 2027-02-15 | value year publication publishedOn",
        "AANTALLEN | Aantal | 3    | 1999 | Jaarverslag |            | year publishedOn"})
    void a_figure_without_its_year_or_source_is_refused_with_all_that_is_wrong(Domain domain, String name, BigDecimal value, Integer year, String title, LocalDate on, String wrong) {
        Supplier<List<String>> fields = () -> {
            try {
                record(new RecordPublishedFigure.Figure("GP", domain, name, Unit.AANTAL, value), new Publication(year, title, on));
                return List.of();
            } catch (Refused refused) {
                return refused.fields().stream().map(Refused.Field::name).toList();
            }
        };
        assertThat(String.join(" ", fields.get())).isEqualTo(wrong == null ? "" : wrong);
    }

    @Test
    void only_a_manager_adds_a_figure() {
        assertThatThrownBy(() -> board.as(OwnBoard.HEAD, RecordPublishedFigure.class, figures -> {
            figures.record(new RecordPublishedFigure.Figure("GP", Domain.AANTALLEN, "Aantal", Unit.AANTAL, BigDecimal.ONE), NEXT);
            return null;
        })).isInstanceOf(Refused.class).hasMessage("security.role-missing");
    }

    private static void record(RecordPublishedFigure.Figure figure, Publication where) {
        board.as(OwnBoard.MANAGER, RecordPublishedFigure.class, figures -> {
            figures.record(figure, where);
            return null;
        });
    }

    private static List<String> said() {
        return board.jdbc().sql("select content::json ->> 'sentence' from audit_content where dossier = 'DEPARTEMENT'").query(String.class).list();
    }

    private static ShowMeasure.Sheet sheet(String measure) {
        return board.as(OwnBoard.HEAD, ShowMeasure.class, show -> show.of(measure, Y2020, Y2019));
    }

    private static BigDecimal sum(Page page) {
        return page.shown().stream().map(line -> line.amount() == null ? BigDecimal.ZERO : line.amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Definition define(String measure, String indicator) {
        return board.as(OwnBoard.HEAD, ShowVolume.class, show -> show.define(measure, indicator));
    }

    private static Page events(Definition volume, Period period, Wanted wanted, int offset, int limit) {
        return board.as(OwnBoard.HEAD, ShowVolume.class, show -> show.events(volume, period, wanted, offset, limit));
    }
}
