package be.dossierwerk.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What becomes of a procedure's decision when somebody else rules on it; each procedure whose decisions can be contested gives one bean. */
public interface ContestedAct {

    /** A step at which the procedure can start again: the id of its element in the diagram, and what people call it. */
    record Restart(String element, String label) { }

    /** The process id, as the dossier carries it. */
    String process();

    /** Where the procedure can start again after this decision falls away, the first step first. */
    List<Restart> restarts(String dossier, UUID besluit);

    /** The effects of the decision stand still from that day, and whom it concerns is told. A second time changes nothing. */
    void suspend(String dossier, UUID besluit, LocalDate on, String reason);

    /** The decision works again. Nothing happens when it was not suspended. */
    void resume(String dossier, UUID besluit, LocalDate on, String reason);

    /** What followed from the decision is undone by counter-entries that add up to nothing. A second time changes nothing. */
    void annul(String dossier, UUID besluit, LocalDate on, String reason);

    /** The procedure runs again from this step with a new clock. {@code because} follows "want". */
    void reopen(String dossier, String element, LocalDate on, String because);
}
