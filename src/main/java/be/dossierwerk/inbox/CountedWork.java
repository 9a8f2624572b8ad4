package be.dossierwerk.inbox;

import be.dossierwerk.shared.RewriteTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The upkeep of the counts of open work. Every change of a row adds a row to {@code inbox_count}: a counter that is updated would make one step wait for
 * another, and two steps for each other. The database adds them, whoever changes the rows; here they are put together and checked.
 */
@Component
public class CountedWork {

    private static final Logger LOG = LoggerFactory.getLogger(CountedWork.class);
    private static final String COLUMNS = "groups, procedure, assignee, open, waiting, free, own_open, own_waiting";

    private final JdbcClient jdbc;
    private final RewriteTable rewriteTable;

    CountedWork(JdbcClient jdbc, RewriteTable rewriteTable) {
        this.jdbc = jdbc;
        this.rewriteTable = rewriteTable;
    }

    /** Puts the rows together that are of one key; what they come to stays the same, also for who counts meanwhile. Gives how many went. */
    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT15M")
    @Transactional
    public int putTogether() {
        return jdbc.sql("""
                with gone as (
                    delete from inbox_count where (groups, procedure) in (
                        select groups, procedure from inbox_count group by 1, 2 having count(*) > count(distinct coalesce(assignee, '')))
                    returning %1$s),
                kept as (
                    insert into inbox_count (%1$s)
                    select groups, procedure, null, sum(open), sum(waiting), sum(free), 0, 0 from gone group by 1, 2
                    having sum(open) <> 0 or sum(waiting) <> 0 or sum(free) <> 0
                    union all
                    select groups, procedure, assignee, 0, 0, 0, sum(own_open), sum(own_waiting) from gone where assignee is not null group by 1, 2, 3
                    having sum(own_open) <> 0 or sum(own_waiting) <> 0
                    returning 1)
                select (select count(*) from gone) - (select count(*) from kept)""".formatted(COLUMNS)).query(Integer.class).single();
    }

    /** After very many changes, so that counting is quick again. */
    @Scheduled(initialDelayString = "PT7M", fixedDelayString = "PT15M")
    boolean makeSmall() {
        return rewriteTable.whenSparse("inbox_count");
    }

    /** How many counts differ from the rows of work; zero unless somebody wrote in the database with the triggers off. */
    @Transactional(readOnly = true)
    public int differences() {
        return jdbc.sql("select count(*) from inbox_count_difference").query(Integer.class).single();
    }

    /** Adds what is missing, also while others work: rows and counts are read at one moment. Gives how many counts differed. */
    @Scheduled(cron = "0 40 2 * * *", zone = "Europe/Brussels")
    @Transactional
    public int repair() {
        int differed = jdbc.sql("insert into inbox_count (%1$s) select %1$s from inbox_count_difference".formatted(COLUMNS)).update();
        if (differed > 0) {
            LOG.error("{} counts of open work differed from the work itself and were made right: somebody changed rows behind the product's back", differed);
        }
        return differed;
    }
}
