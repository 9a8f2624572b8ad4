package be.dossierwerk.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One experiment: two nodes with eight people at work, the faults that were made, and what held afterwards. */
final class FaultRun implements AutoCloseable {

    private static final int PEOPLE = 8;
    private static final Duration SETTLES = Duration.ofMinutes(7);
    private static final Path RESULTS = Path.of("target", "faults", "results.jsonl");
    private static final ObjectMapper JSON = new ObjectMapper();

    final TwoNodes two;
    final Workers workers;
    private final String name;
    private final IntentLedger ledger;
    private final Map<String, Long> faults = new TreeMap<>();
    private final long began = System.nanoTime();
    private Duration longestStart = Duration.ZERO;

    FaultRun(String name) throws Exception {
        this.name = name;
        two = new TwoNodes(name);
        ledger = new IntentLedger(two.folder.resolve("intents.tsv"));
        workers = new Workers(two.nodes, ledger, 0);
    }

    void work() {
        workers.start(PEOPLE);
    }

    void fault(String what) {
        faults.merge(what, 1L, Long::sum);
    }

    long faults(String what) {
        return faults.getOrDefault(what, 0L);
    }

    /** Until this node answers again; how long that took at most is told. */
    void awaitReady(ProductNode node) throws InterruptedException {
        Duration took = node.awaitReady();
        longestStart = took.compareTo(longestStart) > 0 ? took : longestStart;
    }

    /** Lets everybody finish, waits until nothing is on its way, and holds everything against everything. @return what does not hold */
    Map<String, Object> settle() throws Exception {
        workers.finish();
        two.awaitReady();
        Map<String, Object> broken = new LinkedHashMap<>();
        try (Connection database = two.database.connect()) {
            awaitQuiet(database);
            broken.putAll(Invariants.broken(database, ledger, two.folder.resolve("data")));
            JsonNode checked = check();
            if (checked.path("findings").asInt() != 0 || checked.path("entries").asInt() == 0 || checked.path("differences").asInt() != 0) {
                broken.put("the product's own checks", checked.toString());
            }
            if (!workers.surprises().isEmpty()) {
                broken.put(workers.surprises().size() + " surprises", workers.surprises().subList(0, Math.min(5, workers.surprises().size())));
            }
            report(database, broken, checked);
        }
        if (!broken.isEmpty()) {
            two.keep();
        }
        return broken;
    }

    /** What a dead node had in hand is taken over when its lock ends; what waits for a day stays. */
    private void awaitQuiet(Connection database) throws SQLException, InterruptedException {
        long from = System.nanoTime();
        // The engine writes the time of its nodes' zone, without the zone.
        String waiting = "select (select count(*) from outbox where done_at is null)"
                + " + (select count(*) from act_ru_job where duedate_ <= now() at time zone 'Europe/Brussels' + interval '2 s' and retries_ > 0)";
        while (Invariants.count(database, waiting) > 0 && System.nanoTime() - from < SETTLES.toNanos()) {
            Thread.sleep(500);
        }
    }

    private JsonNode check() throws IOException, InterruptedException {
        HttpRequest request = Workers.authorised(two.nodes.get(0).at("/api/faults/check")).timeout(Duration.ofMinutes(10)).POST(HttpRequest.BodyPublishers.noBody()).build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private void report(Connection database, Map<String, Object> broken, JsonNode checked) throws SQLException, IOException {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("experiment", name);
        result.put("faults", faults);
        result.put("steps", workers.done());
        result.put("dossiers", Invariants.count(database, "select count(*) from dossier"));
        result.put("answers lost", ledger.unknown());
        result.put("refused", ledger.count(IntentLedger.Outcome.REFUSED));
        result.put("letters", Invariants.count(database, "select count(*) from letter"));
        result.put("payments", Invariants.count(database, "select count(*) from payment_line where state = 'VERZONDEN'"));
        result.put("entries in chains", checked.path("entries").asLong());
        result.put("longest wait s", workers.longest().toSeconds());
        result.put("longest start s", longestStart.toSeconds());
        result.put("minutes", Math.round(Duration.ofNanos(System.nanoTime() - began).toSeconds() / 6.0) / 10.0);
        result.put("broken", broken);
        Files.writeString(RESULTS, JSON.writeValueAsString(result) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        print();
    }

    /** All experiments so far. */
    private static void print() throws IOException {
        System.out.printf("## %-14s %-44s %7s %9s %7s %8s %8s %8s %9s  %s%n", "experiment", "faults", "steps", "dossiers", "lost", "refused", "letters", "payments", "minutes", "broken");
        for (String line : Files.readAllLines(RESULTS)) {
            JsonNode each = JSON.readTree(line);
            List<String> told = each.path("faults").properties().stream().map(fault -> fault.getValue() + " " + fault.getKey()).toList();
            System.out.printf("## %-14s %-44s %7s %9s %7s %8s %8s %8s %9s  %s%n", each.path("experiment").asText(), String.join(", ", told), each.path("steps"), each.path("dossiers"),
                    each.path("answers lost"), each.path("refused"), each.path("letters"), each.path("payments"), each.path("minutes"), each.path("broken").isEmpty() ? "nothing" : each.path("broken"));
        }
    }

    @Override
    public void close() throws Exception {
        ledger.close();
        two.close();
    }
}
