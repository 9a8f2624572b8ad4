package be.dossierwerk.audit.proof;

/**
 * One entry of a chain as it stands in the record. {@code at}: UTC with six decimals; {@code content}: outside the fingerprint, held to it by the
 * commitment; null when it was destroyed or withheld.
 */
public record ChainEntry(String dossier, long seq, String at, String actor, String roles, String action, String commitment, String previous, String hash,
                         String content) {

    /** The fingerprint that belongs to these facts. */
    public String recomputed() {
        return recomputedAs(dossier, seq);
    }

    /** The fingerprint if it had been written at that place. */
    String recomputedAs(String inDossier, long place) {
        return EntryHash.hash(inDossier, place, at, actor, roles, action, commitment, previous);
    }

    /** Whether it was written at that place. */
    public boolean writtenAs(String inDossier, long place) {
        return recomputedAs(inDossier, place).equals(hash);
    }

    boolean holds(byte[] key) {
        return EntryHash.commitment(key, dossier, seq, content).equals(commitment);
    }
}
