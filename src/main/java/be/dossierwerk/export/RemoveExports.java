package be.dossierwerk.export;

import be.dossierwerk.export.ExportRuns.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the file of an export away after a day; who made it, of what, and its hash stay. */
@Service
public class RemoveExports {

    private static final Logger LOG = LoggerFactory.getLogger(RemoveExports.class);

    private final ExportRuns runs;
    private final Clock clock;

    RemoveExports(ExportRuns runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** A file that cannot be removed is tried again the next round. */
    @Scheduled(initialDelay = 20, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    @Transactional
    public void remove() {
        for (Run run : runs.old()) {
            try {
                Files.deleteIfExists(runs.file(run.id()));
                runs.removed(run.id());
            } catch (IOException e) {
                LOG.warn("The file of export {} could not be removed", run.id(), e);
            }
        }
        unfinished();
    }

    /** What an export that failed left behind. */
    private void unfinished() {
        if (!Files.isDirectory(runs.folder())) {
            return;
        }
        try (Stream<Path> files = Files.list(runs.folder())) {
            List<Path> old = files.filter(this::isOld).toList();
            for (Path file : old) {
                String id = file.getFileName().toString().replaceAll("\\..*", "");
                if (id.matches("[0-9]{1,18}") && runs.find(Long.parseLong(id)).filter(Run::here).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.warn("What exports left behind could not be removed", e);
        }
    }

    private boolean isOld(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(clock.instant().minus(ExportRuns.KEPT));
        } catch (IOException e) {
            return false;
        }
    }
}
