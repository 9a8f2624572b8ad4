package be.dossierwerk.board;

import static be.dossierwerk.shared.CommandOutput.say;

import be.dossierwerk.board.ExportBoard.Wanted;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.CommandOutput;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/** Prints the board: {@code java -jar dossierwerk.jar boordtabel --year 2020 --compare 2019 --format csv}. */
public final class BoardCommand {

    private static final int GOOD = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_USE = 2;
    private static final Locale DUTCH = Locale.forLanguageTag("nl-BE");
    private static final Set<String> HELP = Set.of("--help", "-h");
    private static final Set<String> OPTIONS = Set.of("--year", "--compare", "--van", "--tot", "--naastvan", "--naasttot", "--format", "--out", "--maatregel");
    private static final String USE = """
            Gebruik: java -jar dossierwerk.jar boordtabel --year JAAR [--compare JAAR] [--format csv|tekst|json|xlsx|pdf] [--out BESTAND] [--maatregel DC,OFDC]
                 of: java -jar dossierwerk.jar boordtabel --van DAG --tot DAG --naastvan DAG --naasttot DAG ...
              --compare    het jaar ernaast; zonder is dat het jaar ervoor
              --van, --tot eerste en laatste dag, zoals 2020-01-01; --naastvan en --naasttot zijn die van de periode ernaast
              --format     zonder is het tekst; xlsx en pdf vragen --out
              --out        nieuw bestand; zonder komt de tabel op het scherm
              --maatregel  alleen deze maatregelen
            De gids (geschiedenis-inlezen.md) zegt wat elke kolom van de csv is.
            De databank moet bereikbaar zijn; met de ingebouwde databank mag het product niet draaien.
            Antwoord: 0 wanneer de tabel er is, 1 met de reden wanneer ze er niet kwam, 2 bij verkeerd gebruik.""";

    /** {@code file}: null for the screen. */
    record Question(Wanted wanted, BoardFormat format, Path file) { }

    private BoardCommand() { }

    /** {@code product}: starts what is needed on the database. @return the exit code, as the command explains it */
    public static int run(List<String> arguments, PrintStream out, PrintStream err, Supplier<ConfigurableApplicationContext> product) {
        if (arguments.stream().anyMatch(HELP::contains)) {
            say(out, USE);
            return GOOD;
        }
        Question question = question(arguments);
        if (question == null) {
            say(err, USE);
            return WRONG_USE;
        }
        try (ConfigurableApplicationContext context = product.get()) {
            byte[] board = context.getBean(CurrentActor.class).as(Actor.onServer(System.getProperty("user.name"), Roles.MANAGER),
                    () -> board(context, question));
            write(board, question.file, out);
            return GOOD;
        } catch (FileAlreadyExistsException e) {
            say(err, e.getMessage() + " bestaat al; er werd niets gemaakt.");
        } catch (NoSuchFileException e) {
            say(err, "De map van " + e.getMessage() + " is er niet; er werd niets gemaakt.");
        } catch (IOException e) {
            say(err, "Niet te schrijven: " + e.getMessage());
        } catch (RuntimeException e) {
            say(err, CommandOutput.notStarted(e).orElseGet(() -> "Er werd niets gemaakt: " + e.getMessage()));
        }
        return REFUSED;
    }

    private static byte[] board(ConfigurableApplicationContext context, Question question) {
        try {
            return context.getBean(ExportBoard.class).write(question.wanted, question.format, DUTCH);
        } catch (Refused refused) {
            throw new IllegalArgumentException(context.getBean(Texts.class).of(DUTCH, refused), refused);
        }
    }

    private static void write(byte[] board, Path file, PrintStream out) throws IOException {
        if (file == null) {
            out.write(board, 0, board.length);
            out.flush();
        } else {
            Files.write(file, board, StandardOpenOption.CREATE_NEW);
            say(out, file.toString());
        }
    }

    /** Null when the command was given wrongly. */
    static Question question(List<String> arguments) {
        Map<String, String> asked = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            if (!OPTIONS.contains(arguments.get(i)) || asked.put(arguments.get(i), arguments.get(i + 1)) != null) {
                return null;
            }
        }
        try {
            Period period = period(asked, "--year", "--van", "--tot");
            Period other = period(asked, "--compare", "--naastvan", "--naasttot");
            if (other == null && asked.containsKey("--year")) {
                other = Period.year(period.from().getYear() - 1);
            }
            BoardFormat format = BoardFormat.valueOf(asked.getOrDefault("--format", "tekst").toUpperCase(Locale.ROOT));
            Path file = asked.containsKey("--out") ? Path.of(asked.get("--out")) : null;
            if (arguments.size() % 2 != 0 || period == null || other == null || file == null && !format.readable()) {
                return null;
            }
            Set<String> measures = Stream.of(asked.getOrDefault("--maatregel", "").split(",")).map(String::strip).filter(each -> !each.isEmpty()).collect(Collectors.toSet());
            return new Question(new Wanted(period, other, measures), format, file);
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Null when it was not given, or only half. */
    private static Period period(Map<String, String> asked, String year, String from, String to) {
        if (asked.containsKey(year)) {
            return asked.containsKey(from) || asked.containsKey(to) ? null : Period.year(Year.parse(asked.get(year)).getValue());
        }
        return asked.containsKey(from) && asked.containsKey(to) ? new Period(LocalDate.parse(asked.get(from)), LocalDate.parse(asked.get(to))) : null;
    }
}
