package be.dossierwerk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which rows every table holds, and which versions of them: a row that was written, changed or deleted makes another text. */
public record RowVersions(Map<String, String> byTable) {

    public static RowVersions of(JdbcClient jdbc) {
        List<String> tables = jdbc.sql("select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1").query(String.class).list();
        assertThat(tables).hasSizeGreaterThan(150);
        String all = tables.stream().map(table -> "select '%s' as name, count(*) || ' ' || coalesce(sum(hashtextextended(t.ctid::text || t.xmin::text, 0)), 0) as rows from %s t"
                .formatted(table.replaceFirst("^public\\.", ""), table)).collect(Collectors.joining(" union all "));
        Map<String, String> rows = new TreeMap<>();
        jdbc.sql(all).query(row -> {
            rows.put(row.getString(1), row.getString(2));
        });
        return new RowVersions(rows);
    }

    /** The tables of which a row is another than before. */
    public Set<String> changedSince(RowVersions before) {
        return byTable.keySet().stream().filter(table -> !byTable.get(table).equals(before.byTable.get(table))).collect(Collectors.toCollection(TreeSet::new));
    }
}
