package be.dossierwerk.mining;

import be.dossierwerk.inbox.WaitingFor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dossiers of a selection with their visits and their days, as the beginning of every question; and their walks. */
@Component
class SelectedDossiers {

    /** Who analyses; nobody sees single colleagues here. */
    static final String[] READERS = {Roles.AUDITOR, Roles.MANAGER, Roles.HEAD, Roles.TEAM_LEAD};

    private static final int BLOCK = 2000;
    private static final String CHOSEN = """
            with chosen as materialized (
                select d.number, d.received_on as began, greatest(d.received_on, coalesce(d.closed_on, :today)) as ended from dossier d where %s
            )""";
    /**
     * Texts in the order of their bytes, which sorts a million of them faster. What is still open has no end: it stands there up to the end of the dossier. The dossiers come as one array, so that only their steps are read, however
     * little the database knows of their number.
     */
    private static final String VISITS = CHOSEN + """
            , visit as (
                select v.dossier collate "C" as dossier, v.process collate "C" as process, v.element collate "C" as element, v.name collate "C" as name, v.kind,
                       (extract(epoch from greatest(coalesce(v.left_at, :now) - v.entered_at, interval '0')) / 86400)::double precision as days,
                       daterange((v.entered_at at time zone 'Europe/Brussels')::date, case when v.left_at is not null then
                           greatest((v.entered_at at time zone 'Europe/Brussels')::date, (v.left_at at time zone 'Europe/Brussels')::date) end) as stood
                from mining_visit v where v.dossier = any(array(select number from chosen))
            )""";
    /** All that says something of the days of a dossier in one list, so that nothing has to be joined. */
    private static final String SPLIT = """
            , told as (
                select number collate "C" as number, 'LIFE' as what, daterange(began, ended) as days from chosen
                union all
                select dossier collate "C", 'PAUSE_' || party, days from mining_pause where dossier = any(array(select number from chosen)) and not isempty(days)
                union all
                select dossier, case when element = any(:third) then 'TASK_DERDE' when element = any(:applicant) then 'TASK_AANVRAGER' else 'TASK_WIJ' end, stood
                from visit where kind = 'userTask' and not isempty(stood)
            ), laid as (
                select number, range_agg(days) filter (where what = 'LIFE') as life,
                       coalesce(range_agg(days) filter (where what = 'PAUSE_AANVRAGER'), '{}') as pause_applicant,
                       coalesce(range_agg(days) filter (where what = 'PAUSE_DERDE'), '{}') as pause_third,
                       coalesce(range_agg(days) filter (where what = 'TASK_WIJ'), '{}') as task_ours,
                       coalesce(range_agg(days) filter (where what = 'TASK_AANVRAGER'), '{}') as task_applicant,
                       coalesce(range_agg(days) filter (where what = 'TASK_DERDE'), '{}') as task_third
                from told group by number
            ), split as materialized (
                select number, life, life * (pause_applicant + (task_applicant - pause_third - task_ours)) as applicant,
                       life * (task_ours - pause_applicant - pause_third) as ours,
                       life * ((pause_third - pause_applicant) + (task_third - pause_applicant - task_ours - task_applicant)) as third
                from laid
            )""";

    /** A statement with what it asks. */
    record Question(String with, Map<String, Object> params) { }

    /** The steps that people and outsiders take; what the product does by itself makes no other way. */
    private static final String TAKEN = "(kind in ('userTask', 'manualTask', 'receiveTask') or kind like 'boundary%' or kind like 'intermediate%Catch' or kind = 'intermediateTimer')";

    private final JdbcClient jdbc;
    private final ObjectProvider<WaitingFor> waiting;
    private final Drawings drawings;
    private final Clock clock;

    SelectedDossiers(JdbcClient jdbc, ObjectProvider<WaitingFor> waiting, Drawings drawings, Clock clock) {
        this.jdbc = jdbc;
        this.waiting = waiting;
        this.drawings = drawings;
        this.clock = clock;
    }

    /** Compiling such a question takes longer than most answers; sorting a year of steps fits in this memory. Until the transaction ends. */
    void begin() {
        jdbc.sql("set local jit = off").update();
        jdbc.sql("set local work_mem = '128MB'").update();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Begins with {@code chosen}, {@code visit} (one row each time that an element was entered) and {@code split} (the days of each dossier by party). */
    Question days(Selection selection) {
        return question(selection, VISITS + SPLIT);
    }

    /** Begins with {@code chosen} and {@code visit}. */
    Question visits(Selection selection) {
        return question(selection, VISITS);
    }

    /** Block by block; what stays is a few numbers for each visit. */
    List<Walk> walks(Selection selection) {
        Question question = question(selection, CHOSEN);
        record Life(String dossier, LocalDate began, LocalDate ended) { }
        List<Life> lives = jdbc.sql(question.with + " select number, began, ended from chosen order by number").params(question.params)
                .query((row, i) -> new Life(row.getString(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class))).list();
        Map<String, String> keys = new HashMap<>();
        List<Walk> walks = new ArrayList<>(lives.size());
        for (int from = 0; from < lives.size(); from += BLOCK) {
            Map<String, Life> block = new LinkedHashMap<>();
            lives.subList(from, Math.min(lives.size(), from + BLOCK)).forEach(life -> block.put(life.dossier, life));
            Map<String, List<Walk.Visit>> visits = new HashMap<>();
            jdbc.sql("""
                    select dossier, process || '#' || element, (extract(epoch from entered_at) * 1000000)::bigint, (extract(epoch from left_at) * 1000000)::bigint,
                           (entered_at at time zone 'Europe/Brussels')::date, (left_at at time zone 'Europe/Brussels')::date
                    from mining_visit where dossier = any(:dossiers) and\s""" + TAKEN + " order by id")
                    .param("dossiers", block.keySet().toArray(String[]::new)).query(row -> {
                        String key = keys.computeIfAbsent(row.getString(2), same -> same);
                        long entered = row.getLong(3);
                        long left = row.getLong(4);
                        boolean open = row.wasNull();
                        Life life = block.get(row.getString(1));
                        int days = days(row.getObject(5, LocalDate.class), open ? life.ended : row.getObject(6, LocalDate.class), life.began, life.ended);
                        visits.computeIfAbsent(row.getString(1), dossier -> new ArrayList<>())
                                .add(new Walk.Visit(key, entered, open ? Long.MAX_VALUE : Math.max(entered, left), days));
                    });
            block.values().forEach(life -> walks.add(new Walk(life.dossier, days(life.began, life.ended, life.began, life.ended), visits.getOrDefault(life.dossier, List.of()))));
        }
        return walks;
    }

    /** Between the two, as far as they lie in the life of the dossier. */
    private static int days(LocalDate entered, LocalDate left, LocalDate began, LocalDate ended) {
        return (int) Math.max(0, (left.isBefore(ended) ? left : ended).toEpochDay() - (entered.isBefore(began) ? began : entered).toEpochDay());
    }

    private Question question(Selection selection, String with) {
        Map<String, Object> params = new HashMap<>();
        StringBuilder where = new StringBuilder("d.procedure = :procedure");
        params.put("procedure", selection.procedure());
        params.put("today", today());
        params.put("now", now());
        params.put("from", selection.from());
        params.put("to", selection.to());
        params.put("begin", selection.from().atStartOfDay(MovableClock.BRUSSELS).toOffsetDateTime());
        params.put("end", selection.to().plusDays(1).atStartOfDay(MovableClock.BRUSSELS).toOffsetDateTime());
        where.append(switch (selection.period()) {
            case GESLOTEN -> " and d.closed_on between :from and :to";
            case ONTVANGEN -> " and d.received_on between :from and :to";
            case GELOPEN -> " and exists (select from step s where s.dossier = d.number and s.entered_at < :end and (s.left_at is null or s.left_at >= :begin))";
        });
        if (selection.version() != null) {
            where.append(" and exists (select from step s where s.dossier = d.number and s.deployment = :version)");
            params.put("version", selection.version());
        }
        if (selection.outcome() != null) {
            where.append(" and d.outcome = :outcome");
            params.put("outcome", selection.outcome());
        }
        if (selection.source() != null) {
            where.append(" and d.source = :source");
            params.put("source", selection.source());
        }
        if (selection.role() != null) {
            where.append(" and exists (select from step s where s.dossier = d.number and s.kind = 'userTask' and s.process || '#' || s.element = any(:tasks))");
            params.put("tasks", drawings.tasksOf(selection.procedure(), selection.role()).toArray(String[]::new));
        }
        if (selection.paused() != null) {
            where.append(selection.paused() ? " and " : " and not ").append("exists (select from mining_pause p where p.dossier = d.number)");
        }
        if (selection.overdue() != null) {
            where.append(selection.overdue() ? " and " : " and not ").append("""
                    exists (select from term t join term_rule r on r.code = t.rule and r.version = t.rule_version
                            where t.dossier = d.number and r.binds = 'OVERHEID' and r.nature = 'WETTELIJK' and t.due_on < coalesce(t.stopped_on, :today))""");
        }
        params.put("third", waitsForThird(selection.procedure()).toArray(String[]::new));
        params.put("applicant", waitsForApplicant(selection.procedure()).toArray(String[]::new));
        return new Question(with.formatted(where), params);
    }

    private Set<String> waitsForThird(String procedure) {
        Set<String> tasks = new HashSet<>();
        waiting.stream().filter(each -> each.process().equals(procedure)).forEach(each -> tasks.addAll(each.waitingForThird()));
        return tasks;
    }

    private Set<String> waitsForApplicant(String procedure) {
        Set<String> tasks = new HashSet<>();
        waiting.stream().filter(each -> each.process().equals(procedure)).forEach(each -> tasks.addAll(each.waitingTasks()));
        tasks.removeAll(waitsForThird(procedure));
        return tasks;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
