package be.dossierwerk.board;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.procedurechange.MoveDesk;
import be.dossierwerk.shared.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The same life gets the same verdict, whether it runs on our diagrams or comes from another system: random lives are played on the real engine, their scripts
 * come in as a file under other numbers, and each account of the one is that of the other, field by field. {@code -Dlives.seed} and {@code -Dlives} choose.
 */
@DossierwerkTest
class OwnAndImportedLivesTest {

    private static final int FIRST_UNDERTAKING = 1_750;
    /** After the days of other tests: nothing of theirs is due. */
    private static final LocalDate FIRST = LocalDate.of(2029, 6, 4);
    private static final String IMPORTED = "SCRIPT-%03d";

    @TempDir
    private Path folder;
    @Autowired private ApplicationContext spring;
    @Autowired private KeepOwnDossiers keepOwnDossiers;
    @Autowired private ImportHistory importHistory;
    @Autowired private JdbcClient jdbc;

    @AfterAll
    static void the_board_of_other_tests_is_empty_again(@Autowired JdbcClient jdbc, @Autowired MovableClock clock) {
        clock.release();
        for (String table : List.of("board_account", "history_event")) {
            jdbc.sql("delete from " + table + " where dossier in (select id from history_dossier)").update();
        }
        jdbc.sql("delete from history_dossier").update();
    }

    @Test
    void a_life_on_our_diagrams_and_the_same_life_from_a_file_give_the_same_accounts() throws IOException {
        long seed = Long.getLong("lives.seed", 20_300_107L);
        int lives = Integer.getInteger("lives", 200);
        System.out.println("seed of the lives: " + seed);
        Random random = new Random(seed);
        MoveDesk desk = new MoveDesk(spring);
        PlayedLives played = new PlayedLives(desk, random);
        Map<String, ScriptOfLife> scripts = new LinkedHashMap<>();
        for (int i = 0; i < lives; i++) {
            int n = FIRST_UNDERTAKING + i;
            String number = IMPORTED.formatted(i);
            LocalDate day = FIRST.plusDays(random.nextInt(300));
            ScriptOfLife script = switch (i % 10) {
                case 0, 1, 2, 3, 4 -> played.recognition(n, number, day);
                case 5, 6, 7 -> played.training(n, number, day);
                case 8 -> played.fine(n, number, day);
                default -> played.requestToWithdraw(number, day);
            };
            assertThat(keepOwnDossiers.keep(List.of(played.dossier()))).isOne();
            scripts.put(played.dossier(), script);
        }
        desk.bean(MovableClock.class).moveTo(ZonedDateTime.of(FIRST.plusYears(4).atTime(9, 0), MovableClock.BRUSSELS));
        importScripts(desk, scripts);

        scripts.forEach((dossier, script) -> {
            assertThat(accounts(dossier)).as("accounts of %s and %s\n%s\n%s", dossier, script.number(), String.join("\n", script.lines()), events(dossier)).isEqualTo(accounts(script.number()));
            assertThat(events(dossier)).as("what happened in %s and %s", dossier, script.number()).isEqualTo(events(script.number()));
        });
        Map<String, Long> verdicts = scripts.keySet().stream().flatMap(dossier -> accounts(dossier).stream())
                .collect(Collectors.groupingBy(account -> account.substring(0, account.indexOf(" | ")), TreeMap::new, Collectors.counting()));
        System.out.println("verdicts: " + verdicts);
        assertThat(verdicts.keySet()).as("the lives reach every norm, also its other side").contains("DC-1 true", "DC-2 true", "DC-2 false", "DC-3 true", "OFDC-1 true", "OFDC-1 false", "AG-1 true");
    }

    private void importScripts(MoveDesk desk, Map<String, ScriptOfLife> scripts) throws IOException {
        List<String> lines = new ArrayList<>(List.of(String.join(",", HistoryRow.COLUMNS)));
        scripts.values().forEach(script -> lines.addAll(script.lines()));
        Path file = Files.write(folder.resolve("levens.csv"), lines);
        ImportHistory.Outcome outcome = desk.as("lieve", () -> importHistory.importFile("levens.csv", file));
        assertThat(outcome.accepted()).isEqualTo(lines.size() - 1);
    }

    private List<String> accounts(String number) {
        return jdbc.sql("""
                select concat_ws(' | ', a.code || ' ' || a.met, a.version, a.row_place, a.kind, a.channel, a.counted_on, a.from_at, a.to_at, a.last_on, a.used, a.paused)
                from board_account a join history_dossier d on d.id = a.dossier where d.number = ? order by a.code, a.row_place""").param(number).query(String.class).list();
    }

    /** Without the pauses: of those that overlap we tell one. */
    private List<String> events(String number) {
        return jdbc.sql("""
                select concat_ws(' ', e.at::date, e.name, e.amount, e.measure, e.kind, e.channel) from history_event e join history_dossier d on d.id = e.dossier
                where d.number = ? and e.ended_at is null and e.name not in ('PAUSED', 'RESUMED') order by e.at, e.name""").param(number).query(String.class).list();
    }
}
