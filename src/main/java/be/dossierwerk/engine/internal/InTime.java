package be.dossierwerk.engine.internal;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads a file by the schema of its standard, in a thread of its own: whoever asked does not wait longer than five seconds, whatever the file does to the reader. */
final class InTime {

    private static final long SECONDS = 5;

    private InTime() { }

    static void read(Callable<?> reading, Refusals refusals) {
        FutureTask<?> task = new FutureTask<>(reading);
        Thread thread = new Thread(task, "diagram-gate");
        thread.setDaemon(true);
        thread.setContextClassLoader(InTime.class.getClassLoader());
        thread.start();
        try {
            task.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            refusals.refuse("", "gate-too-slow", String.valueOf(SECONDS));
        } catch (ExecutionException e) {
            // The reader's own words are for developers, and name whatever the file wrote.
            refusals.refuse("", "gate-schema");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            refusals.refuse("", "gate-too-slow", String.valueOf(SECONDS));
        }
    }
}
