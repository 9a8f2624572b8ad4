package be.dossierwerk.procedurechange;

import be.dossierwerk.shared.Refused;
import java.util.List;

/** A text that somebody types about a change. */
final class Text {

    static final int TITLE = 150;
    static final int LONG = 5_000;

    private Text() { }

    static void check(List<Refused.Field> wrong, String field, String typed, int limit) {
        if (typed == null || typed.isBlank()) {
            wrong.add(new Refused.Field(field, "procedurechange.field.needed"));
        } else if (typed.length() > limit) {
            wrong.add(new Refused.Field(field, "procedurechange.field.too-long", limit));
        }
    }

    /** @throws Refused procedurechange.invalid, when anything is wrong */
    static void refuse(List<Refused.Field> wrong) {
        if (!wrong.isEmpty()) {
            throw new Refused("procedurechange.invalid", wrong, wrong.size());
        }
    }
}
