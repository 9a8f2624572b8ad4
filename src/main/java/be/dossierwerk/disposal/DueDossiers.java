package be.dossierwerk.disposal;

import be.dossierwerk.engine.ForgetDossier;
import be.dossierwerk.shared.MovableClock;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The dossiers whose retention term is over, with what holds each back; and how a changed rule would move them. */
@Service
public class DueDossiers {

    /** How many dossiers would become due earlier or later, how many are due now and how many would be. */
    public record Impact(int dossiers, int earlier, int later, int dueNow, int dueThen) { }

    private static final String COUNTED = "select * from disposal_counted where ";

    private final JdbcClient jdbc;
    private final RetentionRules rules;
    private final ForgetDossier engine;
    private final Clock clock;

    DueDossiers(JdbcClient jdbc, RetentionRules rules, ForgetDossier engine, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.engine = engine;
        this.clock = clock;
    }

    /** Longest overdue first. */
    @Transactional(readOnly = true)
    public List<DueDossier> all() {
        List<RetentionRule> today = rules.today();
        LocalDate day = LocalDate.now(clock);
        int shortest = today.stream().mapToInt(RetentionRule::months).min().orElse(0);
        return due(jdbc.sql(COUNTED + "closed_on <= ?").param(day.minusMonths(shortest)).query(CountedDossier.class).list(), today, day);
    }

    /** One dossier; empty when its term is not over, when it is open or destroyed. */
    @Transactional(readOnly = true)
    public Optional<DueDossier> of(String dossier) {
        return due(jdbc.sql(COUNTED + "dossier = ?").param(dossier).query(CountedDossier.class).list(), rules.today(), LocalDate.now(clock)).stream().findFirst();
    }

    /** Over every closed dossier that the rule is about. */
    @Transactional(readOnly = true)
    public Impact impact(RetentionRule now, RetentionRule then) {
        List<RetentionRule> today = rules.today();
        LocalDate day = LocalDate.now(clock);
        int dossiers = 0;
        int earlier = 0;
        int later = 0;
        int dueNow = 0;
        int dueThen = 0;
        for (CountedDossier counted : jdbc.sql(COUNTED + "true").query(CountedDossier.class).list()) {
            if (RetentionRule.of(counted.procedure(), today).filter(rule -> rule.code().equals(now.code())).isEmpty()) {
                continue;
            }
            LocalDate was = counted.from(now.countsFrom()).map(now::dueOn).orElse(LocalDate.MAX);
            LocalDate becomes = counted.from(then.countsFrom()).map(then::dueOn).orElse(LocalDate.MAX);
            dossiers++;
            earlier += becomes.isBefore(was) ? 1 : 0;
            later += becomes.isAfter(was) ? 1 : 0;
            dueNow += was.isAfter(day) ? 0 : 1;
            dueThen += becomes.isAfter(day) ? 0 : 1;
        }
        return new Impact(dossiers, earlier, later, dueNow, dueThen);
    }

    private List<DueDossier> due(List<CountedDossier> counted, List<RetentionRule> today, LocalDate day) {
        List<DueDossier> over = new ArrayList<>();
        for (CountedDossier each : counted) {
            RetentionRule rule = RetentionRule.of(each.procedure(), today).orElse(null);
            LocalDate from = rule == null ? null : each.from(rule.countsFrom()).orElse(null);
            if (from != null && !rule.dueOn(from).isAfter(day)) {
                over.add(new DueDossier(each.dossier(), each.procedure(), each.subject(), each.outcome(), rule, from, rule.dueOn(from), List.of(), null));
            }
        }
        List<String> numbers = over.stream().map(DueDossier::number).toList();
        Map<String, List<Hindrance>> hindrances = hindrances(numbers, day);
        Map<String, DueDossier.Proposal> proposals = proposals(numbers);
        return over.stream().map(each -> new DueDossier(each.number(), each.procedure(), each.subject(), each.outcome(), each.rule(), each.countedFrom(), each.dueOn(),
                        hindrances.getOrDefault(each.number(), List.of()), proposals.get(each.number())))
                .sorted(Comparator.comparing(DueDossier::dueOn).thenComparing(DueDossier::number)).toList();
    }

    private Map<String, List<Hindrance>> hindrances(Collection<String> dossiers, LocalDate day) {
        Map<String, List<Hindrance>> found = new HashMap<>();
        if (dossiers.isEmpty()) {
            return found;
        }
        jdbc.sql("select dossier, kind, detail, until from disposal_hindrance where dossier = any(?) and (kind <> 'BEROEPSTERMIJN' or until >= ?)")
                .params(dossiers.toArray(String[]::new), day).query(row -> {
                    found.computeIfAbsent(row.getString(1), dossier -> new ArrayList<>())
                            .add(new Hindrance(Hindrance.Kind.valueOf(row.getString(2)), row.getString(3), row.getObject(4, LocalDate.class)));
                });
        Set<String> running = engine.running();
        dossiers.stream().filter(running::contains)
                .forEach(dossier -> found.computeIfAbsent(dossier, each -> new ArrayList<>()).add(new Hindrance(Hindrance.Kind.PROCEDURE, null, null)));
        found.values().forEach(each -> each.sort(Comparator.comparing(Hindrance::kind)));
        return found;
    }

    private Map<String, DueDossier.Proposal> proposals(Collection<String> dossiers) {
        Map<String, DueDossier.Proposal> found = new HashMap<>();
        jdbc.sql("select dossier, id, proposed_by, proposed_by_name, proposed_at, reason from disposal_proposal where decision is null and dossier = any(?)")
                .param(dossiers.toArray(String[]::new)).query(row -> {
                    found.put(row.getString(1), new DueDossier.Proposal(row.getLong(2), row.getString(3), row.getString(4),
                            row.getObject(5, OffsetDateTime.class).atZoneSameInstant(MovableClock.BRUSSELS).toLocalDate(), row.getString(6)));
                });
        return found;
    }
}
