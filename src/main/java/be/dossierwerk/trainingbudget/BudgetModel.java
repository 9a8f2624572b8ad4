package be.dossierwerk.trainingbudget;

import be.dossierwerk.engine.ProcessVariable;

/** The names shared with {@code bpmn/opleidingsbudget/opleidingsbudget.bpmn}. */
public final class BudgetModel {

    public static final String PROCESS = "opleidingsbudget";
    /** Every letter of the year was made or refused. */
    public static final String LETTERS_DONE = "opleidingsbudget.brieven-verwerkt";
    public static final ProcessVariable<Boolean> AGREED = new ProcessVariable<>("verdelingAkkoord", Boolean.class);
    public static final ProcessVariable<Boolean> ALL_SENT = new ProcessVariable<>("alleBrievenWeg", Boolean.class);

    static final String TERM = "T-OFB-01";
    static final String DIVIDED = "VERDEELD";

    private BudgetModel() { }
}
