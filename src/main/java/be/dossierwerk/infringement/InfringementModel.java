package be.dossierwerk.infringement;

import be.dossierwerk.engine.ProcessVariable;

/** The names shared with {@code bpmn/inbreukdossier} and {@code bpmn/opvolging-voorwaarden}. */
public final class InfringementModel {

    public static final String PROCESS = "inbreukdossier";
    public static final String FOLLOW_UP = "opvolging-voorwaarden";
    public static final String DECISION_TERM = "T-INB-01";
    public static final String REGULARISATION_TERM = "T-INB-02";
    public static final String REVIEW_TERM = "T-INB-03";
    public static final String CONDITIONS_TERM = "T-INB-04";
    public static final String FIRST_REMINDER = "T-INB-05";
    public static final String LAST_REMINDER = "T-INB-06";

    /** The change of the retention was decided and notified, or has no object any more. */
    static final String REVIEWED = "inbreukdossier.inhouding-herzien";
    static final String RETENTION_FELL_AWAY = "inbreukdossier.inhouding-vervallen";

    public static final ProcessVariable<Boolean> RETENTION_NEEDED = new ProcessVariable<>("inhoudingNodig", Boolean.class);
    public static final ProcessVariable<Boolean> RETENTION_STAYS = new ProcessVariable<>("inhoudingBlijft", Boolean.class);
    /** BEHOUDEN, WIJZIGEN or VERVALLEN: what the handler proposes for the retention; VERVALLEN when none is left. */
    public static final ProcessVariable<String> REVIEW = new ProcessVariable<>("herziening", String.class);
    /** Whether a change of the retention is being decided when the infringements could be. */
    public static final ProcessVariable<Boolean> REVIEW_RUNS = new ProcessVariable<>("herzieningLoopt", Boolean.class);
    public static final ProcessVariable<Boolean> HEARING_ASKED = new ProcessVariable<>("hoorzittingGevraagd", Boolean.class);
    public static final ProcessVariable<Boolean> REGULARISABLE = new ProcessVariable<>("regularisatieMogelijk", Boolean.class);
    public static final ProcessVariable<Boolean> PROOF_COMPLETE = new ProcessVariable<>("bewijsVolledig", Boolean.class);
    public static final ProcessVariable<Boolean> REPORT_ADDED = new ProcessVariable<>("verslagToegevoegd", Boolean.class);
    public static final ProcessVariable<Boolean> HEAR_AGAIN = new ProcessVariable<>("opnieuwHoren", Boolean.class);
    /** VERVULD, VERLENGEN or NIET_VERVULD. */
    public static final ProcessVariable<String> CONDITIONS = new ProcessVariable<>("voorwaardenStand", String.class);

    private InfringementModel() { }
}
