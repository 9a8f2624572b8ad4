package be.dossierwerk.deadline;

import static be.dossierwerk.deadline.AuditSentences.awaited;
import static be.dossierwerk.deadline.AuditSentences.days;
import static be.dossierwerk.shared.Dates.prose;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One entry of a dossier's ledger as people read it: what holds from which day ({@code on}), and who wrote it when. {@code term}, {@code termName}:
 * null for a pause, which is of the whole file. {@code counteredAt}: since when it no longer holds, or null.
 */
public record LedgerLine(long id, Long term, String termName, String kind, LocalDate on, Integer calendarDays, String ground, String evidence,
                         String reason, Instant recordedAt, LocalDate recordedOn, String recordedBy, Instant counteredAt, String counteredBy) {

    public boolean holds() {
        return counteredAt == null;
    }

    /** A start is corrected and a stop stands; the rest can be countered once. */
    public boolean canBeCountered() {
        return holds() && switch (Ledger.Kind.valueOf(kind)) {
            case PAUSED, RESUMED, EXTENDED, CORRECTED -> true;
            case STARTED, STOPPED, COUNTERED -> false;
        };
    }

    /** In Dutch, because the record is a legal one. */
    public String inWords() {
        return switch (Ledger.Kind.valueOf(kind)) {
            case STARTED -> "\"%s\" startte op %s".formatted(termName, prose(on));
            case STOPPED -> "\"%s\" eindigde op %s".formatted(termName, prose(on));
            case PAUSED -> "sinds %s wacht het dossier op %s".formatted(prose(on), awaited(PauseGround.valueOf(ground)));
            case RESUMED -> "sinds %s wacht het dossier niet langer op %s".formatted(prose(on), awaited(PauseGround.valueOf(ground)));
            case EXTENDED -> "\"%s\" kreeg %s extra".formatted(termName, days(calendarDays));
            case CORRECTED -> "\"%s\" startte op %s, anders dan eerst genoteerd".formatted(termName, prose(on));
            case COUNTERED -> "tegengeboekt";
        };
    }
}
