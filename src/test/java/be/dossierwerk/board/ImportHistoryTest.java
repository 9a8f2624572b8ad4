package be.dossierwerk.board;

import static be.dossierwerk.board.HistoryDesk.HEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.board.ImportHistory.Outcome;
import be.dossierwerk.shared.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files as they come in real life: what is wrong is told row by row, and nothing stands twice. */
class ImportHistoryTest {

    private static final String ROWS = """
            D-1,DC,FIRST,ONLINE,0403019261,RECEIVED,2020-03-02T09:00:00,
            D-2,DC,FIRST,PAPER,,RECEIVED,2020-03-02T10:00:00,
            D-1,DC,FIRST,ONLINE,0403019261,COMPLETE,2020-03-05T09:00:00,
            D-3,AG,PJ,EX_OFFICIO,,FINE_IMPOSED,2020-03-06T09:00:00,1250.50
            D-1,DC,FIRST,ONLINE,0403019261,DECIDED,2020-04-01T09:00:00,
            """;

    @TempDir
    private Path folder;
    private HistoryDesk desk;

    @BeforeEach
    void open() {
        desk = new HistoryDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, '', '\n', ','", "UTF-8, '\uFEFF', '\n', ','", "UTF-8, '', '\r\n', ','", "UTF-8, '\uFEFF', '\r\n', ';'", "ISO-8859-1, '', '\n', ';'", "UTF-16, '', '\n', ','",
            "UTF-16LE, '\uFEFF', '\r\n', ';'"})
    void the_same_rows_come_out_of_any_way_to_write_them(Charset charset, String mark, String lineEnd, String delimiter) {
        Outcome done = desk.read(mark + (HEADER + ROWS).replace("\n", lineEnd).replace(",", delimiter), charset);

        assertThat(desk.rejections(done)).isEmpty();
        assertThat(done).extracting(Outcome::rows, Outcome::accepted).containsExactly(5, 5);
        assertThat(desk.events()).containsExactly("D-1 RECEIVED 2020-03-02T09:00:00", "D-1 COMPLETE 2020-03-05T09:00:00", "D-1 DECIDED 2020-04-01T09:00:00",
                "D-2 RECEIVED 2020-03-02T10:00:00", "D-3 FINE_IMPOSED 2020-03-06T09:00:00 1250.50");
    }

    @Test
    void a_file_that_is_none_changes_nothing_and_is_told_in_a_sentence() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write((HEADER + ROWS).getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> desk.read(packed.toByteArray())).isInstanceOf(Refused.class).hasMessage("board.file.packed");
        assertThatThrownBy(() -> desk.read("PK\u0003\u0004 en de rest")).isInstanceOf(Refused.class).hasMessage("board.file.packed");
        assertThatThrownBy(() -> desk.read("")).isInstanceOf(Refused.class).hasMessage("board.file.empty");
        assertThatThrownBy(() -> desk.read(HEADER)).isInstanceOf(Refused.class).hasMessage("board.file.no-rows");
        assertThatThrownBy(() -> desk.read(ROWS)).isInstanceOf(Refused.class).hasMessage("board.file.header");
        assertThatThrownBy(() -> desk.read("measure,dossier,type,channel,undertaking,event,at,amount\n" + ROWS)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.key()).isEqualTo("board.file.column-order");
            assertThat(refused.args()).containsExactly("dossier,measure,type,channel,undertaking,event,at,amount", "measure,dossier,type,channel,undertaking,event,at,amount");
        });
        assertThat(desk.events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "D-9,DC,FIRST,ONLINE,,DECIDED,-99999-01-01T00:00:00,                       | 2 at dit is geen dag en uur zoals 2020-03-31T14:05:00",
        "D-9,DC,FIRST,ONLINE,,DECIDED,2020-01-01T00:00:00.000000001,               | 2 at dit is geen dag en uur zoals 2020-03-31T14:05:00",
        "D-9,DC,FIRST,ONLINE,,FINE_IMPOSED,2020-01-01T00:00:00,99999999999999      | 2 amount dit is geen bedrag in euro zoals 1234.56",
        "D-9,DC,FIR\0ST,ONLINE,,DECIDED,2020-01-01T00:00:00,                       | 2 type dit is geen soort dossier, zoals FIRST",
        "\0,\0,x                                                                 | 2 rij de rij heeft 3 kolommen en niet 8"})
    void what_a_database_cannot_hold_is_a_wrong_row_and_no_failure(String row, String reason) {
        Outcome done = desk.read(HEADER + row.strip() + "\n" + ROWS);

        assertThat(desk.rejections(done)).containsExactly(reason);
        assertThat(done.accepted()).isEqualTo(5);
    }

    @Test
    void a_quoted_line_end_spoils_its_own_two_lines_and_a_line_without_end_takes_no_memory() {
        String endless = "x".repeat(3_000_000);

        Outcome done = desk.read(HEADER + "\"D-8\nD-8\",DC,FIRST,ONLINE,,DECIDED,2020-01-01T00:00:00,\n" + endless + "\n" + ROWS);

        assertThat(desk.rejections(done)).containsExactly("2 rij de aanhalingstekens in deze rij kloppen niet", "3 dossier dit is geen dossiernummer", "4 rij de rij is te lang");
        assertThat(desk.bean(JdbcClient.class).sql("select max(length(value)) from history_rejection").query(Integer.class).single()).isLessThan(200);
        assertThat(done.accepted()).isEqualTo(5);
    }

    /** An amount of which the end is lost would stand beside the right one when the whole file comes. */
    @Test
    void a_last_row_that_may_be_cut_off_in_its_amount_waits_for_the_whole_file() {
        String last = "D-7,AG,PJ,EX_OFFICIO,,FINE_IMPOSED,2020-03-06T09:00:00,1250.50";

        for (int lost : new int[] {1, 3, 7}) {
            Outcome cut = desk.read(HEADER + last.substring(0, last.length() - lost));
            assertThat(desk.rejections(cut)).singleElement().asString().startsWith("2 rij het bestand houdt hier op");
        }
        assertThat(desk.read(HEADER + last).accepted()).isOne();
        assertThat(desk.read(HEADER + "D-6,DC,FIRST,ONLINE,,DECIDED,2020-03-06T09:00:00,").accepted()).isOne();
        assertThat(desk.read(HEADER + last + "\n")).extracting(Outcome::known, Outcome::accepted).containsExactly(1, 0);
    }

    @Test
    void only_the_row_that_lies_too_early_is_wrong() {
        Outcome done = desk.read(HEADER + """
                D-1,DC,FIRST,ONLINE,,RECEIVED,2020-03-02T09:00:00,
                D-1,DC,FIRST,ONLINE,,COMPLETE,2020-02-05T09:00:00,
                D-1,DC,FIRST,ONLINE,,PAUSED,2020-03-03T09:00:00,
                D-1,DC,FIRST,ONLINE,,RESUMED,2020-03-03T08:59:59,
                D-1,DC,FIRST,ONLINE,,DECIDED,2020-03-03T09:00:00,
                """);

        assertThat(desk.rejections(done)).containsExactly("3 at dit ligt v\u00f3\u00f3r de rij ervoor van hetzelfde dossier", "5 at dit ligt v\u00f3\u00f3r de rij ervoor van hetzelfde dossier");
        assertThat(desk.events()).containsExactly("D-1 RECEIVED 2020-03-02T09:00:00", "D-1 DECIDED 2020-03-03T09:00:00", "D-1 PAUSED 2020-03-03T09:00:00");
    }

    /** A first row that is wrong for another reason takes none with it. */
    @Test
    void a_row_that_was_refused_makes_no_other_a_repeat() {
        Outcome done = desk.read(HEADER + """
                D-1,DC,FIRST,ONLINE,,RECEIVED,2020-03-02T09:00:00,
                D-1,DC,FOLLOW_UP,ONLINE,,COMPLETE,2020-03-05T09:00:00,
                D-1,DC,FIRST,ONLINE,,COMPLETE,2020-03-05T09:00:00,
                """);

        assertThat(desk.rejections(done)).containsExactly("3 rij dit dossier had eerder een andere maatregel, soort, kanaal of onderneming");
        assertThat(desk.events()).hasSize(2);
    }

    @Test
    void what_lies_before_what_is_known_comes_in_only_as_a_supplement_and_is_judged_anew() {
        desk.read(HEADER + ROWS);
        String forgotten = HEADER + "D-1,DC,FIRST,ONLINE,0403019261,PAUSED,2020-03-06T09:00:00,\nD-1,DC,FIRST,ONLINE,0403019261,RESUMED,2020-03-16T09:00:00,\n";

        Outcome refused = desk.read(forgotten);
        assertThat(desk.rejections(refused)).containsExactly("2 at van dit dossier is al bekend wat later gebeurde, tot 2020-04-01T09:00:00",
                "3 at van dit dossier is al bekend wat later gebeurde, tot 2020-04-01T09:00:00");

        assertThat(desk.supplement(forgotten)).extracting(Outcome::accepted, Outcome::rejected).containsExactly(2, 0);
        assertThat(desk.events()).hasSize(7);
        assertThat(desk.bean(JdbcClient.class).sql("select content from audit_content where dossier = 'DEPARTEMENT' and content like '%als aanvulling%'").query(String.class).list()).hasSize(1);
    }

    @Test
    void a_file_in_disorder_sent_again_as_a_supplement_changes_nothing() {
        String file = HEADER + "D-7,DC,FIRST,ONLINE,,DECIDED,2020-06-01T09:00:00,\nD-7,DC,FIRST,ONLINE,,COMPLETE,2020-03-01T09:00:00,\n";
        assertThat(desk.supplement(file)).extracting(Outcome::accepted, Outcome::rejected).containsExactly(1, 1);
        assertThat(desk.supplement(file)).extracting(Outcome::accepted, Outcome::known, Outcome::rejected).containsExactly(0, 1, 1);
    }

    @Test
    void a_long_number_is_not_kept_with_what_is_wrong_about_it() {
        Outcome done = desk.read(HEADER + "D-8,DC,FIRST,ONLINE,85.07.30-033.28,DECIDED,2020-06-01T09:00:00,\nD-8,DC,0403019262,2020-06-01\n");
        assertThat(desk.bean(JdbcClient.class).sql("select value from history_rejection where import = ? order by line").param(done.id()).query(String.class).list())
                .containsExactly("85.\u2026", "D-8,DC,040\u2026,2020-06-01");
    }

    @Test
    void events_of_a_dossier_of_our_own_do_not_come_from_a_file() {
        // Before the board looked at it for the first time.
        desk.bean(JdbcClient.class).sql("""
                insert into dossier (number, procedure, subject, enterprise_number, municipality, source, received_on, registered_at, state)
                values ('D-1', 'erkenning', 'Poetsdienst', '0403019261', 'Gent', 'PAPIER', '2020-03-01', now(), 'LOPEND')""").update();

        Outcome done = desk.read(HEADER + ROWS);

        assertThat(desk.rejections(done)).hasSize(3).allMatch(reason -> reason.endsWith("dossier dit dossier loopt hier zelf; zijn gebeurtenissen komen niet uit een bestand"));
        assertThat(done.accepted()).isEqualTo(2);
    }

    /** Histories at random, with rows out of order, repeated and unknown, cut at random bytes: the rows before the cut come in, and in the end all is as if it came at once. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_file_that_comes_in_pieces_ends_as_the_file_that_comes_whole(long seed) {
        Random random = new Random(seed);
        String content = HEADER + invented(random);
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Outcome whole = desk.read(bytes);
        List<String> events = desk.events();
        List<String> rejected = desk.rejections(whole);
        try (HistoryDesk other = new HistoryDesk(folder)) {
            for (int cut : random.ints(5, HEADER.length() + 1, bytes.length).sorted().toArray()) {
                Outcome part;
                try {
                    part = other.read(Arrays.copyOf(bytes, cut));
                } catch (Refused refused) {
                    assertThat(refused.key()).isEqualTo("board.file.no-rows");
                    continue;
                }
                // What is told of the whole rows before the cut is what the whole file is told of them; the row that was cut may be wrong besides.
                int lines = (int) new String(bytes, 0, cut, StandardCharsets.ISO_8859_1).chars().filter(c -> c == '\n').count();
                assertThat(inLines(other.rejections(part), lines)).containsExactlyElementsOf(inLines(rejected, lines));
                assertThat(events).containsAll(other.events());
            }
            assertThat(other.read(bytes).rejected()).isEqualTo(whole.rejected());
            assertThat(other.events()).isEqualTo(events);
            assertThat(other.read(bytes).accepted()).isZero();
            assertThat(other.events()).isEqualTo(events);
        }
    }

    private static List<String> inLines(List<String> rejections, int last) {
        return rejections.stream().filter(each -> Integer.parseInt(each.substring(0, each.indexOf(' '))) <= last).map(each -> each.substring(0, each.indexOf(' '))).toList();
    }

    private static String invented(Random random) {
        List<String> events = List.of("RECEIVED", "COMPLETE", "PAUSED", "RESUMED", "DECIDED", "FINE_IMPOSED", "VERGETEN", "caf\u00e9\uD83D\uDE00");
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String event = events.get(random.nextInt(events.size()));
            rows.add("D-%d,%s,%s,ONLINE,,%s,2020-%02d-%02dT09:00:00,%s".formatted(random.nextInt(12), "DC", random.nextInt(15) == 0 ? "FOLLOW_UP" : "FIRST", event, 1 + i / 12, 1 + random.nextInt(28),
                    event.equals("FINE_IMPOSED") ? random.nextInt(5000) + "." + (10 + random.nextInt(89)) : ""));
            if (random.nextInt(10) == 0) {
                rows.add(rows.get(random.nextInt(rows.size())));
            }
        }
        return rows.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void the_same_file_again_is_the_import_of_that_time() {
        Outcome first = desk.read(HEADER + ROWS + "D-4,DC,FIRST,ONLINE,,VERGETEN,2020-03-02T09:00:00,\n");
        Outcome again = desk.read(HEADER + ROWS + "D-4,DC,FIRST,ONLINE,,VERGETEN,2020-03-02T09:00:00,\n");

        assertThat(again).isEqualTo(new Outcome(first.id(), 6, 0, 5, 1, true));
        assertThat(desk.bean(JdbcClient.class).sql("select count(*) from history_import").query(Integer.class).single()).isOne();
    }

    @Test
    void of_two_who_read_at_once_one_is_told_to_wait_or_finds_all_known() throws Exception {
        String content = HEADER + IntStream.range(0, 4_000).mapToObj(i -> "D-%d,DC,FIRST,ONLINE,,RECEIVED,2020-03-02T09:00:00,\n".formatted(i)).collect(Collectors.joining());
        Callable<Object> read = () -> {
            try {
                return desk.read(content).accepted();
            } catch (Refused refused) {
                return refused.key();
            }
        };
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Object> answers = new ArrayList<>();
            for (Future<Object> each : threads.invokeAll(List.of(read, read))) {
                answers.add(each.get());
            }
            assertThat(answers).contains(4_000).hasSize(2).containsAnyOf(0, "board.import.busy");
        } finally {
            threads.shutdown();
        }
        assertThat(desk.events()).hasSize(4_000);
    }
}
