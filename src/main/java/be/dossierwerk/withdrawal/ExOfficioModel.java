package be.dossierwerk.withdrawal;

import be.dossierwerk.engine.ProcessVariable;

/** The names shared with {@code bpmn/intrekking-ambtshalve/intrekking-ambtshalve.bpmn}. */
public final class ExOfficioModel {

    public static final String PROCESS = "intrekking-ambtshalve";
    public static final ProcessVariable<String> HEARING = new ProcessVariable<>("horen", String.class);
    public static final ProcessVariable<Boolean> COMMITTEE = new ProcessVariable<>("commissie", Boolean.class);
    public static final ProcessVariable<Boolean> PROOF_AWAITED = new ProcessVariable<>("bewijsNodig", Boolean.class);
    public static final ProcessVariable<Boolean> REGULARISED = new ProcessVariable<>("geregulariseerd", Boolean.class);

    public static final String DECISION_TERM = "T-AMB-01";
    public static final String REGULARISATION_TERM = "T-AMB-02";
    public static final String CHECK_REGULARISATION = "UserTask_RegularisatieNagaan";

    public static final String WITHDRAWN = "INGETROKKEN_AMBTSHALVE";
    public static final String NO_CONSEQUENCE = "ZONDER_GEVOLG";
    public static final String PUT_RIGHT = "GEREGULARISEERD";
    public static final String CONVERTED = "OMGEZET_NAAR_INBREUK";

    private ExOfficioModel() { }
}
