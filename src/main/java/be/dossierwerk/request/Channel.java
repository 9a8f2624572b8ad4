package be.dossierwerk.request;

/** How a complaint or a request came in. */
public enum Channel {

    BRIEF("PAPIER"), MAIL("MAIL"), MONDELING("MONDELING");

    private final String source;

    Channel(String source) {
        this.source = source;
    }

    /** As the dossier calls it. */
    String source() {
        return source;
    }
}
