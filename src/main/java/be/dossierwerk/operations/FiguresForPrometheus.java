package be.dossierwerk.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** The figures under the names that the dashboard and the alarms use; every node tells the same of the database that they share. */
@Component
class FiguresForPrometheus implements MeterBinder {

    private final ReadFigures figures;

    FiguresForPrometheus(ReadFigures figures) {
        this.figures = figures;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("dossierwerk.database.answers", () -> figures.recent().isPresent() ? 1 : 0).description("1 when the figures could be read").register(registry);
        figure(registry, "dossierwerk.tasks.open", "open tasks", Figures::tasksOpen);
        figure(registry, "dossierwerk.jobs.due", "jobs that are due and did not run", now -> now.jobs().due());
        figure(registry, "dossierwerk.jobs.lag.seconds", "how long the oldest due job waits", now -> now.jobs().lateSeconds());
        figure(registry, "dossierwerk.jobs.stopped", "jobs that were given up after their last try", now -> now.jobs().stopped());
        figure(registry, "dossierwerk.incidents.open", "incidents of the engine", now -> now.jobs().incidents());
        figure(registry, "dossierwerk.outbox.waiting", "letters and messages that did not leave", Figures::outboxWaiting);
        figure(registry, "dossierwerk.outbox.oldest.seconds", "how long the oldest of them waits", Figures::outboxOldest);
        figure(registry, "dossierwerk.outbox.failing", "those of them that failed five times or more", Figures::outboxFailing);
        figure(registry, "dossierwerk.payment.files.waiting", "payment files that were released and not delivered", Figures::paymentFilesWaiting);
        figure(registry, "dossierwerk.outbox.held", "1 in a copy of the database that nobody confirmed", now -> now.maySend() ? 0 : 1);
        figure(registry, "dossierwerk.seal.age.seconds", "since the chains were sealed", Figures::sealAge);
        figure(registry, "dossierwerk.drift.open", "differences between the ledger and timers, lists and dates", Figures::clockFindings);
        figure(registry, "dossierwerk.drift.check.age.seconds", "since they were compared", Figures::clockCheckAge);
        figure(registry, "dossierwerk.chain.findings.open", "places where chains, seals or documents do not agree", Figures::chainFindings);
        figure(registry, "dossierwerk.chain.check.age.seconds", "since they were checked", Figures::chainCheckAge);
        figure(registry, "dossierwerk.wal.archive.failing", "1 when the last file of the write-ahead log could not be archived", now -> now.archiveFailing() ? 1 : 0);
    }

    private void figure(MeterRegistry registry, String name, String description, ToDoubleFunction<Figures> of) {
        Gauge.builder(name, () -> figures.recent().map(of::applyAsDouble).orElse(Double.NaN)).description(description).register(registry);
    }
}
