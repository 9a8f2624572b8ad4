package be.dossierwerk.training;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A later change of an approval. {@code lastDay}: on which the approval holds, null without end; {@code registered}: the quality registration of who gives
 * the training; {@code heard}: how the applicant was heard before a withdrawal; {@code agreed}: null until a second person decided.
 */
public record ApprovalChange(Kind kind, LocalDate lastDay, LocalDate registeredFrom, LocalDate registeredTo, String reasons, String heard, String proposedBy,
                             String proposedByName, Instant proposedAt, Boolean agreed, String remark, String decidedByName, Instant decidedAt) {

    public enum Kind {
        /** The approval stops. */
        INGETROKKEN,
        /** The approval gets another last day, or none. */
        EINDDATUM,
        /** Who gives the training is registered for another period. */
        REGISTRATIE
    }
}
