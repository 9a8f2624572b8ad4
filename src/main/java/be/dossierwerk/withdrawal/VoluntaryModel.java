package be.dossierwerk.withdrawal;

import be.dossierwerk.engine.ProcessVariable;

/** The names shared with {@code bpmn/intrekking-vrijwillig/intrekking-vrijwillig.bpmn}. */
public final class VoluntaryModel {

    public static final String PROCESS = "intrekking-vrijwillig";
    public static final String DROPPED = "intrekking-vrijwillig.verzoek-ingetrokken";
    public static final ProcessVariable<Boolean> MAY_BIND = new ProcessVariable<>("bevoegd", Boolean.class);
    public static final ProcessVariable<Boolean> OPEN_MATTERS = new ProcessVariable<>("openstaandePunten", Boolean.class);
    public static final ProcessVariable<Boolean> TRANSFERRED = new ProcessVariable<>("overgedragen", Boolean.class);
    public static final String DECISION_TERM = "T-INV-01";
    public static final String MATTERS_TERM = "T-INV-02";
    public static final String SETTLE_MATTERS = "UserTask_OpenstaandePuntenRegelen";

    private VoluntaryModel() { }
}
