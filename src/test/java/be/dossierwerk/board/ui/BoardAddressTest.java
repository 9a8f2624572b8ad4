package be.dossierwerk.board.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowNorm.Wanted;
import be.dossierwerk.board.ShowTrend.Step;
import be.dossierwerk.shared.Refused;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A link to a view of the board shows that view to whoever gets it, or says what is wrong with it. */
class BoardAddressTest {

    private static final Period Y2020 = Period.year(2020);

    @Test
    void what_is_asked_comes_back_from_its_own_address() {
        AskedPeriods asked = new AskedPeriods(Period.quarter(2020, 2), new Period(LocalDate.of(2018, 3, 1), LocalDate.of(2018, 3, 14)));
        BoardPart part = new BoardPart("OFDC", true, "120 dagen & meer");
        QueryParameters board = QueryParameters.fromString(asked.query() + part.query());
        assertThat(AskedPeriods.of(board, Y2020)).isEqualTo(asked);
        assertThat(BoardPart.of(board)).isEqualTo(part);

        NormQuestion question = new NormQuestion("OFDC-1", asked, new Wanted(false, "APPROVAL", "PAPER", "G01+1", "OFDC-2020-G01"), 50, Step.MONTH);
        assertThat(NormQuestion.of("OFDC-1", QueryParameters.fromString(question.address().replaceFirst(".*\\?", "")), Y2020)).isEqualTo(question);
    }

    @Test
    void beside_a_period_stands_the_year_before_until_another_is_chosen() {
        assertThat(AskedPeriods.of(QueryParameters.empty(), Y2020)).isEqualTo(new AskedPeriods(Y2020, Period.year(2019)));
        assertThat(AskedPeriods.of(QueryParameters.fromString("jaar=2018&naast=2015"), Y2020)).isEqualTo(new AskedPeriods(Period.year(2018), Period.year(2015)));
        AskedPeriods years = new AskedPeriods(Y2020, Period.year(2019));
        assertThat(years.with(Period.quarter(2020, 3)).other()).isEqualTo(Period.quarter(2019, 3));
        assertThat(new AskedPeriods(Y2020, Period.year(2015)).with(Period.year(2018)).other()).isEqualTo(Period.year(2015));
    }

    @ParameterizedTest
    @CsvSource({
        "van=2020-02-30,                              van:board.address.day",
        "van=gisteren&tot=2020-12-31,                 van:board.address.day",
        "van=%2B12020-01-01,                          van:board.address.day",
        "van=2020-06-01&tot=2020-05-31,               tot:board.address.reversed",
        "naastvan=2019-13-01&tot=morgen,              tot:board.address.day naastvan:board.address.day",
        "jaar=20,                                     jaar:board.address.year",
        "jaar=2020&naast=vorig,                       naast:board.address.year"})
    void a_wrong_address_is_told_field_by_field(String query, String wrong) {
        Refused refused = catchThrowableOfType(Refused.class, () -> AskedPeriods.of(QueryParameters.fromString(query), Y2020));

        assertThat(refused.fields().stream().map(field -> field.name() + ":" + field.key())).containsExactly(wrong.split(" "));
    }
}
