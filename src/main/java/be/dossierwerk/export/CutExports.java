package be.dossierwerk.export;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Says of exports that the end of a server cut off that they failed. A command, which runs beside the product, does not. */
@Component
@ConditionalOnWebApplication
class CutExports {

    private final ExportRuns runs;

    CutExports(ExportRuns runs) {
        this.runs = runs;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void abandon() {
        runs.abandon();
    }
}
