package be.dossierwerk.shared;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Long work of this server, told to the others while it lasts: the database says of a run that nobody was heard of for two minutes that it does not go on
 * ({@code work_goes_on}), whichever server began it.
 */
@Component
public class WorkInHand {

    private record Work(String kind, long id) { }

    private final JdbcClient jdbc;
    private final Set<Work> mine = ConcurrentHashMap.newKeySet();

    WorkInHand(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the transaction that makes the run, so that nobody ever sees it without who has it in hand. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(String kind, long id) {
        jdbc.sql("insert into work_in_hand (kind, work) values (?, ?)").params(kind, id).update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                mine.add(new Work(kind, id));
            }
        });
    }

    /** It is done, or failed, or somebody stopped it. */
    public void leave(String kind, long id) {
        mine.remove(new Work(kind, id));
        jdbc.sql("delete from work_in_hand where kind = ? and work = ?").params(kind, id).update();
    }

    /**
     * By the clock of the database, and at once for all to see, also from work that reads one state of the database all along. What another
     * ended meanwhile is not in hand any more; of what servers left behind when they were cut off, a day's is kept.
     */
    @Scheduled(initialDelay = 20, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void keep() {
        mine.removeIf(work -> jdbc.sql("update work_in_hand set heard_at = clock_timestamp() where kind = ? and work = ?").params(work.kind, work.id).update() == 0);
        jdbc.sql("delete from work_in_hand where heard_at < clock_timestamp() - interval '1 day'").update();
    }
}
