package be.dossierwerk.disposal;

import be.dossierwerk.shared.Refused;

/** What became of one dossier of many. {@code refused}: null when it was done. */
public record DisposalOutcome(String dossier, Refused refused) {

    public boolean done() {
        return refused == null;
    }
}
