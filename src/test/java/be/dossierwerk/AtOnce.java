package be.dossierwerk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Several who do something in the same instant, each in a thread that waits for all others at the start. */
public final class AtOnce {

    /** What those got who succeeded, and why the others did not. */
    public record Answers<T>(List<T> won, List<Throwable> lost) { }

    private static final long LONGEST_MINUTES = 2;

    private AtOnce() { }

    public static <A, T> Answers<T> all(List<A> each, Function<A, T> act) {
        CyclicBarrier start = new CyclicBarrier(each.size());
        ExecutorService threads = Executors.newFixedThreadPool(each.size());
        try {
            List<Future<T>> running = each.stream().map(one -> threads.submit(() -> {
                start.await(LONGEST_MINUTES, TimeUnit.MINUTES);
                return act.apply(one);
            })).toList();
            Answers<T> answers = new Answers<>(new ArrayList<>(), new ArrayList<>());
            for (Future<T> one : running) {
                try {
                    answers.won().add(one.get());
                } catch (ExecutionException e) {
                    answers.lost().add(e.getCause());
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
