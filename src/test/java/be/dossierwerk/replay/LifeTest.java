package be.dossierwerk.replay;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.audit.AuditLog.Change;
import be.dossierwerk.replay.Life.Entry;
import be.dossierwerk.replay.Life.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How entries of a chain become moments, and moments rows. */
class LifeTest {

    private static final Instant MONDAY = Instant.parse("2027-03-01T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2027-03-02T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    @Test
    void acts_of_one_transaction_and_what_they_changed_are_one_moment() {
        Life life = Life.of(List.of(act(1, MONDAY, "7", "an"), act(2, MONDAY, "7", "an"), facts(3, MONDAY, "7", "an", came("note", 1, "text", "a")),
                act(4, MONDAY, "8", "an"), act(5, TUESDAY, "9", "els")), new RecordedRows(), List.of());
        assertThat(life.moments()).extracting(moment -> moment.entries().size()).containsExactly(3, 1, 1);
        assertThat(life.moments().get(0).acts()).hasSize(2);
        assertThat(life.moments()).extracting(Moment::place).containsExactly(0, 1, 2);
    }

    @Test
    void acts_that_were_taken_over_together_are_told_one_by_one() {
        Life life = Life.of(List.of(act(1, MONDAY, "7", "an"), act(2, TUESDAY, "7", "an"), act(3, TUESDAY, "7", "els")), new RecordedRows(), List.of());
        assertThat(life.moments()).hasSize(3);
    }

    @Test
    void rows_come_change_and_go_with_their_moments() {
        RecordedRows now = new RecordedRows();
        Life life = Life.of(List.of(facts(1, MONDAY, "1", "an", came("note", 1, "text", "a")), facts(2, MONDAY, "2", "an", changed("note", 1, "text", "a", "b")),
                facts(3, TUESDAY, "3", "an", went("note", 1, "text", "b"))), now, List.of());
        assertThat(life.after(-1).tables()).isEmpty();
        assertThat(life.after(0).rows("note")).containsExactly(Map.of("text", "a"));
        assertThat(life.after(1).rows("note")).containsExactly(Map.of("text", "b"));
        assertThat(life.after(2).tables()).isEmpty();
        assertThat(life.knownSince()).isNull();
    }

    @Test
    void a_day_shows_what_stood_at_its_end() {
        Life life = Life.of(List.of(act(1, MONDAY, "1", "an"), act(2, MONDAY, "2", "an"), act(3, TUESDAY.plusSeconds(86_400), "3", "an")), new RecordedRows(), List.of());
        assertThat(life.on(DAY.minusDays(1))).isEqualTo(-1);
        assertThat(life.on(DAY)).isEqualTo(1);
        assertThat(life.on(DAY.plusDays(1))).isEqualTo(1);
        assertThat(life.on(DAY.plusDays(2))).isEqualTo(2);
        assertThat(life.on(DAY.plusYears(1))).isEqualTo(2);
        // Half past midnight in Brussels is the evening before in Greenwich.
        assertThat(Life.of(List.of(act(1, Instant.parse("2027-03-01T23:30:00Z"), "1", "an")), new RecordedRows(), List.of()).on(DAY)).isEqualTo(-1);
    }

    @Test
    void what_stood_before_the_journal_began_is_today_s_row_undone() {
        RecordedRows now = new RecordedRows();
        now.put("dossier", Map.of("id", 1), Map.of("id", 1, "state", "GESLOTEN", "subject", "Poets"));
        now.put("note", Map.of("id", 2), Map.of("id", 2, "text", "later"));
        Life life = Life.of(List.of(act(1, MONDAY, "1", "an"), facts(2, TUESDAY, "2", "an", changed("dossier", 1, "state", "OPEN", "GESLOTEN"))), now,
                List.of(came("note", 2, "text", "later")));
        assertThat(life.after(0).rows("dossier")).containsExactly(Map.of("id", 1, "state", "OPEN", "subject", "Poets"));
        assertThat(life.after(1).rows("dossier")).containsExactly(Map.of("id", 1, "state", "GESLOTEN", "subject", "Poets"));
        assertThat(life.after(1).rows("note")).as("not in the chain yet").isEmpty();
        assertThat(life.knownSince()).isEqualTo(TUESDAY);
    }

    private static Entry act(long seq, Instant at, String transaction, String actor) {
        return new Entry(seq, at, transaction, actor, actor, "", "DAAD", "Er gebeurde iets.", null, "h" + seq, null, List.of());
    }

    private static Entry facts(long seq, Instant at, String transaction, String actor, Change... changes) {
        return new Entry(seq, at, transaction, actor, actor, "", "FEITEN", null, null, "h" + seq, null, List.of(changes));
    }

    private static Change came(String table, int id, String column, Object value) {
        return new Change(table, Map.of("id", id), null, row(column, value));
    }

    private static Change changed(String table, int id, String column, Object was, Object becomes) {
        return new Change(table, Map.of("id", id), row(column, was), row(column, becomes));
    }

    private static Change went(String table, int id, String column, Object was) {
        return new Change(table, Map.of("id", id), row(column, was), null);
    }

    private static Map<String, Object> row(String column, Object value) {
        return new HashMap<>(Map.of(column, value));
    }
}
