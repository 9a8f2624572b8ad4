package be.dossierwerk.activity;

import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Lines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * One row of the file: its figures, or everything that is wrong with it. What could be read of a wrong row is kept,
 * so that the undertaking it speaks of is not taken for inactive.
 */
record ActivityRow(int row, String enterpriseNumber, YearMonth month, int vouchers, BigDecimal amount, List<Wrong> wrong) {

    static final List<String> COLUMNS = List.of("erkenningsnummer", "ondernemingsnummer", "maand", "aantal", "bedrag");
    /** For what is wrong with the row as a whole. */
    static final String WHOLE_ROW = "rij";

    /** The act on service vouchers is of 20 July 2001. */
    private static final YearMonth FIRST_MONTH = YearMonth.of(2001, 7);
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
    private static final Pattern NEGATIVE = Pattern.compile("-\\s*[0-9][0-9.,]*");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(?:[.,][0-9]{1,2})?");
    private static final int LONGEST_VALUE = 100;
    private static final String TWO_UNDERTAKINGS = "het erkenningsnummer en het ondernemingsnummer zijn niet van dezelfde onderneming";

    /** A column of the row, what stands there, what is wrong with it in plain Dutch, and whom it may be about; null when nobody knows. */
    record Wrong(String column, String value, String message, String about) {

        Wrong about(String enterpriseNumber) {
            return new Wrong(column, value, message, enterpriseNumber);
        }
    }

    boolean accepted() {
        return wrong.isEmpty();
    }

    ActivityRow rejected(String column, String value, String message) {
        return new ActivityRow(row, enterpriseNumber, month, vouchers, amount, List.of(new Wrong(column, value, message, enterpriseNumber)));
    }

    /** What every row of one file is read with. */
    static final class Reading {

        private final CSVFormat format;
        private final RecordedUndertakings undertakings;
        private final YearMonth current;

        Reading(char delimiter, RecordedUndertakings undertakings, LocalDate today) {
            this.format = format(delimiter);
            this.undertakings = undertakings;
            this.current = YearMonth.from(today);
        }

        ActivityRow read(int row, String line, boolean tooLong) {
            if (tooLong) {
                return whole(row, line, "de rij is langer dan " + Lines.LONGEST + " tekens");
            }
            List<String> values = values(line, format);
            if (values == null) {
                return whole(row, line, "de aanhalingstekens in deze rij kloppen niet");
            }
            if (values.size() != COLUMNS.size()) {
                return whole(row, line, "de rij heeft %d %s en niet %d zoals de eerste regel".formatted(values.size(),
                        values.size() == 1 ? "kolom" : "kolommen", COLUMNS.size()));
            }
            List<Wrong> wrong = new ArrayList<>();
            String enterprise = undertaking(values.get(0), values.get(1), wrong);
            YearMonth month = month(values.get(2), wrong);
            int vouchers = vouchers(values.get(3), wrong);
            BigDecimal amount = amount(values.get(4), wrong);
            return new ActivityRow(row, enterprise, month, vouchers, amount,
                    wrong.stream().map(each -> each.about() == null ? each.about(enterprise) : each).toList());
        }

        private String undertaking(String recognition, String number, List<Wrong> wrong) {
            if (recognition.isEmpty() && number.isEmpty()) {
                add(wrong, 0, "", "vul een erkenningsnummer of een ondernemingsnummer in");
                return null;
            }
            String behind = null;
            if (!recognition.isEmpty()) {
                behind = undertakings.behind(recognition);
                if (behind == null) {
                    add(wrong, 0, recognition, "er is geen onderneming met dit erkenningsnummer");
                }
            }
            if (number.isEmpty()) {
                return behind;
            }
            if (!EnterpriseNumber.isValid(number)) {
                add(wrong, 1, number, "dit is geen ondernemingsnummer: tien cijfers, waarvan de laatste twee het controlegetal (modulo 97) zijn");
                return behind;
            }
            String digits = EnterpriseNumber.parse(number).digits();
            if (!undertakings.knows(digits)) {
                add(wrong, 1, number, "er is geen erkende onderneming met dit ondernemingsnummer");
                return behind;
            }
            if (behind != null && !behind.equals(digits)) {
                // Either of the two may be meant.
                wrong.add(new Wrong(COLUMNS.get(0), recognition, TWO_UNDERTAKINGS, behind));
                wrong.add(new Wrong(COLUMNS.get(1), shown(number), TWO_UNDERTAKINGS, digits));
                return null;
            }
            return digits;
        }

        private YearMonth month(String value, List<Wrong> wrong) {
            if (!MONTH.matcher(value).matches()) {
                add(wrong, 2, value, "dit is geen maand zoals 2026-03");
                return null;
            }
            YearMonth month = YearMonth.parse(value);
            if (month.isBefore(FIRST_MONTH)) {
                add(wrong, 2, value, "in " + Months.prose(month) + " bestonden er nog geen dienstencheques");
                return null;
            }
            if (month.isAfter(current)) {
                add(wrong, 2, value, Months.prose(month) + " ligt in de toekomst");
            } else if (month.equals(current)) {
                add(wrong, 2, value, Months.prose(month) + " is nog niet voorbij");
            }
            return month;
        }

        private static int vouchers(String value, List<Wrong> wrong) {
            if (COUNT.matcher(value).matches()) {
                return Integer.parseInt(value);
            }
            add(wrong, 3, value, NEGATIVE.matcher(value).matches() ? "het aantal cheques is negatief" : "dit is geen geheel aantal cheques");
            return 0;
        }

        private static BigDecimal amount(String value, List<Wrong> wrong) {
            if (AMOUNT.matcher(value).matches()) {
                return new BigDecimal(value.replace(',', '.'));
            }
            add(wrong, 4, value, NEGATIVE.matcher(value).matches() ? "het bedrag is negatief" : "dit is geen bedrag in euro zoals 1234,56");
            return BigDecimal.ZERO;
        }

        private static void add(List<Wrong> wrong, int column, String value, String message) {
            wrong.add(new Wrong(COLUMNS.get(column), shown(value), message, null));
        }

        private static ActivityRow whole(int row, String line, String message) {
            return new ActivityRow(row, null, null, 0, BigDecimal.ZERO, List.of(new Wrong(WHOLE_ROW, shown(line), message, null)));
        }
    }

    /** The delimiter of a file by its first line, or null when that is not the header of this file. */
    static Character delimiter(String header) {
        for (char delimiter : new char[] {';', ','}) {
            List<String> names = values(header, format(delimiter));
            if (names != null && names.size() == COLUMNS.size() && String.join(" ", names).equalsIgnoreCase(String.join(" ", COLUMNS))) {
                return delimiter;
            }
        }
        return null;
    }

    /** Short, and without what a database or a screen cannot show. */
    static String shown(String value) {
        String plain = value.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return plain.length() <= LONGEST_VALUE ? plain : plain.substring(0, LONGEST_VALUE) + "\u2026";
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreSurroundingSpaces(true).get();
    }

    /** Null when the quotes of the line do not fit. */
    private static List<String> values(String line, CSVFormat format) {
        try (CSVParser parser = CSVParser.parse(line, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.isEmpty() ? List.of("") : records.get(0).stream().map(String::strip).toList();
        } catch (IOException | UncheckedIOException e) {
            return null;
        }
    }
}
