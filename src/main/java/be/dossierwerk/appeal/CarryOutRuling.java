package be.dossierwerk.appeal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.ContestedAct;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.shared.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a ruling brings about for the contested decision: it stands still, works again or is undone (procedures.md 1.10). */
@Service
public class CarryOutRuling {

    private final BeroepRvSFile file;
    private final Contests contests;
    private final ContestedActs acts;
    private final Dossiers dossiers;
    private final WarnOfAdministrativeFile warnings;
    private final Heroverwegingen heroverwegingen;
    private final EndHeroverwegingWithoutObject endWithoutObject;
    private final Terms terms;
    private final AuditLog audit;
    private final Clock clock;

    CarryOutRuling(BeroepRvSFile file, Contests contests, ContestedActs acts, Dossiers dossiers, WarnOfAdministrativeFile warnings,
                   Heroverwegingen heroverwegingen, EndHeroverwegingWithoutObject endWithoutObject, Terms terms, AuditLog audit, Clock clock) {
        this.file = file;
        this.contests = contests;
        this.acts = acts;
        this.dossiers = dossiers;
        this.warnings = warnings;
        this.heroverwegingen = heroverwegingen;
        this.endWithoutObject = endWithoutObject;
        this.terms = terms;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void suspend(String dossier) {
        audit.lock(dossier);
        Contests.Contest contest = contests.of(dossier).orElseThrow();
        BeroepRvSFile.Ruling ruling = file.ruling(dossier, "SCHORSING").orElseThrow();
        act(dossier, contest).ifPresent(act -> act.suspend(contest.contested(), contest.besluit(), ruling.ruledOn(), reason(ruling)));
    }

    /** The appeal was rejected or withdrawn: a decision that stood still works again, and the dossier closes. */
    @Transactional
    public void resume(String dossier) {
        audit.lock(dossier);
        Contests.Contest contest = contests.of(dossier).orElseThrow();
        BeroepRvSFile.Ruling ruling = file.ruling(dossier, "EINDE").orElseThrow();
        if (file.suspends(dossier)) {
            // So that two that end together each see that the other ended.
            audit.lock(contest.contested());
            file.stillSuspending(contest).ifPresentOrElse(
                    other -> audit.record(AuditLog.Entry.of(contest.contested(), "SCHORSING_BLIJFT", "Het beroep in dossier %s eindigde. De beslissing blijft geschorst door het beroep in dossier %s."
                            .formatted(dossier, other))),
                    () -> act(dossier, contest).ifPresent(act -> act.resume(contest.contested(), contest.besluit(), ruling.ruledOn(), reason(ruling))));
        }
        close(dossier);
    }

    /** @return whether the procedure can start again: never when the decision fell away before */
    @Transactional
    public boolean annul(String dossier) {
        audit.lock(dossier);
        Contests.Contest contest = contests.of(dossier).orElseThrow();
        BeroepRvSFile.Ruling ruling = file.ruling(dossier, "EINDE").orElseThrow();
        LocalDate today = LocalDate.now(clock);
        terms.stopAll(dossier, today);
        warnings.settle(dossier);
        if (file.fellAway(contest)) {
            audit.record(AuditLog.Entry.of(dossier, "BESLISSING_GOLD_NIET_MEER", "Deze beslissing gold al niet meer: er verandert niets."));
            return false;
        }
        Optional<String> reconsidered = heroverwegingen.open(contest.besluit());
        // Before the lock of the contested dossier, as the answer to a reconsideration takes them.
        reconsidered.ifPresent(audit::lock);
        Optional<ContestedAct> act = act(dossier, contest);
        act.ifPresent(each -> each.annul(contest.contested(), contest.besluit(), ruling.ruledOn(), reason(ruling)));
        reconsidered.ifPresent(each -> endWithoutObject.end(each, reason(ruling)));
        return act.filter(each -> !each.restarts(contest.contested(), contest.besluit()).isEmpty()).isPresent();
    }

    @Transactional
    public void close(String dossier) {
        LocalDate today = LocalDate.now(clock);
        warnings.settle(dossier);
        terms.stopAll(dossier, today);
        dossiers.close(dossier, file.ruling(dossier, "EINDE").orElseThrow().ruling().name(), today);
    }

    /** Empty for a procedure whose decisions the product cannot undo: then people do it, and the timeline says so. */
    private Optional<ContestedAct> act(String dossier, Contests.Contest contest) {
        Optional<ContestedAct> act = acts.of(contest.contested());
        if (act.isEmpty()) {
            audit.record(AuditLog.Entry.of(dossier, "GEVOLGEN_MET_DE_HAND", "De gevolgen voor dossier %s moeten met de hand verwerkt worden.".formatted(contest.contested())));
        }
        return act;
    }

    private static String reason(BeroepRvSFile.Ruling ruling) {
        return "De Raad van State %s met arrest %s van %s.".formatted(ruling.ruling().verb(), ruling.number(), Dates.prose(ruling.ruledOn()));
    }
}
