package be.dossierwerk.appeal;

import be.dossierwerk.engine.ProcessVariable;

/** The names shared with {@code bpmn/heroverweging/heroverweging.bpmn}. */
public final class HeroverwegingModel {

    public static final String PROCESS = "heroverweging";
    public static final String DROPPED = "heroverweging.verzoek-ingetrokken";
    public static final String FELL_AWAY = "heroverweging.beslissing-vervallen";
    public static final ProcessVariable<Boolean> ADMISSIBLE = new ProcessVariable<>("ontvankelijk", Boolean.class);
    public static final ProcessVariable<Boolean> HEAR = new ProcessVariable<>("horen", Boolean.class);
    public static final String FILING_TERM = "T-HER-00";
    public static final String DECISION_TERM = "T-HER-01";
    public static final String CONFIRMED = "BEVESTIGD";
    public static final String AMENDED = "HERZIEN";
    public static final String WITHDRAWN = "INGETROKKEN";

    private HeroverwegingModel() { }
}
