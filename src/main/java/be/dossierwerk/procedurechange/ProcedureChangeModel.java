package be.dossierwerk.procedurechange;

import be.dossierwerk.engine.ProcessVariable;

/** The names shared with {@code bpmn/procedurewijziging/procedurewijziging.bpmn}. */
public final class ProcedureChangeModel {

    public static final String PROCESS = "procedurewijziging";
    public static final String DRAFT = "UserTask_OntwerpUitwerken";
    public static final String REVIEW = "UserTask_WijzigingBeoordelen";
    public static final String DAY_REACHED = "procedurewijziging.dag-bereikt";
    public static final String WITHDRAWN = "procedurewijziging.ingetrokken";
    public static final ProcessVariable<Boolean> APPROVED = new ProcessVariable<>("goedgekeurd", Boolean.class);
    public static final ProcessVariable<Boolean> PUBLISHED = new ProcessVariable<>("bekendgemaakt", Boolean.class);
    public static final ProcessVariable<Boolean> DOSSIERS_FOLLOW = new ProcessVariable<>("dossiersVolgen", Boolean.class);
    public static final String REVIEW_TERM = "T-PWZ-01";
    public static final String DRAFT_TERM = "T-PWZ-02";

    private ProcedureChangeModel() { }
}
