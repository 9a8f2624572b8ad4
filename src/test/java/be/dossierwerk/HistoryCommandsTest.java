package be.dossierwerk;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.CommandsOnDatabase.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

/** From an empty database to the published table, by two commands. */
class HistoryCommandsTest {

    private static final String ROW = "Z-1,DC,FIRST,ONLINE,,RECEIVED,2021-03-02T09:00:00,\n";

    @TempDir
    private Path folder;

    @Test
    void the_published_table_comes_out_of_the_history_of_its_years() throws IOException {
        Path history = folder.resolve("history.csv");
        try (var in = new GZIPInputStream(new ClassPathResource("board/history-dc.csv.gz").getInputStream())) {
            Files.copy(in, history, StandardCopyOption.REPLACE_EXISTING);
        }
        long rows;
        try (var lines = Files.lines(history)) {
            rows = lines.count() - 1;
        }
        CommandsOnDatabase commands = new CommandsOnDatabase(folder);
        assertThat(commands.board("--year", 2020).said()).startsWith("De databank is van een oudere versie van het product");

        Answer first = commands.importHistory(history);
        assertThat(first.code()).isZero();
        assertThat(first.said()).startsWith("%s: %d rijen, waarvan %d nieuw, 0 al bekend en 0 geweigerd\nsha256 ".formatted(history, rows, rows));

        Answer board = commands.board("--year", 2020, "--compare", 2019, "--format", "csv");
        assertThat(board.code()).isZero();
        assertThat(CommandsOnDatabase.norms(board.said())).filteredOn(line -> line.matches("(DC|OFDC|AG)-.*"))
                .containsExactlyInAnyOrderElementsOf(CommandsOnDatabase.expected(new ClassPathResource("board/expected-norms.csv").getFile().toPath()));
        assertThat(CommandsOnDatabase.volumes(board.said())).filteredOn(line -> line.matches("(DC|OFDC|AG),.*"))
                .containsExactlyInAnyOrderElementsOf(CommandsOnDatabase.expected(new ClassPathResource("board/expected-volumes.csv").getFile().toPath()));
        assertThat(board.said()).contains("\r\nNORM,OFDC,OFDC-1,100% binnen 120 dagen behandeld (WSE-tijd),100,170,146,86,").contains(",-14,86,1\r\n");

        Answer again = commands.importHistory(history);
        assertThat(again.code()).isZero();
        assertThat(again.said()).startsWith("%s: %d rijen, waarvan 0 nieuw, %d al bekend en 0 geweigerd".formatted(history, rows, rows));
        assertThat(commands.board("--year", 2020, "--format", "csv")).isEqualTo(board);

        wrongRowsAreToldOneByOne(commands);
        theBoardComesInOtherWaysToo(commands);
    }

    private void wrongRowsAreToldOneByOne(CommandsOnDatabase commands) throws IOException {
        Path wrong = Files.writeString(folder.resolve("fout.csv"), "dossier,measure,type,channel,undertaking,event,at,amount\n" + ROW + "Z-2,DC,FIRST,ONLINE,,VERGETEN,2021-03-02T09:00:00,\n");
        Answer told = commands.importHistory(wrong);
        assertThat(told.code()).isOne();
        assertThat(told.said()).contains("2 rijen, waarvan 1 nieuw, 0 al bekend en 1 geweigerd").contains("\nregel 3, event \"VERGETEN\": deze gebeurtenis is niet bekend\n");

        Path list = folder.resolve("lijst.csv");
        assertThat(commands.importHistory(wrong, "--fouten", list).said()).contains("0 nieuw, 1 al bekend en 1 geweigerd").contains("De geweigerde rijen staan in " + list).doesNotContain("regel 3");
        assertThat(list).hasContent("\uFEFFrij;kolom;waarde;melding\r\n3;event;VERGETEN;deze gebeurtenis is niet bekend\r\n");
        assertThat(commands.importHistory(wrong, "--fouten", list).said()).isEqualTo(list + " bestaat al; er werd niets ingelezen.\n");

        assertThat(commands.importHistory(folder.resolve("weg.csv"))).isEqualTo(new Answer(1, "Het bestand " + folder.resolve("weg.csv") + " is er niet, of u mag het niet lezen.\n"));
        assertThat(commands.importHistory(Files.writeString(folder.resolve("leeg.csv"), ""))).isEqualTo(new Answer(1, "Het bestand is leeg.\n"));
        for (List<String> use : List.of(List.<String>of(), List.of("a", "b"), List.of("a", "--fouten"), List.of("a", "--wat"))) {
            assertThat(commands.importHistory(use.toArray()).code()).isEqualTo(2);
        }
    }

    private void theBoardComesInOtherWaysToo(CommandsOnDatabase commands) {
        assertThat(commands.board("--year", 2020, "--maatregel", "OFDC").said()).startsWith("norm ").contains("86 % (146/170)").contains("-14").doesNotContain("\nDC-");
        assertThat(commands.board("--van", "2020-01-01", "--tot", "2020-12-31", "--naastvan", "2019-01-01", "--naasttot", "2019-12-31", "--format", "json").said())
                .contains("\"code\" : \"OFDC-1\"").contains("\"result\" : 86,").contains("\"from\" : \"2020-01-01\"");
        Path book = folder.resolve("bord.xlsx");
        assertThat(commands.board("--year", 2020, "--format", "xlsx", "--out", book)).isEqualTo(new Answer(0, book + "\n"));
        assertThat(book).isNotEmptyFile();
        assertThat(commands.board("--year", 2020, "--format", "xlsx", "--out", book)).isEqualTo(new Answer(1, book + " bestaat al; er werd niets gemaakt.\n"));
        assertThat(commands.board("--year", 2020, "--maatregel", "XYZ")).isEqualTo(new Answer(1, "Er werd niets gemaakt: Deze maatregel bestaat niet: XYZ. Kies er een uit de boordtabel, zoals DC.\n"));
        for (List<String> use : List.of(List.<String>of(), List.of("--year"), List.of("--year", "twintig"), List.of("--van", "2020-01-01"), List.of("--year", "2020", "--format", "pdf"),
                List.of("--year", "2020", "--wat", "1"))) {
            assertThat(commands.board(use.toArray()).code()).isEqualTo(2);
        }
    }
}
