package be.dossierwerk.appeal;

import be.dossierwerk.engine.ProcessVariable;

/** The names shared with {@code bpmn/beroep-raad-van-state/beroep-raad-van-state.bpmn}. */
public final class BeroepRvSModel {

    public static final String PROCESS = "beroep-raad-van-state";
    public static final String SUSPENSION_RULED = "beroep-raad-van-state.schorsing-beslist";
    public static final String RULED = "beroep-raad-van-state.arrest";
    public static final String WITHDRAWN = "beroep-raad-van-state.afstand";
    public static final String AUDITOR_REPORTED = "beroep-raad-van-state.auditoraatsverslag";
    public static final ProcessVariable<Boolean> SUSPENDED = new ProcessVariable<>("geschorst", Boolean.class);
    public static final ProcessVariable<Boolean> ANNULLED = new ProcessVariable<>("vernietigd", Boolean.class);
    public static final ProcessVariable<Boolean> RESTARTS = new ProcessVariable<>("herneming", Boolean.class);
    public static final String FILE_TERM = "T-RVS-01";
    public static final String DEFENCE_TERM = "T-RVS-02";
    public static final String REPLY_TERM = "T-RVS-03";
    public static final String LAST_STATEMENT_TERM = "T-RVS-04";
    public static final String DEPOSIT_FILE = "UserTask_AdministratiefDossierNeerleggen";
    public static final String FILE_DEFENCE = "UserTask_MemorieVanAntwoordIndienen";
    public static final String FILE_LAST_STATEMENT = "UserTask_LaatsteMemorieIndienen";
    public static final String CHOOSE_RESTART = "UserTask_HernemingKiezen";

    private BeroepRvSModel() { }
}
