package be.dossierwerk.casework;

import java.util.Optional;

/** The note that the handler wrote for the committee; each procedure that asks advice gives one bean. */
public interface CommitteeNotes {

    /** {@code outlook}: GUNSTIG, GEDEELTELIJK or ONGUNSTIG. */
    record Note(String outlook, String facts, String judgement) { }

    /** The process id, as the dossier carries it. */
    String process();

    Optional<Note> of(String dossier);
}
