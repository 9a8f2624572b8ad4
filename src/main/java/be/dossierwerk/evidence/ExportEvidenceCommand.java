package be.dossierwerk.evidence;

import be.dossierwerk.audit.WrongSealKey;
import be.dossierwerk.shared.CommandOutput;
import be.dossierwerk.shared.Refused;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;

/** Writes the evidence bundle of a dossier to a file: {@code java -jar dossierwerk.jar export-evidence DOSSIER [--out FILE]}. Needs the database. */
public final class ExportEvidenceCommand {

    private static final int GOOD = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_USE = 2;
    private static final Set<String> HELP = Set.of("--help", "-h");
    private static final String USE = """
            Gebruik: java -jar dossierwerk.jar export-evidence DOSSIER [--out BESTAND]
              Zonder --out komt bewijs-DOSSIER.zip in de huidige map. Het bestand mag er nog niet zijn, en alleen u kunt het lezen.
              De databank moet bereikbaar zijn; met de ingebouwde databank mag het product niet draaien.
              Dat u de bundel maakt, komt in de tijdlijn van het dossier, met uw gebruikersnaam op deze server.
            Antwoord: 0 wanneer de bundel er ligt, 1 met de reden wanneer ze er niet kwam, 2 bij verkeerd gebruik.""";

    private ExportEvidenceCommand() { }

    /** {@code product}: starts what is needed on the database. @return the exit code: 0 when the bundle lies there, 1 when it does not, 2 when the command was given wrongly */
    public static int run(List<String> arguments, PrintStream out, PrintStream err, Supplier<ConfigurableApplicationContext> product) {
        if (arguments.stream().anyMatch(HELP::contains)) {
            CommandOutput.say(out, USE);
            return GOOD;
        }
        boolean toFile = arguments.size() == 3 && arguments.get(1).equals("--out");
        if (!toFile && arguments.size() != 1 || arguments.get(0).startsWith("-")) {
            CommandOutput.say(err, USE);
            return WRONG_USE;
        }
        String dossier = arguments.get(0);
        Path file;
        try {
            file = Path.of(toFile ? arguments.get(2) : "bewijs-" + dossier + ".zip");
            // Before anything starts.
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            if (!Files.isDirectory(file.toAbsolutePath().getParent())) {
                throw new NoSuchFileException(file.toAbsolutePath().getParent().toString());
            }
        } catch (IOException | InvalidPathException e) {
            return refuse(err, e, dossier);
        }
        try (ConfigurableApplicationContext context = product.get()) {
            return write(context.getBean(MakeEvidence.class), dossier, file, out, err);
        } catch (RuntimeException e) {
            return refuse(err, e, dossier);
        }
    }

    static int write(MakeEvidence makeEvidence, String dossier, Path file, PrintStream out, PrintStream err) {
        try {
            makeEvidence.makeByCommand(dossier, System.getProperty("user.name"), file);
            CommandOutput.say(out, "Bewijsbundel van " + dossier + ": " + file);
            return GOOD;
        } catch (IOException | RuntimeException e) {
            return refuse(err, e, dossier);
        }
    }

    private static int refuse(PrintStream err, Exception e, String dossier) {
        CommandOutput.say(err, why(e, dossier));
        return REFUSED;
    }

    private static String why(Throwable failure, String dossier) {
        return CommandOutput.notStarted(failure).orElseGet(() -> notMade(failure, dossier));
    }

    private static String notMade(Throwable failure, String dossier) {
        Throwable last = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return switch (refused.key()) {
                    case "dossier.unknown" -> "Er is geen dossier " + dossier + ".";
                    case "evidence.bundle.key-without-seal" -> "De zegelsleutel is nieuw en maakte nog geen zegel; dat gebeurt zodra het product weer draait.";
                    default -> "Geweigerd: " + refused.key();
                };
            }
            if (cause instanceof WrongSealKey) {
                return cause.getMessage();
            }
            if (cause instanceof FileAlreadyExistsException) {
                return cause.getMessage() + " bestaat al; er werd niets gemaakt.";
            }
            if (cause instanceof NoSuchFileException) {
                return "De map " + cause.getMessage() + " is er niet; er werd niets gemaakt.";
            }
            last = cause;
        }
        return (last instanceof SQLException ? "De databank weigerde: " : last instanceof IOException ? "Niet te schrijven: " : "De bundel werd niet gemaakt: ") + last.getMessage();
    }
}
