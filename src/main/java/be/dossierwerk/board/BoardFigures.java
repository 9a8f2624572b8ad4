package be.dossierwerk.board;

import be.dossierwerk.board.ShowBoard.Board;
import be.dossierwerk.board.ShowBoard.NormLine;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowBoard.VolumeLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** The board as figures, rounded as they are printed; other programs read these names. */
public record BoardFigures(Period period, Period other, List<NormFigures> norms, List<VolumeFigures> volumes) {

    /** {@code result}, {@code ofTarget}: percent; {@code change}: points. They are null when there was nothing to count. */
    public record NormFigures(String measure, String code, String name, BigDecimal target, long counted, long met, BigDecimal result, long countedOther, long metOther, BigDecimal resultOther,
                              BigDecimal change, BigDecimal ofTarget, int version) { }

    public record VolumeFigures(String measure, String code, String name, BigDecimal result, BigDecimal resultOther, BigDecimal change) { }

    static BoardFigures of(Board board) {
        return new BoardFigures(board.period(), board.other(), board.norms().stream().map(BoardFigures::norm).toList(), board.volumes().stream().map(BoardFigures::volume).toList());
    }

    /** {@code measures}: empty for all. */
    static Board only(Board board, Set<String> measures) {
        return measures.isEmpty() ? board : new Board(board.period(), board.other(), board.norms().stream().filter(line -> measures.contains(line.measure())).toList(),
                board.volumes().stream().filter(line -> measures.contains(line.measure())).toList());
    }

    private static NormFigures norm(NormLine line) {
        return new NormFigures(line.measure(), line.code(), line.name(), plain(line.target()), line.now().counted(), line.now().met(), line.now().percent(line.decimals()), line.before().counted(),
                line.before().met(), line.before().percent(line.decimals()), line.change(line.decimals()), line.ofTarget(0), line.version());
    }

    private static VolumeFigures volume(VolumeLine line) {
        return new VolumeFigures(line.measure(), line.indicator(), line.name(), line.now(), line.before(), line.now().subtract(line.before()));
    }

    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
