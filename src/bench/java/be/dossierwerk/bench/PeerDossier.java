package be.dossierwerk.bench;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A dossier in an engine that stands beside ours, with a database of its own: {@link PlainDossier#diagram}, each task taken, given a variable and completed. */
interface PeerDossier extends AutoCloseable {

    int TASKS = 5;
    AtomicInteger PLAYED = new AtomicInteger();

    DataSource database();

    void start(String number, Map<String, Object> variables);

    /** Takes the one open task of the dossier, answers and completes it. */
    void finishTask(String number, String answer);

    /** From its start to its end. */
    default void play(DossierSteps steps) {
        String number = "D" + PLAYED.getAndIncrement();
        steps.step("start", () -> start(number, Map.of("dossier", number, "soort", "ERKENNING", "volledig", true)));
        for (int task = 1; task <= TASKS; task++) {
            String answer = "antwoord" + task;
            steps.step("taak" + task, () -> finishTask(number, answer));
        }
    }

    @Override
    void close();
}
