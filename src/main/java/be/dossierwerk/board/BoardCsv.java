package be.dossierwerk.board;

import be.dossierwerk.board.BoardFigures.NormFigures;
import be.dossierwerk.board.BoardFigures.VolumeFigures;
import be.dossierwerk.shared.SpreadsheetText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The board as CSV (RFC 4180) in UTF-8 with a decimal point: a line for each norm and each volume. The columns are explained in the guide. */
final class BoardCsv {

    static final String NOTHING = "n.b.";

    private static final Object[] COLUMNS = {"kind", "measure", "code", "name", "target", "counted", "met", "result", "counted_other", "met_other", "result_other", "change", "of_target", "version"};

    private BoardCsv() { }

    static byte[] of(BoardFigures board) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter rows = new CSVPrinter(text, CSVFormat.RFC4180)) {
            rows.printRecord(COLUMNS);
            for (NormFigures norm : board.norms()) {
                rows.printRecord("NORM", safe(norm.measure()), safe(norm.code()), safe(norm.name()), plain(norm.target()), norm.counted(), norm.met(), plain(norm.result()), norm.countedOther(),
                        norm.metOther(), plain(norm.resultOther()), plain(norm.change()), plain(norm.ofTarget()), norm.version());
            }
            for (VolumeFigures volume : board.volumes()) {
                rows.printRecord("VOLUME", safe(volume.measure()), safe(volume.code()), safe(volume.name()), "", "", "", plain(volume.result()), "", "", plain(volume.resultOther()), plain(volume.change()),
                        "", "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String safe(String text) {
        return SpreadsheetText.harmless(text);
    }

    private static String plain(BigDecimal number) {
        return number == null ? NOTHING : number.toPlainString();
    }
}
