package be.dossierwerk.replay;

import be.dossierwerk.audit.AuditLog.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows by table and key, as the recorded changes left them: a change is applied, or undone. */
public final class RecordedRows {

    private final Map<String, Map<Map<String, Object>, Map<String, Object>>> tables = new TreeMap<>();

    RecordedRows() { }

    RecordedRows(RecordedRows other) {
        other.tables.forEach((table, rows) -> {
            Map<Map<String, Object>, Map<String, Object>> copy = new LinkedHashMap<>();
            rows.forEach((key, row) -> copy.put(key, new LinkedHashMap<>(row)));
            tables.put(table, copy);
        });
    }

    void put(String table, Map<String, Object> key, Map<String, Object> row) {
        tables.computeIfAbsent(table, each -> new LinkedHashMap<>()).put(key, new LinkedHashMap<>(row));
    }

    void apply(Change change) {
        change(change.table(), change.key(), change.before(), change.after());
    }

    void undo(Change change) {
        change(change.table(), change.key(), change.after(), change.before());
    }

    /** {@code was} is null when the row comes, {@code becomes} when it goes. */
    private void change(String table, Map<String, Object> key, Map<String, Object> was, Map<String, Object> becomes) {
        Map<Map<String, Object>, Map<String, Object>> rows = tables.computeIfAbsent(table, each -> new LinkedHashMap<>());
        if (becomes == null) {
            rows.remove(key);
        } else if (was == null) {
            rows.put(key, new LinkedHashMap<>(becomes));
        } else {
            // A row of which nothing was known before is known in part from now on.
            rows.computeIfAbsent(key, LinkedHashMap::new).putAll(becomes);
        }
    }

    /** The tables that have rows, by name. */
    public List<String> tables() {
        return tables.entrySet().stream().filter(table -> !table.getValue().isEmpty()).map(Map.Entry::getKey).toList();
    }

    /** In the order in which they came. */
    public List<Map<String, Object>> rows(String table) {
        return new ArrayList<>(tables.getOrDefault(table, Map.of()).values());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordedRows rows && tables.equals(rows.tables);
    }

    @Override
    public int hashCode() {
        return tables.hashCode();
    }

    @Override
    public String toString() {
        return tables.toString();
    }
}
