package be.dossierwerk.request;

import be.dossierwerk.engine.ProcessVariable;

/** The names shared with {@code bpmn/openbaarheid/openbaarheid.bpmn}. */
public final class OpenbaarheidModel {

    public static final String PROCESS = "openbaarheid";
    public static final String WITHDRAWN = "openbaarheid.ingetrokken";
    public static final String REGISTER_CLARIFICATION = "UserTask_VerduidelijkingRegistreren";
    /** BEHANDELEN, VERDUIDELIJKEN or NIET_ONTVANKELIJK. */
    public static final ProcessVariable<String> RESULT = new ProcessVariable<>("resultaat", String.class);
    public static final ProcessVariable<Boolean> ALL_JUDGED = new ProcessVariable<>("allesBeoordeeld", Boolean.class);
    public static final String TERM = "T-OPB-01";
    public static final String EXTENSION = "T-OPB-02";
    public static final String CLARIFICATION_TERM = "T-OPB-03";
    public static final String APPEAL_TERM = "T-OPB-04";

    private OpenbaarheidModel() { }
}
