package be.dossierwerk.recovery;

import be.dossierwerk.engine.ProcessVariable;

/** The names shared with {@code bpmn/terugvordering/terugvordering.bpmn}. */
public final class RecoveryModel {

    public static final String PROCESS = "terugvordering";
    /** The balance came to zero, however. */
    public static final String PAID = "terugvordering.betaald";
    public static final String PLAN_AGREED = "terugvordering.plan-afgesproken";
    public static final String INSTALMENT_MISSED = "terugvordering.aflossing-gemist";
    public static final String ANNULLED = "terugvordering.vernietigd";
    public static final ProcessVariable<Boolean> CHECKED = new ProcessVariable<>("berekeningAkkoord", Boolean.class);
    public static final ProcessVariable<Boolean> PAYABLE = new ProcessVariable<>("nogTeBetalen", Boolean.class);
    public static final ProcessVariable<Boolean> WAIVED = new ProcessVariable<>("kwijtgescholden", Boolean.class);

    public static final String DECISION_TERM = "T-TER-01";
    public static final String PAYMENT_TERM = "T-TER-02";
    public static final String REMINDER_TERM = "T-TER-03";
    public static final String NOTICE_TERM = "T-TER-04";

    private RecoveryModel() { }
}
