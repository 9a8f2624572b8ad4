package be.dossierwerk.audit.proof;

/** The actions of entries that mean something to who writes or checks the record itself (src/docs/bewijs.md). */
public final class Actions {

    /** What changed in the tables, without a sentence of its own. */
    public static final String FACTS = "FEITEN";
    /** What somebody changed in the database by hand. */
    public static final String OUTSIDE = "BUITEN_OM";
    /** A document came into the dossier; the entry holds its fingerprint. */
    public static final String DOCUMENT_ADDED = "DOCUMENT_TOEGEVOEGD";
    /** What was said of the dossier went, with its key; the entry has a new one. */
    public static final String DESTROYED = "VERNIETIGD";

    private Actions() { }
}
