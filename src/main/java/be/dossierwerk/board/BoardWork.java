package be.dossierwerk.board;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Does what takes long beside the work of who asked for it, in that person's name; the screen looks how far it is, and may be left. */
@Component
public class BoardWork implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(BoardWork.class);

    private final CurrentActor currentActor;
    private final Map<String, CompletableFuture<?>> running = new ConcurrentHashMap<>();
    private final ExecutorService two = Executors.newFixedThreadPool(2, work -> {
        Thread thread = new Thread(work, "board-work");
        thread.setDaemon(true);
        return thread;
    });

    BoardWork(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    /** {@code what}: names this work; what was refused or failed comes out of the future. */
    public <T> CompletableFuture<T> begin(String what, Supplier<T> work) {
        Actor actor = currentActor.get();
        CompletableFuture<T> done = new CompletableFuture<>();
        running.put(what, done);
        two.execute(() -> {
            try {
                T result = currentActor.as(actor, work);
                running.remove(what, done);
                done.complete(result);
            } catch (RuntimeException e) {
                if (!(e instanceof Refused)) {
                    LOG.error("{}, which {} asked for, failed", what, actor.id(), e);
                }
                running.remove(what, done);
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    /** Work of this name that is not done yet, whoever asked for it. */
    public Optional<CompletableFuture<?>> running(String what) {
        return Optional.ofNullable(running.get(what));
    }

    @Override
    public void destroy() {
        two.shutdownNow();
    }
}
