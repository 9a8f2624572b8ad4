package be.dossierwerk.engine;

import java.util.List;

/** A running dossier cannot go to another version of its procedure; nothing of it was moved once the transaction is rolled back. */
public final class CannotFollow extends RuntimeException {

    /** Why, with what the sentence names; the text stands under {@code procedurechange.left.<code>}. */
    public enum Reason {
        /** The step where it stands is not in the new diagram: name of the step. */
        STAP_WEG,
        /** The step is there, in or out of a sub-process: name. */
        STAP_ELDERS,
        /** The step is there, as another kind of step: name. */
        STAP_ANDERS,
        /** The procedure is not in the new set: name. */
        PROCEDURE_WEG,
        /** It waits for work that failed and must be looked at first: name of the step. */
        WERK_MISLUKT,
        /** The product was working in it at that moment. */
        WERK_BEZIG,
        /** The engine finds no place for one of its parallel paths: name of the step or of the procedure. */
        PAD_ONBEKEND,
        /** The move would have changed a term. */
        TERMIJN,
        /** It began with an older version, which an earlier change did not take along. */
        OUDERE_VERSIE,
        /** Something else failed: what the program says of it. */
        FOUT
    }

    private final Reason reason;
    private final List<String> facts;

    public CannotFollow(Reason reason, String... facts) {
        this(null, reason, facts);
    }

    public CannotFollow(Throwable cause, Reason reason, String... facts) {
        super(reason + " " + String.join(", ", facts), cause);
        this.reason = reason;
        this.facts = List.of(facts);
    }

    public Reason reason() {
        return reason;
    }

    public List<String> facts() {
        return facts;
    }
}
