package be.dossierwerk.board;

import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a norm promises and how it counts: one version of it, or what somebody proposes as the next one (seeds.md 2.1). */
public record Definition(String code, String measure, String measureName, String name, BigDecimal target, Integer decimals, Bound bound, String source, String note, List<Row> rows) {

    /** Who is bound by it. */
    public enum Bound { WETTELIJK, INTERN, AFGESPROKEN }

    /** One limit, for the dossiers of its scope. Events as in history README; {@code amount} is such as 30, 4.5 or 30/06. */
    public record Row(String start, String stop, String countedIn, Limit.Unit unit, String amount, boolean withoutPauses, Scope scope) { }

    /** Another value in one field; {@code row}: which limit, from one, zero when it concerns none; what was not there is null. */
    public record Difference(String field, int row, String was, String is) { }

    private static final Pattern CODE = Pattern.compile("[A-Z]{2,5}-[1-9][0-9]?");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_DECIMALS = 4;
    private static final int MOST_ROWS = 9;

    /** As it judges. */
    List<Norm> norms(int version) {
        return IntStream.range(0, rows.size()).mapToObj(i -> {
            Row row = rows.get(i);
            return new Norm(code, version, i + 1, measure, row.start, row.stop, new Limit(row.unit, row.amount), row.withoutPauses, row.scope.toString(), row.countedIn);
        }).toList();
    }

    /** What became otherwise since {@code before}; empty when nothing did. */
    public List<Difference> since(Definition before) {
        List<Difference> found = new ArrayList<>();
        differ(found, "name", 0, before.name, name);
        differ(found, "target", 0, plain(before.target), plain(target));
        differ(found, "decimals", 0, before.decimals, decimals);
        differ(found, "bound", 0, before.bound, bound);
        differ(found, "source", 0, before.source, source);
        differ(found, "note", 0, before.note, note);
        for (int i = 0; i < Math.max(rows.size(), before.rows.size()); i++) {
            rowDiffers(found, i + 1, i < before.rows.size() ? before.rows.get(i) : null, i < rows.size() ? rows.get(i) : null);
        }
        return found;
    }

    private static void rowDiffers(List<Difference> found, int place, Row was, Row is) {
        if (was == null || is == null) {
            found.add(new Difference("limit", place, was == null ? null : was.amount, is == null ? null : is.amount));
            return;
        }
        differ(found, "start", place, was.start, is.start);
        differ(found, "stop", place, was.stop, is.stop);
        differ(found, "countedIn", place, was.countedIn, is.countedIn);
        differ(found, "unit", place, was.unit, is.unit);
        differ(found, "amount", place, was.amount, is.amount);
        differ(found, "withoutPauses", place, was.withoutPauses, is.withoutPauses);
        differ(found, "scope", place, was.scope, is.scope);
    }

    private static void differ(List<Difference> found, String field, int row, Object was, Object is) {
        if (!Objects.equals(was, is)) {
            found.add(new Difference(field, row, was == null ? null : was.toString(), is == null ? null : is.toString()));
        }
    }

    /** Without blanks around what was typed; a note that says nothing is none. */
    Definition tidy() {
        return new Definition(stripped(code), measure, measureName, stripped(name), target, decimals, bound, stripped(source), note == null || note.isBlank() ? null : note.strip(),
                rows.stream().map(row -> new Row(row.start, row.stop, row.countedIn, row.unit, stripped(row.amount), row.withoutPauses, row.scope)).toList());
    }

    private static String stripped(String text) {
        return text == null ? null : text.strip();
    }

    static String plain(BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    /** @throws Refused board.definition.invalid with all wrong fields */
    public void check() {
        List<Refused.Field> wrong = tidy().wrong();
        if (!wrong.isEmpty()) {
            throw new Refused("board.definition.invalid", wrong, wrong.size());
        }
    }

    /** Everything that is wrong with it; fields of a limit have its place behind their name. */
    List<Refused.Field> wrong() {
        List<Refused.Field> wrong = new ArrayList<>();
        check(wrong, code != null && CODE.matcher(code).matches(), "code");
        check(wrong, filled(measure), "measure");
        check(wrong, filled(name) && name.length() <= LONGEST_NAME, "name", LONGEST_NAME);
        check(wrong, target != null && target.signum() > 0 && target.compareTo(BigDecimal.valueOf(100)) <= 0 && target.stripTrailingZeros().scale() <= 2, "target");
        check(wrong, decimals != null && decimals >= 0 && decimals <= MOST_DECIMALS, "decimals", MOST_DECIMALS);
        check(wrong, bound != null, "bound");
        check(wrong, filled(source) && source.length() <= LONGEST_TEXT, "source", LONGEST_TEXT);
        check(wrong, note == null || note.length() <= LONGEST_TEXT, "note", LONGEST_TEXT);
        check(wrong, !rows.isEmpty() && rows.size() <= MOST_ROWS, "rows", MOST_ROWS);
        for (int i = 0; i < rows.size(); i++) {
            rowWrong(wrong, rows.get(i), i);
        }
        return wrong;
    }

    private void rowWrong(List<Refused.Field> wrong, Row row, int i) {
        int place = i + 1;
        checkRow(wrong, known(row.start), "start", place);
        checkRow(wrong, known(row.stop) && !row.stop.equals(row.start), "stop", place);
        checkRow(wrong, known(row.countedIn), "countedIn", place);
        checkRow(wrong, row.unit != null, "unit", place);
        if (row.unit != null && !fits(row.unit, row.amount == null ? "" : row.amount)) {
            wrong.add(new Refused.Field("amount" + place, "board.definition.wrong.amount." + row.unit));
        }
        if (rows.subList(0, i).stream().anyMatch(earlier -> earlier.scope.overlaps(row.scope))) {
            wrong.add(new Refused.Field("kinds" + place, "board.definition.wrong.kinds"));
        }
    }

    private static boolean known(String event) {
        return event != null && ImportHistory.EVENTS.contains(event);
    }

    private static boolean filled(String text) {
        return text != null && !text.isBlank();
    }

    private static void check(List<Refused.Field> wrong, boolean good, String field, Object... most) {
        if (!good) {
            wrong.add(new Refused.Field(field, "board.definition.wrong." + field, most));
        }
    }

    private static void checkRow(List<Refused.Field> wrong, boolean good, String field, int place) {
        if (!good) {
            wrong.add(new Refused.Field(field + place, "board.definition.wrong." + field));
        }
    }

    /** Whether {@link Limit} can hold a dossier against it, on every day of every year. */
    private static boolean fits(Limit.Unit unit, String amount) {
        return switch (unit) {
            case CALENDAR_DAYS, MINIMUM_DAYS -> amount.matches("[1-9][0-9]{0,3}");
            case MONTHS -> amount.matches("([1-9][0-9]?|0(?=\\.5))(\\.5)?");
            case DAY_OF_MONTH, DAY_OF_NEXT_MONTH -> amount.matches("[1-9]|1[0-9]|2[0-8]");
            case WORKING_DAY_OF_MONTH -> amount.matches("[1-9]|1[0-8]");
            case HOURS -> amount.matches("([1-9][0-9]{0,3}|0(?=\\.5))(\\.5)?");
            case CALENDAR_DATE -> amount.matches("[0-3][0-9]/[01][0-9]") && isDay(amount);
        };
    }

    private static boolean isDay(String amount) {
        try {
            return MonthDay.parse("--" + amount.substring(3) + "-" + amount.substring(0, 2)).isValidYear(2023);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
