package be.dossierwerk.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The published table comes out of the events of its years, on PostgreSQL; every test has a database of its own. */
class BoardTest {

    private static final Actor HEAD = new Actor("karel", "Karel Wouters", Set.of(Roles.HEAD));
    private static final ShowBoard.Period Y2019 = ShowBoard.Period.year(2019);
    private static final ShowBoard.Period Y2020 = ShowBoard.Period.year(2020);
    private static final String HEADER = String.join(",", HistoryRow.COLUMNS) + "\n";
    private static final String GOOD = "D-1,DC,FIRST,ONLINE,0403019261,COMPLETE,2020-03-02T09:00:00,\n";

    @TempDir
    private Path folder;
    private AnnotationConfigApplicationContext spring;

    @Configuration
    @EnableTransactionManagement
    static class Transactions { }

    @BeforeEach
    void a_fresh_database() {
        DataSource data = OwnDatabase.migrated();
        MovableClock clock = new MovableClock();
        clock.moveTo(ZonedDateTime.of(2026, 11, 21, 14, 2, 0, 0, MovableClock.BRUSSELS));
        spring = new AnnotationConfigApplicationContext();
        spring.registerBean(DataSource.class, () -> data);
        spring.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(data));
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(data));
        spring.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(data));
        spring.registerBean(MovableClock.class, () -> clock);
        spring.register(Transactions.class, CurrentActor.class, AuditLog.class, BoardNorms.class, Lives.class, JudgeDossiers.class, ImportHistory.class, ShowBoard.class);
        spring.refresh();
    }

    @AfterEach
    void close() {
        spring.close();
    }

    @Test
    void the_published_figures_come_out_of_the_events_of_two_years() throws IOException {
        Path file = folder.resolve("geschiedenis.csv");
        try (var in = new GZIPInputStream(new ClassPathResource("board/history-dc.csv.gz").getInputStream())) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }

        ImportHistory.Outcome first = take(file);

        assertThat(first.rejected()).isZero();
        assertThat(first.accepted()).isEqualTo(first.rows()).isGreaterThan(16_000);
        ShowBoard.Board board = board();
        assertThat(board.norms()).filteredOn(line -> line.now().counted() > 0).flatExtracting(line -> List.of(
                        "%s,2019,%d,%d,%s".formatted(line.code(), line.before().counted(), line.before().met(), line.before().percent(line.decimals())),
                        "%s,2020,%d,%d,%s".formatted(line.code(), line.now().counted(), line.now().met(), line.now().percent(line.decimals()))))
                .containsExactlyInAnyOrderElementsOf(expected("expected-norms.csv"));
        assertThat(board.volumes()).filteredOn(line -> !line.measure().equals("ESF")).flatExtracting(line -> List.of(
                        "%s,%s,2019,%s".formatted(line.measure(), line.indicator(), line.before()), "%s,%s,2020,%s".formatted(line.measure(), line.indicator(), line.now())))
                .containsExactlyInAnyOrderElementsOf(expected("expected-volumes.csv"));
        // As printed: 86 % of 100 %, fourteen points less; 87 % of 85 %, nineteen more.
        assertThat(board.norms()).filteredOn(line -> line.code().startsWith("OFDC")).extracting(line -> line.change(0) + " " + line.ofTarget(0)).containsExactly("-14 86", "19 102");

        ImportHistory.Outcome again = take(file);
        assertThat(again).extracting(ImportHistory.Outcome::accepted, ImportHistory.Outcome::known, ImportHistory.Outcome::rejected).containsExactly(0, again.rows(), 0);
        assertThat(board()).isEqualTo(board);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "D-1,DC,FIRST,ONLINE,0403019261,VERGETEN,2020-03-03T09:00:00,            | event       | deze gebeurtenis is niet bekend",
        "D-1,XYZ,FIRST,ONLINE,0403019261,DECIDED,2020-03-03T09:00:00,            | measure     | deze maatregel bestaat niet",
        "D-1,DC,FIRST,ONLINE,0403019262,DECIDED,2020-03-03T09:00:00,             | undertaking | dit is geen ondernemingsnummer: tien cijfers, waarvan de laatste twee het controlegetal zijn",
        "D-1,DC,FIRST,ONLINE,0403019261,DECIDED,2020-02-30T09:00:00,             | at          | dit is geen dag en uur zoals 2020-03-31T14:05:00",
        "D-1,DC,FIRST,ONLINE,0403019261,DECIDED,2027-03-03T09:00:00,             | at          | dit ligt in de toekomst",
        "D-1,DC,FIRST,ONLINE,0403019261,DECIDED,2020-03-01T09:00:00,             | at          | dit ligt v\u00f3\u00f3r de rij ervoor van hetzelfde dossier",
        "D-1,DC,FIRST,ONLINE,0403019261,DECIDED,2020-03-03T09:00:00,1.234        | amount      | dit is geen bedrag in euro zoals 1234.56",
        "D-1,DC,FOLLOW_UP,ONLINE,0403019261,DECIDED,2020-03-03T09:00:00,         | rij         | dit dossier had eerder een andere maatregel, soort, kanaal of onderneming",
        "D-1,DC,FIRST,ONLINE,0403019261,COMPLETE,2020-03-02T09:00:00,            | rij         | deze rij staat ook al op regel 2",
        "D-1,DC,FIRST,ONLINE,0403019261,DECI                                     | rij         | de rij heeft 6 kolommen en niet 8",
        "D-1,DC,FIRST,ONLINE,\"0403019261,DECIDED,2020-03-03T09:00:00,           | rij         | de aanhalingstekens in deze rij kloppen niet",
        "=1+1,DC,FIRST,ONLINE,0403019261,DECIDED,2020-03-03T09:00:00,            | dossier     | dit is geen dossiernummer"})
    void a_wrong_row_is_told_with_its_line_and_the_others_count(String row, String column, String reason) {
        ImportHistory.Outcome done = take(HEADER + GOOD + row.strip() + "\nD-2,DC,FIRST,ONLINE,0403019261,RECEIVED,2020-03-04T09:00:00,\n", StandardCharsets.UTF_8);

        assertThat(done).extracting(ImportHistory.Outcome::rows, ImportHistory.Outcome::accepted, ImportHistory.Outcome::rejected).containsExactly(3, 2, 1);
        assertThat(rejections(done)).containsExactly("3 " + column + " " + reason);
    }

    @Test
    void a_row_in_another_encoding_is_wrong_and_a_file_without_its_header_changes_nothing() {
        ImportHistory.Outcome done = take(HEADER + GOOD + "D-2,DC,FIRST,caf\u00e9,0403019261,DECIDED,2020-03-04T09:00:00,\n", StandardCharsets.ISO_8859_1);
        assertThat(rejections(done)).containsExactly("3 rij deze rij is niet in UTF-8 geschreven");

        assertThatThrownBy(() -> take(GOOD, StandardCharsets.UTF_8)).isInstanceOf(Refused.class).hasMessage("board.file.header");
        assertThat(spring.getBean(JdbcClient.class).sql("select count(*) from history_import").query(Integer.class).single()).isOne();
    }

    @Test
    void a_later_file_carries_a_dossier_on_and_it_is_judged_anew() {
        take(HEADER + GOOD, StandardCharsets.UTF_8);
        assertThat(board().norms()).allMatch(line -> line.now().counted() == 0);

        take(HEADER + GOOD + "D-1,DC,FIRST,ONLINE,0403019261,DECIDED,2020-07-01T09:00:00,\n", StandardCharsets.UTF_8);
        assertThat(board().norms()).filteredOn(line -> line.now().counted() > 0).extracting(line -> line.code() + " " + line.now().met()).containsExactly("DC-1 0");
    }

    private List<String> rejections(ImportHistory.Outcome done) {
        return spring.getBean(JdbcClient.class).sql("select line || ' ' || field || ' ' || reason from history_rejection where import = ? order by line").param(done.id())
                .query(String.class).list();
    }

    private ImportHistory.Outcome take(String content, Charset charset) {
        try {
            return take(Files.writeString(folder.resolve("invoer.csv"), content, charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportHistory.Outcome take(Path file) {
        return spring.getBean(CurrentActor.class).as(HEAD, () -> spring.getBean(ImportHistory.class).importFile(file.getFileName().toString(), file));
    }

    private ShowBoard.Board board() {
        return spring.getBean(CurrentActor.class).as(HEAD, () -> spring.getBean(ShowBoard.class).of(Y2020, Y2019));
    }

    private static List<String> expected(String name) throws IOException {
        String content = new ClassPathResource("board/" + name).getContentAsString(StandardCharsets.UTF_8);
        return content.lines().skip(1).collect(Collectors.toList());
    }
}
