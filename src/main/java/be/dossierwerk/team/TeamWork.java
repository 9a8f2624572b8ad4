package be.dossierwerk.team;

import be.dossierwerk.shared.MovableClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open work of people and of their group, read in one statement for all of them at a time, however many people or tasks there are. */
@Component
class TeamWork {

    /** A list of which the first ones are shown, and how many there are in all. */
    record Page<T>(List<T> rows, long all) { }

    /** Both days belong to it. */
    record Days(String person, LocalDate first, LocalDate last) {

        boolean hold(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    private record Counted<T>(T row, long all) { }

    private static final String CARD = "r.task_id, r.dossier, r.subject, r.task_name, r.term_rule, r.term_name, r.due_on, r.paused_since, r.assignee, r.assignee_name";
    private static final String LOAD = """
            count(*) filter (where not waits) as open, count(*) filter (where not waits and due_sort < :today) as overdue,
            count(*) filter (where not waits and due_sort between :today and :sunday) as this_week,
            count(*) filter (where not waits and due_sort > :sunday and due_sort <= :nextSunday) as next_week,
            count(*) filter (where waits) as paused, nullif(min(due_sort) filter (where not waits), date '9999-12-31') as tightest""";

    private final JdbcClient jdbc;

    TeamWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By person id; who has nothing is not in it. */
    Map<String, Load> loads(Collection<String> people, Weeks weeks) {
        Map<String, Load> loads = new HashMap<>();
        jdbc.sql("select assignee, " + LOAD + " from inbox_row where assignee = any(:people) group by assignee")
                .params(params(people, weeks)).query(row -> {
                    loads.put(row.getString("assignee"), load(row));
                });
        return loads;
    }

    /** What nobody of the group took yet. */
    Load free(String group, Weeks weeks) {
        return jdbc.sql("select " + LOAD + " from (" + """
                select due_sort, false as waits from inbox_row_group where grp = :group and free and not waits
                union all select due_sort, true from inbox_row_group where grp = :group and free and waits) g""")
                .params(params(List.of(), weeks)).param("group", group).query((row, i) -> load(row)).single();
    }

    /** Tasks finished from that day on and before today, by person id. */
    Map<String, Integer> done(Collection<String> people, LocalDate from, LocalDate today) {
        Map<String, Integer> done = new HashMap<>();
        jdbc.sql("select completed_by, count(*) from inbox_done where completed_by = any(?) and completed_at >= ? and completed_at < ? group by completed_by")
                .params(people.toArray(String[]::new), midnight(from), midnight(today)).query(row -> {
                    done.put(row.getString(1), row.getInt(2));
                });
        return done;
    }

    /** The days between these on which they were or will be away; an absence that was ended stops that day. */
    List<Days> away(Collection<String> people, LocalDate from, LocalDate until) {
        return jdbc.sql("""
                select person, first_day, least(last_day, (ended_at at time zone 'Europe/Brussels')::date) as last_day
                from inbox_absence where person = any(?) and first_day <= ? and last_day >= ?""")
                .params(people.toArray(String[]::new), until, from)
                .query((row, i) -> new Days(row.getString(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class))).list();
    }

    /** Of each of these people, and of nobody in the group, the first so many tasks that end until that day, the most urgent first. */
    List<Card> cards(Collection<String> people, String group, LocalDate until, int most) {
        return jdbc.sql("""
                select l.* from unnest(:people) p(person) cross join lateral (
                    select %1$s, r.due_sort, r.opened_at from inbox_row r where r.assignee = p.person and not r.waits and r.due_sort <= :until
                    order by r.due_sort, r.opened_at, r.task_id limit :most) l
                union all
                (select %1$s, r.due_sort, r.opened_at from inbox_row_group x join inbox_row r using (task_id)
                 where x.grp = :group and x.free and not x.waits and x.due_sort <= :until order by x.due_sort, x.opened_at, x.task_id limit :most)
                order by due_sort, opened_at, task_id""".formatted(CARD))
                .param("people", people.toArray(String[]::new)).param("group", group).param("until", until).param("most", most).query(TeamWork::card).list();
    }

    /** Open tasks of these people or of nobody in the group, in dossiers of which a term ends in these days: of each task the first such term. */
    Page<ShowTeam.Ending> ending(Collection<String> people, String group, LocalDate from, LocalDate until, int most) {
        return page(jdbc.sql("""
                select e.*, count(*) over () as counted from (
                    select distinct on (r.task_id) %s, n.name as ending, t.due_on as last_day, r.opened_at
                    from term t join term_rule n on n.code = t.rule and n.version = t.rule_version join inbox_row r on r.dossier = t.dossier
                    where t.stopped_on is null and t.due_on between :from and :until and not r.waits
                      and (r.assignee = any(:people) or r.assignee is null and :group = any(string_to_array(r.groups, ',')))
                    order by r.task_id, t.due_on) e
                order by last_day, opened_at, task_id limit :most""".formatted(CARD))
                .param("people", people.toArray(String[]::new)).param("group", group).param("from", from).param("until", until).param("most", most)
                .query((row, i) -> new Counted<>(new ShowTeam.Ending(card(row, i), row.getString("ending"), row.getObject("last_day", LocalDate.class)),
                        row.getLong("counted"))).list());
    }

    /** Decisions that wait for a signature, the longest wait first. The name of the task is written out for the index. */
    Page<ShowTeam.ToSign> toSign(int most) {
        return page(jdbc.sql("select " + CARD + ", r.opened_at, count(*) over () as counted from inbox_row r where r.task_key = 'UserTask_Ondertekenen' "
                        + "order by r.opened_at, r.task_id limit ?").param(most)
                .query((row, i) -> new Counted<>(new ShowTeam.ToSign(card(row, i), row.getObject("opened_at", OffsetDateTime.class).atZoneSameInstant(MovableClock.BRUSSELS).toLocalDate()),
                        row.getLong("counted"))).list());
    }

    /** What these people have and could be done today by somebody else, the most urgent first. */
    Page<Card> held(Collection<String> people, int most) {
        return page(jdbc.sql("select " + CARD + ", count(*) over () as counted from inbox_row r where r.assignee = any(?) and not r.waits "
                        + "order by r.due_sort, r.opened_at, r.task_id limit ?").params(people.toArray(String[]::new), most)
                .query((row, i) -> new Counted<>(card(row, i), row.getLong("counted"))).list());
    }

    private static <T> Page<T> page(List<Counted<T>> rows) {
        return new Page<>(rows.stream().map(Counted::row).toList(), rows.isEmpty() ? 0 : rows.get(0).all());
    }

    private static Map<String, Object> params(Collection<String> people, Weeks weeks) {
        return Map.of("people", people.toArray(String[]::new), "today", weeks.today(), "sunday", weeks.sunday(), "nextSunday", weeks.nextSunday());
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(MovableClock.BRUSSELS).toOffsetDateTime();
    }

    private static Load load(ResultSet row) throws SQLException {
        return new Load(row.getInt("open"), row.getInt("overdue"), row.getInt("this_week"), row.getInt("next_week"), row.getInt("paused"),
                row.getObject("tightest", LocalDate.class));
    }

    private static Card card(ResultSet row, int number) throws SQLException {
        return new Card(row.getString("task_id"), row.getString("dossier"), row.getString("subject"), row.getString("task_name"), row.getString("term_rule"),
                row.getString("term_name"), row.getObject("due_on", LocalDate.class), row.getObject("paused_since", LocalDate.class),
                row.getString("assignee"), row.getString("assignee_name"));
    }
}
