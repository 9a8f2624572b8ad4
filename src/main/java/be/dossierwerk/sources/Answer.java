package be.dossierwerk.sources;

import java.time.Instant;

/**
 * One answer of a source, or why there is none. {@code id} is the row that keeps it, null when the source was not asked because it rests
 * after failures. {@code reference}, {@code facts} and {@code json} (the body as received) are null without facts.
 */
public record Answer(Long id, String enterpriseNumber, Source source, Instant askedAt, Instant at, boolean byHand, String reference, Facts facts,
                     String json, Unavailable unavailable) {

    public boolean available() {
        return unavailable == null;
    }
}
