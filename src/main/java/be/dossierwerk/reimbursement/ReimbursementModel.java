package be.dossierwerk.reimbursement;

import be.dossierwerk.engine.ProcessVariable;

/** The names shared with {@code bpmn/opleiding-terugbetaling/opleiding-terugbetaling.bpmn}. */
public final class ReimbursementModel {

    public static final String PROCESS = "opleiding-terugbetaling";
    /** The bank paid or sent back; what happened stands in the payment itself. */
    public static final String MOVED = "opleiding-uitbetaling.betaling-bewogen";
    /** Before it is signed, the decision goes back to the check. */
    public static final String BACK_TO_CHECK = "opleiding-terugbetaling.terug-naar-controle";
    /** Started again after the bank sent back what it had paid before. */
    public static final ProcessVariable<Boolean> REOPENED = new ProcessVariable<>("heropend", Boolean.class);
    public static final ProcessVariable<Boolean> COMPUTED = new ProcessVariable<>("berekend", Boolean.class);
    public static final ProcessVariable<Boolean> SECOND_LOOK = new ProcessVariable<>("tweedeControle", Boolean.class);
    public static final ProcessVariable<Boolean> SECOND_AGREES = new ProcessVariable<>("tweedeAkkoord", Boolean.class);
    public static final ProcessVariable<Boolean> GRANTED = new ProcessVariable<>("toegekend", Boolean.class);
    public static final ProcessVariable<Boolean> PAID = new ProcessVariable<>("betaald", Boolean.class);
    public static final ProcessVariable<Boolean> RETURNED = new ProcessVariable<>("teruggestort", Boolean.class);

    public static final String PAYMENT_TERM = "T-OFT-01";
    public static final String REPAYMENT_TERM = "T-OFT-02";

    private ReimbursementModel() { }
}
