package be.dossierwerk.security;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DemoDossiersTest;
import be.dossierwerk.SignedIn;
import be.dossierwerk.board.FollowOwnDossiers;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Knowing the number of somebody else's thing opens no door: every view and address that has one in it is tried by every person and by the portal with things
 * that are there. {@code security/real-ids.txt} finds them; an address of {@code access.csv} that is not in it fails. Who reads a sensitive dossier, wherever, is noted.
 */
@DemoDossiersTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealIdsTest {

    private static final String PORTAL = "portaal";
    private static final Pattern PARAMETER = Pattern.compile(":([A-Za-z_]+)(\\([^/]*\\))?|\\{([A-Za-z]+)(:(?:[^{}]|\\{[^}]*})*)?}");

    /** A line of the table; {@code query} is null for an address where nothing is. */
    private record Line(String kind, String address, String query) { }

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;
    @Autowired private DemoPeople people;
    @Autowired private FollowOwnDossiers followOwnDossiers;
    @Autowired private ObjectMapper json;
    @Autowired private Limits limits;
    private final Map<String, SignedIn> sessions = new TreeMap<>();
    private Map<String, String> access;

    @BeforeAll
    void things_that_the_demo_dossiers_lack() throws Exception {
        access = resource("access.csv").skip(1).map(line -> line.split(",(?=[^,]*$)")).collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        followOwnDossiers.catchUp();
        for (String made : List.of(
                "insert into sensitive_dossier (dossier, reason, marked_at, marked_by, marked_by_name) select contested, 'proef', now(), 'tom', 'Tom Willems' from contest on conflict do nothing",
                "insert into conformance_finding (norm, norm_version, dossier, thing, sentence, likely, found_at, seen_at) select n.code, n.version, d.number, '', 'Geheime bevinding', '', now(), now() from (select code, version from conformance_norm where code like 'TERMIJN_%' limit 1) n, (select number from dossier limit 1) d",
                "insert into board_norm_change (code, version, place, measure, measure_name, name, target, decimals, bound, source, reason, proposed_by, proposed_by_name, proposed_at) select code, 2, place, measure, measure_name, name, target, decimals, bound, source, 'Geheim voorstel', 'pieter', 'Pieter Maas', now() from board_norm where code = 'VOP-1'",
                "insert into frozen_period (name, from_day, to_day, other_from, other_to, frozen_at, frozen_by, frozen_by_name, sha256) values ('Geheime periode', '2026-01-01', '2026-03-31', '2025-01-01', '2025-03-31', now(), 'tom', 'Tom Willems', repeat('0', 64))",
                "insert into sample (number, method, seed, size, criteria, population, population_hash, drawn_at, drawn_by, drawn_by_name) values ('STP-2026-901', 'WILLEKEURIG', 'Geheim startgetal', 1, '{}', 1, repeat('0', 64), now(), 'ann', 'Ann Dubois')",
                "insert into sample_dossier (sample, position, dossier) select 'STP-2026-901', 1, min(number) from dossier where procedure = 'erkenning'",
                "insert into sample_population (sample, dossier, lots, reasons) select sample, dossier, 1, '{BASIS}' from sample_dossier where sample = 'STP-2026-901'",
                "insert into history_import (name, sha256, at, by_name, rows, accepted, known, rejected) values ('proef.csv', repeat('0', 64), now(), 'Portaal', 1, 0, 0, 1)",
                "insert into history_rejection (import, line, field, value, reason) select max(id), 2, 'number', 'Geheime waarde', 'board.history.wrong' from history_import",
                "insert into activity_import (file_name, sha256, received_at, received_by, received_by_name, rows, accepted, rejected, months, replaced, status) values ('proef.csv', repeat('0', 64), now(), 'portaal', 'Portaal', 1, 0, 1, '{}', '{}', 'NIETS_AANVAARD')",
                "insert into activity_rejection (import, file_row, column_name, value, message) select max(id), 2, 'maand', 'Geheime waarde', 'activity.wrong' from activity_import")) {
            jdbc.sql(made).update();
        }
        for (Actor person : people.all()) {
            SignedIn session = new SignedIn(port);
            session.open(person.id(), DemoPeople.PASSWORD, "meldingen");
            sessions.put(person.id(), session);
        }
    }

    @AfterAll
    void nothing_is_found_that_did_not_happen() {
        jdbc.sql("delete from conformance_finding where sentence = 'Geheime bevinding'").update();
    }

    @Test
    void every_address_with_a_number_in_it_is_in_the_table() throws Exception {
        Set<String> withParameter = access.keySet().stream().filter(address -> PARAMETER.matcher(address).find())
                // What changes something is tried with real things in the tests of its use case.
                .filter(address -> address.startsWith("view,") || address.startsWith("address,GET")).collect(Collectors.toCollection(TreeSet::new));

        Set<String> inTable = table().stream().map(line -> line.kind + "," + line.address).collect(Collectors.toCollection(TreeSet::new));

        assertThat(inTable).isEqualTo(withParameter);
    }

    @Test
    void who_may_not_see_a_thing_does_not_see_it_by_its_number() throws Exception {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Line line : table()) {
            List<Map<String, Object>> things = line.query == null ? List.of() : jdbc.sql(line.query).query().listOfRows();
            if (line.query != null && things.isEmpty()) {
                wrong.add(line.address + ": the query finds nothing");
            }
            for (Map<String, Object> thing : line.query == null ? List.of(Map.<String, Object>of("area", "iets", "who", "nobody")) : things) {
                String path = filledIn(line, thing);
                Set<String> who = Set.copyOf(List.of(String.valueOf(thing.getOrDefault("who", null) == null ? access.get(line.kind + "," + line.address) : thing.get("who")).split(" ")));
                for (String caller : Stream.concat(sessions.keySet().stream(), Stream.of(PORTAL)).toList()) {
                    boolean may = may(caller, who);
                    String saw = line.kind.equals("view") ? seenOnScreen(caller, path, thing) : seenAtAddress(caller, path, thing);
                    tried++;
                    if (may != saw.isEmpty()) {
                        wrong.add("%s %s for %s: %s".formatted(line.address, path, caller, may ? saw : "sees it"));
                    } else if (may && thing.get("reads") != null && !noted(caller, thing.get("reads"))) {
                        wrong.add("%s %s for %s: not noted".formatted(line.address, path, caller));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(2_000);
    }

    @Test
    void what_a_screen_gives_to_save_counts_with_the_other_files() throws Exception {
        int before = saved("an");

        sessions.get("an").get("/VAADIN/dynamic/resource/0/00000000-0000-4000-8000-000000000000/logboek-1.xes");

        assertThat(saved("an")).isEqualTo(before + 1);
    }

    private boolean may(String caller, Set<String> who) {
        if (caller.equals(PORTAL)) {
            return who.contains(ApiAccounts.ROLE);
        }
        return who.contains("signed-in") || people.actor(caller).roles().stream().anyMatch(who::contains);
    }

    private boolean noted(String caller, Object dossier) {
        return caller.equals(PORTAL) || jdbc.sql("""
                select exists (select from dossier_reading where dossier = ? and actor = ?)
                or not exists (select from sensitive_dossier where dossier = ?) and not exists (select from dossier join sensitive_procedure using (procedure) where number = ?)""")
                .params(dossier, caller, dossier, dossier).query(Boolean.class).single();
    }

    /** Empty when the secret came, otherwise what came instead. */
    private String seenOnScreen(String caller, String path, Map<String, Object> thing) throws IOException, InterruptedException {
        if (caller.equals(PORTAL)) {
            return "the portal has no screens";
        }
        String secret = json.writeValueAsString(thing.get("secret").toString());
        String body;
        try {
            body = sessions.get(caller).to(path).body();
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
        return body.contains(secret.substring(1, secret.length() - 1)) ? "" : "not there";
    }

    private String seenAtAddress(String caller, String path, Map<String, Object> thing) throws IOException, InterruptedException {
        int before = saved(caller);
        HttpResponse<byte[]> answer = caller.equals(PORTAL) ? SignedIn.system(port, "portaal", "portaal", path) : sessions.get(caller).get(path);
        if (answer.statusCode() != 200 || thing.get("secret") != null && !new String(answer.body(), StandardCharsets.UTF_8).contains(thing.get("secret").toString())) {
            return "status " + answer.statusCode();
        }
        String disposition = answer.headers().firstValue("Content-Disposition").orElse("");
        boolean file = !path.startsWith("/api/");
        if (!answer.headers().allValues("X-Content-Type-Options").contains("nosniff") || !answer.headers().firstValue("Cache-Control").orElse("").contains("no-store")
                || file && !disposition.matches("(attachment|inline); .*")) {
            return "without the headers of a file: " + answer.headers().map();
        }
        return file && saved(caller) != before + (disposition.startsWith("attachment") || path.endsWith(".pdf") ? 1 : 0) ? "not counted among the files that one saves" : "";
    }

    private int saved(String person) {
        return limits.now(new Limit("download", 1, Duration.ofHours(1)), person).times();
    }

    private static String filledIn(Line line, Map<String, Object> thing) {
        String path = line.address.replaceFirst("^GET /", "/").replace("/**", "/claim");
        return PARAMETER.matcher(path).replaceAll(parameter -> String.valueOf(thing.get(parameter.group(1) == null ? parameter.group(3) : parameter.group(1))))
                + (thing.get("more") == null ? "" : thing.get("more"));
    }

    private static List<Line> table() throws IOException {
        Map<String, List<String>> queries = new LinkedHashMap<>();
        String address = null;
        for (String line : resource("real-ids.txt").filter(each -> !each.isBlank() && !each.startsWith("#")).toList()) {
            if (line.startsWith(" ")) {
                List<String> of = queries.get(address);
                of.set(of.size() - 1, of.get(of.size() - 1) + line);
            } else {
                address = line;
                queries.computeIfAbsent(line, each -> new ArrayList<>()).add("");
            }
        }
        return queries.entrySet().stream().flatMap(of -> of.getValue().stream().map(query -> new Line(of.getKey().substring(0, of.getKey().indexOf(',')),
                of.getKey().substring(of.getKey().indexOf(',') + 1), query.strip().equals("nothing") ? null : query))).toList();
    }

    private static Stream<String> resource(String name) throws IOException {
        try (var in = RealIdsTest.class.getResourceAsStream("/security/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        }
    }
}
