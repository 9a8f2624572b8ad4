package be.dossierwerk.forecast;

import be.dossierwerk.forecast.StudyNorms.Question;
import be.dossierwerk.forecast.StudyNorms.Study;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Holds the chances of earlier months against what came: {@code java -jar dossierwerk.jar voorspelling-toetsen --norm VOP-4 --formaat csv}. Needs the
 * database, and changes nothing in it.
 */
public final class TestForecastCommand {

    private static final int GOOD = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_USE = 2;
    private static final Set<String> HELP = Set.of("--help", "-h");
    private static final String USE = """
            Gebruik: java -jar dossierwerk.jar voorspelling-toetsen [--norm NORM] [--formaat csv|tekst] [--seed GETAL] [--dag DAG] [--door-elkaar]
              --norm         zoals OFDC-2; zonder worden alle normen getoetst
              --formaat      tekst (gewoon) of csv; --format betekent hetzelfde
              --seed         van de steekproeven en van het door elkaar halen; zonder dezelfde als die van het scherm
              --dag          alsof het die dag is, zoals 2020-12-01; zonder is het vandaag
              --door-elkaar  elk dossier krijgt de afloop van een ander: dan mag geen enkele norm getoond worden
            Getoetst op de twaalf jongste maanden waarvan de afloop bekend is. fout: gemiddeld verschil tussen voorspeld en uitgekomen (tien klassen). z: toets van
            Spiegelhalter, per dossier. scherpte: hoeveel beter dan het gemiddelde (Brier), en minstens met 97,5 % zekerheid. marge: hoe vaak het einde van een
            kwartaal binnen de voorspelde marge van 80 % lag.
            De databank moet bereikbaar zijn; met de ingebouwde databank mag het product niet draaien. Er wordt niets gewijzigd.
            Antwoord: 0 wanneer de toets gemaakt is, 1 met de reden wanneer het niet ging, 2 bij verkeerd gebruik.""";
    private static final String HEADER = "norm,getoond,voorspellingen,dossiers,gemist,fout,z,brier,brier_gemiddelde,scherpte,scherpte_minstens,kwartalen_getoetst,kwartalen_binnen_marge";
    private static final String CSV = "%s,%s,%d,%d,%d,%.4f,%.2f,%.4f,%.4f,%.4f,%.4f,%d,%d";
    private static final String TEXT = "%-8s %-10s %7d %7d %6d  fout %.3f  z %7.2f  brier %.4f (gemiddelde %.4f)  scherpte %7.3f (minstens %7.3f)  marge %d van %d getoetst";

    record Asked(String norm, boolean csv, long seed, LocalDate day, boolean shuffled) { }

    private TestForecastCommand() { }

    /** {@code product}: starts the product on its database. @return the exit code: 0 when it was tested, 1 when that could not be, 2 when the command was given wrongly */
    public static int run(List<String> arguments, PrintStream out, PrintStream err, Supplier<ConfigurableApplicationContext> product) {
        if (arguments.stream().anyMatch(HELP::contains)) {
            say(out, USE);
            return GOOD;
        }
        Asked asked = asked(arguments);
        if (asked == null) {
            say(err, USE);
            return WRONG_USE;
        }
        try (ConfigurableApplicationContext context = product.get()) {
            LocalDate day = asked.day == null ? LocalDate.now(context.getBean(Clock.class)) : asked.day;
            Study study = context.getBean(StudyNorms.class).study(new Question(day, asked.norm, asked.seed, asked.shuffled));
            if (study.norms().isEmpty()) {
                say(err, "De norm " + asked.norm + " bestaat niet.");
                return REFUSED;
            }
            say(out, printed(study, asked.csv, asked.seed));
            return GOOD;
        } catch (RuntimeException e) {
            say(err, "Er werd niets getoetst: " + e.getMessage());
            return REFUSED;
        }
    }

    /** Null when the command was given wrongly. */
    static Asked asked(List<String> arguments) {
        Asked asked = new Asked(null, false, ForecastWork.SEED, null, false);
        try {
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                if (argument.equals("--door-elkaar")) {
                    asked = new Asked(asked.norm, asked.csv, asked.seed, asked.day, true);
                    continue;
                }
                i++;
                String value = arguments.get(i);
                switch (argument) {
                    case "--norm" -> asked = new Asked(value, asked.csv, asked.seed, asked.day, asked.shuffled);
                    case "--seed" -> asked = new Asked(asked.norm, asked.csv, Long.parseLong(value), asked.day, asked.shuffled);
                    case "--dag" -> asked = new Asked(asked.norm, asked.csv, asked.seed, LocalDate.parse(value), asked.shuffled);
                    case "--formaat", "--format" -> {
                        if (!Set.of("csv", "tekst").contains(value)) {
                            return null;
                        }
                        asked = new Asked(asked.norm, value.equals("csv"), asked.seed, asked.day, asked.shuffled);
                    }
                    default -> {
                        return null;
                    }
                }
            }
        } catch (IndexOutOfBoundsException | DateTimeException | NumberFormatException e) {
            return null;
        }
        return asked;
    }

    /** A line for each norm, and one for all predictions together. */
    static String printed(Study study, boolean csv, long seed) {
        StringBuilder lines = new StringBuilder(csv ? HEADER + "\n" : "");
        study.norms().forEach(norm -> lines.append(line(csv, norm.code(), norm.gate().name(), norm.scores(), norm.quarter() == null ? 0 : norm.quarter().tested(),
                norm.quarter() == null ? 0 : norm.quarter().held())).append('\n'));
        long shown = study.norms().stream().filter(norm -> norm.gate() == Gate.OPEN).count();
        int tested = study.norms().stream().mapToInt(norm -> norm.quarter() == null ? 0 : norm.quarter().tested()).sum();
        int held = study.norms().stream().mapToInt(norm -> norm.quarter() == null ? 0 : norm.quarter().held()).sum();
        lines.append(line(csv, "alle", shown + "/" + study.norms().size(), Scores.of(study.norms().stream().flatMap(norm -> norm.scored().stream()).toList(), seed), tested, held));
        return csv ? lines.toString() : lines + "\nsha256 van de gebeurtenissen: " + study.sha256();
    }

    private static String line(boolean csv, String norm, String shown, Scores scores, int tested, int held) {
        return String.format(Locale.ROOT, csv ? CSV : TEXT, norm, shown, scores.predictions(), scores.dossiers(), scores.missedDossiers(), scores.error(), scores.z(), scores.brier(), scores.base(), scores.skill(), scores.skillAtLeast(),
                csv ? tested : held, csv ? held : tested);
    }

    private static void say(PrintStream to, String text) {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        to.write(bytes, 0, bytes.length);
        to.flush();
    }
}
