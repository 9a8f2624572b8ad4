package be.dossierwerk.request;

/** What the department finds of a complaint (procedures.md 1.10). */
public enum KlachtJudgement {

    GEGROND("Uw klacht is gegrond."), DEELS_GEGROND("Uw klacht is voor een deel gegrond."), ONGEGROND("Uw klacht is niet gegrond."),
    GEEN_OORDEEL("Wij kunnen geen oordeel geven over uw klacht.");

    private final String inWords;

    KlachtJudgement(String inWords) {
        this.inWords = inWords;
    }

    String inWords() {
        return inWords;
    }
}
