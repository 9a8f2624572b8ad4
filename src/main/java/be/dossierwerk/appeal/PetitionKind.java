package be.dossierwerk.appeal;

/** What is asked of the Council of State beside the annulment (procedures.md 1.10). */
public enum PetitionKind {

    NIETIGVERKLARING("een beroep tot nietigverklaring"),
    SCHORSING("een beroep tot nietigverklaring met een vordering tot schorsing"),
    UDN("een beroep met een vordering tot schorsing bij uiterst dringende noodzakelijkheid");

    private final String inWords;

    PetitionKind(String inWords) {
        this.inWords = inWords;
    }

    boolean suspension() {
        return this != NIETIGVERKLARING;
    }

    String inWords() {
        return inWords;
    }
}
