package be.dossierwerk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import be.dossierwerk.activity.ActivityImport;
import be.dossierwerk.activity.ImportActivity;
import be.dossierwerk.activity.ShowActivity;
import be.dossierwerk.shared.ReceivedFile;
import be.dossierwerk.shared.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** What the issuing company sends and gets back; reading the file itself is tested where it is read. */
class ActivityApiTest {

    private static final String CONTENT = "erkenningsnummer;ondernemingsnummer;maand;aantal;bedrag\nV10001;;2026-03;1;26,67\n";
    private static final ActivityImport FILE = new ActivityImport(7, "maart.csv", "ab", Instant.EPOCH, "Portaal", 3, 2, 1, List.of(YearMonth.of(2026, 3)),
            List.of(), ActivityImport.Status.GEDEELTELIJK);

    private final ImportActivity importActivity = mock(ImportActivity.class);
    private final ShowActivity showActivity = mock(ShowActivity.class);
    private final ObjectMapper json = new ObjectMapper();
    private final List<Path> received = new ArrayList<>();
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new ActivityApi(importActivity, showActivity))
            .setControllerAdvice(new Problems(new ApiText(messages()))).setMessageConverters(new MappingJackson2HttpMessageConverter(json)).build();

    @Test
    void a_file_is_read_and_its_rejected_rows_come_back() throws Exception {
        when(importActivity.importFile(any(), any())).thenAnswer(call -> {
            ReceivedFile file = call.getArgument(1);
            assertThat(file.path()).hasContent(CONTENT);
            received.add(file.path());
            return new ImportActivity.Outcome(FILE, true);
        });
        when(showActivity.rejections(eq(7L), anyInt())).thenReturn(List.of(new ShowActivity.Rejection(5, "aantal", "-5", "het aantal cheques is negatief")));

        MockHttpServletResponse answer = send(csv().queryParam("bestand", "maart.csv"));

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(body(answer)).isEqualTo(json.readTree("""
                {"importNumber": 7, "rows": 3, "accepted": 2, "rejected": 1, "months": ["2026-03"], "replaced": [],
                 "rejections": [{"row": 5, "column": "aantal", "value": "-5", "message": "het aantal cheques is negatief"}]}"""));
        verify(importActivity).importFile(eq("maart.csv"), any());
        assertThat(received).hasSize(1).noneMatch(Files::exists);
    }

    @Test
    void the_same_file_again_is_no_news() throws Exception {
        when(importActivity.importFile(any(), any())).thenReturn(new ImportActivity.Outcome(FILE, false));

        assertThat(send(csv()).getStatus()).isEqualTo(200);
    }

    @Test
    void a_file_that_is_none_is_a_problem_in_the_language_of_the_sender() throws Exception {
        when(importActivity.importFile(any(), any())).thenThrow(new Refused("activity.file.encoding"));

        MockHttpServletResponse answer = send(csv().header("Accept-Language", "en"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(body(answer).get("type").textValue()).isEqualTo("urn:dossierwerk:problem:activity.file.encoding");
        assertThat(body(answer).get("detail").textValue()).startsWith("This file is no text in UTF-8.");
    }

    @Test
    void another_method_or_another_content_is_told_what_this_door_takes() throws Exception {
        for (MockHttpServletRequestBuilder call : List.of(get("/api/activiteit"), post("/api/activiteit").contentType("application/json").content("{}"))) {
            MockHttpServletResponse answer = send(call);
            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(body(answer).get("detail").textValue()).isEqualTo("Stuur het bestand met POST, als text/csv.");
        }
        verifyNoInteractions(importActivity);
    }

    private static MockHttpServletRequestBuilder csv() {
        return post("/api/activiteit").contentType("text/csv;charset=UTF-8").content(CONTENT.getBytes(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder call) throws Exception {
        return mvc.perform(call).andReturn().getResponse();
    }

    private JsonNode body(MockHttpServletResponse answer) throws Exception {
        return json.readTree(answer.getContentAsByteArray());
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/activity", "messages/api");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }
}
