package be.dossierwerk.audit;

import be.dossierwerk.audit.proof.Bundle;
import be.dossierwerk.audit.proof.Finding;
import be.dossierwerk.audit.proof.ProofJson;
import be.dossierwerk.audit.proof.Seal;
import be.dossierwerk.audit.proof.SealKeys;
import be.dossierwerk.audit.proof.TimeStamp;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * Checks an evidence bundle without the product, the database or the network:
 * {@code java -jar dossierwerk.jar verify BUNDLE.zip [--zegels MAP] [--sleutel PEM] [--tijdstempel PEM]}.
 */
public final class VerifyCommand {

    private static final int GOOD = 0;
    private static final int WRONG = 1;
    private static final int WRONG_USE = 2;
    private static final Set<String> HELP = Set.of("--help", "-h");
    private static final String USE = """
            Gebruik: java -jar dossierwerk.jar verify BUNDEL.zip [--zegels MAP] [--sleutel PEM] [--tijdstempel PEM]
              --zegels MAP       de plaats waar de zegels buiten het product worden bewaard (zegel-000001.json, ...)
              --sleutel PEM      de openbare zegelsleutel zoals de afdeling hem bekendmaakt
              --tijdstempel PEM  het certificaat van de tijdstempeldienst die u vertrouwt, of meer dan een
            Antwoord: 0 wanneer alles klopt, 1 met de handeling die niet klopt en waarom, 2 bij verkeerd gebruik.""";

    private VerifyCommand() { }

    /** @return the exit code: 0 when all agrees, 1 when something does not, 2 when the command was given wrongly */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.stream().anyMatch(HELP::contains)) {
            print(out, USE);
            return GOOD;
        }
        Path file = null;
        SortedMap<Long, Seal> outside = null;
        PublicKey key = null;
        List<X509Certificate> services = null;
        try {
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                String value = i + 1 < arguments.size() ? arguments.get(i + 1) : null;
                if (argument.equals("--zegels") && value != null && Files.isDirectory(Path.of(value))) {
                    outside = ProofJson.outside(Path.of(value));
                    if (outside.isEmpty()) {
                        return wrongUse(err, value + ": daar ligt geen enkel zegel (zegel-000001.json, ...).");
                    }
                    i++;
                } else if (argument.equals("--sleutel") && value != null && Files.isRegularFile(Path.of(value))) {
                    key = SealKeys.publicKey(Files.readString(Path.of(value)));
                    i++;
                } else if (argument.equals("--tijdstempel") && value != null && Files.isRegularFile(Path.of(value))) {
                    services = TimeStamp.certificates(Files.readString(Path.of(value)));
                    i++;
                } else if (!argument.startsWith("-") && file == null) {
                    file = Path.of(argument);
                } else {
                    return wrongUse(err, argument.startsWith("--") && value != null ? argument + " " + value + ": dat is er niet." : null);
                }
            }
            if (file == null) {
                return wrongUse(err, null);
            }
            if (!Files.isRegularFile(file)) {
                return wrongUse(err, file + ": dat bestand is er niet.");
            }
            try (Bundle bundle = new Bundle(file)) {
                return say(bundle.verify(new Bundle.Known(outside, key, services)), out);
            }
        } catch (Bundle.NoBundle e) {
            return wrongUse(err, file + " is geen bewijsbundel: " + e.getMessage() + ".");
        } catch (CertificateException e) {
            return wrongUse(err, "--tijdstempel: dat is geen certificaat in PEM.");
        } catch (GeneralSecurityException e) {
            return wrongUse(err, "--sleutel: dat is geen openbare Ed25519-sleutel in PEM.");
        } catch (IOException | InvalidPathException e) {
            return wrongUse(err, "Niet te lezen: " + e.getMessage());
        }
    }

    private static int say(Bundle.Verdict verdict, PrintStream out) {
        StringBuilder text = new StringBuilder();
        if (verdict.found().isEmpty()) {
            text.append("klopt: ").append(verdict.good()).append('\n');
        } else {
            text.append("klopt niet: ").append(verdict.dossier()).append('\n');
            verdict.found().stream().map(Finding::sentence).distinct().forEach(sentence -> text.append("- ").append(sentence).append('\n'));
        }
        verdict.told().forEach(note -> text.append(note).append('\n'));
        verdict.unchecked().forEach(note -> text.append("niet nagegaan: ").append(note).append('\n'));
        print(out, text.toString().stripTrailing());
        return verdict.found().isEmpty() ? GOOD : WRONG;
    }

    private static int wrongUse(PrintStream err, String why) {
        print(err, why == null ? USE : why + "\n" + USE);
        return WRONG_USE;
    }

    private static void print(PrintStream to, String text) {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        to.write(bytes, 0, bytes.length);
        to.flush();
    }
}
