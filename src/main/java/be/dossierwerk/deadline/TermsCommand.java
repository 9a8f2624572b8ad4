package be.dossierwerk.deadline;

import be.dossierwerk.shared.SpreadsheetText;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Computes terms from a file, without the product around it: {@code java -jar dossierwerk.jar terms CASES.csv} prints one account per case
 * (columns: terms/README). A row that cannot be read gives a message with its row and column and no account; the others are computed.
 */
public final class TermsCommand {

    private static final List<String> GIVEN = List.of("case_id", "unit", "amount", "month_rule", "clock", "roll", "start", "pauses",
            "extension_days", "as_of");
    private static final String[] ACCOUNT = {"case_id", "nominal_due", "effective_due", "counted_days_at_as_of", "paused_days_at_as_of",
        "remaining_days_at_as_of", "status"};
    /** More days than this lie beyond the calendar's last year from any start. */
    private static final int MOST = 3_000_000;
    private static final int LAST_YEAR = 9999;

    private final PrintStream err;
    private final Map<String, Long> rowOf = new HashMap<>();
    private int wrong;

    private TermsCommand(PrintStream err) {
        this.err = err;
    }

    /** @return the exit code: 0 when every row gave an account, else 1 */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.size() != 1) {
            err.println("Gebruik: java -jar dossierwerk.jar terms CASES.csv");
            return 1;
        }
        TermsCommand command = new TermsCommand(err);
        try (BufferedReader in = Files.newBufferedReader(Path.of(arguments.get(0)))) {
            skipByteOrderMark(in);
            command.compute(in, new OutputStreamWriter(out, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            command.say("Het bestand " + e.getFile() + " bestaat niet.");
        } catch (IOException | UncheckedIOException e) {
            command.say("Het bestand kan niet verder gelezen worden: " + e.getMessage());
        }
        return command.wrong == 0 ? 0 : 1;
    }

    private static void skipByteOrderMark(BufferedReader in) throws IOException {
        in.mark(1);
        if (in.read() != '\uFEFF') {
            in.reset();
        }
    }

    private void compute(BufferedReader in, OutputStreamWriter out) throws IOException {
        try (CSVParser rows = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(in);
             CSVPrinter accounts = new CSVPrinter(new BufferedWriter(out), CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get())) {
            List<String> missing = GIVEN.stream().filter(column -> !rows.getHeaderNames().contains(column)).toList();
            if (!missing.isEmpty()) {
                missing.forEach(column -> say("rij 1, kolom \"%s\": de kolom ontbreekt in de kopregel.".formatted(column)));
                return;
            }
            accounts.printRecord((Object[]) ACCOUNT);
            for (CSVRecord row : rows) {
                // An empty line, such as the last one, is no row.
                if (row.size() > 1 || !row.get(0).isBlank()) {
                    account(row, rows.getCurrentLineNumber(), accounts);
                }
            }
        }
    }

    private void account(CSVRecord row, long line, CSVPrinter accounts) throws IOException {
        if (!row.isConsistent()) {
            say("rij %d, kolom \"%s\": de rij heeft %d velden en niet %d zoals de kopregel.".formatted(line,
                    row.size() < row.getParser().getHeaderNames().size() ? row.getParser().getHeaderNames().get(row.size()) : "(te veel)",
                    row.size(), row.getParser().getHeaderNames().size()));
            return;
        }
        Row given = new Row(row, line);
        String id = given.id();
        TermFacts facts = given.facts();
        LocalDate asOf = given.date("as_of", row.get("as_of"));
        if (given.isWrong()) {
            return;
        }
        try {
            TermAccount account = TermAccount.of(facts, asOf);
            if (account.effectiveDue() != null && account.effectiveDue().getYear() > LAST_YEAR) {
                given.wrong("amount", "de termijn eindigt na het jaar " + LAST_YEAR);
                return;
            }
            accounts.printRecord(SpreadsheetText.harmless(id), Objects.toString(account.nominalDue(), ""), Objects.toString(account.effectiveDue(), ""),
                    account.countedDays(), account.pausedDays(), Objects.toString(account.remainingDays(), ""), account.status());
        } catch (DateTimeException | ArithmeticException e) {
            given.wrong("amount", "de termijn eindigt na het jaar " + LAST_YEAR);
        }
    }

    private void say(String message) {
        wrong++;
        err.println(message);
    }

    /** Reads one row field by field, and says of each field what is wrong with it. */
    private final class Row {

        private final CSVRecord row;
        private final long line;
        private final int before = wrong;

        Row(CSVRecord row, long line) {
            this.row = row;
            this.line = line;
        }

        boolean isWrong() {
            return wrong > before;
        }

        String id() {
            String id = row.get("case_id");
            if (id.isBlank()) {
                wrong("case_id", "vul een naam in");
            }
            Long first = rowOf.putIfAbsent(id, line);
            if (first != null) {
                wrong("case_id", "\"%s\" staat ook al in rij %d".formatted(id, first));
            }
            return id;
        }

        TermFacts facts() {
            TermUnit unit = choice("unit", TermUnit.class);
            boolean namesDay = unit == TermUnit.DAY_OF_NEXT_MONTH || unit == TermUnit.WORKING_DAY_OF_MONTH;
            int amount = number("amount", namesDay ? 1 : 0, unit == TermUnit.DAY_OF_NEXT_MONTH ? 31 : MOST);
            MonthRule monthRule = choice("month_rule", MonthRule.class);
            TermClock clock = choice("clock", TermClock.class);
            RollRule roll = choice("roll", RollRule.class);
            LocalDate start = date("start", row.get("start"));
            List<Pause> pauses = pauses();
            int extension = number("extension_days", 0, MOST);
            return isWrong() ? null : new TermFacts(unit, amount, monthRule, clock, roll, start, pauses, extension);
        }

        private <E extends Enum<E>> E choice(String column, Class<E> type) {
            String value = row.get(column);
            for (E each : type.getEnumConstants()) {
                if (each.name().equals(value)) {
                    return each;
                }
            }
            wrong(column, "\"%s\" is onbekend; kies uit %s".formatted(value,
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
            return null;
        }

        private int number(String column, int least, int most) {
            String value = row.get(column);
            try {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return number;
                }
                wrong(column, "%d ligt niet tussen %d en %d".formatted(number, least, most));
            } catch (NumberFormatException e) {
                wrong(column, "\"%s\" is geen geheel getal tussen %d en %d".formatted(value, least, most));
            }
            return least;
        }

        private LocalDate date(String column, String value) {
            // Read by hand: a formatter would take longer than the whole account.
            if (value.length() != "2027-03-12".length() || value.charAt(4) != '-' || value.charAt(7) != '-'
                    || (digits(value, 0, 4) | digits(value, 5, 7) | digits(value, 8, 10)) < 0) {
                wrong(column, "\"%s\" is geen datum zoals 2027-03-12".formatted(value));
                return null;
            }
            try {
                return LocalDate.of(digits(value, 0, 4), digits(value, 5, 7), digits(value, 8, 10));
            } catch (DateTimeException e) {
                wrong(column, "%s is geen bestaande datum".formatted(value));
                return null;
            }
        }

        /** The number that stands there, or -1. */
        private static int digits(String value, int from, int to) {
            int number = 0;
            for (int i = from; i < to; i++) {
                int digit = value.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    return -1;
                }
                number = 10 * number + digit;
            }
            return number;
        }

        private List<Pause> pauses() {
            List<Pause> pauses = new ArrayList<>();
            String all = row.get("pauses");
            if (all.isEmpty()) {
                return pauses;
            }
            for (String pause : all.split(";", -1)) {
                int dots = pause.indexOf("..");
                if (dots < 0) {
                    wrong("pauses", "\"%s\" is geen pauze zoals 2027-03-03..2027-03-24".formatted(pause));
                    continue;
                }
                LocalDate opened = date("pauses", pause.substring(0, dots));
                String end = pause.substring(dots + 2);
                LocalDate closed = end.isEmpty() ? null : date("pauses", end);
                if (opened == null || closed == null && !end.isEmpty()) {
                    continue;
                }
                if (closed != null && closed.isBefore(opened)) {
                    wrong("pauses", "de pauze %s eindigt voor ze begint".formatted(pause));
                } else {
                    pauses.add(new Pause(opened, closed));
                }
            }
            return pauses;
        }

        private void wrong(String column, String what) {
            say("rij %d, kolom \"%s\": %s.".formatted(line, column, what));
        }
    }
}
