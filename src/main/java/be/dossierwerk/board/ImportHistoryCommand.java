package be.dossierwerk.board;

import static be.dossierwerk.shared.CommandOutput.say;

import be.dossierwerk.board.ShowHistoryImports.Import;
import be.dossierwerk.board.ShowHistoryImports.Rejection;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.CommandOutput;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;

/** Reads a file with history into the board: {@code java -jar dossierwerk.jar import-history FILE.csv [--fouten FILE.csv] [--aanvulling]}. */
public final class ImportHistoryCommand {

    private static final int GOOD = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_USE = 2;
    private static final int PAGE = 1_000;
    private static final Locale DUTCH = Locale.forLanguageTag("nl-BE");
    private static final Set<String> HELP = Set.of("--help", "-h");
    private static final String USE = """
            Gebruik: java -jar dossierwerk.jar import-history BESTAND.csv [--fouten BESTAND.csv] [--aanvulling]
              Leest gebeurtenissen van dossiers in voor de boordtabel; de gids (geschiedenis-inlezen.md) zegt hoe een rij eruitziet.
              --fouten      schrijft de geweigerde rijen naar dit nieuwe bestand in plaats van op het scherm
              --aanvulling  neemt ook rijen aan die liggen voor wat van hun dossier al bekend is
            Hetzelfde bestand nog eens verandert niets. Is er nog geen databank, dan wordt ze gemaakt.
            De databank moet bereikbaar zijn; met de ingebouwde databank mag het product niet draaien.
            Dat u het bestand inleest, wordt vastgelegd, met uw gebruikersnaam op deze server.
            Antwoord: 0 wanneer alle rijen goed zijn, 1 wanneer er rijen of het bestand geweigerd zijn, 2 bij verkeerd gebruik.""";

    /** What was asked. {@code wrongRows}: null to say them. */
    private record Question(Path file, Path wrongRows, boolean supplement) { }

    private ImportHistoryCommand() { }

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
        if (!Files.isReadable(question.file) || Files.isDirectory(question.file)) {
            say(err, "Het bestand " + question.file + " is er niet, of u mag het niet lezen.");
            return REFUSED;
        }
        if (question.wrongRows != null && Files.exists(question.wrongRows)) {
            say(err, question.wrongRows + " bestaat al; er werd niets ingelezen.");
            return REFUSED;
        }
        try (ConfigurableApplicationContext context = product.get()) {
            return context.getBean(CurrentActor.class).as(Actor.onServer(System.getProperty("user.name"), Roles.MANAGER), () -> read(context, question, out, err));
        } catch (RuntimeException e) {
            say(err, CommandOutput.notStarted(e).orElseGet(() -> "Er werd niets ingelezen: " + e.getMessage()));
            return REFUSED;
        }
    }

    /** Null when the command was given wrongly. */
    private static Question question(List<String> arguments) {
        Path file = null;
        Path wrongRows = null;
        boolean supplement = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--aanvulling")) {
                supplement = true;
            } else if (argument.equals("--fouten") && wrongRows == null && i + 1 < arguments.size()) {
                wrongRows = Path.of(arguments.get(++i));
            } else if (!argument.startsWith("-") && file == null) {
                file = Path.of(argument);
            } else {
                return null;
            }
        }
        return file == null ? null : new Question(file, wrongRows, supplement);
    }

    private static int read(ConfigurableApplicationContext context, Question question, PrintStream out, PrintStream err) {
        ImportHistory importHistory = context.getBean(ImportHistory.class);
        String name = question.file.getFileName().toString();
        ImportHistory.Outcome done;
        try {
            done = question.supplement ? importHistory.supplement(name, question.file) : importHistory.importFile(name, question.file);
        } catch (Refused refused) {
            say(err, context.getBean(Texts.class).of(DUTCH, refused));
            return REFUSED;
        }
        ShowHistoryImports imports = context.getBean(ShowHistoryImports.class);
        Import kept = imports.byId(done.id());
        say(out, "%s: %d rijen, waarvan %d nieuw, %d al bekend en %d geweigerd%nsha256 %s".formatted(question.file, done.rows(), done.accepted(), done.known(), done.rejected(), kept.sha256()));
        if (done.rejected() == 0) {
            return GOOD;
        }
        if (question.wrongRows == null) {
            tell(imports, kept, out);
        } else {
            write(imports, kept, question.wrongRows, out, err);
        }
        return REFUSED;
    }

    private static void tell(ShowHistoryImports imports, Import of, PrintStream out) {
        for (int from = 0; from < of.rejected(); from += PAGE) {
            for (Rejection wrong : imports.rejections(of, from, PAGE)) {
                say(out, "regel %d, %s \"%s\": %s".formatted(wrong.line(), wrong.column(), wrong.value(), wrong.reason()));
            }
        }
    }

    private static void write(ShowHistoryImports imports, Import of, Path file, PrintStream out, PrintStream err) {
        try (Writer to = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
            imports.write(of, to);
            say(out, "De geweigerde rijen staan in " + file);
        } catch (IOException e) {
            say(err, "De geweigerde rijen zijn niet te schrijven: " + e.getMessage());
        }
    }
}
