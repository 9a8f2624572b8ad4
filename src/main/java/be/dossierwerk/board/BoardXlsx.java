package be.dossierwerk.board;

import be.dossierwerk.board.ShowBoard.NormLine;
import be.dossierwerk.board.ShowBoard.Result;
import be.dossierwerk.board.ShowBoard.VolumeLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The board as a workbook: norms, volumes and definitions each on their sheet, numbers as numbers. A text is typed as text there, so it can calculate nothing. */
final class BoardXlsx {

    private static final String COUNT = "#,##0";
    private static final String EURO = "#,##0.00";
    private static final double NARROW = 13;
    private static final double WIDE = 34;
    private static final double WIDEST = 70;

    private BoardXlsx() { }

    static byte[] of(BoardReport report, ExportWords words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Dossierwerk", "1.0")) {
            norms(book, report, words);
            volumes(book, report, words);
            definitions(book, report, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void norms(Workbook book, BoardReport report, ExportWords words) {
        String now = words.label(report.board().period());
        String other = words.label(report.board().other());
        Worksheet sheet = sheet(book, words.of("norms"), List.of(words.of("measure"), words.of("norm"), words.of("name"), words.of("target"), words.of("counted", now), words.of("met", now),
                words.of("result", now), words.of("counted", other), words.of("met", other), words.of("result", other), words.of("change"), words.of("of-target"), words.of("version")), WIDE, NARROW, WIDEST);
        int row = 1;
        for (NormLine line : report.board().norms()) {
            sheet.value(row, 0, line.measureName());
            sheet.value(row, 1, line.code());
            sheet.value(row, 2, line.name());
            number(sheet, row, 3, share(line.target()), "0%");
            result(sheet, row, 4, line.now(), line.decimals(), words);
            result(sheet, row, 7, line.before(), line.decimals(), words);
            number(sheet, row, 10, line.change(line.decimals()), "+" + digits(line.decimals()) + ";-" + digits(line.decimals()) + ";" + digits(line.decimals()));
            number(sheet, row, 11, share(line.ofTarget(0)), "0%");
            number(sheet, row++, 12, line.version(), "0");
        }
    }

    private static void result(Worksheet sheet, int row, int column, Result result, int decimals, ExportWords words) {
        number(sheet, row, column, result.counted(), COUNT);
        number(sheet, row, column + 1, result.met(), COUNT);
        if (result.counted() == 0) {
            sheet.value(row, column + 2, words.of("nothing-counted"));
        } else {
            number(sheet, row, column + 2, share(result.percent(decimals)), digits(decimals) + "%");
        }
    }

    private static void volumes(Workbook book, BoardReport report, ExportWords words) {
        Worksheet sheet = sheet(book, words.of("volumes"), List.of(words.of("measure"), words.of("indicator"), words.of("name"), words.label(report.board().period()), words.label(report.board().other()),
                words.of("change")), NARROW, WIDE, WIDE);
        int row = 1;
        for (VolumeLine line : report.board().volumes()) {
            String format = line.euro() ? EURO : COUNT;
            sheet.value(row, 0, line.measure());
            sheet.value(row, 1, line.indicator());
            sheet.value(row, 2, line.name());
            number(sheet, row, 3, line.now(), format);
            number(sheet, row, 4, line.before(), format);
            number(sheet, row++, 5, line.now().subtract(line.before()), format);
        }
    }

    private static void definitions(Workbook book, BoardReport report, ExportWords words) {
        Worksheet sheet = sheet(book, words.of("definitions"), List.of(words.of("norm"), words.of("version"), words.of("bound"), words.of("rule"), words.of("kinds")), NARROW, NARROW, WIDE);
        sheet.width(3, 2 * WIDEST);
        sheet.width(4, WIDE);
        int row = 1;
        for (NormLine line : report.board().norms()) {
            for (Norm rule : report.rules().getOrDefault(line.code(), List.of())) {
                sheet.value(row, 0, line.code());
                number(sheet, row, 1, line.version(), "0");
                sheet.value(row, 2, words.bound(line.bound()));
                sheet.value(row, 3, words.rule(rule));
                sheet.value(row++, 4, rule.filter());
            }
        }
        sheet.value(row + 1, 0, words.of("computed", words.moment(report.at()), report.sha256()));
    }

    /** A row of headers that stays in sight. */
    private static Worksheet sheet(Workbook book, String name, List<String> headers, double... widths) {
        Worksheet sheet = book.newWorksheet(name);
        for (int column = 0; column < headers.size(); column++) {
            sheet.value(0, column, headers.get(column));
            sheet.width(column, column < widths.length ? widths[column] : NARROW);
        }
        sheet.range(0, 0, 0, headers.size() - 1).style().bold().wrapText(true).set();
        sheet.freezePane(0, 1);
        return sheet;
    }

    private static void number(Worksheet sheet, int row, int column, Number number, String format) {
        if (number != null) {
            sheet.value(row, column, number);
            sheet.style(row, column).format(format).set();
        }
    }

    private static BigDecimal share(BigDecimal percent) {
        return percent == null ? null : percent.movePointLeft(2);
    }

    private static String digits(int decimals) {
        return decimals == 0 ? "0" : "0." + "0".repeat(decimals);
    }
}
