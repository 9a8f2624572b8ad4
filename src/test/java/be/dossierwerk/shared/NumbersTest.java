package be.dossierwerk.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that check themselves, with what people really type. */
class NumbersTest {

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {
            "0403.170.701, true", "0403170701, true", "BE 0403.170.701, true", "be0403170701, true", "403170701, true",
            "0403.170.702, false", "2403.170.701, false", "0403170, false", "'', false", "null, false", "abc, false", "1000000096, false"})
    void enterprise_number(String text, boolean valid) {
        assertThat(EnterpriseNumber.isValid(text)).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {"2.040.000.070, true", "2000000042, true", "2000000081, false", "0403170701, false", "null, false"})
    void establishment_number(String text, boolean valid) {
        assertThat(EstablishmentNumber.isValid(text)).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {
            "85.07.30-033.28, true", "85073003328, true", "85073003329, false", "17.07.30-033.84, true", "85.13.30-033.28, false", "null, false", "1234, false"})
    void national_number(String text, boolean valid) {
        assertThat(NationalNumber.isValid(text)).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {
            "BE68 5390 0754 7034, true", "be68539007547034, true", "BE68 5390 0754 7035, false", "BE68 5390 0754 703, false",
            "NL91 ABNA 0417 1643 00, true", "null, false", "'', false"})
    void iban(String text, boolean valid) {
        assertThat(Iban.isValid(text)).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({"0403170701, 0403.170.701", "403.170.701, 0403.170.701"})
    void enterprise_number_as_people_read_it(String text, String formatted) {
        assertThat(EnterpriseNumber.format(text)).isEqualTo(formatted);
    }

    @ParameterizedTest
    @CsvSource({"be68539007547034, BE68 5390 0754 7034"})
    void iban_as_people_read_it(String text, String formatted) {
        assertThat(Iban.format(text)).isEqualTo(formatted);
    }
}
