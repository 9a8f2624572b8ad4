package be.dossierwerk.inbox;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Open work as people look for it. Counters count what the lists show: of the rows when a text is sought, else of what is kept as the rows change.
 * Ordered by last day, then by age; tasks without a last day come at the end.
 */
@Component
public class OpenWork {

    /** BEHALF: of colleagues who are away, for who stands in. TEAM: every open task, for who divides the work. */
    public enum Tab { MINE, BEHALF, GROUPS, PAUSED, FOLLOWED, TEAM }

    /** Each part may be null or empty. {@code text}: a part of the dossier number or of the undertaking's name. */
    public record Filter(String procedure, String group, String text) {
        public static final Filter NONE = new Filter(null, null, null);
    }

    /**
     * A task in a list. {@code daysLeft}: calendar days to {@code dueOn}, negative when late, null without a last day.
     * {@code termRule} and {@code termName}: the term that counts for the task, null without one. {@code completedAt} is null while it is open.
     */
    public record Row(String taskId, String dossier, String procedure, String subject, String taskKey, String taskName,
                      Set<String> groups, Instant openedAt, String termRule, String termName, LocalDate dueOn, Integer daysLeft, LocalDate pausedSince,
                      boolean waits, String assignee, String assigneeName, Instant completedAt) {

        public boolean isFree() {
            return assignee == null;
        }

        Position position() {
            return new Position(dueOn == null ? NO_DUE : dueOn, openedAt, taskId);
        }
    }

    private record Position(LocalDate due, Instant openedAt, String taskId) { }

    private static final LocalDate NO_DUE = LocalDate.of(9999, 12, 31);
    private static final int FOLLOWED_DAYS = 30;
    private static final String COLUMNS = """
            r.task_id, r.dossier, r.procedure, r.subject, r.task_key, r.task_name, r.groups, r.opened_at, r.term_rule, r.term_name, r.due_on,
            r.due_sort, r.paused_since, r.waits, r.assignee, r.assignee_name, null::timestamptz as completed_at""";

    /** As a list of its own: joined, the planner takes them for so many that it reads the work of everybody. */
    private static final String AWAY = "any (array(select person from inbox_absence where substitute = :me and " + Absences.IN_FORCE + "))";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    OpenWork(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** The tabs the acting person always sees; BEHALF is there beside them while it holds something of somebody. */
    public List<Tab> tabs() {
        return dividesWork(currentActor.get()) ? List.of(Tab.MINE, Tab.GROUPS, Tab.PAUSED, Tab.FOLLOWED, Tab.TEAM)
                : List.of(Tab.MINE, Tab.GROUPS, Tab.PAUSED, Tab.FOLLOWED);
    }

    private boolean open(Tab tab) {
        return tab == Tab.BEHALF || tabs().contains(tab);
    }

    /** One page; {@code after} is the last row of the page before, or null together with {@code skip}. */
    public List<Row> list(Tab tab, Filter filter, Row after, int skip, int limit) {
        if (!open(tab)) {
            return List.of();
        }
        Map<String, Object> params = params(filter);
        params.put("limit", limit);
        params.put("skip", skip);
        params.put("reach", skip + limit);
        if (tab == Tab.FOLLOWED) {
            return jdbc.sql("""
                    select task_id, dossier, procedure, subject, task_key, task_name, '' as groups, opened_at, null as term_rule, null as term_name,
                           null::date as due_on, null::date as paused_since, false as waits, completed_by as assignee,
                           completed_by_name as assignee_name, completed_at
                    from inbox_done r where %s order by completed_at desc, task_id offset :skip limit :limit"""
                    .formatted(condition(tab, filter))).params(params).query(this::row).list();
        }
        String page = (after == null ? "" : page(after, params)) + " order by @.due_sort, @.opened_at, @.task_id limit :reach";
        return jdbc.sql("select " + COLUMNS + " from (select distinct * from (" + keys(tab, filter, page) + ") found order by due_sort, opened_at, task_id "
                        + "offset :skip limit :limit) page join inbox_row r using (task_id) order by r.due_sort, r.opened_at, r.task_id")
                .params(params).query(this::row).list();
    }

    /** Exact. */
    public long count(Tab tab, Filter filter) {
        return open(tab) ? jdbc.sql("select " + counted(tab, filter)).params(params(filter)).query(Long.class).single() : 0;
    }

    /** Exact, all of one moment. */
    public Map<Tab, Long> counts(Filter filter) {
        Map<Tab, Long> counts = new EnumMap<>(Tab.class);
        List<Tab> tabs = tabs();
        jdbc.sql("select " + tabs.stream().map(tab -> counted(tab, filter)).collect(Collectors.joining(", "))).params(params(filter)).query(row -> {
            for (int i = 0; i < tabs.size(); i++) {
                counts.put(tabs.get(i), row.getLong(i + 1));
            }
        });
        return counts;
    }

    /** The procedures that have open work now, for the filter. */
    public List<String> procedures() {
        return jdbc.sql("select procedure from inbox_count where of_groups group by procedure having sum(open) > 0 order by 1").query(String.class).list();
    }

    /** The open tasks of a dossier with who has them, oldest first. */
    public List<Row> ofDossier(String dossier) {
        return jdbc.sql("select " + COLUMNS + " from inbox_row r where r.dossier = ? order by r.opened_at, r.task_id")
                .param(dossier).query(this::row).list();
    }

    public Optional<Row> find(String taskId) {
        return jdbc.sql("select " + COLUMNS + " from inbox_row r where r.task_id = ?").param(taskId).query(this::row).optional();
    }

    /** Those of these tasks that are still open, the most urgent first. */
    public List<Row> find(Collection<String> taskIds) {
        return jdbc.sql("select " + COLUMNS + " from inbox_row r where r.task_id = any(?) order by r.due_sort, r.opened_at, r.task_id")
                .param(taskIds.toArray(String[]::new)).query(this::row).list();
    }

    /** What the acting person does next: first in the same dossier, then the most urgent of their own. */
    public Optional<Row> next(String dossier) {
        return jdbc.sql("select " + COLUMNS + " from inbox_row r where r.assignee = :me and not r.waits "
                        + "order by (r.dossier = :dossier) desc, r.due_sort, r.opened_at, r.task_id limit 1")
                .param("me", currentActor.get().id()).param("dossier", dossier).query(this::row).optional();
    }

    /** Whether this person may give the work of others to somebody. */
    public static boolean dividesWork(Actor actor) {
        return actor.has(Roles.TEAM_LEAD) || actor.has(Roles.HEAD);
    }

    /**
     * The rows of a tab by their place in the order; {@code page}: which of them, with {@code @} for the table. One index scan per group, merged:
     * {@code grp = any(...) order by} would read and sort them all. What is skipped is read from the index alone, unless a filter asks for more.
     */
    private static String keys(Tab tab, Filter filter, String page) {
        return switch (tab) {
            case GROUPS -> keysOfGroups(tab, filter, page);
            case PAUSED -> keysOfGroups(tab, filter, page) + " union (" + keysOfRows(condition(Tab.MINE, filter, true), page) + ")";
            default -> keysOfRows(condition(tab, filter), page);
        };
    }

    private static String keysOfRows(String condition, String page) {
        return "select r.due_sort, r.opened_at, r.task_id from inbox_row r where " + condition + page.replace("@", "r");
    }

    private static String keysOfGroups(Tab tab, Filter filter, String page) {
        String rows = given(filter.procedure()) || given(filter.text()) ? " join inbox_row r using (task_id)" : "";
        return "select l.* from unnest(string_to_array(:groups, ',')) as g(grp) cross join lateral (select x.due_sort, x.opened_at, x.task_id from inbox_row_group x"
                + rows + " where x.grp = g.grp and " + condition(tab, filter) + page.replace("@", "x") + ") l";
    }

    /** As the conditions of the lists count. A text is sought in the rows; everything else is counted as it changes. */
    private static String counted(Tab tab, Filter filter) {
        if (given(filter.text()) && tab != Tab.FOLLOWED) {
            return "(select count(*) from (select distinct * from (" + keys(tab, filter, "") + ") found) counted)";
        }
        String ofMyGroups = "string_to_array(c.groups, ',') && string_to_array(:groups, ',')";
        String procedure = given(filter.procedure()) ? " and c.procedure = :procedure" : "";
        String chosen = procedure + (given(filter.group()) ? " and :group = any(string_to_array(c.groups, ','))" : "");
        return switch (tab) {
            case MINE -> ofHolder("own_open - own_waiting", "c.assignee = :me" + chosen);
            case BEHALF -> ofHolder("own_open", "c.assignee = " + AWAY + chosen);
            case GROUPS -> ofGroups("free", ofMyGroups + procedure);
            case PAUSED -> ofGroups("waiting", ofMyGroups + procedure) + " + " + ofHolder("own_waiting", "c.assignee = :me and not " + ofMyGroups + chosen);
            case TEAM -> ofGroups("open", "true" + chosen);
            case FOLLOWED -> "(select count(*) from inbox_done r where " + condition(tab, filter) + ")";
        };
    }

    private static String ofHolder(String count, String condition) {
        return "(select coalesce(sum(" + count + "), 0) from inbox_count c where " + condition + ")";
    }

    private static String ofGroups(String count, String condition) {
        return "(select coalesce(sum(" + count + "), 0) from inbox_count c where c.of_groups and " + condition + ")";
    }

    private static String condition(Tab tab, Filter filter) {
        return condition(tab, filter, false);
    }

    private static String condition(Tab tab, Filter filter, boolean waiting) {
        StringBuilder sql = new StringBuilder(switch (tab) {
            case MINE -> "r.assignee = :me and " + (waiting ? "r.waits" : "not r.waits");
            case BEHALF -> "r.assignee = " + AWAY;
            case GROUPS -> "x.free and not x.waits";
            case PAUSED -> "x.waits";
            case FOLLOWED -> "r.completed_by = :me and r.completed_at >= :since";
            case TEAM -> "true";
        });
        if (given(filter.procedure())) {
            sql.append(" and r.procedure = :procedure");
        }
        if (given(filter.group()) && (tab == Tab.MINE || tab == Tab.BEHALF || tab == Tab.TEAM)) {
            sql.append(" and :group = any(string_to_array(r.groups, ','))");
        }
        if (given(filter.text())) {
            sql.append(" and (r.dossier ilike :text or r.subject ilike :text)");
        }
        return sql.toString();
    }

    private static String page(Row after, Map<String, Object> params) {
        Position position = after.position();
        params.put("afterDue", position.due());
        params.put("afterOpened", utc(position.openedAt()));
        params.put("afterTask", position.taskId());
        return " and (@.due_sort, @.opened_at, @.task_id) > (:afterDue, :afterOpened, :afterTask)";
    }

    private Map<String, Object> params(Filter filter) {
        Actor me = currentActor.get();
        Map<String, Object> params = new HashMap<>();
        params.put("me", me.id());
        // A chosen group narrows one's own groups; it never widens them.
        params.put("groups", given(filter.group()) ? (me.has(filter.group()) ? filter.group() : "") : String.join(",", me.roles()));
        params.put("today", LocalDate.now(clock));
        params.put("group", filter.group());
        params.put("procedure", filter.procedure());
        params.put("since", utc(clock.instant().minus(FOLLOWED_DAYS, ChronoUnit.DAYS)));
        if (given(filter.text())) {
            params.put("text", "%" + filter.text().strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        }
        return params;
    }

    private Row row(ResultSet row, int number) throws SQLException {
        LocalDate due = row.getObject("due_on", LocalDate.class);
        String groups = row.getString("groups");
        OffsetDateTime completed = row.getObject("completed_at", OffsetDateTime.class);
        return new Row(row.getString("task_id"), row.getString("dossier"), row.getString("procedure"), row.getString("subject"),
                row.getString("task_key"), row.getString("task_name"), groups.isEmpty() ? Set.of() : Set.of(groups.split(",")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(), row.getString("term_rule"), row.getString("term_name"), due,
                due == null ? null : (int) ChronoUnit.DAYS.between(LocalDate.now(clock), due),
                row.getObject("paused_since", LocalDate.class), row.getBoolean("waits"), row.getString("assignee"),
                row.getString("assignee_name"), completed == null ? null : completed.toInstant());
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
