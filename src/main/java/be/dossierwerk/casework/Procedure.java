package be.dossierwerk.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a building block has to ask of the procedure that calls it; each procedure gives one bean. */
public interface Procedure {

    /** The note that the handler wrote for the committee; {@code outlook}: GUNSTIG, GEDEELTELIJK or ONGUNSTIG. */
    record Note(String outlook, String facts, String judgement) { }

    /** The process id, as the dossier carries it. */
    String process();

    /** The rule of the term to decide in. */
    String decisionTerm();

    /** What a completeness table finds missing (procedures.md D1): codes of {@code missing_item}. */
    List<String> missingItems(String dossier);

    /** The applicant delivered these items; the application now holds them. */
    void itemsReceived(String dossier, List<String> codes);

    /** What the decision form shows first: legal ground, facts, reasons, appeal clause, outcome. */
    Map<String, Object> decisionProposal(String dossier);

    /** The letter template of a decision with that outcome. */
    String letterKind(String outcome);

    /** The title of that letter, as the applicant reads it. */
    String letterTitle(String outcome);

    /** Facts of the procedure that its letters state, such as the activities in words. */
    Map<String, Object> letterFacts(String dossier);

    /** Empty as long as none was written. */
    Optional<Note> note(String dossier);

    /** The outlook after the hearing replaces the note's. */
    void outlook(String dossier, String outlook);
}
