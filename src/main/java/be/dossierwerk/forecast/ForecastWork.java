package be.dossierwerk.forecast;

import be.dossierwerk.forecast.StudyNorms.Question;
import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Makes forecasts one after the other, beside the work of people. */
@Component
class ForecastWork implements DisposableBean {

    /** The same events give the same figures. */
    static final long SEED = 20_201;

    private static final Logger LOG = LoggerFactory.getLogger(ForecastWork.class);

    private final StudyNorms studyNorms;
    private final ForecastRuns runs;
    private final ExecutorService oneByOne = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "forecasts");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });

    ForecastWork(StudyNorms studyNorms, ForecastRuns runs) {
        this.studyNorms = studyNorms;
        this.runs = runs;
    }

    /** Returns at once. */
    void begin(long run, LocalDate day) {
        oneByOne.execute(() -> run(run, day));
    }

    void run(long run, LocalDate day) {
        try {
            runs.finish(run, studyNorms.study(new Question(day, null, SEED, false)));
        } catch (RuntimeException e) {
            LOG.error("Forecast {} failed", run, e);
            runs.fail(run);
        }
    }

    @Override
    public void destroy() {
        oneByOne.shutdownNow();
    }
}
