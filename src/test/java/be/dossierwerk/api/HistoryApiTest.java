package be.dossierwerk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import be.dossierwerk.board.BoardFigures;
import be.dossierwerk.board.BoardFormat;
import be.dossierwerk.board.ExportBoard;
import be.dossierwerk.board.ImportHistory;
import be.dossierwerk.board.ImportHistory.Outcome;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowHistoryImports;
import be.dossierwerk.shared.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** What systems with history send, and what programs that read the board get; reading and computing are tested where they are done. */
class HistoryApiTest {

    private static final String CONTENT = "dossier,measure,type,channel,undertaking,event,at,amount\nD-1,DC,FIRST,ONLINE,,RECEIVED,2020-03-02T09:00:00,\n";
    private static final ShowHistoryImports.Import IMPORT = new ShowHistoryImports.Import(7, "a.csv", "ab", Instant.EPOCH, "Portaal", 5, 2, 1, 2);
    private static final ExportBoard.Wanted WANTED = new ExportBoard.Wanted(Period.year(2020), Period.year(2019), Set.of("DC", "AG"));
    private static final String PERIODS = "/api/board?from=2020-01-01&to=2020-12-31&otherFrom=2019-01-01&otherTo=2019-12-31&measure=DC,AG";

    private final ImportHistory importHistory = mock(ImportHistory.class);
    private final ShowHistoryImports imports = mock(ShowHistoryImports.class);
    private final ExportBoard exportBoard = mock(ExportBoard.class);
    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private final List<Path> received = new ArrayList<>();
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new HistoryApi(importHistory, imports), new BoardApi(exportBoard)).setControllerAdvice(new Problems(new ApiText(messages())))
            .setMessageConverters(new ByteArrayHttpMessageConverter(), new MappingJackson2HttpMessageConverter(json)).build();

    @Test
    void a_file_is_read_and_its_counts_and_the_address_of_its_rejections_come_back() throws Exception {
        when(importHistory.importFile(eq("a.csv"), any())).thenAnswer(call -> {
            Path file = call.getArgument(1);
            assertThat(file).hasContent(CONTENT);
            received.add(file);
            return new Outcome(7, 5, 2, 1, 2, false);
        });

        MockHttpServletResponse answer = send(csv().queryParam("name", "a.csv"));

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getHeader("Location")).isEqualTo("/api/history/7/rejections");
        assertThat(body(answer)).isEqualTo(json.readTree("""
                {"id": 7, "rows": 5, "accepted": 2, "known": 1, "rejected": 2, "rejections": "/api/history/7/rejections"}"""));
        assertThat(received).hasSize(1).noneMatch(Files::exists);
    }

    @Test
    void the_same_file_again_is_no_news_and_a_supplement_is_asked_for() throws Exception {
        when(importHistory.supplement(any(), any())).thenReturn(new Outcome(7, 5, 0, 3, 2, true));

        assertThat(send(csv().queryParam("supplement", "true")).getStatus()).isEqualTo(200);
        verify(importHistory).supplement(eq("geschiedenis.csv"), any());
    }

    @Test
    void who_comes_while_another_file_is_read_is_told_so() throws Exception {
        when(importHistory.importFile(any(), any())).thenThrow(new Refused("board.import.busy"));

        MockHttpServletResponse answer = send(csv().header("Accept-Language", "en"));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(body(answer).get("type").textValue()).isEqualTo("urn:dossierwerk:problem:board.import.busy");
        assertThat(body(answer).get("detail").textValue()).startsWith("A file with history is being read already.");
    }

    @Test
    void rejected_rows_come_by_the_page() throws Exception {
        when(imports.byId(7)).thenReturn(IMPORT);
        when(imports.rejections(IMPORT, 0, 1)).thenReturn(List.of(new ShowHistoryImports.Rejection(3, "event", "X", "deze gebeurtenis is niet bekend")));
        when(imports.rejections(IMPORT, 1, 1000)).thenReturn(List.of(new ShowHistoryImports.Rejection(4, "at", "Y", "dit ligt in de toekomst")));
        when(imports.byId(8)).thenThrow(new Refused("board.import.unknown"));

        assertThat(body(send(get("/api/history/7/rejections?limit=1")))).isEqualTo(json.readTree("""
                {"id": 7, "rejected": 2, "rows": [{"line": 3, "column": "event", "value": "X", "message": "deze gebeurtenis is niet bekend"}], "next": "/api/history/7/rejections?from=1&limit=1"}"""));
        assertThat(body(send(get("/api/history/7/rejections?from=1&limit=99999"))).get("next").isNull()).isTrue();
        assertThat(send(get("/api/history/8/rejections")).getStatus()).isEqualTo(404);
    }

    @Test
    void the_board_comes_as_json_or_as_csv() throws Exception {
        when(exportBoard.figures(WANTED)).thenReturn(new BoardFigures(WANTED.period(), WANTED.other(), List.of(), List.of(new BoardFigures.VolumeFigures("AG", "APPEALS", "Beroepen", BigDecimal.TEN,
                BigDecimal.ONE, BigDecimal.valueOf(9)))));
        when(exportBoard.write(eq(WANTED), eq(BoardFormat.CSV), any())).thenReturn("kind\r\n".getBytes(StandardCharsets.UTF_8));
        when(exportBoard.figures(new ExportBoard.Wanted(WANTED.period(), WANTED.other(), Set.of("X")))).thenThrow(new Refused("board.export.measure-unknown", "X"));

        MockHttpServletResponse answer = send(get(PERIODS).accept("application/json"));
        assertThat(body(answer).at("/period/from").textValue()).isEqualTo("2020-01-01");
        assertThat(body(answer).at("/volumes/0/change").intValue()).isEqualTo(9);
        assertThat(send(get(PERIODS).accept("text/csv")).getContentAsString()).isEqualTo("kind\r\n");
        assertThat(send(get(PERIODS.replace("DC,AG", "X")).accept("application/json")).getStatus()).isEqualTo(422);
        assertThat(send(get("/api/board?from=gisteren").accept("application/json")).getStatus()).isEqualTo(400);
    }

    private static MockHttpServletRequestBuilder csv() {
        return post("/api/history").contentType("text/csv;charset=UTF-8").content(CONTENT.getBytes(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder call) throws Exception {
        return mvc.perform(call).andReturn().getResponse();
    }

    private JsonNode body(MockHttpServletResponse answer) throws Exception {
        return json.readTree(answer.getContentAsByteArray());
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/board", "messages/api");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }
}
