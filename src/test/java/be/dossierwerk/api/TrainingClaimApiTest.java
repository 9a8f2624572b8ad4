package be.dossierwerk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.reimbursement.ReimbursementClaims;
import be.dossierwerk.reimbursement.TwoApprovedTrainings;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.InventedPerson;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.withdrawal.RecognisedFixture;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** A claim for the reimbursement of training as the portal sends it, on the real engine and database. */
@DossierwerkTest
@Import(TwoApprovedTrainings.class)
class TrainingClaimApiTest {

    /** A Friday. */
    private static final LocalDate TODAY = LocalDate.of(2027, 5, 14);
    private static final byte[] LIST = InventedApplications.proofOfDeposit("Lijst").content();
    private static final byte[] INVOICE = InventedApplications.proofOfDeposit("Factuur").content();

    @Autowired private ApplicationContext spring;
    @Autowired private ObjectMapper json;
    @Autowired private Dossiers dossiers;
    @Autowired private ReimbursementClaims claims;
    @Autowired private Terms terms;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;

    private Portal portal;
    private int n;
    private String number;

    @BeforeEach
    void a_recognised_undertaking() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(9, 0), MovableClock.BRUSSELS));
        portal = new Portal("/api/terugbetalingen", TrainingClaimApi.class, spring);
        n = RecognisedFixture.reserve(1);
        number = RecognisedFixture.recognise(jdbc, n, "Leert " + n + " bv");
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void a_claim_opens_one_dossier_however_often_it_is_sent() throws Exception {
        String key = UUID.randomUUID().toString();
        MockHttpServletResponse answer = portal.send(key, good(tree -> { }));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(201);
        String dossier = portal.body(answer).get("dossier").textValue();
        assertThat(answer.getHeader("Location")).isEqualTo("/api/dossiers/" + dossier);
        assertThat(dossiers.get(dossier)).satisfies(details -> {
            assertThat(details.procedure()).isEqualTo("opleiding-terugbetaling");
            assertThat(details.source()).isEqualTo("PORTAAL");
            assertThat(details.receivedOn()).isEqualTo(TODAY);
        });
        assertThat(claims.find(dossier).orElseThrow().lines()).hasSize(2).extracting(line -> line.session().participants().size()).containsExactly(1, 2);
        assertThat(dossiers.documents(dossier)).extracting(Dossiers.Document::fileName).contains("lijst.pdf", "factuur.pdf");
        assertThat(terms.due(dossier, "T-OFT-01")).isEqualTo("2027-07-13");

        MockHttpServletResponse again = portal.send(key, good(tree -> { }));
        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(portal.body(again).get("dossier").textValue()).isEqualTo(dossier);
        assertThat(portal.send(key, good(tree -> tree.put("declaredBy", "Iemand anders"))).getStatus()).isEqualTo(409);
        assertThat(portal.body(portal.perform(get("/api/dossiers/" + dossier))).at("/state/code").textValue()).isEqualTo("IN_BEHANDELING");

        // Another claim for the same hours names each person that was claimed before, and keeps nothing.
        MockHttpServletResponse twice = portal.send(UUID.randomUUID().toString(), good(tree -> { }));
        assertThat(twice.getStatus()).isEqualTo(422);
        assertThat(portal.fields(twice)).containsExactlyInAnyOrder("lessons[0].participants[0]", "lessons[1].participants[0]", "lessons[1].participants[1]");
        assertThat(portal.message(twice, "lessons[0].participants[0]"))
                .isEqualTo("Deze persoon volgde op maandag 10 mei 2027 om 09:00 al een les die in dossier " + dossier + " gevraagd is.");
        assertThat(jdbc.sql("select count(*) from reimbursement_claim where enterprise_number = ?").param(number).query(Integer.class).single()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "/recognitionNumber                   | \"VX1\"        | recognitionNumber                | Wij kennen geen erkenning met dit nummer bij deze onderneming. Kijk het erkenningsnummer en het ondernemingsnummer na.",
            "/iban                                | \"BE00\"       | iban                             | Dit rekeningnummer klopt niet.",
            "/fundedElsewhere                     | true           | fundedElsewhere                  | Een ander fonds betaalt deze uren al. Hetzelfde uur wordt niet twee keer betaald.",
            "/fundedElsewhere                     | null           | fundedElsewhere                  | Vul true of false in.",
            "/lessons                             | []             | lessons                          | De aanvraag heeft geen enkele les.",
            "/lessons/0/training                  | \"OPL-8\"      | lessons[0].training              | De opleiding \"OPL-8\" is niet goedgekeurd.",
            "/lessons/0/start                     | \"9 uur\"      | lessons[0].start                 | Vul een uur in als uur:minuten, zoals 09:00.",
            "/lessons/0/end                       | \"08:00\"      | lessons[0].end                   | Het einduur ligt niet na het beginuur.",
            "/lessons/0/trainer                   | \"EXTERN\"     | lessons[0].trainer               | ''",
            "/lessons/0/trainerHours              | -1             | lessons[0].trainerHours          | Vul een aantal uren in dat groter is dan nul.",
            "/lessons/0/participants              | []             | lessons[0].participants          | De les heeft geen deelnemers.",
            "/lessons/0/participants/0/hours      | -3             | lessons[0].participants[0].hours | Vul een aantal uren in dat groter is dan nul.",
            "/lessons/0/participants/0/hours      | 3.25           | lessons[0].participants[0].hours | Dit zijn meer uren dan de les duurde.",
            "/lessons/0/participants/0/employedUntil | \"2027-05-09\" | lessons[0].participants[0]    | Deze persoon was op maandag 10 mei 2027 niet in dienst bij de onderneming.",
            "/lessons/0/participants/0/employedFrom  | null        | lessons[0].participants[0]       | Deze persoon was op maandag 10 mei 2027 niet in dienst bij de onderneming.",
            "/lessons/0/participants/0/nationalNumber | \"85073003329\" | lessons[0].participants[0].nationalNumber | Dit rijksregisternummer klopt niet.",
            "/lessons/1/invoice                   | null           | lessons[1].invoice               | Bij een externe opleiding hoort een factuur met nummer en datum.",
            "/lessons/1/invoice/vat               | 20.00          | lessons[1].invoice.vat           | De btw van de factuur klopt niet: kijk het tarief en de som na.",
            "/lessons/1/date                      | \"2027-05-15\" | lessons[1].date                  | De les van zaterdag 15 mei 2027 is op de dag van de aanvraag nog niet gegeven.",
            "/attachments/0/content               | \"?\"          | attachments[0].content           | De inhoud is geen geldige base64.",
            "/attachments/0/kind                  | \"LIJST\"      | attachments[0].kind              | ''",
            "/lessons/0/kleur                     | \"rood\"       | lessons[0].kleur                 | ''"})
    void each_wrong_field_is_named_and_nothing_is_filed(String pointer, String value, String wrong, String message) throws Exception {
        MockHttpServletResponse answer = portal.send(UUID.randomUUID().toString(), good(tree -> set(tree, pointer, value)));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(422);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(portal.fields(answer)).contains(wrong);
        if (!message.isEmpty()) {
            assertThat(portal.message(answer, wrong)).isEqualTo(message);
        }
        assertThat(jdbc.sql("select count(*) from dossier where enterprise_number = ? and procedure = 'opleiding-terugbetaling'").param(number).query(Integer.class).single()).isZero();
    }

    @Test
    void wrong_form_and_wrong_content_are_named_at_once() throws Exception {
        MockHttpServletResponse answer = portal.send(UUID.randomUUID().toString(), good(tree -> {
            set(tree, "/lessons/0/date", "\"10/05/2027\"");
            set(tree, "/lessons/1/invoice/vat", "\"veel\"");
            set(tree, "/declaredBy", "\" \"");
        }));
        assertThat(portal.fields(answer)).contains("lessons[0].date", "lessons[1].invoice.vat", "declaredBy");
    }

    @Test
    void what_is_no_claim_is_told_what_it_should_be() throws Exception {
        assertThat(portal.send(UUID.randomUUID().toString(), "{").getStatus()).isEqualTo(400);
        assertThat(portal.send("geen-uuid", good(tree -> { })).getStatus()).isEqualTo(400);
        assertThat(portal.fields(portal.send(UUID.randomUUID().toString(), "{}"))).contains("recognitionNumber", "beneficiary", "iban", "fundedElsewhere", "declaredBy", "attachments");
        assertThat(portal.fields(portal.send(UUID.randomUUID().toString(), good(tree -> ((ArrayNode) tree.get("lessons")).addNull())))).contains("lessons[2]");
        portal.calls(new Actor("karel", "Karel", Set.of(Roles.SIGNATORY)));
        assertThat(portal.send(UUID.randomUUID().toString(), good(tree -> { })).getStatus()).isEqualTo(403);
    }

    /** An internal lesson of one person and an external one of two. */
    private String good(Consumer<ObjectNode> change) {
        ObjectNode tree = json.createObjectNode().put("recognitionNumber", "VX" + n).put("enterpriseNumber", number).put("beneficiary", "Leert bv")
                .put("iban", "BE68 5390 0754 7034").put("fundedElsewhere", false).put("declaredBy", "Leen Verhoeven");
        ArrayNode lessons = tree.putArray("lessons");
        lesson(lessons, "OPL-7", "2027-05-10", "EIGEN", 1);
        ObjectNode external = lesson(lessons, "OPL-9", "2027-05-11", "EXTERN", 2);
        external.putObject("invoice").put("number", "F-" + n).put("date", "2027-05-12").put("exclusive", 100).put("vat", 21).put("inclusive", 121);
        ArrayNode files = tree.putArray("attachments");
        files.addObject().put("kind", "AANWEZIGHEIDSLIJST").put("fileName", "lijst.pdf").put("content", Base64.getEncoder().encodeToString(LIST));
        files.addObject().put("kind", "FACTUUR").put("fileName", "factuur.pdf").put("content", Base64.getEncoder().encodeToString(INVOICE));
        change.accept(tree);
        return tree.toString();
    }

    private ObjectNode lesson(ArrayNode lessons, String training, String date, String trainer, int people) {
        ObjectNode lesson = lessons.addObject().put("training", training).put("date", date).put("start", "09:00").put("end", "12:00").put("trainer", trainer)
                .put("trainerHours", 1);
        ArrayNode participants = lesson.putArray("participants");
        for (int i = 0; i < people; i++) {
            participants.addObject().put("nationalNumber", InventedPerson.nationalNumber(n * 100 + i)).put("hours", 3).put("employedFrom", "2020-01-01");
        }
        return lesson;
    }

    private void set(ObjectNode tree, String pointer, String value) {
        int last = pointer.lastIndexOf('/');
        portal.set((ObjectNode) tree.at(pointer.substring(0, last)), pointer.substring(last + 1), value);
    }
}
