package be.dossierwerk.deadline;

import static be.dossierwerk.shared.Dates.prose;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a handler or a team lead write down that the file waits for somebody else, and that the answer came. */
@Service
public class PauseByHand {

    private final Terms terms;
    private final Ledger ledger;
    private final CurrentActor currentActor;
    private final ObjectProvider<ClockGuard> guards;

    PauseByHand(Terms terms, Ledger ledger, CurrentActor currentActor, ObjectProvider<ClockGuard> guards) {
        this.terms = terms;
        this.ledger = ledger;
        this.currentActor = currentActor;
        this.guards = guards;
    }

    /**
     * The file waits from the day after {@code opened}, which may lie in the past and in another pause: a day counts as paused once.
     * @throws Refused security.role-missing, what {@link Justification} refuses, deadline.pause.by-ruling, deadline.date.required, deadline.date.future,
     *                 deadline.pause.nothing-runs, deadline.pause.before-start, deadline.pause.already
     */
    @Transactional
    public void pause(String dossier, LocalDate opened, Justification<PauseGround> why) {
        Justification<PauseGround> checked = check(dossier, opened, why);
        PauseGround ground = checked.ground();
        ledger.lock(dossier);
        List<DossierTerm> pausable = ledger.terms(dossier).stream().filter(term -> term.stoppedBy(ground)).toList();
        if (pausable.isEmpty()) {
            throw new Refused("deadline.pause.nothing-runs");
        }
        LocalDate first = pausable.stream().map(DossierTerm::startedOn).min(LocalDate::compareTo).orElseThrow();
        if (opened.isBefore(first)) {
            throw new Refused("deadline.pause.before-start", prose(first));
        }
        openPause(dossier, ground).ifPresent(pause -> {
            throw new Refused("deadline.pause.already", prose(pause.opened()));
        });
        terms.pause(dossier, ground, opened, checked.evidence(), checked.reason());
    }

    /**
     * The answer came on {@code closed}; the clock goes on the day after.
     * @throws Refused security.role-missing, or as for pausing; deadline.resume.not-paused, deadline.resume.before-pause
     */
    @Transactional
    public void resume(String dossier, LocalDate closed, Justification<PauseGround> why) {
        Justification<PauseGround> checked = check(dossier, closed, why);
        PauseGround ground = checked.ground();
        ledger.lock(dossier);
        if (openPause(dossier, ground).isEmpty()) {
            throw new Refused("deadline.resume.not-paused");
        }
        terms.resume(dossier, ground, closed, checked.evidence(), checked.reason());
    }

    private Justification<PauseGround> check(String dossier, LocalDate on, Justification<PauseGround> why) {
        currentActor.require(Roles.HANDLER, Roles.TEAM_LEAD);
        guards.forEach(guard -> guard.check(dossier));
        Justification<PauseGround> checked = why.checked();
        if (checked.ground() == PauseGround.SCHORSING) {
            throw new Refused("deadline.pause.by-ruling");
        }
        if (on == null) {
            throw new Refused("deadline.date.required");
        }
        if (on.isAfter(ledger.today())) {
            throw new Refused("deadline.date.future", prose(ledger.today()));
        }
        return checked;
    }

    private Optional<FilePause> openPause(String dossier, PauseGround ground) {
        return ledger.openPauses(dossier).stream().filter(pause -> pause.ground() == ground).findFirst();
    }
}
