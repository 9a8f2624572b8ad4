package be.dossierwerk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.webmvc.core.configuration.MultipleOpenApiSupportConfiguration;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springdoc.webmvc.ui.SwaggerConfig;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The description as a reader of /api/openapi gets it. */
@SpringBootTest(classes = OpenApiServedTest.OnlyRest.class)
class OpenApiServedTest {

    @Configuration
    @Import({ApplicantApi.class, Problems.class, OpenApiDescription.class})
    @ImportAutoConfiguration({JacksonAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
            WebMvcAutoConfiguration.class, SpringDocConfigProperties.class, SwaggerUiConfigProperties.class, SwaggerUiOAuthProperties.class,
            SpringDocConfiguration.class, SpringDocWebMvcConfiguration.class, MultipleOpenApiSupportConfiguration.class, SwaggerConfig.class})
    static class OnlyRest { }

    @MockitoBean
    private JsonBody body;
    @MockitoBean
    private FileApplication filing;
    @MockitoBean
    private FollowDossier following;
    @MockitoBean
    private ApiText text;
    @Autowired
    private WebApplicationContext context;
    @Autowired
    private ObjectMapper json;

    private MockMvc mvc;

    @BeforeEach
    void serve() {
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    void it_describes_two_doors_their_key_their_answers_and_their_problems() throws Exception {
        JsonNode api = json.readTree(mvc.perform(get("/api/openapi")).andReturn().getResponse().getContentAsByteArray());

        assertThat(names(api.get("paths"))).containsExactlyInAnyOrder("/api/applications", "/api/dossiers/{number}");
        JsonNode post = api.at("/paths/~1api~1applications/post");
        assertThat(post.at("/parameters/0/name").textValue()).isEqualTo("Idempotency-Key");
        assertThat(post.at("/requestBody/content/application~1json/schema/$ref").textValue()).isEqualTo("#/components/schemas/Application");
        assertThat(names(post.get("responses"))).containsExactlyInAnyOrder("200", "201", "400", "409", "413", "422");
        assertThat(post.at("/responses/422/content/application~1problem+json/schema/$ref").textValue()).isEqualTo("#/components/schemas/Problem");
        assertThat(names(api.at("/paths/~1api~1dossiers~1{number}/get/responses"))).containsExactlyInAnyOrder("200", "404");
        assertThat(api.at("/components/schemas/Undertaking/properties/iban/example").textValue()).isEqualTo("BE68 5390 0754 7034");
        assertThat(api.at("/components/schemas/Application/required").toString()).contains("persons").doesNotContain("deposit");
        assertThat(api.at("/components/schemas/Deposit/properties/amount/example").isNumber()).isTrue();
    }

    @Test
    void the_page_that_shows_it_is_not_hidden_by_the_answer_for_unknown_addresses() throws Exception {
        assertThat(mvc.perform(get("/api/docs")).andReturn().getResponse().getRedirectedUrl()).endsWith("/api/swagger-ui/index.html");
        assertThat(mvc.perform(get("/api/swagger-ui/index.html")).andReturn().getResponse().getStatus()).isEqualTo(200);
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
