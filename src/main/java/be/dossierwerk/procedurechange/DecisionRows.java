package be.dossierwerk.procedurechange;

import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Refused;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The test rows beside decision tables: what a table must answer to facts that somebody thought of ("A manager" 10). */
@Component
class DecisionRows {

    private static final int MOST_FACTS = 40;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    DecisionRows(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Those that count for that change: what is published, and its own. By name. */
    List<DecisionRow> of(String change, String file) {
        return jdbc.sql("""
                select * from (
                    select distinct on (r.row) r.* from decision_row r left join procedure_change c on c.dossier = r.change
                    where r.file = ? and (r.change is null or r.change = ? or c.state = 'BEKENDGEMAAKT') order by r.row, r.serial desc) newest
                where not removed order by label, serial""").params(file, change)
                .query((row, i) -> new DecisionRow(row.getObject("row", UUID.class), row.getString("file"), row.getString("label"), facts(row.getString("facts")),
                        expected(row.getString("expected")), row.getBoolean("exactly"), row.getString("author_name"),
                        row.getObject("at", OffsetDateTime.class).toInstant())).list();
    }

    /** @throws Refused procedurechange.rows.unknown */
    DecisionRow get(String change, String file, UUID id) {
        return of(change, file).stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow(() -> new Refused("procedurechange.rows.unknown"));
    }

    /** @throws Refused procedurechange.invalid with the fields label, facts, expected; procedurechange.rows.no-table */
    void check(Proposal proposal, String file, DecisionRow.Content content) {
        DecisionTable table = table(proposal, file).orElseThrow(() -> new Refused("procedurechange.rows.no-table"));
        List<Refused.Field> wrong = new ArrayList<>();
        Text.check(wrong, "label", content.label(), Text.TITLE);
        Set<String> known = table.facts();
        if (content.facts().isEmpty() || content.facts().size() > MOST_FACTS || !known.containsAll(content.facts().keySet())
                || content.facts().values().stream().anyMatch(value -> !(value instanceof Boolean || value instanceof Number || value instanceof String))) {
            wrong.add(new Refused.Field("facts", "procedurechange.rows.facts.invalid"));
        }
        Set<String> answers = new java.util.TreeSet<>();
        table.outputs().forEach(output -> answers.add(output.expression()));
        if (table.single() && content.expected().size() > 1 || content.expected().stream().anyMatch(each -> each.isEmpty() || !answers.containsAll(each.keySet()))
                || content.expected().isEmpty() && !content.exactly()) {
            wrong.add(new Refused.Field("expected", "procedurechange.rows.expected.invalid"));
        }
        Text.refuse(wrong);
    }

    static Optional<DecisionTable> table(Proposal proposal, String file) {
        return proposal.proposed().text(file).flatMap(DecisionTable::of);
    }

    void add(String change, UUID row, String file, DecisionRow.Content content, boolean removed, Actor by) {
        try {
            jdbc.sql("""
                    insert into decision_row (row, file, label, facts, expected, exactly, removed, change, author, author_name, at)
                    values (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?)""")
                    .params(Arrays.asList(row, file, content.label().strip(), json.writeValueAsString(content.facts()), json.writeValueAsString(content.expected()),
                            content.exactly(), removed, change, by.id(), by.name(), OffsetDateTime.now(clock))).update();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, Object> facts(String text) {
        return read(text, new TypeReference<>() { });
    }

    List<Map<String, Object>> expected(String text) {
        return read(text, new TypeReference<>() { });
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
