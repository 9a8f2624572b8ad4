package be.dossierwerk.casework;

import be.dossierwerk.shared.Refused;

/** What became of one file of many that were sent at once; {@code refusal} is null when it was done. */
public record Outcome(String taskId, Refused refusal) {

    public boolean isDone() {
        return refusal == null;
    }
}
