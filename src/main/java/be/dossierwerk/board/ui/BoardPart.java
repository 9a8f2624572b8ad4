package be.dossierwerk.board.ui;

import be.dossierwerk.board.ShowBoard.NormLine;
import be.dossierwerk.board.ShowBoard.Standing;
import be.dossierwerk.board.ShowBoard.VolumeLine;
import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Which part of the board is looked at: {@code measure} is a code, {@link #SERVICE_VOUCHERS}, or empty for all; {@code typed} a piece of a norm's or a measure's name. */
record BoardPart(String measure, boolean missedOnly, String typed) {

    static final String SERVICE_VOUCHERS = "dienstencheques";

    private static final Set<String> OUR_OWN = Set.of("DC", "OFDC", "AG");
    private static final String MISSED = "niet-gehaald";

    static BoardPart of(QueryParameters query) {
        return new BoardPart(query.getSingleParameter("maatregel").orElse(""), query.getSingleParameter("enkel").filter(MISSED::equals).isPresent(),
                query.getSingleParameter("zoek").orElse(""));
    }

    /** What is added to an address. */
    String query() {
        return (measure.isEmpty() ? "" : "&maatregel=" + encoded(measure)) + (missedOnly ? "&enkel=" + MISSED : "") + (typed.isBlank() ? "" : "&zoek=" + encoded(typed));
    }

    boolean shows(NormLine line) {
        return covers(line.measure()) && (!missedOnly || line.standing() == Standing.ALMOST || line.standing() == Standing.MISSED) && (found(line.name()) || found(line.measureName()));
    }

    boolean shows(VolumeLine line, String measureName) {
        return covers(line.measure()) && !missedOnly && (found(line.name()) || found(measureName));
    }

    private boolean covers(String code) {
        return measure.isEmpty() || measure.equals(code) || measure.equals(SERVICE_VOUCHERS) && OUR_OWN.contains(code);
    }

    private boolean found(String in) {
        return in.toLowerCase(Locale.ROOT).contains(typed.strip().toLowerCase(Locale.ROOT));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
