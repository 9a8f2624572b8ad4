package be.dossierwerk.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The words of the OpenAPI description. The application belongs to the recognition module, which knows nothing of REST,
 * so its fields are explained here; a test finds a field without explanation.
 */
@Configuration
class OpenApiDescription {

    /** Lines of: schema.field | required or - | what it is | example. */
    static final String FIELDS = """
            Application.kind | required | First application, a new number, or a change of activities | EERSTE
            Application.undertaking | required | The undertaking that asks to be recognised |
            Application.persons | required | At least one: directors, agents and the person in charge |
            Application.establishments | - | Where the work is done |
            Application.activities | required | What the undertaking wants to do (KB 12-12-2001 art. 1, 2°) |
            Application.infoSession | - | The information session; leave it out when nobody followed one yet |
            Application.deposit | - | The deposit of 25 000 euro; leave it out when it is not paid yet |
            Application.businessPlan | - | The business plan (KB art. 2sexies §1, 4°), one text for each chapter |
            Application.otherActivities | - | The undertaking also does other things than service vouchers | true
            Application.separateDepartment | - | How the separate department is organised, when there are other activities | Een eigen afdeling met eigen personeel en boekhouding.
            Application.commitments | - | The form is signed with all its commitments; false makes the application incomplete | true
            Undertaking.enterpriseNumber | required | Ten digits, the last two are 97 minus the rest of the first eight divided by 97; dots may stand | 0403.019.261
            Undertaking.name | required | At most 200 characters | Poetshulp Voorbeeld bv
            Undertaking.legalForm | - | In words | besloten vennootschap
            Undertaking.type | - | COMMERCIEEL, VZW, OCMW_LOKAAL_BESTUUR, NATUURLIJKE_PERSOON or ANDER | COMMERCIEEL
            Undertaking.street | required | Street and number of the seat, at most 200 characters | Kerkstraat 12
            Undertaking.postalCode | required | Four digits | 9000
            Undertaking.municipality | required | At most 100 characters | Gent
            Undertaking.phone | - | For questions about the file | 09 210 00 00
            Undertaking.email | - | Letters go here when the undertaking wants mail | info@poetshulp.example
            Undertaking.iban | - | Account that gets the deposit back; check digits modulo 97 | BE68 5390 0754 7034
            Person.nationalNumber | required | Eleven digits; the last two are a check modulo 97 | 85.07.30-033.28
            Person.name | required | First name and name | Lotte Voorbeeld
            Person.function | required | What the person does in the undertaking | ZAAKVOERDER
            Establishment.number | required | Ten digits beginning with 2 to 8, with the same check as the enterprise number | 2.000.000.339
            Establishment.street | - | Street and number | Kerkstraat 12
            Establishment.postalCode | - | Four digits | 9000
            Establishment.municipality | - | Place | Gent
            InfoSession.followedOn | - | Day of the session, not in the future | 2026-09-15
            InfoSession.participants | - | Who followed it, at most two | Lotte Voorbeeld
            Deposit.amount | - | Euro, at most two decimals, more than zero | 25000.00
            Deposit.paidOn | - | Day of payment, not in the future | 2026-10-01
            Deposit.reference | - | Reference of the payment | BORG-0403019261
            BusinessPlan.generalInformation | - | Chapter: general information | Poetshulp bij particulieren in en rond Gent.
            BusinessPlan.investments | - | Chapter: investments | Bestelwagen en materiaal, 18 000 euro.
            BusinessPlan.staff | - | Chapter: staff | Acht huishoudhulpen in het eerste jaar.
            BusinessPlan.income | - | Chapter: income | 9 600 uren in het eerste jaar.
            BusinessPlan.fixedCosts | - | Chapter: fixed costs | Huur, verzekering en boekhouding, 21 000 euro.
            BusinessPlan.variableCosts | - | Chapter: variable costs | Lonen en verplaatsing, 230 000 euro.
            BusinessPlan.balanceSheet | - | Chapter: opening balance sheet | Eigen vermogen 40 000 euro.
            """;

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info().title("Dossierwerk").version("1").description("""
                        File an application for recognition in the service-voucher scheme, ask to withdraw a recognition, ask approval of trainings, claim their reimbursement, and see how the dossier stands. \
                        Texts come in Dutch, or in English with `Accept-Language: en`. Dates are written year-month-day."""))
                .components(new Components()
                        .addSecuritySchemes("basic", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")
                                .description("The account of the portal"))
                        .addSchemas("Problem", problem()))
                .addSecurityItem(new SecurityRequirement().addList("basic"));
    }

    @Bean
    OpenApiCustomizer explainedFields() {
        return api -> FIELDS.lines().forEach(line -> {
            String[] parts = line.split("\\|", -1);
            String[] place = parts[0].strip().split("\\.");
            Schema<?> schema = api.getComponents().getSchemas().get(place[0]);
            if (parts[1].strip().equals("required")) {
                schema.addRequiredItem(place[1]);
            }
            Schema<?> field = (Schema<?>) schema.getProperties().get(place[1]);
            String description = parts[2].strip();
            if (field.get$ref() != null) {
                // What stands beside a reference is ignored in OpenAPI 3.0 and allowed in 3.1, so the words go to both readers this way.
                schema.getProperties().put(place[1], new Schema<>().allOf(List.of(new Schema<>().$ref(field.get$ref()))).description(description));
                return;
            }
            field.description(description);
            String example = parts[3].strip();
            if (!example.isEmpty() && !(field instanceof ArraySchema)) {
                field.setExample(switch (type(field)) {
                    case "boolean" -> Boolean.valueOf(example);
                    case "number" -> new BigDecimal(example);
                    default -> example;
                });
            }
        });
    }

    /** OpenAPI 3.0 has one type, 3.1 a set of them. */
    private static String type(Schema<?> field) {
        return field.getType() != null ? field.getType() : field.getTypes() == null ? "" : String.join("", field.getTypes());
    }

    private static Schema<?> problem() {
        Schema<?> wrongField = new Schema<>().type("object")
                .addProperty("field", new Schema<>().type("string").description("Path in the request").example("persons[0].nationalNumber"))
                .addProperty("message", new Schema<>().type("string").example("Het rijksregisternummer klopt niet. Kijk de cijfers na."));
        return new Schema<>().type("object").description("A problem as RFC 9457 describes it")
                .addProperty("type", new Schema<>().type("string").format("uri").description("Fixed code of the problem")
                        .example("urn:dossierwerk:problem:recognition.application.invalid"))
                .addProperty("title", new Schema<>().type("string").example("Er zijn velden die u moet nakijken"))
                .addProperty("status", new Schema<>().type("integer").example(422))
                .addProperty("detail", new Schema<>().type("string").description("What is wrong and what to do"))
                .addProperty("instance", new Schema<>().type("string").example("/api/applications"))
                .addProperty("incident", new Schema<>().type("string").format("uuid").description("Only for status 500: name it when you ask for help"))
                .addProperty("errors", new ArraySchema().items(wrongField).description("Every wrong field"))
                .example(Map.of("type", "urn:dossierwerk:problem:recognition.application.invalid", "title", "Er zijn velden die u moet nakijken",
                        "status", 422, "detail", "Er is 1 veld dat u moet nakijken.", "instance", "/api/applications",
                        "errors", List.of(Map.of("field", "persons[0].nationalNumber", "message", "Het rijksregisternummer klopt niet. Kijk de cijfers na."))));
    }
}
