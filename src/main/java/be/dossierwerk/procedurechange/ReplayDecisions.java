package be.dossierwerk.procedurechange;

import be.dossierwerk.engine.DecisionTables;
import be.dossierwerk.engine.DecisionTables.NotAnswered;
import be.dossierwerk.engine.DecisionTables.Tried;
import be.dossierwerk.security.CurrentActor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Asks a proposed decision table what past dossiers asked the published one: which of them would turn out differently ("A manager" 10). */
@Service
public class ReplayDecisions {

    /**
     * A dossier that would turn out differently. {@code today}: the published table would also answer otherwise than it did then, because it changed in between;
     * {@code answered} is false when the proposed table cannot answer.
     */
    public record Different(String dossier, String subject, LocalDate on, Map<String, Object> facts, List<Map<String, Object>> before, List<Map<String, Object>> after,
                            boolean today, boolean answered) { }

    /**
     * {@code since}: the first answer that was kept of any table, null when none was; {@code dossiers}: with answers in the period; {@code different}: how many of them
     * would turn out differently, of which {@code first} has the first ones; {@code otherWords}: how many get only another explanation; {@code unknown}: how many
     * cannot be tried, because nobody asked them {@code missing} then.
     */
    public record Replayed(LocalDate since, int dossiers, int different, List<Different> first, int otherWords, int unknown, SortedSet<String> missing, boolean refused) { }

    private static final int BATCH = 500;
    public static final int SHOWN = 200;

    private record Past(String dossier, long serial, LocalDate on, String facts, String answers) { }

    private final CurrentActor currentActor;
    private final DecisionTables tables;
    private final DecisionRows rows;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReplayDecisions(CurrentActor currentActor, DecisionTables tables, DecisionRows rows, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.tables = tables;
        this.rows = rows;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Everything that was asked in the last years, in batches; nothing is kept of it. @throws be.dossierwerk.shared.Refused security.role-missing */
    public Replayed replay(Proposal proposal, String file, int years) {
        currentActor.require(ChangeReaders.ROLES);
        LocalDate since = jdbc.sql("select min(at)::date from decision_evaluation").query((row, i) -> row.getObject(1, LocalDate.class)).list().get(0);
        DecisionTable table = DecisionRows.table(proposal, file).orElse(null);
        Tried proposed;
        Tried published;
        try {
            proposed = tables.tried(file, proposal.proposed().files().get(file));
            byte[] now = proposal.published().files().get(file);
            published = now == null ? null : tables.tried(file, now);
        } catch (NotAnswered e) {
            return new Replayed(since, 0, 0, List.of(), 0, 0, new TreeSet<>(), true);
        }
        if (table == null) {
            return new Replayed(since, 0, 0, List.of(), 0, 0, new TreeSet<>(), true);
        }
        // What is asked by its name in the engine; a draft that gives it another name is another table.
        String key = proposal.published().text(file).flatMap(DecisionTable::of).map(DecisionTable::key).orElse(table.key());
        Count count = new Count(table.facts());
        Past last = null;
        List<Past> batch;
        do {
            batch = batch(key, OffsetDateTime.now(clock).minusYears(years), last);
            for (Past past : batch) {
                count.next(past.dossier());
                tryOn(past, proposed, published, count);
                last = past;
            }
        } while (batch.size() == BATCH);
        return count.done(since, subjects(count.first));
    }

    private List<Past> batch(String key, OffsetDateTime from, Past after) {
        return jdbc.sql("""
                select dossier, serial, at::date, facts, answers from decision_evaluation
                where decision = ? and at >= ? and (dossier, serial) > (?, ?) order by dossier, serial limit ?""")
                .params(key, from, after == null ? "" : after.dossier(), after == null ? 0 : after.serial(), BATCH)
                .query((row, i) -> new Past(row.getString(1), row.getLong(2), row.getObject(3, LocalDate.class), row.getString(4), row.getString(5))).list();
    }

    private void tryOn(Past past, Tried proposed, Tried published, Count count) {
        Map<String, Object> facts = rows.facts(past.facts());
        Set<String> missing = new TreeSet<>(count.needed);
        missing.removeAll(facts.keySet());
        if (!missing.isEmpty()) {
            count.unknown(missing);
            return;
        }
        List<Map<String, Object>> before = rows.expected(past.answers());
        List<Map<String, Object>> after = ask(proposed, facts);
        if (after != null && TableAnswers.sameOutcomes(before, after)) {
            count.same(TableAnswers.sameWords(before, after));
            return;
        }
        List<Map<String, Object>> today = published == null ? before : ask(published, facts);
        count.different(new Different(past.dossier(), "", past.on(), facts, TableAnswers.outcomes(before), after == null ? List.of() : TableAnswers.outcomes(after),
                today == null || !TableAnswers.sameOutcomes(before, today), after != null));
    }

    private static List<Map<String, Object>> ask(Tried table, Map<String, Object> facts) {
        try {
            return table.ask(facts);
        } catch (NotAnswered e) {
            return null;
        }
    }

    private Map<String, String> subjects(List<Different> found) {
        Map<String, String> subjects = new java.util.HashMap<>();
        if (!found.isEmpty()) {
            jdbc.sql("select number, subject from dossier where number = any (?)").params(Arrays.asList((Object) found.stream().map(Different::dossier).toArray(String[]::new)))
                    .query(row -> {
                        subjects.put(row.getString(1), row.getString(2));
                    });
        }
        return subjects;
    }

    /** Dossiers come one after the other, so none has to be remembered. */
    private static final class Count {

        private final Set<String> needed;
        private final List<Different> first = new ArrayList<>();
        private final SortedSet<String> missing = new TreeSet<>();
        private String dossier = "";
        private boolean isDifferent;
        private boolean isOtherWords;
        private boolean isUnknown;
        private int dossiers;
        private int different;
        private int otherWords;
        private int unknown;

        private Count(Set<String> needed) {
            this.needed = needed;
        }

        private void next(String number) {
            if (!number.equals(dossier)) {
                settle();
                dossier = number;
                dossiers++;
            }
        }

        private void settle() {
            different += isDifferent ? 1 : 0;
            otherWords += isOtherWords && !isDifferent ? 1 : 0;
            unknown += isUnknown && !isDifferent && !isOtherWords ? 1 : 0;
            isDifferent = false;
            isOtherWords = false;
            isUnknown = false;
        }

        private void unknown(Set<String> facts) {
            missing.addAll(facts);
            isUnknown = true;
        }

        private void same(boolean words) {
            isOtherWords |= !words;
        }

        private void different(Different one) {
            isDifferent = true;
            if (first.size() < SHOWN) {
                first.add(one);
            }
        }

        private Replayed done(LocalDate since, Map<String, String> subjects) {
            settle();
            return new Replayed(since, dossiers, different, first.stream().map(one -> new Different(one.dossier(), subjects.getOrDefault(one.dossier(), ""), one.on(),
                    one.facts(), one.before(), one.after(), one.today(), one.answered())).toList(), otherWords, unknown, missing, false);
        }
    }
}
