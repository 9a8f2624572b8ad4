package be.dossierwerk.shared;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Dossiers that wait to be looked at beside the work of people: each once, a bounded number, on one thread that gives way to others. */
public final class DossierQueue implements AutoCloseable {

    private static final int WAITING = 10_000;
    private static final int AT_ONCE = 100;
    private static final Logger LOG = LoggerFactory.getLogger(DossierQueue.class);

    private final Consumer<List<String>> look;
    private final Set<String> waiting = new LinkedHashSet<>();
    private final AtomicBoolean working = new AtomicBoolean();
    private final ExecutorService oneByOne;

    /** {@code name}: of its thread, and what the log calls the work. */
    public DossierQueue(String name, Consumer<List<String>> look) {
        this.look = look;
        this.oneByOne = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        });
    }

    /** What does not fit is left: who fills the queue finds it again by how far each dossier was looked at. */
    public void add(String dossier) {
        synchronized (waiting) {
            if (waiting.size() < WAITING) {
                waiting.add(dossier);
            }
        }
        if (working.compareAndSet(false, true)) {
            oneByOne.execute(this::work);
        }
    }

    /** On the thread of the queue, between two looks. */
    public void run(Runnable work) {
        oneByOne.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("{}: what is behind could not be found; the next quarter tries again", Thread.currentThread().getName(), e);
            }
        });
    }

    /**
     * Looks at all that is behind, a page at a time, on the thread that asks.
     * @param behind gives the next dossiers after that number, in the order of their numbers; none at the end
     * @return how many there were
     */
    public int catchUp(Function<String, List<String>> behind) {
        int all = 0;
        String last = "";
        while (!Thread.currentThread().isInterrupted()) {
            List<String> page = behind.apply(last);
            if (page.isEmpty()) {
                return all;
            }
            lookAt(page);
            all += page.size();
            last = page.get(page.size() - 1);
        }
        return all;
    }

    private void work() {
        working.set(false);
        while (!Thread.currentThread().isInterrupted()) {
            List<String> some;
            synchronized (waiting) {
                some = new ArrayList<>(waiting.stream().limit(AT_ONCE).toList());
                some.forEach(waiting::remove);
            }
            if (some.isEmpty()) {
                return;
            }
            lookAt(some);
        }
    }

    /** One that fails holds up no other. */
    private void lookAt(List<String> some) {
        try {
            look.accept(some);
        } catch (RuntimeException e) {
            if (some.size() > 1) {
                some.forEach(each -> lookAt(List.of(each)));
            } else {
                LOG.error("{}: dossier {} failed; the next act or the next quarter tries again", Thread.currentThread().getName(), some.get(0), e);
            }
        }
    }

    @Override
    public void close() {
        oneByOne.shutdownNow();
    }
}
