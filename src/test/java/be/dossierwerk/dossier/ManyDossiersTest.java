package be.dossierwerk.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.DossierList.Column;
import be.dossierwerk.dossier.DossierList.Filter;
import be.dossierwerk.dossier.DossierList.Order;
import be.dossierwerk.dossier.DossierList.Row;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Among some thousand dossiers, what an index finds is what a walk through every one finds, and pages of every order join. */
class ManyDossiersTest {

    private static final int MANY = 3_000;
    private static final CurrentActor CURRENT = new CurrentActor(Optional.empty());
    private static final Actor AN = new Actor("an", "An Peeters", Set.of(Roles.HANDLER));

    private static HikariDataSource data;
    private static JdbcClient jdbc;
    private static DossierList list;

    @BeforeAll
    static void start() {
        data = OwnDatabase.migrated();
        jdbc = JdbcClient.create(data);
        list = new DossierList(jdbc, mock(Terms.class), CURRENT);
        jdbc.sql("""
                insert into dossier (number, procedure, subject, enterprise_number, source, received_on, registered_at, handler, handler_name, state, outcome, closed_on)
                select 'DC-' || (array['ERK', 'HER', 'K'])[1 + n % 3] || '-2027-' || lpad((n * 7 % 3001 * (case when n % 50 = 0 then 100 else 1 end))::text, 5, '0') || case when n % 41 = 0 then '0' else '' end,
                       (array['erkenning', 'beroep'])[1 + n % 2], (array['Poets', 'De Zon', 'Élan', 'Ster & co 100%', 'a_b zorg'])[1 + n * 3 % 5] || ' ' || md5((n % 700)::text),
                       case when n % 4 > 0 then lpad((400000000 + n * 37)::text, 10, '0') end, 'PAPIER', date '2027-01-01' + n % 90, now(),
                       case when n % 3 > 0 then 'p' || n % 7 end, case when n % 3 > 0 then 'Persoon ' || (n % 7) end,
                       case when n % 5 = 0 then 'GESLOTEN' when n % 5 = 1 then 'WACHT_OP_AANVRAGER' else 'IN_BEHANDELING' end,
                       case when n % 5 = 0 then (array['ERKEND', 'GEWEIGERD'])[1 + n % 2] end, case when n % 5 = 0 then date '2027-05-01' end
                from generate_series(1, ?) n on conflict do nothing""").param(MANY).update();
        jdbc.sql("analyze dossier").update();
    }

    @AfterAll
    static void stop() {
        data.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"poets", "OETS", "zon", "de zon c", "élan", "ÉLAN", "100%", "1_0", "a_b", "& c", "ab", "a b", "3f1", "zorg 6", "00007", "2027-00007", "erk-2027",
            "DC-ERK-2027-00007", "dc-her-2027-00014", "DC-K-2027-000070", "0400.000.185", "BE 0400", "000 037", "\\", "'", "&&&", "  ster  ", "zzz"})
    void a_part_finds_what_a_walk_through_every_dossier_finds(String text) {
        Filter filter = new Filter(text, null, null, null);
        String digits = text.replaceFirst("(?i)^\\s*BE\\s*(?=[0-9])", "").replaceAll("[.\\s]", "");
        List<String> expected = jdbc.sql("""
                select number from dossier where strpos(lower(number), lower(:text)) > 0 or strpos(lower(subject), lower(:text)) > 0
                    or (:digits ~ '^[0-9]{3,10}$' and strpos(enterprise_number, :digits) > 0) order by received_on desc, number desc""")
                .param("text", text.strip()).param("digits", digits).query(String.class).list();

        assertThat(as(() -> list.page(filter, 0, MANY))).extracting(Row::number).isEqualTo(expected);
        assertThat(as(() -> list.count(filter))).isEqualTo(expected.size());
    }

    @ParameterizedTest
    @CsvSource({"RECEIVED, received_on", "NUMBER, number", "UNDERTAKING, subject", "STATE, 'coalesce(outcome, state)'", "HANDLER, 'coalesce(handler_name, '''')'"})
    void pages_of_every_order_join_by_key_and_by_number(Column column, String sql) {
        for (boolean descending : List.of(true, false)) {
            Order order = new Order(column, descending);
            String turn = descending ? " desc" : "";
            List<String> expected = jdbc.sql("select number from dossier where procedure = 'erkenning' order by " + sql + turn + ", number" + turn).query(String.class).list();
            Filter filter = new Filter(null, "erkenning", null, null);
            List<String> joined = new ArrayList<>();
            Row last = null;
            while (joined.size() < expected.size()) {
                Row after = last;
                List<Row> page = as(() -> list.page(filter, order, after, 0, 170));
                page.forEach(row -> joined.add(row.number()));
                last = page.get(page.size() - 1);
            }

            assertThat(joined).as(order.toString()).isEqualTo(expected);
            assertThat(as(() -> list.page(filter, order, null, 900, 50))).extracting(Row::number).isEqualTo(expected.subList(900, 950));
        }
    }

    @Test
    void filters_offer_every_procedure_and_handler_once() {
        assertThat(list.procedures()).containsExactly("beroep", "erkenning");
        assertThat(list.handlers()).isEqualTo(Map.of("p0", "Persoon 0", "p1", "Persoon 1", "p2", "Persoon 2", "p3", "Persoon 3", "p4", "Persoon 4", "p5", "Persoon 5",
                "p6", "Persoon 6"));
    }

    private static <T> T as(Supplier<T> work) {
        return CURRENT.as(AN, work);
    }
}
