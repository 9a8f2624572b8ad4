package be.dossierwerk.appeal;

/** What the Council of State ruled, or established (procedures.md 1.10). */
public enum RvSRuling {

    GESCHORST("schorste de beslissing", true),
    SCHORSING_VERWORPEN("verwierp de vordering tot schorsing", true),
    VERWORPEN("verwierp het beroep", false),
    VERNIETIGD("vernietigde de beslissing", false),
    AFSTAND("stelde vast dat de verzoeker afstand doet", false);

    private final String verb;
    private final boolean suspension;

    RvSRuling(String verb, boolean suspension) {
        this.verb = verb;
        this.suspension = suspension;
    }

    /** Whether it ends the claim for suspension, and not the appeal. */
    public boolean suspension() {
        return suspension;
    }

    /** Follows "de Raad van State". */
    String verb() {
        return verb;
    }

    String stage() {
        return suspension ? "SCHORSING" : "EINDE";
    }
}
