package be.dossierwerk.deadline;

import be.dossierwerk.shared.MovableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A term by whose end silence has an effect in law; {@code proposal} is the last one that nobody confirmed, or null. */
record GuardedTerm(long id, String dossier, String rule, String name, String effect, LocalDate startedOn, LocalDate due, boolean running,
                   Map<LapseMark, Acknowledgement> acknowledgements, Proposal proposal) {

    private static final String AFTER_FORMAL_NOTICE = "T-REC-06";

    record Acknowledgement(String by, Instant at) { }

    record Proposal(long id, LapseGround ground, String reason, String by, String byName, Instant at) { }

    /** The last day went by: the silence has its effect, whatever is done now. */
    boolean lapsed(LocalDate today) {
        return due != null && today.isAfter(due);
    }

    boolean counts(LocalDate today) {
        return running && !lapsed(today);
    }

    /** Only silence after a formal notice can be made to mean nothing; a term that the law gives the department runs out whatever people want. */
    boolean stoppable() {
        return rule.equals(AFTER_FORMAL_NOTICE);
    }

    /** Marks that have been reached and of which nobody said to know, earliest first; none once the countdown is over. */
    List<LapseMark> unacknowledged(LocalDate today) {
        if (!counts(today)) {
            return List.of();
        }
        return Arrays.stream(LapseMark.values()).filter(mark -> reached(mark, today) && acknowledged(mark) == null).toList();
    }

    /** Null when nobody did, or only before the mark's day: the last day has been corrected since, and the mark is asked again. */
    Acknowledgement acknowledged(LapseMark mark) {
        Acknowledgement given = acknowledgements.get(mark);
        LocalDate day = mark.on(startedOn, due);
        boolean early = given != null && mark != LapseMark.START && day != null && given.at().atZone(MovableClock.BRUSSELS).toLocalDate().isBefore(day);
        return early ? null : given;
    }

    boolean reached(LapseMark mark, LocalDate today) {
        LocalDate day = mark.on(startedOn, due);
        return day != null && !day.isAfter(today);
    }
}
