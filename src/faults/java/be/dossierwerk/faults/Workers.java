package be.dossierwerk.faults;

import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.faults.IntentLedger.Outcome;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.shared.MovableClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Eight people who file applications and bring them to the end, on whichever node answers. Who loses an answer asks again under the same key; now and then
 * somebody sends twice, to both nodes at once or after the answer, or tries what is not theirs to do.
 */
final class Workers {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String PAY = "/api/faults/payments";
    private static final int PAYERS_SEED = 99;
    private static final Duration ONE_ANSWER = Duration.ofSeconds(40);
    private static final String PORTAL = "Basic " + Base64.getEncoder().encodeToString("portaal:portaal".getBytes(StandardCharsets.UTF_8));
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    /** {@code body}: what the node answered, or null after nothing. */
    private record Answer(int status, String body) {

        boolean good() {
            return status >= 200 && status < 300;
        }

        boolean refused() {
            return status >= 400 && status < 500;
        }
    }

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final List<ProductNode> nodes;
    private final IntentLedger ledger;
    private final AtomicInteger next;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private Thread payer;
    private volatile boolean stopped;

    /** @param firstApplication the number of the first application that they invent */
    Workers(List<ProductNode> nodes, IntentLedger ledger, int firstApplication) {
        this.nodes = nodes;
        this.ledger = ledger;
        this.next = new AtomicInteger(firstApplication);
    }

    void start(int people) {
        for (int i = 0; i < people; i++) {
            Random chance = new Random(i);
            Thread thread = new Thread(() -> work(chance), "worker-" + i);
            thread.start();
            threads.add(thread);
        }
        payer = new Thread(this::pay, "payer");
        payer.start();
    }

    /** Acknowledged ones, filing an application included. */
    long done() {
        return done.get();
    }

    /** What no fault explains. */
    List<String> surprises() {
        return List.copyOf(surprises);
    }

    /** The longest that somebody waited for one step, with every try. */
    Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    /** Lets everybody end the dossier in hand, and what is owed be paid. */
    void finish() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
        payer.join(PATIENCE.toMillis());
        if (payer.isAlive()) {
            surprises.add("what is owed was not brought to the bank in " + PATIENCE);
            payer.interrupt();
        }
    }

    private void work(Random chance) {
        while (!stopped) {
            int n = next.getAndIncrement();
            try {
                bringToTheEnd(n, chance);
            } catch (RuntimeException e) {
                surprises.add("application " + n + ": " + e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void bringToTheEnd(int n, Random chance) throws InterruptedException {
        LocalDate today = LocalDate.now(MovableClock.BRUSSELS);
        Application application = InventedApplications.make(n, today, true);
        String body = json(application);
        String enterprise = application.undertaking().enterpriseNumber();
        Answer filed = send(IntentLedger.APPLICATION, enterprise, null, body, "/api/applications", chance);
        if (!filed.good()) {
            throw new IllegalStateException("not filed: " + filed);
        }
        String dossier = read(filed).path("dossier").asText();
        if (chance.nextInt(20) == 0) {
            // Another key: the undertaking has an application that runs.
            expectRefusal(answered(UUID.randomUUID(), IntentLedger.APPLICATION, enterprise, dossier, body, "/api/applications", chance), "a second application");
        }
        String key = "";
        while (!key.equals(RecognitionForms.LAST)) {
            Map.Entry<String, String> open = openTask(dossier, chance);
            key = open.getValue();
            step(dossier, open.getKey(), key, application, n, today, chance);
        }
        if (!send(IntentLedger.PAYMENT, dossier, dossier, "{}", "/api/faults/payables/" + dossier + "?n=" + n, chance).good()) {
            throw new IllegalStateException(dossier + " is not owed");
        }
    }

    /** Accounting and the head bring what is owed to the bank, until all is and nobody works any more. Whoever comes second is refused, and looks again. */
    private void pay() {
        Random chance = new Random(PAYERS_SEED);
        boolean left = true;
        try {
            while (!stopped || left) {
                boolean last = stopped && threads.stream().noneMatch(Thread::isAlive);
                ProductNode node = nodes.get(chance.nextInt(nodes.size()));
                if (chance.nextInt(5) == 0) {
                    http.sendAsync(post(nodes.get(chance.nextInt(nodes.size())), PAY, "{}", UUID.randomUUID()), HttpResponse.BodyHandlers.discarding());
                }
                Answer answer = ask(post(node, PAY, "{}", UUID.randomUUID()));
                boolean nothing = answer.good() && read(answer).path("did").asText().equals("nothing");
                left = !(last && nothing);
                Thread.sleep(nothing ? 1_000 : 300);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void step(String dossier, String task, String key, Application application, int n, LocalDate today, Random chance) throws InterruptedException {
        String person = RecognitionForms.person(key, n);
        String path = "/api/faults/tasks/" + task + "?person=";
        Map<String, Object> raw = new HashMap<>();
        read(untilAnswered(path + person, chance)).path("values").properties().forEach(field -> raw.put(field.getKey(), JSON.convertValue(field.getValue(), Object.class)));
        raw.putAll(RecognitionForms.typed(key, application, n, today));
        String body = json(raw);
        if (chance.nextInt(20) == 0) {
            expectRefusal(answered(UUID.randomUUID(), key, task, dossier, body, path + "ivo", chance), "a step of somebody else");
        }
        Answer sent = send(key, task, dossier, body, path + person, chance);
        if (!sent.good()) {
            throw new IllegalStateException(dossier + " " + key + ": " + sent);
        }
    }

    private void expectRefusal(Answer answer, String what) {
        if (answer.good()) {
            surprises.add(what + " was not refused");
        }
    }

    /** @return id and key of the next one; waits for what the product does by itself in between */
    private Map.Entry<String, String> openTask(String dossier, Random chance) throws InterruptedException {
        long from = System.nanoTime();
        while (System.nanoTime() - from < PATIENCE.toNanos()) {
            JsonNode tasks = read(untilAnswered("/api/faults/dossiers/" + dossier + "/tasks", chance));
            if (!tasks.isEmpty()) {
                return Map.entry(tasks.get(0).path("task").asText(), tasks.get(0).path("key").asText());
            }
            Thread.sleep(250);
        }
        throw new IllegalStateException(dossier + " stands still: no task open");
    }

    private Answer send(String action, String on, String dossier, String body, String path, Random chance) throws InterruptedException {
        UUID id = UUID.randomUUID();
        long from = System.nanoTime();
        if (chance.nextInt(20) == 0) {
            // Sent twice at the same moment; the answer of this one is lost on its way.
            ledger.note(id, action, on, dossier, Outcome.ASKED);
            ProductNode other = nodes.get(chance.nextInt(nodes.size()));
            http.sendAsync(post(other, path, body, id), HttpResponse.BodyHandlers.discarding());
        }
        Answer answer = answered(id, action, on, dossier, body, path, chance);
        long took = System.nanoTime() - from;
        longest.accumulateAndGet(took, Math::max);
        if (answer.good()) {
            done.incrementAndGet();
            if (chance.nextInt(20) == 0) {
                Answer again = once(id, action, on, dossier, body, path, chance);
                if (again.refused() || again.good() && !again.body.equals(answer.body) && !again.body.contains("ALREADY_DONE")) {
                    surprises.add(action + " sent again after its answer: " + again);
                }
            }
        }
        return answer;
    }

    /** Until it is acknowledged or refused; the same key for every try. */
    private Answer answered(UUID id, String action, String on, String dossier, String body, String path, Random chance) throws InterruptedException {
        long from = System.nanoTime();
        Answer answer = once(id, action, on, dossier, body, path, chance);
        while (!answer.good() && !answer.refused()) {
            if (System.nanoTime() - from > PATIENCE.toNanos()) {
                throw new IllegalStateException(action + " " + on + " has no answer after " + PATIENCE + ": " + answer);
            }
            Thread.sleep(100 + chance.nextInt(400));
            answer = once(id, action, on, dossier, body, path, chance);
        }
        return answer;
    }

    private Answer once(UUID id, String action, String on, String dossier, String body, String path, Random chance) throws InterruptedException {
        ledger.note(id, action, on, dossier, Outcome.ASKED);
        Answer answer = ask(post(nodes.get(chance.nextInt(nodes.size())), path, body, id));
        String known = dossier == null && answer.good() ? read(answer).path("dossier").asText() : dossier;
        ledger.note(id, action, on, known, answer.good() ? Outcome.ACKED : answer.refused() ? Outcome.REFUSED : Outcome.UNKNOWN);
        return answer;
    }

    private Answer untilAnswered(String path, Random chance) throws InterruptedException {
        long from = System.nanoTime();
        while (true) {
            ProductNode node = nodes.get(chance.nextInt(nodes.size()));
            Answer answer = ask(authorised(node.at(path)).timeout(ONE_ANSWER).build());
            if (answer.good()) {
                return answer;
            }
            if (answer.refused() || System.nanoTime() - from > PATIENCE.toNanos()) {
                throw new IllegalStateException(path + ": " + answer);
            }
            Thread.sleep(100 + chance.nextInt(200));
        }
    }

    static HttpRequest.Builder authorised(java.net.URI at) {
        return HttpRequest.newBuilder(at).header("Authorization", PORTAL);
    }

    private static HttpRequest post(ProductNode node, String path, String body, UUID key) {
        return authorised(node.at(path)).header("Content-Type", "application/json").header("Idempotency-Key", key.toString())
                .timeout(ONE_ANSWER).POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }

    private Answer ask(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answer(0, e.toString());
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Answer answer) {
        try {
            return JSON.readTree(answer.body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
