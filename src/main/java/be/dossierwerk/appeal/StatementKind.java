package be.dossierwerk.appeal;

/** What goes to and comes from the registry; {@code from}: whose piece it is. */
public enum StatementKind {

    ADMINISTRATIEF_DOSSIER("het administratief dossier", From.DEPARTEMENT),
    NOTA("de nota over de schorsing", From.DEPARTEMENT),
    MEMORIE_VAN_ANTWOORD("de memorie van antwoord", From.DEPARTEMENT),
    MEMORIE_VAN_WEDERANTWOORD("de memorie van wederantwoord", From.VERZOEKER),
    AUDITORAATSVERSLAG("het verslag van de auditeur", From.AUDITEUR),
    LAATSTE_MEMORIE("de laatste memorie", From.DEPARTEMENT),
    LAATSTE_MEMORIE_VERZOEKER("de laatste memorie van de verzoeker", From.VERZOEKER),
    ANDER("een ander processtuk", From.GRIFFIE);

    public enum From { DEPARTEMENT, VERZOEKER, AUDITEUR, GRIFFIE }

    private final String inWords;
    private final From from;

    StatementKind(String inWords, From from) {
        this.inWords = inWords;
        this.from = from;
    }

    public From from() {
        return from;
    }

    /** Whether the department files it. */
    boolean ours() {
        return from == From.DEPARTEMENT;
    }

    String inWords() {
        return inWords;
    }
}
