package be.dossierwerk.disposal;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of personal data names every column that can hold them, and nothing that is not there. */
@DossierwerkTest
class PersonalDataTest {

    private static final String TEXTS = """
            select c.table_name, c.column_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not like 'act\\_%'
            and (c.data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'xml') or c.data_type = 'ARRAY' and c.udt_name in ('_text', '_varchar')) order by 1, 2""";

    @Autowired private JdbcClient jdbc;

    @Test
    void every_column_of_text_stands_in_the_register_or_is_known_to_hold_none() {
        PersonalData register = PersonalData.register();
        List<String> unknown = new ArrayList<>();
        for (Map<String, Object> column : jdbc.sql(TEXTS).query().listOfRows()) {
            if (!register.knows((String) column.get("table_name"), (String) column.get("column_name"))) {
                unknown.add(column.get("table_name") + "." + column.get("column_name"));
            }
        }
        assertThat(unknown).as("columns that src/main/resources/disposal/personal-data.txt says nothing of").isEmpty();
    }

    @Test
    void what_the_register_names_is_there() {
        Set<String> columns = new TreeSet<>(jdbc.sql("select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'")
                .query(String.class).list());
        List<String> gone = new ArrayList<>();
        for (PersonalData.Table table : PersonalData.register().tables()) {
            if (columns.stream().noneMatch(column -> column.startsWith(table.name() + "."))) {
                if (!table.mayLack()) {
                    gone.add(table.name());
                }
                continue;
            }
            table.empties().keySet().stream().map(column -> table.name() + "." + column).filter(column -> !columns.contains(column)).forEach(gone::add);
            table.stays().keySet().stream().map(column -> table.name() + "." + column).filter(column -> !columns.contains(column)).forEach(gone::add);
        }
        assertThat(gone).isEmpty();
    }

    @Test
    void what_guards_a_table_of_the_register_steps_aside_for_a_destruction() {
        List<String> emptied = PersonalData.register().tables().stream().filter(table -> table.found() != null).map(PersonalData.Table::name).toList();
        assertThat(jdbc.sql("""
                select c.relname || '.' || t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
                where not t.tgisinternal and t.tgqual is null and t.tgtype & 2 = 2 and t.tgtype & 24 > 0 and c.relname = any(?) and c.relname not like 'audit\\_%'
                and c.relname <> 'row_change' and t.tgname not like '%\\_journal\\_truncate'""").param(emptied.toArray(String[]::new)).query(String.class).list())
                .as("guards made after disposal_let_through() was called").isEmpty();
    }

    @Test
    void a_new_column_of_a_table_that_is_emptied_column_by_column_is_missed() {
        PersonalData register = PersonalData.of("""
                * | blijft | dossier: nummers van dossiers
                hearing | dossier | leegmaken summary | blijft channel: een code
                note | dossier | verwijderen
                term_rule | - | geen: regels
                """);
        assertThat(List.of("dossier", "summary", "channel")).allMatch(column -> register.knows("hearing", column));
        assertThat(register.knows("hearing", "answer")).isFalse();
        assertThat(register.knows("note", "anything")).isTrue();
        assertThat(register.knows("term_rule", "name")).isTrue();
        assertThat(register.knows("party", "name")).isFalse();
    }
}
