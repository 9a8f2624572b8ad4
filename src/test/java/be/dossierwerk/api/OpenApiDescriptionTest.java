package be.dossierwerk.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.recognition.Application;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description keeps step with the record it describes. */
class OpenApiDescriptionTest {

    private final OpenApiDescription description = new OpenApiDescription();

    @Test
    void every_field_of_an_application_is_explained_and_nothing_else() {
        Set<String> fields = Stream.concat(Stream.of(Application.class), Stream.of(Application.class.getDeclaredClasses()))
                .filter(Class::isRecord).flatMap(type -> Stream.of(type.getRecordComponents()).map(OpenApiDescriptionTest::name))
                .collect(Collectors.toSet());

        assertThat(OpenApiDescription.FIELDS.lines().map(line -> line.split("\\|")[0].strip())).containsExactlyInAnyOrderElementsOf(fields);
    }

    @Test
    void explanations_and_examples_reach_the_schemas() {
        OpenAPI api = description.openApi();
        ModelConverters.getInstance().readAll(Application.class).forEach(api.getComponents()::addSchemas);

        description.explainedFields().customise(api);

        Schema<?> undertaking = api.getComponents().getSchemas().get("Undertaking");
        assertThat(undertaking.getRequired()).containsExactlyInAnyOrder("enterpriseNumber", "name", "street", "postalCode", "municipality");
        assertThat(property(undertaking, "enterpriseNumber").getExample()).isEqualTo("0403.019.261");
        assertThat(property(api.getComponents().getSchemas().get("Deposit"), "paidOn").getDescription()).contains("not in the future");
        assertThat(List.of("Application", "Person", "Establishment", "InfoSession", "BusinessPlan")).allSatisfy(name ->
                assertThat(api.getComponents().getSchemas().get(name).getProperties()).as(name).isNotEmpty());
    }

    private static Schema<?> property(Schema<?> schema, String name) {
        return (Schema<?>) schema.getProperties().get(name);
    }

    private static String name(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }
}
