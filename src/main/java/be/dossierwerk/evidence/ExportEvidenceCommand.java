package be.dossierwerk.evidence;

import be.dossierwerk.evidence.MakeEvidence.Made;
import be.dossierwerk.shared.Refused;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
              Zonder --out komt bewijs-DOSSIER.zip in de huidige map. De databank moet bereikbaar zijn; met de ingebouwde databank mag het product niet draaien.""";

    private ExportEvidenceCommand() { }

    /** {@code product}: starts the product on its database. @return the exit code: 0 when the bundle lies there, 1 when it was refused, 2 when the command was given wrongly */
    public static int run(List<String> arguments, PrintStream out, PrintStream err, Supplier<ConfigurableApplicationContext> product) {
        if (arguments.stream().anyMatch(HELP::contains)) {
            say(out, USE);
            return GOOD;
        }
        boolean toFile = arguments.size() == 3 && arguments.get(1).equals("--out");
        if (!toFile && arguments.size() != 1 || arguments.get(0).startsWith("-")) {
            say(err, USE);
            return WRONG_USE;
        }
        try (ConfigurableApplicationContext context = product.get()) {
            return write(context.getBean(MakeEvidence.class), arguments.get(0), toFile ? arguments.get(2) : null, out, err);
        }
    }

    static int write(MakeEvidence makeEvidence, String dossier, String file, PrintStream out, PrintStream err) {
        try {
            Made made = makeEvidence.makeAsOperator(dossier);
            Path path = Path.of(file == null ? made.name() : file);
            Files.write(path, made.content());
            say(out, "Bewijsbundel van " + dossier + ": " + path);
            return GOOD;
        } catch (Refused refused) {
            say(err, "Er is geen dossier " + dossier + ".");
            return REFUSED;
        } catch (IOException | InvalidPathException e) {
            say(err, "Niet te schrijven: " + e.getMessage());
            return REFUSED;
        }
    }

    private static void say(PrintStream to, String text) {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        to.write(bytes, 0, bytes.length);
        to.flush();
    }
}
