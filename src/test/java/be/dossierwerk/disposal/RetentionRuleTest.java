package be.dossierwerk.disposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From which day a dossier may be destroyed, and by which rule. */
class RetentionRuleTest {

    private static final LocalDate SINCE = LocalDate.of(2004, 1, 1);
    private static final RetentionRule RECOGNITION = rule("B-01", 1, List.of("erkenning"), 120, CountsFrom.EINDE_ERKENNING, SINCE);
    private static final RetentionRule PAYMENT = rule("B-02", 1, List.of("administratieve-geldboete", "terugvordering"), 120, CountsFrom.LAATSTE_BETALING, SINCE);
    private static final RetentionRule REST = rule("B-99", 1, List.of(), 60, CountsFrom.EINDE_DOSSIER, SINCE);

    @ParameterizedTest
    @CsvSource({
            // months, counted from, first day on which it may go
            "120, 2026-11-22, 2036-11-23", "1, 2027-01-30, 2027-03-01", "1, 2027-01-31, 2027-03-01", "1, 2028-01-31, 2028-03-01", "1, 2028-01-28, 2028-02-29",
            "12, 2028-02-29, 2029-03-01", "48, 2028-02-29, 2032-03-01", "120, 2026-12-31, 2037-01-01", "6, 2026-08-31, 2027-03-01", "3, 2026-11-30, 2027-03-01",
            "1, 2026-04-30, 2026-05-31", "1, 2026-05-31, 2026-07-01"})
    void a_dossier_is_kept_up_to_and_with_the_same_day_of_the_last_month(int months, LocalDate from, LocalDate due) {
        assertThat(rule("B", 1, List.of(), months, CountsFrom.EINDE_DOSSIER, SINCE).dueOn(from)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"erkenning, B-01", "administratieve-geldboete, B-02", "terugvordering, B-02", "klacht, B-99", "heroverweging, B-99"})
    void the_rule_that_names_the_procedure_goes_before_the_one_for_the_rest(String procedure, String code) {
        assertThat(RetentionRule.of(procedure, List.of(REST, PAYMENT, RECOGNITION)).map(RetentionRule::code)).hasValue(code);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31, 1", "2027-01-01, 2", "2029-12-31, 2", "2030-01-01, 3", "2040-06-01, 3"})
    void the_newest_version_that_holds_on_the_day_counts(LocalDate day, int version) {
        List<RetentionRule> versions = List.of(REST, rule("B-99", 3, List.of(), 24, CountsFrom.EINDE_DOSSIER, LocalDate.of(2030, 1, 1)),
                rule("B-99", 2, List.of(), 36, CountsFrom.EINDE_DOSSIER, LocalDate.of(2027, 1, 1)));
        assertThat(RetentionRule.on(day, versions)).singleElement().extracting(RetentionRule::version).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            // closed, recognition ended, last payment; counted from the end of the dossier, of the recognition, the last payment
            "2027-03-01, 2027-03-01, 2027-03-01, 2027-03-01, 2027-03-01, 2027-03-01", "2027-03-01, 2031-05-31, 2027-03-01, 2027-03-01, 2031-05-31, 2027-03-01",
            "2027-03-01, -, 2028-01-31, 2027-03-01, -, 2028-01-31"})
    void a_term_counts_from_the_event_that_its_rule_names(LocalDate closed, LocalDate ended, LocalDate paid, LocalDate dossier, LocalDate recognition, LocalDate payment) {
        CountedDossier counted = new CountedDossier("DC-ERK-2027-00001", "erkenning", "x", "ERKEND", closed, ended, paid);
        assertThat(counted.from(CountsFrom.EINDE_DOSSIER)).hasValue(dossier);
        assertThat(counted.from(CountsFrom.EINDE_ERKENNING)).isEqualTo(java.util.Optional.ofNullable(recognition));
        assertThat(counted.from(CountsFrom.LAATSTE_BETALING)).hasValue(payment);
    }

    private static RetentionRule rule(String code, int version, List<String> procedures, int months, CountsFrom event, LocalDate from) {
        return new RetentionRule(code, version, code, procedures, months, event, from, "bron", false);
    }
}
