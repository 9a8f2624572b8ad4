package be.dossierwerk.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.dossierwerk.bench.Figures;
import be.dossierwerk.board.ShowBoard.Period;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What three million events cost: reading them, the board of a year and the dossiers behind a number, first with two years loaded and then with those before them, fourteen together.
 * The events are those of a generated history of 2019 and 2020 for all measures, and the same once more 732 days earlier, and so on. Run with
 * {@code mvn -Pbench verify -Dtest=BoardBench -Dbench.history=DIR}; another number of copies with {@code -Dbench.copies=6}.
 */
@ExtendWith(Figures.class)
class BoardBench {

    /** Two years and a day: nothing of a copy lies in the years of the one after it. */
    private static final int DAYS = 732;
    private static final int PAGE = 50;
    private static final int TIMES = 7;

    @TempDir
    private Path folder;

    @Test
    void the_same_year_with_more_years_behind_it() throws IOException {
        Path history = Path.of(System.getProperty("bench.history", "/tmp/history")).resolve("history.csv");
        assumeTrue(Files.exists(history), () -> "no generated history in " + history);
        int copies = Integer.getInteger("bench.copies", 6);
        Path older = folder.resolve("ouder.csv");
        int rows = copy(history, older, copies);
        try (HistoryDesk desk = new HistoryDesk(folder, ShowNorm.class)) {
            read(desk, "import of two years", history);
            measure(desk, "2 years loaded");
            assertThat(read(desk, "import of the years before", older)).isEqualTo(rows);
            measure(desk, 2 * (copies + 1) + " years loaded");
            System.out.println("## sizes: " + desk.bean(JdbcClient.class).sql("""
                    select string_agg(relname || ' ' || pg_relation_size(oid) / 1048576 || ' MiB', ', ' order by relname) from pg_class
                    where relname like 'history_event%' or relname like 'board_account%' or relname like 'history_dossier%'""").query(String.class).single());
        }
    }

    private static int read(HistoryDesk desk, String what, Path file) {
        try (Figures.Heap heap = new Figures.Heap()) {
            long start = System.nanoTime();
            ImportHistory.Outcome done = desk.asManager(() -> desk.bean(ImportHistory.class).importFile(file.getFileName().toString(), file));
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("## %s: %,d rows in %.1f s, %,.0f each second, heap %d MiB%n", what, done.rows(), seconds, done.rows() / seconds, heap.most());
            Figures.add("board", what, done.rows(), done.rows(), seconds, -1, heap.most(), done.rejected() + " rejected");
            assertThat(done.rejected()).isZero();
            return done.accepted();
        }
    }

    private static void measure(HistoryDesk desk, String loaded) {
        int events = desk.bean(JdbcClient.class).sql("select count(*) from history_event").query(Integer.class).single();
        Period year = Period.year(2020);
        ShowBoard.Board board = timed("board of a year, " + loaded, events, () -> desk.asManager(() -> desk.bean(ShowBoard.class).of(year, Period.year(2019))));
        assertThat(board.norms()).filteredOn(line -> line.code().equals("OFDC-1")).extracting(line -> line.now().percent(0).intValue()).containsExactly(86);
        ShowNorm.Sheet norm = desk.asManager(() -> desk.bean(ShowNorm.class).of("VOP-4", year));
        assertThat(timed("page of dossiers behind a norm, " + loaded, events, () -> desk.asManager(() -> desk.bean(ShowNorm.class).dossiers(norm, year, ShowNorm.Wanted.ALL, 0, PAGE))).shown()).hasSize(PAGE);
    }

    private static <T> T timed(String what, int events, Supplier<T> work) {
        List<Double> took = new ArrayList<>();
        T answer = null;
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            answer = work.get();
            took.add((System.nanoTime() - start) / 1e6);
        }
        double middle = took.stream().skip(1).sorted().skip(TIMES / 2 - 1L).findFirst().orElseThrow();
        System.out.printf("## %s: first %.0f ms, then %.0f ms in the middle%n", what, took.get(0), middle);
        Figures.add("board", what, events, 1, middle / 1e3, -1, -1, "first %.0f ms".formatted(took.get(0)));
        return answer;
    }

    /** The history, each time as much earlier, of dossiers with another number. @return how many rows */
    private static int copy(Path history, Path to, int copies) throws IOException {
        int rows = 0;
        try (BufferedWriter out = Files.newBufferedWriter(to)) {
            out.write(HistoryDesk.HEADER);
            for (int copy = 1; copy <= copies; copy++) {
                try (Stream<String> lines = Files.lines(history)) {
                    for (String line : (Iterable<String>) lines.skip(1)::iterator) {
                        String[] values = line.split(",", -1);
                        values[0] = "K" + copy + "-" + values[0];
                        values[6] = LocalDateTime.parse(values[6]).minusDays((long) DAYS * copy).toString();
                        out.write(String.join(",", values));
                        out.newLine();
                        rows++;
                    }
                }
            }
        }
        return rows;
    }
}
