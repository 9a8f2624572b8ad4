package be.dossierwerk;

import be.dossierwerk.board.BoardCommand;
import be.dossierwerk.board.ImportHistoryCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The commands of the board as somebody types them on a server whose database is still empty, and what the generated history says must come out of them. */
final class CommandsOnDatabase {

    /** {@code said}: on either stream. */
    record Answer(int code, String said) { }

    private final List<String> settings = new ArrayList<>(List.of("--spring.datasource.username=postgres", "--spring.datasource.password=postgres"));

    CommandsOnDatabase(Path folder) {
        DataSource empty = OwnDatabase.empty();
        try (Connection connection = empty.getConnection()) {
            settings.add("--spring.datasource.url=" + connection.getMetaData().getURL());
            settings.add("--dossierwerk.data=" + folder);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Answer importHistory(Object... arguments) {
        return answer(to -> ImportHistoryCommand.run(texts(arguments), to, to, () -> LeanStart.prepared(settings.toArray(String[]::new))));
    }

    Answer board(Object... arguments) {
        return answer(to -> BoardCommand.run(texts(arguments), to, to, () -> LeanStart.run(settings.toArray(String[]::new))));
    }

    private static List<String> texts(Object... arguments) {
        return Stream.of(arguments).map(String::valueOf).toList();
    }

    private interface Command {
        int run(PrintStream to);
    }

    private static Answer answer(Command command) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = command.run(new PrintStream(said, true, StandardCharsets.UTF_8));
        return new Answer(code, said.toString(StandardCharsets.UTF_8));
    }

    /** Of the board as CSV of 2020 beside 2019, each norm and year as the generator writes them: code, year, counted, met, percent. */
    static List<String> norms(String csv) {
        return rows(csv).stream().filter(row -> row.get("kind").equals("NORM")).flatMap(row -> Stream.of(
                String.join(",", row.get("code"), "2019", row.get("counted_other"), row.get("met_other"), row.get("result_other")),
                String.join(",", row.get("code"), "2020", row.get("counted"), row.get("met"), row.get("result")))).toList();
    }

    /** Each volume and year: measure, indicator, year, value. */
    static List<String> volumes(String csv) {
        return rows(csv).stream().filter(row -> row.get("kind").equals("VOLUME")).flatMap(row -> Stream.of(
                String.join(",", row.get("measure"), row.get("code"), "2019", row.get("result_other")), String.join(",", row.get("measure"), row.get("code"), "2020", row.get("result")))).toList();
    }

    /** The lines of such a file below its header. */
    static List<String> expected(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CSVRecord> rows(String csv) {
        try (CSVParser parser = CSVParser.parse(csv, CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
