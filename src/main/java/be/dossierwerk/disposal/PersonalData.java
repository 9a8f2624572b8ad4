package be.dossierwerk.disposal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of where personal data stand (resource disposal/personal-data.txt): what a destruction does with each table, in its order. */
final class PersonalData {

    private static final String REGISTER = "/disposal/personal-data.txt";
    private static final String EMPTIED = "vernietigd";

    /**
     * What happens with one table. {@code mayLack}: not every edition has it; {@code found}: how the rows of a dossier are found, null
     * when it holds no personal data; {@code deletes}: the rows go;
     * {@code empties}: what stands in a column afterwards; {@code stays}: why a column is left as it is.
     */
    record Table(String name, boolean mayLack, String found, boolean deletes, Map<String, String> empties, Map<String, String> stays, String why) { }

    private final List<Table> tables;
    private final Map<String, String> everywhere;

    private PersonalData(List<Table> tables, Map<String, String> everywhere) {
        this.tables = tables;
        this.everywhere = everywhere;
    }

    static PersonalData register() {
        try (InputStream in = PersonalData.class.getResourceAsStream(REGISTER)) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PersonalData of(String text) {
        List<Table> tables = new ArrayList<>();
        Map<String, String> everywhere = new LinkedHashMap<>();
        for (String line : text.split("\n")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> parts = Arrays.stream(line.split(" \\| ")).map(String::strip).toList();
            if (parts.get(0).equals("*")) {
                everywhere.putAll(reasons(parts.get(2)));
            } else {
                tables.add(table(parts));
            }
        }
        return new PersonalData(tables, everywhere);
    }

    private static Table table(List<String> parts) {
        Map<String, String> empties = new LinkedHashMap<>();
        Map<String, String> stays = new LinkedHashMap<>();
        String action = parts.get(2);
        boolean mayLack = parts.get(0).startsWith("?");
        String name = mayLack ? parts.get(0).substring(1) : parts.get(0);
        if (action.startsWith("geen: ")) {
            return new Table(name, mayLack, null, false, empties, stays, action.substring(6));
        }
        String found = parts.get(1).matches("[a-z_]+") ? parts.get(1) + " = :dossier" : parts.get(1);
        if (action.startsWith("leegmaken ")) {
            for (String column : action.substring(10).split(", ")) {
                int value = column.indexOf('=');
                empties.put(value < 0 ? column : column.substring(0, value), value < 0 ? EMPTIED : column.substring(value + 1));
            }
        } else if (!action.equals("verwijderen")) {
            throw new IllegalArgumentException("what to do with " + parts);
        }
        for (String left : parts.subList(3, parts.size())) {
            stays.putAll(reasons(left.substring("blijft ".length())));
        }
        return new Table(name, mayLack, found, action.equals("verwijderen"), empties, stays, null);
    }

    /** "one, two: why" */
    private static Map<String, String> reasons(String text) {
        int colon = text.indexOf(": ");
        return Arrays.stream(text.substring(0, colon).split(", ")).collect(Collectors.toMap(column -> column, column -> text.substring(colon + 2)));
    }

    List<Table> tables() {
        return tables;
    }

    /** Whether the register says something of this column. */
    boolean knows(String table, String column) {
        return tables.stream().filter(each -> each.name.equals(table)).anyMatch(each -> each.found == null || each.deletes || each.empties.containsKey(column)
                || each.stays.containsKey(column) || everywhere.containsKey(column));
    }

    /** Empties every table of a dossier; a table that this edition lacks has nothing to empty. @return how many rows of each */
    Map<String, Integer> destroy(JdbcClient jdbc, String dossier) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        Set<String> there = new HashSet<>(jdbc.sql("select table_name from information_schema.tables where table_schema = 'public'").query(String.class).list());
        for (Table table : tables) {
            if (table.found != null && there.contains(table.name)) {
                int touched = jdbc.sql(statement(table)).param("dossier", dossier).update();
                if (touched > 0) {
                    rows.put(table.name, touched);
                }
            }
        }
        return rows;
    }

    private static String statement(Table table) {
        return table.deletes ? "delete from " + table.name + " where " + table.found
                : "update " + table.name + " set " + table.empties.entrySet().stream().map(each -> each.getKey() + " = " + value(each.getKey(), each.getValue()))
                        .collect(Collectors.joining(", ")) + " where " + table.found;
    }

    /** What was empty stays so; the value takes the type of the column. */
    private static String value(String column, String value) {
        return value.equals("null") ? "null" : "case when " + column + " is null then " + column + " else "
                + (value.equals("uniek") ? "'vernietigd-' || gen_random_uuid()" : "'" + value + "'") + " end";
    }
}
