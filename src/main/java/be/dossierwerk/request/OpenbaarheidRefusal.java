package be.dossierwerk.request;

/** Why a request for documents is not looked at any further (Bestuursdecreet, titel II; procedures.md 1.10). */
public enum OpenbaarheidRefusal {

    GEEN_BESTUURSDOCUMENT("Wat u vraagt, is geen document van het bestuur."), KENNELIJK_ONREDELIJK("Uw vraag is kennelijk onredelijk."),
    TE_ALGEMEEN("Uw vraag blijft te algemeen: wij weten niet welke documenten u wilt."), NIET_AF("De documenten die u vraagt, zijn nog niet af.");

    private final String inWords;

    OpenbaarheidRefusal(String inWords) {
        this.inWords = inWords;
    }

    String inWords() {
        return inWords;
    }
}
