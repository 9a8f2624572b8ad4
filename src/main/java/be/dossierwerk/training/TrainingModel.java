package be.dossierwerk.training;

/** The names shared with {@code bpmn/opleiding-goedkeuring/opleiding-goedkeuring.bpmn}. */
public final class TrainingModel {

    public static final String PROCESS = "opleiding-goedkeuring";
    /** The procedure of a file with more than one training; it has no diagram (ADR 0013). */
    public static final String GROUP = "opleiding-groepsdossier";
    public static final String ADVICE_TERM = "T-OF-03";
    public static final String REACTION_TERM = "T-OF-04";
    public static final String AFTER_ADVICE_TERM = "T-OF-05";
    public static final String DECISION_TERM = "T-OF-06";
    public static final String PLACE = "UserTask_OpleidingAgenderen";
    public static final String RECORD_ADVICE = "UserTask_OpleidingAdviesRegistreren";
    public static final String RECORD_REACTION = "UserTask_ReactieRegistreren";
    public static final String APPROVED = "GOEDGEKEURD";
    public static final String REFUSED = "GEWEIGERD";
    public static final String NO_FOLLOW_UP = "ZONDER_GEVOLG";
    public static final String DROPPED = "opleiding-goedkeuring.aanvraag-ingetrokken";
    static final String GROUP_CLOSED = "AFGEHANDELD";

    private TrainingModel() { }
}
