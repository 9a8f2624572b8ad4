package be.dossierwerk.training;

/** The topics that the fund knows (procedures.md 2.5); {@code listed}: the topic by itself shows the link with the function. */
public enum TrainingTheme {
    ATTITUDE("attitude", true),
    KLANTEN("omgaan met klanten", true),
    ERGONOMIE("ergonomie", true),
    EFFICIENT_ORGANISEREN("efficiënt organiseren", true),
    VEILIGHEID_HYGIENE("veiligheid en hygiëne", true),
    NEDERLANDS("Nederlands op de werkvloer", true),
    EHBO("eerste hulp bij ongevallen", true),
    ANDER("een ander thema", false);

    private final String words;
    private final boolean listed;

    TrainingTheme(String words, boolean listed) {
        this.words = words;
        this.listed = listed;
    }

    /** As it stands inside a Dutch sentence. */
    public String inWords() {
        return words;
    }

    public boolean listed() {
        return listed;
    }
}
