package be.dossierwerk.casework;

import be.dossierwerk.engine.ProcessVariable;

/** The names that the building blocks share with the diagrams in {@code bpmn/bouwstenen}. */
public final class CaseworkModel {

    public static final ProcessVariable<Boolean> COMPLETE = new ProcessVariable<>("volledig", Boolean.class);
    public static final ProcessVariable<String> OUTLOOK = new ProcessVariable<>("vooruitzicht", String.class);
    public static final ProcessVariable<String> ADVICE = new ProcessVariable<>("advies", String.class);
    public static final ProcessVariable<Boolean> AGREED = new ProcessVariable<>("akkoord", Boolean.class);
    public static final ProcessVariable<Boolean> HEAD_APPROVES = new ProcessVariable<>("afdelingshoofdNodig", Boolean.class);
    public static final ProcessVariable<Boolean> APPROVED = new ProcessVariable<>("goedgekeurd", Boolean.class);
    public static final ProcessVariable<Boolean> SIGNED = new ProcessVariable<>("ondertekend", Boolean.class);
    public static final ProcessVariable<String> OUTCOME = new ProcessVariable<>("uitkomst", String.class);
    public static final ProcessVariable<String> CHANNEL = new ProcessVariable<>("kanaal", String.class);

    public static final String ADVICE_TERM = "T-REC-02";

    public static final String REGISTER_MISSING_ITEMS = "UserTask_AanvullingRegistreren";
    public static final String REGISTER_DEFENCE = "UserTask_VerweerRegistreren";
    public static final String PLACE_ON_AGENDA = "UserTask_OpAgendaPlaatsen";
    public static final String RECORD_ADVICE = "UserTask_AdviesRegistreren";
    public static final String DRAFT = "UserTask_BeslissingOpstellen";
    public static final String SIGN = "UserTask_Ondertekenen";

    private CaseworkModel() { }
}
