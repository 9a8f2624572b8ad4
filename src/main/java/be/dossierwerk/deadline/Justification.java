package be.dossierwerk.deadline;

import be.dossierwerk.shared.Refused;

/** Why a clock is changed by hand: a ground of its closed list, what proves it (a letter, a document), and the reason in words. */
public record Justification<G extends Enum<G>>(G ground, String evidence, String reason) {

    private static final int MAX_TEXT = 500;

    /** @throws Refused deadline.ground.required, deadline.evidence.required, deadline.reason.required, deadline.text.too-long */
    Justification<G> checked() {
        if (ground == null) {
            throw new Refused("deadline.ground.required");
        }
        if (evidence == null || evidence.isBlank()) {
            throw new Refused("deadline.evidence.required");
        }
        if (reason == null || reason.isBlank()) {
            throw new Refused("deadline.reason.required");
        }
        if (evidence.strip().length() > MAX_TEXT || reason.strip().length() > MAX_TEXT) {
            throw new Refused("deadline.text.too-long", String.valueOf(MAX_TEXT));
        }
        return new Justification<>(ground, evidence.strip(), reason.strip());
    }
}
