package be.dossierwerk.deposit;

/** To whom money of a deposit goes: a creditor, or who gets what is left (procedures.md D6). */
public enum Beneficiary {
    RSZ("de RSZ"), DEPARTEMENT("het departement"), FISCUS("de fiscus"),
    ONDERNEMING("de onderneming"), SCHATKIST("de schatkist"), BOEDEL("de boedel");

    private final String words;

    Beneficiary(String words) {
        this.words = words;
    }

    /** With its article, for sentences in Dutch. */
    String words() {
        return words;
    }
}
