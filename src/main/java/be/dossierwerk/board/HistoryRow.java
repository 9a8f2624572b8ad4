package be.dossierwerk.board;

import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** One event of a dossier that did not run on our diagrams, as a line of a file (history README); or the first thing that is wrong with it. */
record HistoryRow(int line, String dossier, String measure, String kind, String channel, String undertaking, String event, LocalDateTime at, BigDecimal amount, Wrong wrong) {

    static final List<String> COLUMNS = List.of("dossier", "measure", "type", "channel", "undertaking", "event", "at", "amount");

    /** {@code column}: its name, or the whole row; {@code reason}: in plain Dutch. */
    record Wrong(String column, String value, String reason) { }

    static final String WHOLE_ROW = "rij";

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9./_-]{0,59}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,2})?");
    private static final Pattern MOMENT = Pattern.compile("(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?");
    private static final Pattern WHOLE_AMOUNT = Pattern.compile(".+\\.[0-9]{2}");
    /** Of these the end of a row may have been an amount. */
    private static final Set<String> WITH_AMOUNT = Set.of("PAID", "FINE_IMPOSED", "RECOVERY_PROPOSED");
    /** As of an undertaking or in the national register, with or without what stands between its parts. */
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<![A-Za-z0-9-])(?![0-9]{4}-[0-9]{2})[0-9]{2}[0-9.-]{7,14}[0-9](?![0-9])");
    private static final int LONGEST_SHOWN = 100;

    boolean accepted() {
        return wrong == null;
    }

    /** What every row of one file is held against. {@code delimiter}: what stands between its columns. */
    record Reading(char delimiter, Set<String> measures, Set<String> events, LocalDateTime now) {

        /** {@code whole}: the row ends with the end of a line, and not with the end of the file. */
        HistoryRow read(int line, String text, boolean tooLong, boolean whole) {
            List<String> values = tooLong ? null : values(text, delimiter);
            if (values == null) {
                return rejected(line, WHOLE_ROW, text, tooLong ? "de rij is te lang" : "de aanhalingstekens in deze rij kloppen niet");
            }
            if (values.size() != COLUMNS.size()) {
                return rejected(line, WHOLE_ROW, text, "de rij heeft %d kolommen en niet %d".formatted(values.size(), COLUMNS.size()));
            }
            if (text.indexOf('\uFFFD') >= 0) {
                return rejected(line, WHOLE_ROW, text, "deze rij is niet in UTF-8 geschreven");
            }
            LocalDateTime at = moment(values.get(6));
            Wrong wrong = first(values, at);
            if (wrong == null && !whole && cutOff(values)) {
                return rejected(line, WHOLE_ROW, text, "het bestand houdt hier op, misschien midden in het bedrag: sluit ook de laatste rij af met een nieuwe regel");
            }
            return wrong != null ? new HistoryRow(line, null, null, null, null, null, null, null, null, wrong)
                    : new HistoryRow(line, values.get(0), values.get(1), values.get(2), values.get(3), undertaking(values.get(4)), values.get(5), at,
                            values.get(7).isEmpty() ? null : new BigDecimal(values.get(7)), null);
        }

        private static boolean cutOff(List<String> values) {
            return values.get(7).isEmpty() ? WITH_AMOUNT.contains(values.get(5)) : !WHOLE_AMOUNT.matcher(values.get(7)).matches();
        }

        private static String undertaking(String typed) {
            return typed.isEmpty() ? "" : EnterpriseNumber.parse(typed).digits();
        }

        private Wrong first(List<String> values, LocalDateTime at) {
            String undertaking = values.get(4);
            String amount = values.get(7);
            if (!NUMBER.matcher(values.get(0)).matches()) {
                return wrong(0, values, "dit is geen dossiernummer");
            }
            if (!measures.contains(values.get(1))) {
                return wrong(1, values, "deze maatregel bestaat niet");
            }
            if (!CODE.matcher(values.get(2)).matches()) {
                return wrong(2, values, "dit is geen soort dossier, zoals FIRST");
            }
            if (!CODE.matcher(values.get(3)).matches()) {
                return wrong(3, values, "dit is geen kanaal, zoals ONLINE");
            }
            if (!undertaking.isEmpty() && !EnterpriseNumber.isValid(undertaking)) {
                return wrong(4, values, "dit is geen ondernemingsnummer: tien cijfers, waarvan de laatste twee het controlegetal zijn");
            }
            if (!events.contains(values.get(5))) {
                return wrong(5, values, "deze gebeurtenis is niet bekend");
            }
            if (at == null) {
                return wrong(6, values, "dit is geen dag en uur zoals 2020-03-31T14:05:00");
            }
            if (at.isAfter(now)) {
                return wrong(6, values, "dit ligt in de toekomst");
            }
            return amount.isEmpty() || AMOUNT.matcher(amount).matches() ? null : wrong(7, values, "dit is geen bedrag in euro zoals 1234.56");
        }

        private static LocalDateTime moment(String text) {
            try {
                return MOMENT.matcher(text).matches() ? LocalDateTime.parse(text) : null;
            } catch (DateTimeException e) {
                return null;
            }
        }

        private static Wrong wrong(int column, List<String> values, String reason) {
            return new Wrong(COLUMNS.get(column), shown(values.get(column)), reason);
        }
    }

    /** What stands between the columns of this file. @throws Refused board.file.header, board.file.column-order, when this is not the line that names them */
    static char delimiter(String header) {
        for (char delimiter : new char[] {',', ';'}) {
            List<String> values = values(header, delimiter);
            if (COLUMNS.equals(values)) {
                return delimiter;
            }
            if (values != null && values.size() == COLUMNS.size() && Set.copyOf(COLUMNS).equals(new HashSet<>(values))) {
                throw new Refused("board.file.column-order", String.join(",", COLUMNS), String.join(",", values));
            }
        }
        throw new Refused("board.file.header", String.join(",", COLUMNS));
    }

    private static HistoryRow rejected(int line, String column, String value, String reason) {
        return new HistoryRow(line, null, null, null, null, null, null, null, null, new Wrong(column, shown(value), reason));
    }

    /** Short, without what a database or a screen cannot show, and of a long number, which may be that of a person, only where it begins. */
    private static String shown(String value) {
        String plain = LONG_NUMBER.matcher(value.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?")).replaceAll(number -> number.group().substring(0, 3) + "\u2026");
        return plain.length() <= LONGEST_SHOWN ? plain : plain.substring(0, LONGEST_SHOWN) + "\u2026";
    }

    /** Null when the quotes of the line do not fit. */
    private static List<String> values(String line, char delimiter) {
        if (line.indexOf('"') < 0) {
            return Arrays.stream(line.split(String.valueOf(delimiter), -1)).map(String::strip).toList();
        }
        try (CSVParser parser = CSVParser.parse(line, CSVFormat.RFC4180.builder().setDelimiter(delimiter).setTrim(true).get())) {
            List<CSVRecord> records = parser.getRecords();
            return records.isEmpty() ? List.of("") : records.get(0).toList();
        } catch (IOException | UncheckedIOException e) {
            return null;
        }
    }
}
