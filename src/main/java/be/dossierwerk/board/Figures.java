package be.dossierwerk.board;

import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowBoard.Result;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** All figures of a period and of the one it is compared with, each with how it was counted. */
public record Figures(Period period, Period other, Instant known, List<NormFigure> norms, List<VolumeFigure> volumes) {

    public record NormFigure(Definition definition, int version, Result now, Result before) { }

    /** How many events, or how many euro: {@code sums}. */
    public record Volume(String measure, String indicator, String name, int place, String event, String filter, boolean sums) { }

    public record VolumeFigure(Volume volume, BigDecimal now, BigDecimal before) { }

    /** Of {@link #text}, in hexadecimal. */
    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Always the same for the same figures (ADR 0033): one line for each, and below a norm one for each of its limits. */
    String text() {
        StringBuilder text = new StringBuilder("boordtabel 1\n");
        line(text, "periode", period.from(), period.to());
        line(text, "vergeleken", other.from(), other.to());
        line(text, "gekend", known);
        for (NormFigure figure : norms) {
            Definition norm = figure.definition;
            line(text, "norm", norm.code(), figure.version, norm.measure(), Definition.plain(norm.target()), norm.decimals(), norm.bound(), figure.now.counted(), figure.now.met(),
                    figure.before.counted(), figure.before.met());
            norm.rows().forEach(row -> line(text, "grens", row.start(), row.stop(), row.countedIn(), row.unit(), row.amount(), row.withoutPauses() ? "zonder" : "met", row.scope()));
        }
        for (VolumeFigure figure : volumes) {
            Volume volume = figure.volume;
            line(text, "aantal", volume.measure, volume.indicator, volume.event, volume.filter, volume.sums ? "som" : "aantal", Definition.plain(figure.now), Definition.plain(figure.before));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, Object... values) {
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : "\t").append(values[i]);
        }
        text.append('\n');
    }
}
