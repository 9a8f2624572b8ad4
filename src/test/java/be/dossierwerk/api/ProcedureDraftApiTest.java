package be.dossierwerk.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.lint.HostileFiles;
import be.dossierwerk.procedurechange.ChangeDrafts;
import be.dossierwerk.procedurechange.ProcedureFiles;
import be.dossierwerk.procedurechange.StartChange;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a drawing tool sends over REST passes the same gate as the screen; whatever may never run is refused with a sentence for each reason. */
@DossierwerkTest
class ProcedureDraftApiTest {

    private static final String KLACHT = "bpmn/klacht/klacht.bpmn";

    @Autowired private StartChange startChange;
    @Autowired private ChangeDrafts drafts;
    @Autowired private PublishedDiagrams published;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;
    @LocalServerPort private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_file_goes_into_the_draft_and_comes_back() throws Exception {
        String change = change();
        byte[] drawn = published.current().text(KLACHT).orElseThrow().replace("name=\"Klacht onderzoeken\"", "name=\"Klacht grondig onderzoeken\"").getBytes(StandardCharsets.UTF_8);
        assertThat(put(change, KLACHT, drawn).statusCode()).isEqualTo(200);
        assertThat(drafts.file(change, KLACHT)).contains(drawn);
        assertThat(send(request(change, KLACHT).GET()).body()).contains("Klacht grondig onderzoeken");
        assertThat(put("DC-WIJ-1999-00001", KLACHT, drawn).statusCode()).isEqualTo(404);
        assertThat(send(request(change, "bpmn/klacht/niets.bpmn").GET()).statusCode()).isEqualTo(404);
        assertThat(put(change, KLACHT, new byte[1_000_001]).statusCode()).isEqualTo(413);
        HttpRequest stranger = HttpRequest.newBuilder(address(change, KLACHT)).header("Content-Type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(drawn)).build();
        assertThat(http.send(stranger, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    @Test
    void every_hostile_file_is_refused_in_words() throws Exception {
        String change = change();
        String deployment = published.newest().orElseThrow();
        for (HostileFiles.Hostile hostile : HostileFiles.all().values()) {
            // Under a name that is no reason by itself.
            String path = hostile.path().replace("-1.1.", "-1-1.");
            HttpResponse<String> answer = put(change, path, hostile.content());
            assertThat(answer.statusCode()).as(hostile.toString()).isIn(413, 422);
            assertThat(answer.headers().firstValue("Content-Type")).as(hostile.toString()).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(answer.body()).as(hostile.toString()).doesNotContain("Exception", "lint.gate").contains("\"detail\"");
            if (answer.statusCode() == 422 && ProcedureFiles.isPath(path)) {
                assertThat(answer.body()).as(hostile.toString()).contains("\"errors\"", "\"message\"");
            }
        }
        assertThat(drafts.heads(change)).isEmpty();
        assertThat(published.newest()).contains(deployment);
    }

    private String change() {
        return currentActor.as(people.actor("pieter"), () -> startChange.start("Van de tekentool", "Wij tekenen elders.", KLACHT));
    }

    private HttpResponse<String> put(String change, String path, byte[] content) throws IOException, InterruptedException {
        return send(request(change, path).header("Content-Type", "application/octet-stream").PUT(HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    private HttpRequest.Builder request(String change, String path) {
        return HttpRequest.newBuilder(address(change, path)).header("Accept-Language", "nl-BE")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("portaal:portaal".getBytes(StandardCharsets.UTF_8)));
    }

    private URI address(String change, String path) {
        return URI.create("http://localhost:%d/api/wijzigingen/%s/bestand?pad=%s".formatted(port, change, path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
