package be.dossierwerk.withdrawal;

/** Why an undertaking gives up its recognition (procedures.md 1.2). */
public enum VoluntaryReason {

    STOPZETTING("de activiteit stopt"), FUSIE_OVERNAME("een fusie of overname"), ANDERE("een andere reden");

    private final String inWords;

    VoluntaryReason(String inWords) {
        this.inWords = inWords;
    }

    String inWords() {
        return inWords;
    }
}
