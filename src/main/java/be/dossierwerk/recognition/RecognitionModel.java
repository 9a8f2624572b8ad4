package be.dossierwerk.recognition;

import be.dossierwerk.engine.ProcessVariable;

/** The names shared with {@code bpmn/erkenning/erkenning.bpmn}. */
public final class RecognitionModel {

    public static final String PROCESS = "erkenning";
    public static final String DROPPED = "erkenning.aanvraag-ingetrokken";
    public static final String FORMAL_NOTICE = "erkenning.aanmaning";
    /** The day the notice was served, yyyy-MM-dd. */
    public static final ProcessVariable<String> NOTICE_SERVED = new ProcessVariable<>("aanmaningBetekendOp", String.class);
    public static final String DECISION_TERM = "T-REC-01";
    public static final String INTERNAL_TERM = "T-REC-03";
    public static final String NOTICE_TERM = "T-REC-06";

    private RecognitionModel() { }
}
