package be.dossierwerk.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command that computes terms from a file: the golden file whole, and what it says of rows that make no sense. */
class TermsCommandTest {

    private static final String HEADER = "case_id,unit,amount,month_rule,clock,roll,start,pauses,extension_days,as_of,why\n";
    private static final String GOOD = "good,CALENDAR_DAYS,120,A,TOTAL,NONE,2027-01-04,,0,2027-01-05,\n";
    private static final String GOOD_ACCOUNT = "good,2027-05-04,2027-05-04,1,0,119,RUNNING\n";

    @TempDir private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void the_golden_file_gives_the_reference_accounts_to_the_letter() throws IOException {
        assertThat(run(resource("/terms/term_cases.csv"))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(resource("/terms/term_accounts.csv"));
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "x,CALENDAR_DAYS,120,A,TOTAL,NONE,2025-04-31,,0,2027-01-05, | rij 2, kolom \"start\": 2025-04-31 is geen bestaande datum.",
        "x,CALENDAR_DAYS,120,A,TOTAL,NONE,31/04/2025,,0,2027-01-05, | rij 2, kolom \"start\": \"31/04/2025\" is geen datum zoals 2027-03-12.",
        "x,FORTNIGHTS,120,A,TOTAL,NONE,2025-04-30,,0,2027-01-05, | rij 2, kolom \"unit\": \"FORTNIGHTS\" is onbekend; kies uit CALENDAR_DAYS, WORKING_DAYS, WEEKS, MONTHS, YEARS, DAY_OF_NEXT_MONTH, WORKING_DAY_OF_MONTH.",
        "x,CALENDAR_DAYS,-1,A,TOTAL,NONE,2025-04-30,,0,2027-01-05, | rij 2, kolom \"amount\": -1 ligt niet tussen 0 en 3000000.",
        "x,DAY_OF_NEXT_MONTH,32,A,TOTAL,NONE,2025-04-30,,0,2027-01-05, | rij 2, kolom \"amount\": 32 ligt niet tussen 1 en 31.",
        "x,CALENDAR_DAYS,ten,A,TOTAL,NONE,2025-04-30,,0,2027-01-05, | rij 2, kolom \"amount\": \"ten\" is geen geheel getal tussen 0 en 3000000.",
        "x,YEARS,3000000,A,TOTAL,NONE,2025-04-30,,0,2027-01-05, | rij 2, kolom \"amount\": de termijn eindigt na het jaar 9999.",
        "x,MONTHS,1,,TOTAL,NONE,2025-04-30,,0,2027-01-05, | rij 2, kolom \"month_rule\": \"\" is onbekend; kies uit A, B.",
        "x,MONTHS,1,A,TOTAL,NONE,2025-04-30,2025-05-02..2025-05-01,0,2027-01-05, | rij 2, kolom \"pauses\": de pauze 2025-05-02..2025-05-01 eindigt voor ze begint.",
        "x,MONTHS,1,A,TOTAL,NONE,2025-04-30,2025-05-02,0,2027-01-05, | rij 2, kolom \"pauses\": \"2025-05-02\" is geen pauze zoals 2027-03-03..2027-03-24.",
        "x,MONTHS,1,A,TOTAL,NONE,2025-04-30,..2025-05-02,0,2027-01-05, | rij 2, kolom \"pauses\": \"\" is geen datum zoals 2027-03-12.",
        "x,MONTHS,1,A,TOTAL,NONE,2025-04-30,,0.5,2027-01-05, | rij 2, kolom \"extension_days\": \"0.5\" is geen geheel getal tussen 0 en 3000000.",
        "x,MONTHS,1,A,TOTAL,NONE,2025-04-30,,0,, | rij 2, kolom \"as_of\": \"\" is geen datum zoals 2027-03-12.",
        ",MONTHS,1,A,TOTAL,NONE,2025-04-30,,0,2027-01-05, | rij 2, kolom \"case_id\": vul een naam in.",
        "x,MONTHS,1,A,TOTAL | rij 2, kolom \"roll\": de rij heeft 5 velden en niet 11 zoals de kopregel.",
        "x,MONTHS,1,A,TOTAL,NONE,2025-04-30,,0,2027-01-05,,extra | rij 2, kolom \"(te veel)\": de rij heeft 12 velden en niet 11 zoals de kopregel."})
    void a_row_that_makes_no_sense_gets_one_message_and_the_others_are_computed(String row, String message) throws IOException {
        assertThat(run(HEADER + row + "\n" + GOOD)).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo(message + "\n");
        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith(",status\n" + GOOD_ACCOUNT);
    }

    @Test
    void each_wrong_field_of_a_row_has_its_own_message_and_a_name_is_given_once() throws IOException {
        assertThat(run(HEADER + "x,HOURS,1,A,TOTAL,SOMETIMES,2025-02-29,,0,2027-01-05,\n" + GOOD + GOOD)).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(4).satisfiesExactly(
                line -> assertThat(line).startsWith("rij 2, kolom \"unit\""), line -> assertThat(line).startsWith("rij 2, kolom \"roll\""),
                line -> assertThat(line).startsWith("rij 2, kolom \"start\""),
                line -> assertThat(line).isEqualTo("rij 4, kolom \"case_id\": \"good\" staat ook al in rij 3."));
    }

    @Test
    void columns_are_found_by_name_and_quoted_fields_end_of_line_and_byte_order_mark_do_no_harm() throws IOException {
        assertThat(run("\uFEFFwhy,as_of,case_id,unit,amount,month_rule,clock,roll,start,pauses,extension_days\r\n"
                + "\"a, b\",2027-01-05,good,CALENDAR_DAYS,120,A,TOTAL,NONE,2027-01-04,,0\r\n\r\n")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith(GOOD_ACCOUNT);
    }

    @Test
    void a_file_without_a_column_or_without_a_file_is_said() throws IOException {
        assertThat(run("case_id,unit\n")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("rij 1, kolom \"amount\": de kolom ontbreekt in de kopregel.");
        err.reset();
        assertThat(TermsCommand.run(List.of("/nowhere.csv"), new PrintStream(out), new PrintStream(err))).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("Het bestand /nowhere.csv bestaat niet.\n");
        err.reset();
        assertThat(TermsCommand.run(List.of(), new PrintStream(out), new PrintStream(err))).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Gebruik:");
    }

    private int run(String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("cases.csv"), csv);
        return TermsCommand.run(List.of(file.toString()), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String resource(String path) throws IOException {
        try (var in = TermsCommandTest.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
