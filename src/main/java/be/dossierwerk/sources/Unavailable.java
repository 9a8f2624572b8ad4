package be.dossierwerk.sources;

/** Why a source gave no facts; never a fact about the undertaking itself. */
public enum Unavailable {

    /** It did not answer in time. */
    TIJD_VERSTREKEN("het antwoord kwam niet op tijd"),
    /** No connection, an error of the source, or too many failures just now to ask again. */
    ONBEREIKBAAR("de bron was niet bereikbaar"),
    /** It answered something that cannot be trusted. */
    ONGELDIG_ANTWOORD("het antwoord was niet bruikbaar"),
    /** The source says that it does not know this number. */
    ONBEKEND_NUMMER("de bron kent dit ondernemingsnummer niet");

    private final String inWords;

    Unavailable(String inWords) {
        this.inWords = inWords;
    }

    /** A Dutch clause for the record. */
    public String inWords() {
        return inWords;
    }
}
