package be.dossierwerk.api;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.CurrentActor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.springframework.context.ApplicationContext;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Sends what the portal sends to one address, and reads the answers. */
final class Portal {

    static final Actor ITSELF = new Actor("portaal", "Portaal", Set.of(ApiAccounts.ROLE));

    private final String address;
    private final MockMvc mvc;
    private final CurrentActor currentActor;
    private final ObjectMapper json;
    private Actor caller = ITSELF;

    Portal(String address, Class<?> api, ApplicationContext spring) {
        this.address = address;
        this.currentActor = spring.getBean(CurrentActor.class);
        this.json = spring.getBean(ObjectMapper.class);
        this.mvc = MockMvcBuilders.standaloneSetup(spring.getBean(api), spring.getBean(ApplicantApi.class)).setControllerAdvice(spring.getBean(Problems.class))
                .setMessageConverters(new MappingJackson2HttpMessageConverter(json)).build();
    }

    /** From now on somebody else calls. */
    void calls(Actor somebody) {
        caller = somebody;
    }

    MockHttpServletResponse send(String key, String content) {
        return perform(post(address).contentType("application/json").header("Idempotency-Key", key).content(content.getBytes(StandardCharsets.UTF_8)));
    }

    MockHttpServletResponse perform(MockHttpServletRequestBuilder call) {
        return currentActor.as(caller, () -> {
            try {
                return mvc.perform(call).andReturn().getResponse();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    JsonNode body(MockHttpServletResponse answer) {
        try {
            return json.readTree(answer.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fields that the answer calls wrong. */
    List<String> fields(MockHttpServletResponse answer) {
        return StreamSupport.stream(body(answer).get("errors").spliterator(), false).map(each -> each.get("field").textValue()).toList();
    }

    /** What the answer says of a field; null when it says nothing. */
    String message(MockHttpServletResponse answer, String field) {
        return StreamSupport.stream(body(answer).get("errors").spliterator(), false).filter(each -> each.get("field").textValue().equals(field))
                .map(each -> each.get("message").textValue()).findFirst().orElse(null);
    }

    /** Puts a value, written as JSON, in a field. */
    void set(ObjectNode tree, String field, String value) {
        try {
            tree.set(field, json.readTree(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
