package be.dossierwerk.request;

/** Whether the requester gets a document. */
public enum DocumentJudgement {

    OPENBAAR("U krijgt dit document."), GEDEELTELIJK("U krijgt een deel van dit document."), NIET_OPENBAAR("U krijgt dit document niet.");

    private final String inWords;

    DocumentJudgement(String inWords) {
        this.inWords = inWords;
    }

    String inWords() {
        return inWords;
    }
}
