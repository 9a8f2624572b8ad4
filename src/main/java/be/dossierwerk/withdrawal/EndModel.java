package be.dossierwerk.withdrawal;

import be.dossierwerk.engine.ProcessVariable;

/** The names shared with {@code bpmn/bouwstenen/einde-erkenning.bpmn}. */
public final class EndModel {

    /** This dossier ended the recognition; false when another one did so before. */
    public static final ProcessVariable<Boolean> ENDED_BY_THIS = new ProcessVariable<>("beeindigd", Boolean.class);
    /** The outcome of a dossier whose decision found the recognition ended. */
    public static final String NOTHING_LEFT = "ZONDER_VOORWERP";

    private EndModel() { }
}
