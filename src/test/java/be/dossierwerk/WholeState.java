package be.dossierwerk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many rows each table holds and what they say together: the whole database in a few words that can be compared. */
public record WholeState(Map<String, Rows> tables) {

    /** {@code hash} is 0 where only the number was asked. */
    public record Rows(long number, long hash) { }

    private record Table(String name, boolean ofDossiers) { }

    /** Every row of every table. */
    public static WholeState of(JdbcClient jdbc) {
        return read(jdbc, null);
    }

    /** The number of rows of every table, and what those say that name this dossier: enough beside many others, and quick. */
    public static WholeState around(String dossier, JdbcClient jdbc) {
        return read(jdbc, dossier);
    }

    private static WholeState read(JdbcClient jdbc, String dossier) {
        List<Table> tables = jdbc.sql("""
                select format('%I.%I', table_schema, table_name) as name,
                       exists (select 1 from information_schema.columns c where c.table_schema = t.table_schema and c.table_name = t.table_name and c.column_name = 'dossier' and c.data_type = 'text') as of_dossiers
                from information_schema.tables t where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1""").query(Table.class).list();
        String all = tables.stream().map(table -> "select '%1$s' as name, count(*) as number, %2$s as hash from %1$s t".formatted(table.name(), hash(table, dossier)))
                .collect(Collectors.joining(" union all "));
        Map<String, Rows> rows = new LinkedHashMap<>();
        var counted = jdbc.sql(all);
        (dossier == null ? counted : counted.param("dossier", dossier)).query(row -> {
            rows.put(row.getString(1), new Rows(row.getLong(2), row.getLong(3)));
        });
        return new WholeState(rows);
    }

    private static String hash(Table table, String dossier) {
        String sum = "coalesce(sum(hashtextextended(t::text, 0) % 1000000007), 0)";
        if (dossier == null) {
            return sum;
        }
        return table.ofDossiers() ? "coalesce(sum(hashtextextended(t::text, 0) % 1000000007) filter (where t.dossier = :dossier), 0)" : "0";
    }

    /** How many rows came (or went) per table since then. */
    public Map<String, Long> added(WholeState before) {
        Map<String, Long> added = new TreeMap<>();
        tables.forEach((table, rows) -> {
            long more = rows.number() - before.tables.getOrDefault(table, new Rows(0, 0)).number();
            if (more != 0) {
                added.put(table, more);
            }
        });
        return added;
    }
}
