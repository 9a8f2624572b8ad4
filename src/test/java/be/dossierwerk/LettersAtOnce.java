package be.dossierwerk;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Letters leave in their own thread here too, but who commits waits until they are out. Otherwise they would hold a dossier, be told in it and
 * stamp the moved clock at any moment of the test that goes on. Measurements do not wait: they tell what people get.
 */
class LettersAtOnce {

    /** Who commits with a lock in hand that a letter wants would wait for itself; then the letter goes out later, as it does for people. */
    private static final int PATIENCE_SECONDS = 5;
    private static volatile boolean waits;

    LettersAtOnce(@Qualifier("outboxRounds") Object rounds, @Qualifier("outbox") Object outbox) {
        ReentrantLock round = (ReentrantLock) ReflectionTestUtils.getField(outbox, "oneRoundAtATime");
        ReflectionTestUtils.setField(rounds, "oneByOne", new Awaited((ExecutorService) ReflectionTestUtils.getField(rounds, "oneByOne"), round));
    }

    static final class InTests implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext test) {
            waits = test.getRequiredTestClass().getSimpleName().endsWith("Test");
        }
    }

    private static final class Awaited extends AbstractExecutorService {

        private final ExecutorService thread;
        private final ReentrantLock round;

        private Awaited(ExecutorService thread, ReentrantLock round) {
            this.thread = thread;
            this.round = round;
        }

        @Override
        public void execute(Runnable work) {
            Future<?> out = thread.submit(work);
            if (!waits || round.isHeldByCurrentThread()) {
                return;
            }
            try {
                out.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (TimeoutException later) {
                System.err.println("letters are not out yet: " + Thread.currentThread().getName());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void shutdown() {
            thread.shutdown();
        }

        @Override
        public List<Runnable> shutdownNow() {
            return thread.shutdownNow();
        }

        @Override
        public boolean isShutdown() {
            return thread.isShutdown();
        }

        @Override
        public boolean isTerminated() {
            return thread.isTerminated();
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
            return thread.awaitTermination(timeout, unit);
        }
    }
}
