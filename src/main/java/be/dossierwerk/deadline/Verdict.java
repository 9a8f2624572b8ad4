package be.dossierwerk.deadline;

import be.dossierwerk.shared.Refused;
import java.util.List;

/** What the second pair of eyes says of a proposal. A rejection needs a reason, an approval may have one. */
public enum Verdict {
    GOEDGEKEURD, AFGEWEZEN;

    private static final int MAX_TEXT = 500;

    /** The reason without its outer blanks, null for none. @throws Refused deadline.reason.required, deadline.text.too-long on field reason */
    public String checked(String reason) {
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        if (this == AFGEWEZEN && why == null) {
            throw new Refused("deadline.reason.required", List.of(new Refused.Field("reason", "deadline.reason.required")));
        }
        if (why != null && why.length() > MAX_TEXT) {
            String most = String.valueOf(MAX_TEXT);
            throw new Refused("deadline.text.too-long", List.of(new Refused.Field("reason", "deadline.text.too-long", most)), most);
        }
        return why;
    }
}
