package be.dossierwerk.deadline;

/** Knows who may not move the clock of a dossier although the role allows it; a module with such a rule gives one bean. */
public interface ClockGuard {

    /** @throws be.dossierwerk.shared.Refused when the acting person may not */
    void check(String dossier);
}
