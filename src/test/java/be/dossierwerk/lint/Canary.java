package be.dossierwerk.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Sings when anything of a hostile file runs: as a class, a method, a listener, a file in {@code /tmp} or a property of the system. */
public class Canary implements JavaDelegate, ExecutionListener, TaskListener {

    private static final AtomicInteger SUNG = new AtomicInteger();
    private static final Path FILE = Path.of("/tmp/dossierwerk-kanarie");
    private static final String PROPERTY = "dossierwerk.kanarie";

    public Canary() {
        sing();
    }

    public static void sing() {
        SUNG.incrementAndGet();
    }

    @Override
    public void execute(DelegateExecution execution) {
        sing();
    }

    @Override
    public void notify(DelegateExecution execution) {
        sing();
    }

    @Override
    public void notify(DelegateTask task) {
        sing();
    }

    public static void reset() {
        SUNG.set(0);
        System.clearProperty(PROPERTY);
        try {
            Files.deleteIfExists(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int sung() {
        return SUNG.get();
    }

    public static void verifySilent() {
        assertThat(SUNG).hasValue(0);
        assertThat(System.getProperty(PROPERTY)).isNull();
        assertThat(FILE).doesNotExist();
    }
}
