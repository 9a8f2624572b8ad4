package be.dossierwerk.deadline;

import be.dossierwerk.deadline.GuardedTerm.Acknowledgement;
import be.dossierwerk.deadline.GuardedTerm.Proposal;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the guarded terms with who acknowledged what; three statements whatever their number. */
@Component
class GuardedTerms {

    private final JdbcClient jdbc;
    private final Ledger ledger;

    GuardedTerms(JdbcClient jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    /** Those that run, and those whose silence has taken effect; not those that were stopped in time. */
    List<GuardedTerm> all() {
        return read("(t.stopped_on is null or t.stopped_on > t.due_on)", null);
    }

    /**
     * The running term behind the lock of its dossier.
     * @throws Refused deadline.lapse.gone when it no longer runs; deadline.lapse.passed when its last day went by
     */
    GuardedTerm lock(long term) {
        String dossier = jdbc.sql("select dossier from term where id = ?").param(term).query(String.class).optional()
                .orElseThrow(() -> new Refused("deadline.lapse.gone"));
        ledger.lock(dossier);
        GuardedTerm locked = read("t.id = :term", term).stream().findFirst().orElseThrow(() -> new Refused("deadline.lapse.gone"));
        if (locked.lapsed(ledger.today())) {
            throw new Refused("deadline.lapse.passed", Dates.prose(locked.due()));
        }
        if (!locked.running()) {
            throw new Refused("deadline.lapse.gone");
        }
        return locked;
    }

    private List<GuardedTerm> read(String condition, Long term) {
        record Row(long id, String dossier, String rule, String name, String effect, LocalDate startedOn, LocalDate due, boolean running) { }
        List<Row> rows = jdbc.sql("""
                select t.id, t.dossier, t.rule, r.name, r.lapse_effect, t.started_on, t.due_on, t.stopped_on is null
                from term t join term_rule r on r.code = t.rule and r.version = t.rule_version
                where r.lapse_effect is not null and %s order by t.due_on nulls last, t.id""".formatted(condition)).param("term", term)
                .query((row, i) -> new Row(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                        row.getObject(6, LocalDate.class), row.getObject(7, LocalDate.class), row.getBoolean(8))).list();
        Long[] ids = rows.stream().map(Row::id).toArray(Long[]::new);
        Map<Long, Map<LapseMark, Acknowledgement>> acknowledgements = acknowledgements(ids);
        Map<Long, Proposal> proposals = proposals(ids);
        List<GuardedTerm> terms = new ArrayList<>();
        rows.forEach(row -> terms.add(new GuardedTerm(row.id(), row.dossier(), row.rule(), row.name(), row.effect(), row.startedOn(), row.due(),
                row.running(), acknowledgements.getOrDefault(row.id(), Map.of()), proposals.get(row.id()))));
        return terms;
    }

    private Map<Long, Map<LapseMark, Acknowledgement>> acknowledgements(Long[] terms) {
        Map<Long, Map<LapseMark, Acknowledgement>> found = new HashMap<>();
        jdbc.sql("select term, mark, by_name, at from lapse_acknowledgement where term = any(?)").param(terms).query(row -> {
            found.computeIfAbsent(row.getLong(1), term -> new EnumMap<>(LapseMark.class)).put(LapseMark.of(row.getString(2)),
                    new Acknowledgement(row.getString(3), row.getObject(4, OffsetDateTime.class).toInstant()));
        });
        return found;
    }

    private Map<Long, Proposal> proposals(Long[] terms) {
        Map<Long, Proposal> found = new HashMap<>();
        jdbc.sql("""
                select distinct on (term) term, id, ground, reason, proposed_by, proposed_by_name, proposed_at, confirmed_at
                from lapse_stop where term = any(?) order by term, id desc""").param(terms).query(row -> {
            if (row.getObject(8) == null) {
                found.put(row.getLong(1), new Proposal(row.getLong(2), LapseGround.valueOf(row.getString(3)), row.getString(4), row.getString(5),
                        row.getString(6), row.getObject(7, OffsetDateTime.class).toInstant()));
            }
        });
        return found;
    }
}
