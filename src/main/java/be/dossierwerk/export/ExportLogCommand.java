package be.dossierwerk.export;

import be.dossierwerk.export.WriteLog.Written;
import be.dossierwerk.shared.CommandOutput;
import be.dossierwerk.shared.Refused;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Writes the log of many dossiers to a file: {@code java -jar dossierwerk.jar export-log --formaat xes --procedure erkenning --van 2026-01-01
 * --tot 2026-12-31 --uit FILE}. Needs the database.
 */
public final class ExportLogCommand {

    private static final int GOOD = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_USE = 2;
    private static final Set<String> HELP = Set.of("--help", "-h");
    private static final String USE = """
            Gebruik: java -jar dossierwerk.jar export-log --formaat xes|ocel|csv --uit BESTAND [--procedure NAAM]... [--van DAG] [--tot DAG] [--afgesloten]
              --formaat      xes (IEEE 1849), ocel (OCEL 2.0, JSON) of csv (zip met tabellen)
              --procedure    zoals erkenning; mag meermaals; zonder gaat het over alle procedures
              --van, --tot   dagen van ontvangst, zoals 2026-01-01
              --afgesloten   alleen dossiers die afgesloten zijn
            De databank moet bereikbaar zijn; met de ingebouwde databank mag het product niet draaien. In het bestand staan schuilnamen, geen namen.
            Het bestand mag er nog niet zijn, en alleen u kunt het lezen. Dat u het maakt, wordt vastgelegd, met uw gebruikersnaam op deze server.
            Antwoord: 0 wanneer het bestand er ligt, 1 met de reden wanneer het er niet kwam, 2 bij verkeerd gebruik.""";

    /** What was asked. */
    record Question(LogFormat format, LogFilter filter, Path file) { }

    private ExportLogCommand() { }

    /** {@code product}: starts the product on its database. @return the exit code: 0 when the file lies there, 1 when it was refused, 2 when the command was given wrongly */
    public static int run(List<String> arguments, PrintStream out, PrintStream err, Supplier<ConfigurableApplicationContext> product) {
        if (arguments.stream().anyMatch(HELP::contains)) {
            CommandOutput.say(out, USE);
            return GOOD;
        }
        Question question = question(arguments);
        if (question == null) {
            CommandOutput.say(err, USE);
            return WRONG_USE;
        }
        try (ConfigurableApplicationContext context = product.get()) {
            return write(context.getBean(ExportToFile.class), question, out, err);
        } catch (RuntimeException e) {
            CommandOutput.say(err, "Er werd niets gemaakt: " + e.getMessage());
            return REFUSED;
        }
    }

    /** Null when the command was given wrongly. */
    static Question question(List<String> arguments) {
        LogFormat format = null;
        Path file = null;
        LocalDate from = null;
        LocalDate to = null;
        boolean closed = false;
        TreeSet<String> procedures = new TreeSet<>();
        try {
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                if (argument.equals("--afgesloten")) {
                    closed = true;
                    continue;
                }
                i++;
                String value = arguments.get(i);
                switch (argument) {
                    case "--formaat" -> format = LogFormat.valueOf(value.toUpperCase(Locale.ROOT));
                    case "--procedure" -> procedures.add(value);
                    case "--van" -> from = LocalDate.parse(value);
                    case "--tot" -> to = LocalDate.parse(value);
                    case "--uit" -> file = Path.of(value);
                    default -> {
                        return null;
                    }
                }
            }
        } catch (IndexOutOfBoundsException | DateTimeException | IllegalArgumentException e) {
            return null;
        }
        return format == null || file == null ? null : new Question(format, new LogFilter(procedures, from, to, closed), file);
    }

    static int write(ExportToFile exportToFile, Question question, PrintStream out, PrintStream err) {
        try {
            Written written = exportToFile.export(question.format, question.filter, System.getProperty("user.name"), question.file);
            CommandOutput.say(out, "%s: %d dossiers, %d gebeurtenissen, %d beslissingen%nsha256 %s".formatted(question.file, written.counts().dossiers(), written.counts().events(),
                    written.counts().decisions(), written.sha256()));
            return GOOD;
        } catch (Refused refused) {
            CommandOutput.say(err, "Dat gaat niet: kies een procedure die dossiers heeft, en een laatste dag na de eerste.");
            return REFUSED;
        } catch (FileAlreadyExistsException e) {
            CommandOutput.say(err, e.getMessage() + " bestaat al; er werd niets gemaakt.");
            return REFUSED;
        } catch (NoSuchFileException e) {
            CommandOutput.say(err, "De map " + e.getMessage() + " is er niet; er werd niets gemaakt.");
            return REFUSED;
        } catch (IOException e) {
            CommandOutput.say(err, "Niet te schrijven: " + e.getMessage());
            return REFUSED;
        }
    }
}
