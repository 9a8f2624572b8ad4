package be.dossierwerk.request;

/** Why a complaint is not handled (procedures.md 1.10). */
public enum KlachtRefusal {

    OUDER_DAN_EEN_JAAR("Wat u vertelt, gebeurde meer dan een jaar voor uw klacht."),
    AL_BEHANDELD("Wij behandelden dezelfde klacht al."),
    ANONIEM("De klacht is anoniem."),
    VOORWERP_VAN_BEROEP("Over dezelfde feiten loopt een beroep. Wie dat beroep behandelt, oordeelt erover.");

    private final String inWords;

    KlachtRefusal(String inWords) {
        this.inWords = inWords;
    }

    String inWords() {
        return inWords;
    }
}
