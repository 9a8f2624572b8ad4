package be.dossierwerk.board;

import be.dossierwerk.shared.RewriteTable;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The upkeep of what the board says of each month. The database adds it up while verdicts and events come and go, whoever changes them; here the rows of one
 * month are put together and held against what they count (ADR 0039).
 */
@Component
public class CountedMonths {

    /** One table of counts: what its rows are of, and what is added. */
    private record Counts(String table, String of, List<String> added) {

        private String columns() {
            return of + ", " + String.join(", ", added);
        }

        private String together() {
            return """
                    with gone as (delete from %1$s where (%2$s) in (select %2$s from %1$s group by %2$s having count(*) > 1) returning %3$s),
                         kept as (insert into %1$s (%3$s) select %2$s, %4$s from gone group by %2$s having %5$s returning 1)
                    select (select count(*) from gone) - (select count(*) from kept)""".formatted(table, of, columns(),
                    String.join(", ", added.stream().map("sum(%s)"::formatted).toList()), String.join(" or ", added.stream().map("sum(%s) <> 0"::formatted).toList()));
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(CountedMonths.class);
    private static final List<Counts> ALL = List.of(new Counts("board_month_verdicts", "code, version, month", List.of("counted", "met")),
            new Counts("board_month_events", "measure, name, kind, month", List.of("events", "amount")));

    private final JdbcClient jdbc;
    private final RewriteTable rewriteTable;

    CountedMonths(JdbcClient jdbc, RewriteTable rewriteTable) {
        this.jdbc = jdbc;
        this.rewriteTable = rewriteTable;
    }

    /** What the rows of a month come to stays the same, also for who reads meanwhile. Gives how many rows went. */
    @Scheduled(initialDelayString = "PT6M", fixedDelayString = "PT15M")
    @Transactional
    public int putTogether() {
        return ALL.stream().mapToInt(counts -> jdbc.sql(counts.together()).query(Integer.class).single()).sum();
    }

    /** After an import of very many events, so that adding up is quick again. */
    @Scheduled(initialDelayString = "PT8M", fixedDelayString = "PT15M")
    void makeSmall() {
        ALL.forEach(counts -> rewriteTable.whenSparse(counts.table));
    }

    /** How many counts differ from the verdicts and the events; zero unless somebody wrote in the database with the triggers off. */
    @Transactional(readOnly = true)
    public int differences() {
        return ALL.stream().mapToInt(counts -> jdbc.sql("select count(*) from %s_difference".formatted(counts.table)).query(Integer.class).single()).sum();
    }

    /** Adds what is missing, also while others write: what is counted and its counts are read at one moment. Gives how many counts differed. */
    @Scheduled(cron = "0 50 2 * * *", zone = "Europe/Brussels")
    @Transactional
    public int repair() {
        int differed = ALL.stream().mapToInt(counts -> jdbc.sql("insert into %1$s (%2$s) select %2$s from %1$s_difference".formatted(counts.table, counts.columns())).update()).sum();
        if (differed > 0) {
            LOG.error("{} counts of the board differed from its dossiers and were made right: somebody changed rows behind the product's back", differed);
        }
        return differed;
    }
}
