package be.dossierwerk.appeal;

/** What goes to and comes from the registry; {@code ours}: the department files it. */
public enum StatementKind {

    ADMINISTRATIEF_DOSSIER("het administratief dossier", true),
    NOTA("de nota over de schorsing", true),
    MEMORIE_VAN_ANTWOORD("de memorie van antwoord", true),
    MEMORIE_VAN_WEDERANTWOORD("de memorie van wederantwoord", false),
    AUDITORAATSVERSLAG("het verslag van de auditeur", false),
    LAATSTE_MEMORIE("de laatste memorie", true),
    LAATSTE_MEMORIE_VERZOEKER("de laatste memorie van de verzoeker", false),
    ANDER("een ander processtuk", false);

    private final String inWords;
    private final boolean ours;

    StatementKind(String inWords, boolean ours) {
        this.inWords = inWords;
        this.ours = ours;
    }

    public boolean ours() {
        return ours;
    }

    String inWords() {
        return inWords;
    }
}
