package be.dossierwerk.audit.proof;

/**
 * One entry of a chain as it stands in the record. {@code at}: UTC with six decimals; {@code content}: outside the fingerprint, held to it by the
 * commitment; null when it was destroyed or withheld. {@code key}: of this entry alone, as a bundle gives it; null where the key of the dossier is known.
 */
public record ChainEntry(String dossier, long seq, String at, String actor, String roles, String action, String commitment, String previous, String hash,
                         String content, byte[] key) {

    /** As the database holds it. */
    public ChainEntry(String dossier, long seq, String at, String actor, String roles, String action, String commitment, String previous, String hash, String content) {
        this(dossier, seq, at, actor, roles, action, commitment, previous, hash, content, null);
    }

    /** The same, opened by this key. */
    public ChainEntry with(byte[] entryKey) {
        return new ChainEntry(dossier, seq, at, actor, roles, action, commitment, previous, hash, content, entryKey);
    }

    /** For who may not read what it says. */
    public ChainEntry closed() {
        return new ChainEntry(dossier, seq, at, actor, roles, action, commitment, previous, hash, null, null);
    }

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

    /** Whether this key, of an entry, opens it. */
    boolean holds(byte[] entryKey) {
        return EntryHash.commitmentWith(entryKey, dossier, seq, content).equals(commitment);
    }
}
