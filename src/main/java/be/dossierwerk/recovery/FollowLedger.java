package be.dossierwerk.recovery;

import be.dossierwerk.engine.Processes;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the procedure what happened in the ledger, in the same transaction. When nobody waits, the ledger itself is what the procedure reads later. */
@Component
class FollowLedger {

    private final Recoveries recoveries;
    private final CourseLetters letters;
    private final Processes processes;

    FollowLedger(Recoveries recoveries, CourseLetters letters, Processes processes) {
        this.recoveries = recoveries;
        this.letters = letters;
        this.processes = processes;
    }

    @EventListener
    void follow(RecoveryMoved moved) {
        String dossier = moved.dossier();
        switch (moved.what()) {
            case ANNULLED -> tell(RecoveryModel.ANNULLED, dossier);
            case BOOKED -> {
                RecoveryStanding standing = recoveries.of(dossier).orElseThrow();
                if (standing.decision().isPresent() && standing.due().signum() == 0) {
                    tell(RecoveryModel.PAID, dossier);
                }
            }
            case PLAN -> {
                // While a plan runs, a new one takes its place: the undertaking is told, the procedure stays where it is.
                if (!tell(RecoveryModel.PLAN_AGREED, dossier) && processes.awaits(RecoveryModel.INSTALMENT_MISSED, dossier)) {
                    letters.plan(dossier);
                }
            }
        }
    }

    private boolean tell(String message, String dossier) {
        boolean awaited = processes.awaits(message, dossier);
        if (awaited) {
            processes.correlate(message, dossier, Map.of());
        }
        return awaited;
    }
}
