package be.dossierwerk.deadline;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** The terms of a dossier. STUB: the deadline module replaces this body; the signatures stay. */
@Service
public class Terms {
    /** Starts a term by its rule in force on that day; the event day itself is not counted. */
    public void start(String dossier, String rule, LocalDate event) { throw new IllegalStateException("stub"); }
    /** The dossier waits for somebody else from the day after {@code opened}. */
    public void pause(String dossier, PauseGround ground, LocalDate opened, String reason) { throw new IllegalStateException("stub"); }
    /** The answer came on {@code closed}; the clock goes on the day after. */
    public void resume(String dossier, PauseGround ground, LocalDate closed, String reason) { throw new IllegalStateException("stub"); }
    public void extend(String dossier, String rule, int calendarDays, String reason) { throw new IllegalStateException("stub"); }
    /** The act that the term asked for was done on that day. */
    public void stop(String dossier, String rule, LocalDate on) { throw new IllegalStateException("stub"); }
    /** Stops every term that still runs: the dossier is closed. */
    public void stopAll(String dossier, LocalDate on) { throw new IllegalStateException("stub"); }
    public List<TermStanding> of(String dossier) { throw new IllegalStateException("stub"); }
    /** The last day of the running term by that rule. */
    public LocalDate due(String dossier, String rule) { throw new IllegalStateException("stub"); }
    /** What the last day of the term would become if a pause opened today and closed on that day: for a look ahead. */
    public LocalDate dueIfPaused(String dossier, String rule, LocalDate opened, LocalDate closed) { throw new IllegalStateException("stub"); }
}
