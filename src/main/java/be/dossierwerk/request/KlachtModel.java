package be.dossierwerk.request;

import be.dossierwerk.engine.ProcessVariable;

/** The names shared with {@code bpmn/klacht/klacht.bpmn}. */
public final class KlachtModel {

    public static final String PROCESS = "klacht";
    public static final String WITHDRAWN = "klacht.ingetrokken";
    public static final ProcessVariable<Boolean> ADMISSIBLE = new ProcessVariable<>("ontvankelijk", Boolean.class);
    public static final String ACKNOWLEDGEMENT_TERM = "T-KLA-01";
    public static final String TERM = "T-KLA-02";

    private KlachtModel() { }
}
