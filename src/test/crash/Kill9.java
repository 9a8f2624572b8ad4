import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Files applications over REST while the product is killed at random moments, and asks afterwards what became of them.
 * Arguments: jar, data folder, number of applications, random seed. Run by kill9.sh; needs nothing but a JDK and the PostgreSQL driver.
 */
class Kill9 {

    private static final Pattern DOSSIER = Pattern.compile("\"dossier\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern DATABASE = Pattern.compile("Embedded PostgreSQL on port ([0-9]+)");
    private static final int SENDERS = 4;
    private static final String PASSWORD = UUID.randomUUID().toString();

    private final Path jar;
    private final Path data;
    private final int applications;
    private final Random random;
    private final int port;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Map<Integer, String> dossiers = new ConcurrentHashMap<>();
    private final List<String> faults = java.util.Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicBoolean filing = new AtomicBoolean(true);
    private Process product;
    private Path log;
    private int starts;

    Kill9(Path jar, Path data, int applications, long seed) throws IOException {
        this.jar = jar;
        this.data = data.toAbsolutePath();
        this.applications = applications;
        this.random = new Random(seed);
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    public static void main(String[] args) throws Exception {
        if (args.length != 4) {
            System.err.println("Use: Kill9 <jar> <data folder> <applications> <seed>");
            System.exit(2);
        }
        System.out.printf("%s applications, seed %s, data in %s%n", args[2], args[3], args[1]);
        Kill9 test = new Kill9(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]), Long.parseLong(args[3]));
        Runtime.getRuntime().addShutdownHook(new Thread(test::stop));
        test.run();
        test.faults.forEach(fault -> System.out.println("FAULT " + fault));
        System.out.println(test.faults.isEmpty() ? "Whole: nothing lost, nothing repeated." : test.faults.size() + " faults.");
        System.exit(test.faults.isEmpty() ? 0 : 1);
    }

    private void run() throws Exception {
        start();
        awaitHealthy(Duration.ofMinutes(5));
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        IntStream.range(0, applications).forEach(i -> senders.submit(() -> file(i)));
        senders.shutdown();
        int kills = 0;
        while (!senders.isTerminated() || kills < 5) {
            // Most kills fall on a product at work, after it answered some and while it works on others; some on one that is still starting.
            if (random.nextInt(6) == 0) {
                pause(1000 + random.nextInt(8000));
            } else {
                awaitHealthy(Duration.ofMinutes(5));
                int enough = dossiers.size() + random.nextInt(12);
                for (int waited = 0; waited < 300 && dossiers.size() < enough && !senders.isTerminated(); waited++) {
                    pause(100);
                }
                pause(random.nextInt(400));
            }
            kill(random.nextBoolean());
            kills++;
            start();
            senders.awaitTermination(1, TimeUnit.MILLISECONDS);
        }
        filing.set(false);
        awaitHealthy(Duration.ofMinutes(5));
        System.out.printf("%d applications filed in %d attempts, through %d kills%n", dossiers.size(), attempts.get(), kills);
        askAgain();
        try (Connection connection = database()) {
            awaitQuiet(connection);
            check(connection);
            checkDelivered(connection);
        }
    }

    private void start() throws IOException {
        log = data.resolve("product-%02d.log".formatted(++starts));
        product = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-jar", jar.toString(),
                "--server.port=" + port, "--spring.profiles.active=one-port", "--dossierwerk.data=" + data, "--dossierwerk.api.password=" + PASSWORD,
                // No demo dossiers: only what this test files is counted. The provider lets nobody in and is never asked.
                "--dossierwerk.demo=false",
                "--spring.security.oauth2.client.registration.nobody.client-id=nobody",
                "--spring.security.oauth2.client.registration.nobody.authorization-grant-type=authorization_code",
                "--spring.security.oauth2.client.registration.nobody.redirect-uri={baseUrl}/login/oauth2/code/nobody",
                "--spring.security.oauth2.client.registration.nobody.scope=openid",
                "--spring.security.oauth2.client.provider.nobody.authorization-uri=http://localhost:9/authorize",
                "--spring.security.oauth2.client.provider.nobody.token-uri=http://localhost:9/token",
                "--spring.security.oauth2.client.provider.nobody.jwk-set-uri=http://localhost:9/keys",
                "--spring.security.oauth2.client.provider.nobody.user-info-uri=http://localhost:9/user")
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /** SIGKILL: no shutdown hook runs. With its database it is a power cut for both. */
    private void kill(boolean withDatabase) throws Exception {
        Path pidFile = data.resolve("postgresql/postmaster.pid");
        if (withDatabase && Files.exists(pidFile)) {
            String pid = Files.readAllLines(pidFile).get(0).strip();
            ProcessHandle.of(Long.parseLong(pid)).filter(server -> server.info().commandLine().orElse("").contains(data.toString()))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
        product.destroyForcibly().waitFor();
        System.out.printf("killed start %d%s, %d filed%n", starts, withDatabase ? " with its database" : "", dossiers.size());
    }

    private void stop() {
        if (product != null && product.isAlive()) {
            product.destroy();
            try {
                product.waitFor(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            product.destroyForcibly();
        }
    }

    /** Tries until there is an answer, always with the same key: a lost answer is asked again. */
    private void file(int number) {
        while (filing.get()) {
            try {
                attempts.incrementAndGet();
                HttpResponse<String> answer = post(number);
                if (answer.statusCode() == 200 || answer.statusCode() == 201) {
                    keep(number, answer.body());
                    return;
                }
                if (answer.statusCode() < 500 && answer.statusCode() != 404) {
                    faults.add("application " + number + " got " + answer.statusCode() + " " + answer.body());
                    return;
                }
            } catch (IOException e) {
                // The product was killed, or is starting.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            pause(200);
        }
        faults.add("application " + number + " was never answered");
    }

    /** Every key sent once more gives the number that was promised, and opens nothing. */
    private void askAgain() throws Exception {
        for (var promised : dossiers.entrySet()) {
            HttpResponse<String> again = post(promised.getKey());
            if (again.statusCode() != 200 || !again.body().contains('"' + promised.getValue() + '"')) {
                faults.add("application " + promised.getKey() + " was promised " + promised.getValue() + ", again: " + again.statusCode() + " " + again.body());
            }
            HttpResponse<String> status = http.send(request("/api/dossiers/" + promised.getValue()).GET().build(), HttpResponse.BodyHandlers.ofString());
            if (status.statusCode() != 200) {
                faults.add(promised.getValue() + " was promised but answers " + status.statusCode());
            }
        }
    }

    private void keep(int number, String body) {
        Matcher found = DOSSIER.matcher(body);
        if (!found.find()) {
            faults.add("no number in " + body);
            return;
        }
        dossiers.put(number, found.group(1));
    }

    private HttpResponse<String> post(int number) throws IOException, InterruptedException {
        return http.send(request("/api/applications").header("Content-Type", "application/json").header("Idempotency-Key", key(number).toString())
                .POST(HttpRequest.BodyPublishers.ofString(application(number))).build(), HttpResponse.BodyHandlers.ofString());
    }

    private UUID key(int number) {
        return UUID.nameUUIDFromBytes((data + " " + number).getBytes());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).timeout(Duration.ofSeconds(20))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(("portaal:" + PASSWORD).getBytes()));
    }

    private void awaitHealthy(Duration atMost) throws Exception {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (http.send(request("/actuator/health/readiness").GET().build(), HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                if (!product.isAlive()) {
                    throw new IllegalStateException("Start " + starts + " ended with " + product.exitValue() + ", see " + log);
                }
            }
            pause(200);
        }
        throw new IllegalStateException("Start " + starts + " is not healthy after " + atMost + ", see " + log);
    }

    private Connection database() throws IOException, SQLException {
        Matcher found = DATABASE.matcher(Files.readString(log));
        if (!found.find()) {
            throw new IllegalStateException("No port of the database in " + log);
        }
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + found.group(1) + "/postgres", "postgres", "postgres");
    }

    /** Jobs that fell due and letters that wait must have had their turn before anything is counted. */
    private void awaitQuiet(Connection connection) throws Exception {
        for (int second = 0; second < 300; second++) {
            long waiting = number(connection, "select count(*) from act_ru_job where retries_ > 0 and (duedate_ is null or duedate_ <= now())")
                    + number(connection, "select count(*) from outbox where done_at is null");
            if (waiting == 0) {
                return;
            }
            pause(1000);
        }
        faults.add("jobs or letters still wait after five minutes");
    }

    private void check(Connection connection) throws SQLException {
        expect(connection, applications, "dossiers for the keys sent", "select count(distinct dossier) from submission");
        expect(connection, applications, "dossiers altogether", "select count(*) from dossier");
        for (var promised : dossiers.entrySet()) {
            String stored = text(connection, "select dossier from submission where action_id = '" + key(promised.getKey()) + "'");
            if (!promised.getValue().equals(stored)) {
                faults.add("application " + promised.getKey() + " was promised " + promised.getValue() + " and has " + stored);
            }
        }
        none(connection, "a dossier without one running procedure", """
                select s.dossier from submission s left join act_hi_procinst p on p.business_key_ = s.dossier and p.super_process_instance_id_ is null
                group by s.dossier having count(p.id_) <> 1""");
        none(connection, "a dossier without one acknowledgement letter", """
                select s.dossier from submission s left join letter l on l.dossier = s.dossier and l.kind = 'ontvangstbevestiging'
                group by s.dossier having count(l.id) <> 1""");
        none(connection, "an acknowledgement that was not put in the outbox once", """
                select l.dossier from letter l left join outbox o on o.letter = l.id
                where l.kind = 'ontvangstbevestiging' group by l.id, l.dossier having count(o.id) <> 1""");
        none(connection, "a dossier that does not stand at its completeness check, once", """
                select s.dossier from submission s
                left join act_ru_execution e on e.business_key_ = s.dossier
                left join act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_ and t.task_def_key_ = 'UserTask_VolledigheidNagaan'
                group by s.dossier having count(t.id_) <> 1""");
        none(connection, "open work that differs from the engine's tasks", """
                select coalesce(t.id_, r.task_id) from act_ru_task t full join inbox_row r on r.task_id = t.id_ where t.id_ is null or r.task_id is null""");
        none(connection, "a gap in the audit chain", """
                select a.dossier || ' ' || a.seq from audit_entry a left join audit_entry b on b.dossier = a.dossier and b.seq = a.seq - 1
                where a.seq > (select min(seq) from audit_entry c where c.dossier = a.dossier) and (b.seq is null or b.hash <> a.previous)""");
        none(connection, "a failed job", "select id_ || ' ' || coalesce(exception_msg_, '') from act_ru_job where retries_ = 0");
        none(connection, "an incident", "select id_ || ' ' || coalesce(incident_msg_, '') from act_ru_incident");
    }

    /** A delivery names its file before it begins, so one that was repeated replaced it; a file that no delivery named is one too many. */
    private void checkDelivered(Connection connection) throws SQLException, IOException {
        List<Path> targets = new ArrayList<>();
        try (var rows = connection.createStatement().executeQuery("select target from outbox where done_at is not null and route <> 'MAIL'")) {
            while (rows.next()) {
                targets.add(data.resolve(rows.getString(1)).normalize());
            }
        }
        targets.stream().filter(target -> !Files.exists(target)).forEach(target -> faults.add("delivered and not there: " + target));
        for (Path folder : targets.stream().map(Path::getParent).distinct().toList()) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(Files::isRegularFile).filter(file -> !targets.contains(file)).forEach(file -> faults.add("nobody delivered " + file));
            }
        }
        System.out.printf("files delivered: %d%n", targets.size());
    }

    private void expect(Connection connection, long expected, String what, String sql) throws SQLException {
        long found = number(connection, sql);
        System.out.printf("%s: %d%n", what, found);
        if (found != expected) {
            faults.add(what + ": " + found + " instead of " + expected);
        }
    }

    private void none(Connection connection, String what, String sql) throws SQLException {
        int before = faults.size();
        try (var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                faults.add(what + ": " + rows.getString(1));
            }
        }
        System.out.printf("%s: %s%n", what, faults.size() == before ? "none" : faults.size() - before);
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var row = connection.createStatement().executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Another undertaking each time, because one undertaking has one open application. */
    private static String application(int number) {
        String base = "%08d".formatted(4_000_001 + 7 * number);
        String enterprise = base + "%02d".formatted(97 - Long.parseLong(base) % 97);
        return """
                {"kind": "EERSTE",
                 "undertaking": {"enterpriseNumber": "%s", "name": "Poetshulp %d bv", "type": "COMMERCIEEL", "street": "Kerkstraat %d",
                                 "postalCode": "9000", "municipality": "Gent"},
                 "persons": [{"nationalNumber": "85.07.30-033.28", "name": "Lotte Voorbeeld", "function": "ZAAKVOERDER"}],
                 "activities": ["SCHOONMAKEN"], "commitments": true}""".formatted(enterprise, number, number + 1);
    }
}
