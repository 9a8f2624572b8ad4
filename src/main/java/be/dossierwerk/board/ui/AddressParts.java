package be.dossierwerk.board.ui;

import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What an address asks beside its periods. */
final class AddressParts {

    private static final int MOST_DIGITS = 7;

    private AddressParts() { }

    /** Null when it is not asked for. */
    static String text(QueryParameters query, String name) {
        return query.getSingleParameter(name).filter(typed -> !typed.isBlank()).orElse(null);
    }

    /** From which line on. */
    static int from(QueryParameters query) {
        return query.getSingleParameter("vanaf").filter(typed -> typed.matches("[0-9]{1," + MOST_DIGITS + "}")).map(Integer::parseInt).orElse(0);
    }

    /** Nothing for null. */
    static String part(String name, String value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
