package be.dossierwerk.api;

import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.recognition.RecognitionModel;
import be.dossierwerk.reimbursement.ReimbursementModel;
import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.training.TrainingModel;
import be.dossierwerk.withdrawal.VoluntaryModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an applicant may know of the own dossier: where it stands and until when, never notes, names of officers or drafts. */
@Service
class FollowDossier {

    enum State { IN_BEHANDELING, WACHT_OP_AANVRAGER, GESLOTEN }

    /**
     * {@code decisionDue}: the last day to decide, null before the file is complete and while it waits for somebody else.
     * {@code outcome}, {@code closedOn}: null until the decision was notified.
     */
    record Standing(String dossier, State state, LocalDate receivedOn, LocalDate decisionDue, boolean paused, LocalDate pausedSince,
                    String outcome, LocalDate closedOn) { }

    /** What is filed here or could have been. Of anything else, such as a fine, a complaint or an infringement, the portal does not even learn that it is there. */
    private static final Set<String> FOLLOWED = Set.of(RecognitionModel.PROCESS, VoluntaryModel.PROCESS, TrainingModel.PROCESS, TrainingModel.GROUP, ReimbursementModel.PROCESS);
    private static final Set<String> DECISION_TERMS = Set.of(RecognitionModel.DECISION_TERM, VoluntaryModel.DECISION_TERM, TrainingModel.DECISION_TERM);

    private final Dossiers dossiers;
    private final Terms terms;
    private final CurrentActor currentActor;

    FollowDossier(Dossiers dossiers, Terms terms, CurrentActor currentActor) {
        this.dossiers = dossiers;
        this.terms = terms;
        this.currentActor = currentActor;
    }

    /** @throws Refused {@code api.dossier.unknown} */
    @Transactional(readOnly = true)
    public Standing follow(String number) {
        currentActor.require(ApiAccounts.ROLE);
        Dossiers.Details dossier = dossiers.find(number).filter(each -> FOLLOWED.contains(each.procedure()))
                .orElseThrow(() -> new Refused("api.dossier.unknown", number));
        State state = dossier.closedOn() != null ? State.GESLOTEN
                : State.WACHT_OP_AANVRAGER.name().equals(dossier.state()) ? State.WACHT_OP_AANVRAGER : State.IN_BEHANDELING;
        // A dossier closes by the notification of its decision, so an open one has no outcome to tell.
        if (state == State.GESLOTEN) {
            return new Standing(number, state, dossier.receivedOn(), null, false, null, dossier.outcome(), dossier.closedOn());
        }
        List<TermStanding> running = terms.of(number).stream().filter(term -> term.stoppedOn() == null).toList();
        var decision = running.stream().filter(term -> DECISION_TERMS.contains(term.rule())).findFirst();
        LocalDate pausedSince = Stream.concat(decision.stream(), running.stream()).map(TermStanding::pausedSince)
                .filter(Objects::nonNull).findFirst().orElse(null);
        return new Standing(number, state, dossier.receivedOn(), decision.map(TermStanding::due).orElse(null), pausedSince != null,
                pausedSince, null, null);
    }
}
