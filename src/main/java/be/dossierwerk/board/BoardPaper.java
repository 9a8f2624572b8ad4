package be.dossierwerk.board;

import be.dossierwerk.board.ShowBoard.NormLine;
import be.dossierwerk.board.ShowBoard.Result;
import be.dossierwerk.board.ShowBoard.VolumeLine;
import be.dossierwerk.shared.ArchivalPdf;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.XmlText;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The board on paper, as it is published: wide pages, headers that come back on each, and when it was computed. */
final class BoardPaper {

    private static final String STYLE = """
            @page { size: A4 landscape; margin: 14mm 14mm 16mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font-family: 'FONT'; font-size: 7.5pt; color: #4a4a4a } }
            body { font-family: 'FONT'; font-size: 8.5pt; line-height: 1.35; color: #1a1a1a; margin: 0 }
            h1 { font-size: 14pt; margin: 0 0 1mm 0; color: #1f5f8b } h2 { font-size: 11pt; margin: 6mm 0 1.5mm 0; page-break-after: avoid; color: #1f5f8b }
            p { margin: 0 0 2mm 0 } .klein { font-size: 7pt; color: #4a4a4a; word-wrap: break-word }
            table { width: 100%; table-layout: fixed; border-collapse: collapse; -fs-table-paginate: paginate } tr { page-break-inside: avoid }
            th, td { text-align: left; vertical-align: top; padding: 0.8mm 3mm 0.8mm 0; border-bottom: 0.5pt solid #c9d1da; font-weight: normal; word-wrap: break-word }
            th { color: #4a4a4a } .breed { width: 34% } .maatregel { width: 20% } .cijfer { text-align: right }""".replace("FONT", ArchivalPdf.FONT);

    private final BoardReport report;
    private final ExportWords words;
    private final StringBuilder page = new StringBuilder();

    private BoardPaper(BoardReport report, ExportWords words) {
        this.report = report;
        this.words = words;
    }

    static byte[] of(BoardReport report, ExportWords words) {
        return ArchivalPdf.print(new BoardPaper(report, words).html());
    }

    private String html() {
        String now = words.label(report.board().period());
        String other = words.label(report.board().other());
        String title = XmlText.escaped(words.of("title", now, other));
        page.append("<!DOCTYPE html>\n<html lang=\"").append(words.locale().toLanguageTag()).append("\"><head><meta charset=\"UTF-8\"/><title>").append(title)
                .append("</title><meta name=\"description\" content=\"").append(title).append("\"/><style>").append(STYLE).append("</style></head><body>\n<h1>").append(title)
                .append("</h1>\n<h2>").append(XmlText.escaped(words.of("norms"))).append("</h2>\n");
        headers(words.of("measure"), words.of("norm"), words.of("target"), words.of("result", now), words.of("result", other), words.of("change"), words.of("of-target"));
        for (NormLine line : report.board().norms()) {
            row(line.measureName(), line.code() + ". " + line.name(), percent(line.target().stripTrailingZeros()), share(line.now(), line.decimals()), share(line.before(), line.decimals()),
                    line.change(line.decimals()) == null ? "" : words.of("points", signed(line.change(line.decimals()))), line.ofTarget(0) == null ? "" : percent(line.ofTarget(0)));
        }
        page.append("</tbody></table>\n<h2>").append(XmlText.escaped(words.of("volumes"))).append("</h2>\n");
        headers(words.of("measure"), words.of("name"), now, other, words.of("change"));
        for (VolumeLine line : report.board().volumes()) {
            row(line.measure(), line.name(), number(line, line.now()), number(line, line.before()), signed(line.now().subtract(line.before())));
        }
        return page.append("</tbody></table>\n<p class=\"klein\">").append(XmlText.escaped(words.of("computed", words.moment(report.at()), report.sha256()))).append("</p>\n</body></html>\n").toString();
    }

    private void headers(String... names) {
        page.append("<table><thead><tr>");
        for (int i = 0; i < names.length; i++) {
            page.append("<th scope=\"col\" class=\"").append(i == 0 ? "maatregel" : i == 1 ? "breed" : "cijfer").append("\">").append(XmlText.escaped(names[i])).append("</th>");
        }
        page.append("</tr></thead><tbody>\n");
    }

    private void row(String... texts) {
        page.append(Arrays.stream(texts, 0, 2).map(text -> "<td>" + XmlText.escaped(text) + "</td>").collect(Collectors.joining("", "<tr>", "")))
                .append(Arrays.stream(texts, 2, texts.length).map(text -> "<td class=\"cijfer\">" + XmlText.escaped(text) + "</td>").collect(Collectors.joining("", "", "</tr>\n")));
    }

    private String share(Result result, int decimals) {
        return result.counted() == 0 ? words.of("nothing-counted") : words.of("share", percent(result.percent(decimals)), result.met(), result.counted());
    }

    private String percent(BigDecimal number) {
        return decimal(number) + " %";
    }

    private String number(VolumeLine line, BigDecimal value) {
        return line.euro() ? Euros.table(value, words.locale()) : decimal(value);
    }

    private String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : number.signum() < 0 ? "\u2212" : "") + decimal(number.abs());
    }

    private String decimal(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(words.locale());
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }
}
