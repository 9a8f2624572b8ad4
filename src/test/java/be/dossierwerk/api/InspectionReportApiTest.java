package be.dossierwerk.api;

import static be.dossierwerk.demo.TypedForms.*;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.recognition.ChangeRecognition;
import be.dossierwerk.recognition.RecognitionStatus;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Reports of the inspection over the wire, with the real product behind it; what is refused leaves nothing behind. */
@DossierwerkTest
class InspectionReportApiTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 6, 1);
    private static final List<String> TABLES = List.of("infringement_report", "infringement_case", "infringement", "dossier", "document", "document_content",
            "dossier_link", "audit_entry where dossier like 'DC-INB%' and action <> 'FEITEN'", "term", "act_ru_execution", "act_ru_task");
    private static int undertakings = 860;

    @LocalServerPort private int port;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private ChangeRecognition changeRecognition;
    @Autowired private Dossiers dossiers;
    @Autowired private OpenWork openWork;
    @Autowired private Terms terms;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transactions;
    @Autowired private ObjectMapper json;

    private final HttpClient http = HttpClient.newHttpClient();
    private String recognition;
    private String number;

    @BeforeEach
    void an_undertaking_is_recognised() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(TODAY, LocalTime.of(9, 0), MovableClock.BRUSSELS));
        Application application = InventedApplications.make(undertakings++, TODAY, true);
        number = application.undertaking().enterpriseNumber();
        recognition = acts.file(people.actor("els"), application, "PAPIER", TODAY, InventedApplications.attachments(application));
        act("an", "UserTask_VolledigheidNagaan", complete());
        act("an", "UserTask_BronnenNagaan", cleanSources());
        act("an", "UserTask_OndernemingsplanBeoordelen", goodPlan());
        act("an", "UserTask_WaarborgNagaan", depositPaid(TODAY.minusDays(10)));
        act("an", "UserTask_VoorwaardenBeoordelen", conditionsMet());
        act("an", "UserTask_NotaOpstellen", note("GUNSTIG"));
        act("sofie", "UserTask_OpAgendaPlaatsen", agenda(TODAY));
        act("sofie", "UserTask_AdviesRegistreren", advice("GUNSTIG", TODAY));
        act("an", "UserTask_BeslissingOpstellen", decision("ERKEND", List.of("SCHOONMAKEN")));
        act("joke", "UserTask_JuridischNazicht", legalCheck(true));
        act("karel", "UserTask_Ondertekenen", signature());
        jobs.run();
        act("els", "UserTask_ZendingRegistreren", posted(TODAY, undertakings));
        jobs.run();
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void a_report_with_attachments_opens_a_file_and_the_same_report_again_has_no_effect() throws Exception {
        ObjectNode report = report("VSI-A");
        attach(report, "verslag.pdf", pdf("Verslag"));
        attach(report, "bijlage.pdf", pdf("Bijlage"));

        HttpResponse<String> first = send(report.toString());

        assertThat(first.statusCode()).isEqualTo(201);
        String dossier = json.readTree(first.body()).get("dossier").asText();
        assertThat(dossier).matches("DC-INB-2027-\\d{5}");
        assertThat(dossiers.documents(dossier)).extracting(Dossiers.Document::fileName).containsExactlyInAnyOrder("verslag.pdf", "bijlage.pdf");
        assertThat(dossiers.documents(dossier)).extracting(Dossiers.Document::kind).containsOnly("VERSLAG");
        assertThat(openWork.ofDossier(dossier)).extracting(OpenWork.Row::taskKey).containsExactly("UserTask_InbreukenKwalificeren");
        assertThat(terms.due(dossier, "T-INB-01")).isEqualTo(TODAY.plusDays(180));
        assertThat(jdbc.sql("select code || ' ' || vouchers || ' ' || amount || ' ' || state from infringement where dossier = ?").param(dossier)
                .query(String.class).list()).containsExactly("I02 120 3600.50 GEMELD");

        String state = state();
        HttpResponse<String> second = send(report.toString());
        HttpResponse<String> written = send(report.put("enterpriseNumber", number.substring(0, 4) + "." + number.substring(4, 7) + "." + number.substring(7)).toString());
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(written.statusCode()).isEqualTo(200);
        HttpResponse<String> other = send(report.put("facts", "Iets heel anders.").toString());
        refused(other, 422, "infringement.report.other-content", "Kenmerk VSI-A is al gebruikt voor een ander verslag, in dossier " + dossier);
        assertThat(state()).isEqualTo(state);
    }

    @Test
    void a_second_report_is_refused_while_a_file_is_open_unless_it_asks_to_join_it() throws Exception {
        String dossier = json.readTree(send(report("VSI-B1").toString()).body()).get("dossier").asText();
        String state = state();

        ObjectNode second = report("VSI-B2");
        attach(second, "tweede.pdf", pdf("Tweede"));
        refused(send(second.toString()), 422, "infringement.report.open", "Er loopt al een inbreukdossier: " + dossier + ". Voeg het verslag daaraan toe.");
        assertThat(state()).isEqualTo(state);

        HttpResponse<String> joined = send(second.put("addToOpen", true).toString());
        assertThat(joined.statusCode()).isEqualTo(201);
        assertThat(json.readTree(joined.body()).get("dossier").asText()).isEqualTo(dossier);
        assertThat(dossiers.documents(dossier)).extracting(Dossiers.Document::fileName).containsExactly("tweede.pdf");
        assertThat(jdbc.sql("select reference from infringement_report where dossier = ? order by 1").param(dossier).query(String.class).list())
                .containsExactly("VSI-B1", "VSI-B2");
    }

    @Test
    void an_undertaking_that_nobody_knows_or_that_is_no_longer_recognised_is_answered_clearly() throws Exception {
        String state = state();
        refused(send(report("VSI-C").put("enterpriseNumber", "0403.019.261").toString()), 422, "infringement.report.unknown-undertaking",
                "Onderneming 0403.019.261 is nu niet erkend. Er is geen dossier geopend.");
        assertThat(state()).isEqualTo(state);

        transactions.executeWithoutResult(status -> currentActor.as(people.actor("an"), () -> {
            changeRecognition.to(RecognitionStatus.INGETROKKEN_VRIJWILLIG, recognition, TODAY, recognition, null, null);
            return null;
        }));
        String withdrawn = state();
        refused(send(report("VSI-C").toString()), 422, "infringement.report.unknown-undertaking", "Onderneming " + number + " is nu niet erkend.");
        assertThat(state()).isEqualTo(withdrawn);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "no JSON               | {\"reference\": \"X\",                 | 400 | api.body.malformed |",
            "a list                | []                                    | 400 | api.body.not-an-object |",
            "empty                 | {}                                    | 422 | infringement.report.invalid | reference,origin,enterpriseNumber,dated,facts",
            "unknown field         | GOOD + \"colour\": 1                  | 422 | infringement.report.invalid | colour",
            "no base64             | GOOD + \"attachments\": [{\"fileName\": \"a.pdf\", \"content\": \"%%\"}] | 422 | infringement.report.invalid | attachments[0].content",
            "attachment no object  | GOOD + \"attachments\": [5]           | 422 | infringement.report.invalid | attachments[0]",
            "a program             | GOOD + \"attachments\": [{\"fileName\": \"a.exe\", \"content\": \"TVqQAAMAAAAEAAAA\"}] | 422 | dossier.document.type |",
            "empty file            | GOOD + \"attachments\": [{\"fileName\": \"a.pdf\", \"content\": \"\"}] | 422 | dossier.document.empty |",
            "code not in the list  | GOOD + \"infringements\": [{\"code\": \"I99\"}] | 422 | infringement.report.invalid | infringements[0].code",
            "half a voucher        | GOOD + \"infringements\": [{\"code\": \"I01\", \"vouchers\": 1.5}] | 422 | infringement.report.invalid | infringements[0].vouchers",
            "end before beginning  | GOOD + \"infringements\": [{\"code\": \"I01\", \"from\": \"2027-02-01\", \"until\": \"2027-01-01\"}] | 422 | infringement.report.invalid | infringements[0].until",
            "in the future         | GOOD + \"dated\": \"2027-06-02\"      | 422 | infringement.report.invalid | dated",
            "no such day           | GOOD + \"dated\": \"2027-02-30\"      | 422 | infringement.report.invalid | dated"})
    void what_is_malformed_is_refused_by_field_and_leaves_nothing_behind(String name, String body, int status, String problem, String fields) throws Exception {
        String state = state();
        ObjectNode good = report("VSI-D");
        if (body.startsWith("GOOD")) {
            good.setAll((ObjectNode) json.readTree("{" + body.substring(body.indexOf('+') + 1) + "}"));
        }

        HttpResponse<String> answer = send(body.startsWith("GOOD") ? good.toString() : body);

        assertThat(answer.statusCode()).isEqualTo(status);
        JsonNode says = json.readTree(answer.body());
        assertThat(says.get("type").asText()).isEqualTo("urn:dossierwerk:problem:" + problem);
        assertThat(says.get("detail").asText()).isNotBlank().doesNotContain("infringement.");
        assertThat(StreamSupport.stream(says.path("errors").spliterator(), false).map(error -> error.path("field").asText()).collect(Collectors.joining(",")))
                .isEqualTo(fields == null ? "" : fields);
        assertThat(state()).isEqualTo(state);
    }

    @Test
    void who_is_not_the_portal_or_sends_no_json_is_stopped_at_the_door() throws Exception {
        String state = state();
        HttpRequest.Builder call = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/inspectieverslagen"))
                .POST(HttpRequest.BodyPublishers.ofString(report("VSI-E").toString()));
        assertThat(http.send(call.copy().header("Content-Type", "application/json").build(), HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(401);
        assertThat(http.send(call.copy().header("Content-Type", "text/plain").header("Authorization", key()).build(), HttpResponse.BodyHandlers.ofString())
                .statusCode()).isEqualTo(415);
        assertThat(state()).isEqualTo(state);
    }

    private void refused(HttpResponse<String> answer, int status, String problem, String detail) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json.readTree(answer.body()).get("type").asText()).isEqualTo("urn:dossierwerk:problem:" + problem);
        assertThat(json.readTree(answer.body()).get("detail").asText()).contains(detail);
    }

    private ObjectNode report(String reference) {
        ObjectNode report = json.createObjectNode().put("reference", reference).put("origin", "VSI").put("enterpriseNumber", number)
                .put("dated", TODAY.minusDays(2).toString()).put("facts", "Bij de controle ontbraken prestaties.");
        report.putArray("infringements").addObject().put("code", "I02").put("from", "2026-09-01").put("until", "2026-12-31").put("vouchers", 120).put("amount", 3600.50);
        return report;
    }

    private static void attach(ObjectNode report, String name, byte[] content) {
        report.withArray("attachments").addObject().put("fileName", name).put("content", Base64.getEncoder().encodeToString(content));
    }

    private static byte[] pdf(String title) {
        return InventedApplications.proofOfDeposit(title).content();
    }

    private HttpResponse<String> send(String body) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/inspectieverslagen")).header("Content-Type", "application/json")
                .header("Authorization", key()).POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String key() {
        return "Basic " + Base64.getEncoder().encodeToString("portaal:portaal".getBytes(StandardCharsets.UTF_8));
    }

    /** Every row that a report could leave behind. */
    private String state() {
        return TABLES.stream().map(table -> table + " " + jdbc.sql("select count(*) from " + table).query(Long.class).single()).collect(Collectors.joining(", "));
    }

    private void act(String person, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), recognition, task, fields);
    }
}
