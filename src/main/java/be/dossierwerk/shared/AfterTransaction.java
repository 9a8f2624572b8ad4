package be.dossierwerk.shared;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.transaction.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Work with a transaction of its own that follows on another. {@code afterCommit} and {@code afterCompletion} still hold the connection of the one that ended: as many
 * people who ask for a second one there as the pool has connections would wait for each other.
 */
@Configuration(proxyBeanMethods = false)
public class AfterTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(AfterTransaction.class);
    private static final ThreadLocal<List<Runnable>> WORK = new ThreadLocal<>();

    /** In this thread once the transaction of now has ended, however it ended, and its connection is back. What fails is logged: the act before it stands. */
    public static void run(Runnable work) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("no transaction to come after");
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (WORK.get() == null) {
                    WORK.set(new ArrayList<>());
                }
                WORK.get().add(work);
            }
        });
    }

    @Bean
    static JdbcTransactionManager transactionManager(DataSource database, ObjectProvider<TransactionManagerCustomizers> customizers) {
        JdbcTransactionManager transactions = new GivesBackFirst(database);
        customizers.ifAvailable(each -> each.customize((TransactionManager) transactions));
        return transactions;
    }

    private static final class GivesBackFirst extends JdbcTransactionManager {

        private GivesBackFirst(DataSource database) {
            super(database);
        }

        @Override
        protected void doCleanupAfterCompletion(Object transaction) {
            super.doCleanupAfterCompletion(transaction);
            List<Runnable> work = WORK.get();
            WORK.remove();
            if (work != null) {
                work.forEach(GivesBackFirst::done);
            }
        }

        private static void done(Runnable work) {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("Work after a transaction failed", e);
            }
        }
    }
}
