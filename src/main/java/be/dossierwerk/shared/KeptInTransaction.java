package be.dossierwerk.shared;

import java.util.HashMap;
import java.util.Map;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction has found out and need not ask the database again. Each transaction has its own; all of it is forgotten when the transaction ends and when it returns
 * to a savepoint, because then it may not hold any more. Only for what no other transaction can change meanwhile, such as what lies behind a lock.
 */
public final class KeptInTransaction<K, V> {

    /** Of the transaction of this thread; outside a transaction an empty one, that nobody sees again. Ask for it anew at each use. */
    public Map<K, V> now() {
        if (!TransactionSynchronizationManager.isActualTransactionActive() || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return new HashMap<>();
        }
        for (TransactionSynchronization known : TransactionSynchronizationManager.getSynchronizations()) {
            if (known instanceof KeptInTransaction<?, ?>.Memory memory && memory.owner() == this) {
                @SuppressWarnings("unchecked")
                Map<K, V> mine = (Map<K, V>) memory.kept;
                return mine;
            }
        }
        Memory memory = new Memory();
        TransactionSynchronizationManager.registerSynchronization(memory);
        return memory.kept;
    }

    private final class Memory implements TransactionSynchronization {

        private final Map<K, V> kept = new HashMap<>();

        private KeptInTransaction<K, V> owner() {
            return KeptInTransaction.this;
        }

        @Override
        public void savepointRollback(Object savepoint) {
            kept.clear();
        }

        @Override
        public void beforeCompletion() {
            kept.clear();
        }
    }
}
