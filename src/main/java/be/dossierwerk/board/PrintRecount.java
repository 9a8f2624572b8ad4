package be.dossierwerk.board;

import be.dossierwerk.board.FrozenPeriods.Frozen;
import be.dossierwerk.board.RecountPeriod.NormLine;
import be.dossierwerk.board.RecountPeriod.Recount;
import be.dossierwerk.board.RecountPeriod.VolumeLine;
import be.dossierwerk.board.ShowBoard.Result;
import be.dossierwerk.shared.MovableClock;
import java.io.PrintStream;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** The outcome of counting a frozen period again in lines of text, for a command. */
@Component
public class PrintRecount {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(MovableClock.BRUSSELS);

    private final RecountPeriod recountPeriod;

    PrintRecount(RecountPeriod recountPeriod) {
        this.recountPeriod = recountPeriod;
    }

    /** Gives whether everything is as it was frozen. @throws be.dossierwerk.shared.Refused security.role-missing; board.frozen.unknown */
    public boolean print(long period, PrintStream out) {
        Recount recount = recountPeriod.recount(period);
        Frozen frozen = recount.frozen();
        out.printf("%s: bevroren op %s door %s, vingerafdruk %s%n", frozen.name(), MOMENT.format(frozen.frozenAt()), frozen.frozenByName(), frozen.sha256());
        if (!recount.kept()) {
            out.println("De vingerafdruk is niet die van de bevroren cijfers.");
        }
        if (!recount.inChain()) {
            out.println("De vingerafdruk is niet die in het register.");
        }
        recount.norms().stream().filter(line -> !line.same()).forEach(line -> out.println(line(line)));
        recount.volumes().stream().filter(line -> !line.same()).forEach(line -> out.println(line(line)));
        out.println(recount.holds() ? "Alle cijfers komen overeen." : "Niet alles komt overeen.");
        return recount.holds();
    }

    private static String line(NormLine line) {
        return "%s verschilt: bevroren %s en %s, herrekend %s en %s".formatted(line.definition().code(), text(line.frozen()), text(line.frozenBefore()), text(line.again()), text(line.againBefore()));
    }

    private static String line(VolumeLine line) {
        return "%s %s verschilt: bevroren %s en %s, herrekend %s en %s".formatted(line.measure(), line.name(), line.frozen().toPlainString(), line.frozenBefore().toPlainString(),
                line.again().toPlainString(), line.againBefore().toPlainString());
    }

    private static String text(Result result) {
        return result.met() + " van " + result.counted();
    }
}
