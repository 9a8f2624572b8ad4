package be.dossierwerk.simulation;

import be.dossierwerk.deadline.BelgianCalendar;
import be.dossierwerk.deadline.WorkingCalendar;
import be.dossierwerk.simulation.SimulationRuns.State;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Works simulations out one after the other, beside the work of people; what the end of a server cut off is said to have failed. */
@Component
class SimulationWork implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SimulationWork.class);

    private final ReadHistory readHistory;
    private final WorkingCalendar calendar;
    private final SimulationRuns runs;
    private final ExecutorService oneByOne = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "simulations");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });

    SimulationWork(ReadHistory readHistory, WorkingCalendar calendar, SimulationRuns runs) {
        this.readHistory = readHistory;
        this.calendar = calendar;
        this.runs = runs;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void abandonWhatStopped() {
        runs.abandon();
    }

    void begin(long id, StartSimulation.Question question) {
        oneByOne.execute(() -> run(id, question));
    }

    void run(long id, StartSimulation.Question question) {
        try {
            BelgianCalendar days = calendar.latest();
            Outcome outcome = Experiment.run(readHistory.of(question.procedure()), Flowchart.of(question.published()), Flowchart.of(question.proposed()),
                    question.variant(), question.seed(), question.repetitions(), days::isWorking,
                    done -> !Thread.currentThread().isInterrupted() && runs.progress(id, done));
            if (outcome != null) {
                runs.finish(id, State.KLAAR, outcome);
            }
        } catch (RuntimeException e) {
            LOG.error("Simulation {} failed", id, e);
            runs.finish(id, State.MISLUKT, null);
        }
    }

    @Override
    public void destroy() {
        oneByOne.shutdownNow();
    }
}
