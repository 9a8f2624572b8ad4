package be.dossierwerk.shared;

/** A file that came with something filed, before it becomes a document of a dossier. */
public record AttachedFile(String fileName, byte[] content) {

    /** How many may come at once: each becomes a document with an entry of its own. */
    public static final int MOST = 100;
}
