package be.dossierwerk.casework;

import be.dossierwerk.security.Roles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a building block has to ask of the procedure that calls it; each procedure gives one bean. */
public interface Procedure {

    /** The note that the handler wrote for the committee; {@code outlook}: GUNSTIG, GEDEELTELIJK or ONGUNSTIG. */
    record Note(String outlook, String facts, String judgement) { }

    /**
     * A decision that is possible now. {@code verb} follows "stelde voor om te"; {@code adverse}: it takes something away from the undertaking;
     * {@code letterKind} is its template, {@code letterTitle} its title as the undertaking reads it.
     */
    record PossibleDecision(String code, String verb, boolean adverse, String letterKind, String letterTitle) { }

    /** A letter that says what the department intends; {@code facts}: feiten, rechtsgrond, motieven and what the template needs beside them. */
    record Intention(String letterKind, String title, Map<String, Object> facts) { }

    /** How the receipt is acknowledged: the rule of the term that this ends, and the letter's template. */
    record Acknowledgement(String term, String letterKind) { }

    /** The process id, as the dossier carries it. */
    String process();

    /** Empty when there is nobody to write to. */
    default Optional<Acknowledgement> acknowledgement(String dossier) {
        return Optional.of(new Acknowledgement("T-REC-00", "ontvangstbevestiging"));
    }

    /** The rule of the term to decide in. */
    String decisionTerm();

    /** What a completeness table finds missing (procedures.md D1): codes of {@code missing_item}. */
    default List<String> missingItems(String dossier) {
        return List.of();
    }

    /** The applicant delivered these items; the application now holds them. */
    default void itemsReceived(String dossier, List<String> codes) { }

    /** The decisions that can be drafted where the dossier stands now. */
    List<PossibleDecision> possibleDecisions(String dossier);

    /** What the decision form shows first: legal ground, facts, reasons, appeal clause, outcome. */
    Map<String, Object> decisionProposal(String dossier);

    /** Drafts from before this moment rest on facts that changed and do not come up again; null when all do. */
    default Instant draftsFrom(String dossier) {
        return null;
    }

    /** Whether a decision with that outcome names the activities that it grants. */
    default boolean namesActivities(String outcome) {
        return false;
    }

    /** Whether the head of the department approves before the signatory signs (procedures.md D13). */
    default boolean headApproves(String dossier, String outcome) {
        return false;
    }

    /** Who drafts the decision and weighs the defence; the diagrams of the building blocks name the handler. */
    default String handledBy() {
        return Roles.HANDLER;
    }

    /** After this day the decision can be neither signed nor notified; null when it always can. */
    default LocalDate lastDay(String dossier, String outcome) {
        return null;
    }

    /** What the undertaking is told before it is heard. */
    Intention intention(String dossier);

    /** Facts of the procedure that its letters state, such as the address and the activities in words. */
    Map<String, Object> letterFacts(String dossier);

    /** Empty as long as none was written. */
    default Optional<Note> note(String dossier) {
        return Optional.empty();
    }

    /** What the committee's advice is about; "van" and the undertaking's name follow. */
    default String adviceAbout() {
        return "de aanvraag om erkenning";
    }

    /** What the note proposes to the committee, in a sentence, for an outlook of {@link #note}. */
    default String proposalToCommittee(String outlook) {
        return switch (outlook) {
            case "GUNSTIG" -> "De aanvraag goedkeuren.";
            case "GEDEELTELIJK" -> "De aanvraag gedeeltelijk goedkeuren.";
            default -> "De aanvraag weigeren.";
        };
    }

    /** The outlook after the hearing replaces the one before. */
    void outlook(String dossier, String outlook);
}
