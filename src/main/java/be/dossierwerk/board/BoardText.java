package be.dossierwerk.board;

import be.dossierwerk.board.BoardFigures.NormFigures;
import be.dossierwerk.board.BoardFigures.VolumeFigures;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** The board for who reads it on a terminal, in columns. */
final class BoardText {

    private static final String NORM = "%-7s %-70s %6s %18s %18s %8s %6s%n";
    private static final String VOLUME = "%-7s %-70s %6s %18s %18s %8s%n";
    private static final int LONGEST_NAME = 70;

    private BoardText() { }

    static byte[] of(BoardFigures board) {
        StringBuilder text = new StringBuilder(NORM.formatted("norm", "", "doel", label(board.period()), label(board.other()), "verschil", "doel%"));
        for (NormFigures norm : board.norms()) {
            text.append(NORM.formatted(norm.code(), shortened(norm.name()), norm.target().toPlainString(), share(norm.result(), norm.met(), norm.counted()),
                    share(norm.resultOther(), norm.metOther(), norm.countedOther()), signed(norm.change()), norm.ofTarget() == null ? "" : norm.ofTarget().toPlainString()));
        }
        text.append(System.lineSeparator());
        for (VolumeFigures volume : board.volumes()) {
            text.append(VOLUME.formatted(volume.measure(), shortened(volume.name()), "", volume.result().toPlainString(), volume.resultOther().toPlainString(), signed(volume.change())));
        }
        return text.toString().lines().map(String::stripTrailing).reduce("", (all, line) -> all + line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** "2020" for a year, otherwise its first and last day. */
    static String label(ShowBoard.Period period) {
        return period.equals(ShowBoard.Period.year(period.from().getYear())) ? String.valueOf(period.from().getYear()) : "%1$td/%1$tm/%1$ty-%2$td/%2$tm/%2$ty".formatted(period.from(), period.to());
    }

    private static String share(BigDecimal result, long met, long counted) {
        return result == null ? BoardCsv.NOTHING : "%s %% (%d/%d)".formatted(result.toPlainString(), met, counted);
    }

    private static String signed(BigDecimal number) {
        return number == null ? "" : (number.signum() > 0 ? "+" : "") + number.toPlainString();
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "\u2026";
    }
}
