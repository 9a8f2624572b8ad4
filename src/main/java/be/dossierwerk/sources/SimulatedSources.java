package be.dossierwerk.sources;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Sources that do not exist, on a random port of this machine, so that the demo and the tests use the real adapter. They run only when no
 * {@code dossierwerk.sources.url} is configured and the demo people may sign in: never invented facts about real undertakings.
 */
@Component
public class SimulatedSources implements InitializingBean, DisposableBean {

    /** How a simulated source behaves. */
    public enum Behaviour {
        NORMAL, SLOW, DOWN, WRONG
    }

    private record Manner(Behaviour behaviour, Duration delay) { }

    private static final Duration TOO_SLOW = Duration.ofSeconds(8);
    private static final List<String> PEOPLE = List.of("Leen Verhoeven", "Koen Martens", "Fatima El Amrani", "Griet Wuyts", "Peter Lambrechts",
            "Sarah Cools", "Wim Goethals", "Ines Pauwels", "Jan Dierckx", "Elif Yilmaz", "Hilde Baert");

    private final SourceSettings settings;
    private final DemoPeople demoPeople;
    private final ReceiveNotice receiveNotice;
    private final CurrentActor currentActor;
    private final ObjectMapper json;
    private final Map<Source, Manner> manners = new ConcurrentHashMap<>();
    private final Map<Source, AtomicInteger> asked = new EnumMap<>(Source.class);
    private final Map<String, String> told = new ConcurrentHashMap<>();
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "simulated-sources");
        thread.setDaemon(true);
        return thread;
    });
    private JsonNode file;
    private HttpServer server;

    SimulatedSources(SourceSettings settings, DemoPeople demoPeople, ReceiveNotice receiveNotice, CurrentActor currentActor, ObjectMapper json) {
        this.settings = settings;
        this.demoPeople = demoPeople;
        this.receiveNotice = receiveNotice;
        this.currentActor = currentActor;
        this.json = json;
        List.of(Source.values()).forEach(source -> asked.put(source, new AtomicInteger()));
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        if (!settings.url().isBlank()) {
            return;
        }
        if (!demoPeople.present()) {
            LoggerFactory.getLogger(SimulatedSources.class).warn("dossierwerk.sources.url is not set: no authentic source can be asked");
            return;
        }
        try (InputStream in = SimulatedSources.class.getResourceAsStream("/sources/simulated.json")) {
            file = json.readTree(in);
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    @Override
    public void destroy() {
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }

    public boolean running() {
        return server != null;
    }

    Optional<String> address() {
        return running() ? Optional.of("http://" + server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort())
                : Optional.empty();
    }

    public Behaviour behaviour(Source source) {
        return manners.getOrDefault(source, new Manner(Behaviour.NORMAL, Duration.ZERO)).behaviour;
    }

    /** From now on; slow is too slow for the product's patience. */
    public void behave(Source source, Behaviour behaviour) {
        manners.put(source, new Manner(behaviour, behaviour == Behaviour.SLOW ? TOO_SLOW : Duration.ZERO));
    }

    /** Answers well, but only after this time. */
    public void slow(Source source, Duration wait) {
        manners.put(source, new Manner(Behaviour.SLOW, wait));
    }

    /** From now on the source says this of the undertaking. */
    public void say(String enterpriseNumber, Source source, Facts facts) {
        told.put(source + " " + enterpriseNumber, FactsJson.write("SIM-" + source + "-" + enterpriseNumber, enterpriseNumber, source, facts));
    }

    /** No source knows this number any more. */
    public void unknown(String enterpriseNumber) {
        unknown.add(enterpriseNumber);
    }

    /** The source sends this by itself. @throws be.dossierwerk.shared.Refused as {@link ReceiveNotice#receive} says */
    public ReceiveNotice.Receipt tell(SourceNotice notice) {
        return currentActor.as(Actor.SYSTEM, () -> receiveNotice.receive(notice));
    }

    /** Takes back whatever was said and switched; the counts begin at zero. */
    public void forget() {
        manners.clear();
        told.clear();
        unknown.clear();
        asked.values().forEach(count -> count.set(0));
    }

    /** How many requests reached this source. */
    public int asked(Source source) {
        return asked.get(source).get();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        Source source = path.length == 3 ? sourceOf(path[1]) : null;
        if (source == null) {
            send(exchange, 404, "{}");
            return;
        }
        asked.get(source).incrementAndGet();
        Manner manner = manners.getOrDefault(source, new Manner(Behaviour.NORMAL, Duration.ZERO));
        switch (manner.behaviour) {
            case DOWN -> exchange.close();
            case WRONG -> send(exchange, 200, "<html><body>Even geduld, wij werken aan deze dienst.</body></html>");
            case SLOW -> {
                try {
                    Thread.sleep(manner.delay.toMillis());
                    answer(exchange, source, path[2]);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    exchange.close();
                }
            }
            default -> answer(exchange, source, path[2]);
        }
    }

    private void answer(HttpExchange exchange, Source source, String number) throws IOException {
        boolean inFile = false;
        for (JsonNode each : file.path("unknown")) {
            inFile |= each.asText().equals(number);
        }
        if (inFile || unknown.contains(number)) {
            send(exchange, 404, json.createObjectNode().put("code", Unavailable.ONBEKEND_NUMMER.name()).toString());
            return;
        }
        String said = told.get(source + " " + number);
        send(exchange, 200, said == null ? invented(source, number) : said);
    }

    /** The same for the same number, every day. */
    private String invented(Source source, String number) throws IOException {
        int serial = Integer.parseInt(number.substring(0, 8));
        Facts facts = switch (source) {
            case KBO -> {
                LocalDate since = LocalDate.of(2004, 1, 5).plusDays(Math.floorMod(serial, 6_000));
                // Steps of the demo undertakings, so that the register names the person of their application.
                String person = PEOPLE.get(Math.floorMod(Math.floorDiv(serial - 4_310_000, 1_237), PEOPLE.size()));
                List<Facts.Person> directors = new ArrayList<>(List.of(new Facts.Person(person, "Bestuurder", since, null)));
                if (serial % 3 == 0) {
                    directors.add(new Facts.Person("Dirk Mertens", "Bestuurder", since, since.plusYears(6)));
                }
                yield Facts.standing(Facts.Status.ACTIEF, since, null, List.of(new Facts.Person(person, "Gedelegeerd bestuurder", since, null)), directors);
            }
            case RSZ, FISCUS -> Facts.owing(BigDecimal.ZERO.setScale(2), RepaymentPlan.GEEN);
            case REGSOL -> Facts.bankruptcy(null);
        };
        ObjectNode answer = (ObjectNode) json.readTree(FactsJson.write("SIM-" + source + "-" + number, number, source, facts));
        JsonNode exception = file.path("exceptions").path(number).path(source.name());
        exception.fields().forEachRemaining(field -> answer.set(field.getKey(), field.getValue()));
        return answer.toString();
    }

    private static Source sourceOf(String place) {
        for (Source source : Source.values()) {
            if (source.name().equalsIgnoreCase(place)) {
                return source;
            }
        }
        return null;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
