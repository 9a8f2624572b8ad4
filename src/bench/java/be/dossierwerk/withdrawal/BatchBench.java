package be.dossierwerk.withdrawal;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.shared.MovableClock;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Time and heap of a batch of the year 2019, and of one ten times smaller; both must cost the same for a file. Run with {@code mvn -Pbench verify
 * -Dtest=BatchBench}; other sizes with {@code -Dbench.batches=359,3590}.
 */
@DossierwerkTest
class BatchBench {

    private static final int ANSWERED = 20;
    private static final int REGULARISED = 5;

    @Autowired private ApplicationContext spring;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;

    private int files;

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    static IntStream sizes() {
        return Stream.of(System.getProperty("bench.batches", "36,359").split(",")).mapToInt(Integer::parseInt);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void a_batch_from_import_to_dispatch(int count) {
        files = count;
        BatchStory story = new BatchStory(spring, count);
        jobs.byHand();
        story.work.byHand();
        story.at(BatchStory.TODAY, LocalTime.of(9, 0));
        // The batch of the same months exists once: the smaller one makes place.
        story.jdbc.sql("update withdrawal_batch set first_month = first_month - interval '10 years', last_month = last_month - interval '10 years'").update();
        story.recognise();
        measure("import", story::importActivity);
        long batch = story.select();
        measure("screen before the start", () -> story.batches.items(batch, "", "", 0, 51));
        measure("start", () -> story.all("tom", batch, BatchAct.STARTEN, Map.of()));
        measure("sources", story::askSources);
        List<Batches.Item> items = story.items(batch);
        for (int i = 0; i < ANSWERED; i++) {
            story.answer(items.get(i), i < REGULARISED ? "GUNSTIG" : "ONGUNSTIG");
        }
        measure("timers", () -> story.at(BatchStory.TODAY.plusDays(16), LocalTime.of(9, 0)));
        measure("draft", () -> story.all("an", batch, BatchAct.OPSTELLEN, Map.of("motieven", "{feiten} {reactie}")));
        measure("legal check", () -> story.all("joke", batch, BatchAct.NAZIEN, Map.of()));
        measure("approval", () -> story.all("lieve", batch, BatchAct.GOEDKEUREN, Map.of()));
        story.readAll(batch);
        measure("signing", () -> story.all("karel", batch, BatchAct.ONDERTEKENEN, Map.of()));
        measure("sending", story::runJobs);
        measure("dispatch", () -> story.all("els", batch, BatchAct.VERZENDEN, Map.of("verzondenOp", story.today().toString())));
        measure("end", story::runJobs);
        measure("screen after the end", () -> story.batches.items(batch, "", "", 0, 51));
        measure("numbers of the screen", () -> story.batches.find(batch));
        System.out.println(story.batches.find(batch).orElseThrow().progress());
    }

    private void measure(String step, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.gc();
        long used = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1_048_576;
        System.out.printf("%,5d files, %-24s %8.2f s, %7.2f ms a file, %,d MB of heap in use%n", files, step, seconds, seconds * 1_000 / files, used);
    }
}
