package be.dossierwerk.fine;

import be.dossierwerk.engine.ProcessVariable;

/** The names shared with the diagrams in {@code bpmn/administratieve-geldboete}. */
public final class FineModel {

    public static final String PROCESS = "administratieve-geldboete";
    public static final String COLLECTION = "geldboete-inning";

    public static final String POSTED_TOO_LATE = "administratieve-geldboete.te-laat-verzonden";
    public static final String APPEALED = "administratieve-geldboete.beroep-ingesteld";
    public static final String PAID = "geldboete-inning.betaald";
    public static final String PLAN_AGREED = "geldboete-inning.plan-afgesproken";
    public static final String INSTALMENT_MISSED = "geldboete-inning.aflossing-gemist";

    public static final ProcessVariable<Boolean> PROSECUTOR_KNOWN = new ProcessVariable<>("parketBekend", Boolean.class);
    public static final ProcessVariable<Boolean> PROSECUTED = new ProcessVariable<>("vervolging", Boolean.class);
    public static final ProcessVariable<Boolean> OPPORTUNE = new ProcessVariable<>("opportuun", Boolean.class);
    public static final ProcessVariable<Boolean> SETTLED = new ProcessVariable<>("betaald", Boolean.class);
    public static final ProcessVariable<Boolean> ANNULLED = new ProcessVariable<>("boeteVernietigd", Boolean.class);
    public static final ProcessVariable<Boolean> PAYABLE = new ProcessVariable<>("nogTeBetalen", Boolean.class);

    public static final String RECORD_PROSECUTOR = "UserTask_ParketbeslissingRegistreren";
    public static final String COLLECT = "CallActivity_Innen";
    public static final String RECORD_RULING = "UserTask_UitspraakRegistreren";

    /** Eight months to impose the fine; procedures.md H7. */
    public static final String IMPOSE_TERM = "T-AGB-01";
    public static final String PAYMENT_TERM = "T-AGB-02";
    public static final String REMINDER_TERM = "T-AGB-03";
    public static final String APPEAL_TERM = "T-AGB-04";

    static final String IMPOSED = "BOETE_OPGELEGD";
    static final String NONE = "GEEN_BOETE";

    private FineModel() { }
}
