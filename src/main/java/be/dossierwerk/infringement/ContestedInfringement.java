package be.dossierwerk.infringement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.CaseworkModel;
import be.dossierwerk.casework.ContestedAct;
import be.dossierwerk.casework.ContestedDecisions;
import be.dossierwerk.casework.ReopenProcedure;
import be.dossierwerk.deadline.PauseGround;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.recovery.RecoveryRulings;
import be.dossierwerk.withdrawal.Consequences;
import be.dossierwerk.withdrawal.EndModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a retention, a warning or a withdrawal after an infringement when somebody else rules on it (procedures.md 1.4, 1.10). */
@Service
class ContestedInfringement implements ContestedAct {

    /** The retention was decided before, or never: its path waits where both paths join. */
    private static final String JOINED = "Gateway_KlaarVoorBeslissing";
    /** Where the retention waits for its next review. */
    private static final String REVIEW_AGAIN = "Gateway_OpnieuwHerzien";
    private static final Restart DECIDE = new Restart("ServiceTask_SanctieVoorstellen", "Beslissing opstellen");
    private static final List<Restart> STEPS = List.of(new Restart("CallActivity_Horen", "Onderneming horen"), new Restart("UserTask_AanpakBepalen", "Verdere aanpak bepalen"),
            new Restart("UserTask_NotaOpstellen", "Nota voor de commissie opstellen"), new Restart("CallActivity_Commissie", "Advies van de commissie vragen"), DECIDE);
    private static final Set<String> WITHDRAWALS = Set.of("INTREKKING_ZONDER_VOORWAARDEN", "INTREKKING_MET_VOORWAARDEN");

    private final ContestedDecisions decisions;
    private final ReopenProcedure reopenProcedure;
    private final Consequences consequences;
    private final RecoveryRulings recoveries;
    private final Retentions retentions;
    private final DecideReview decideReview;
    private final FollowUps followUps;
    private final Dossiers dossiers;
    private final Processes processes;
    private final Terms terms;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    ContestedInfringement(ContestedDecisions decisions, ReopenProcedure reopenProcedure, Consequences consequences, RecoveryRulings recoveries, Retentions retentions,
                          DecideReview decideReview, FollowUps followUps, Dossiers dossiers, Processes processes, Terms terms, AuditLog audit, JdbcClient jdbc) {
        this.decisions = decisions;
        this.reopenProcedure = reopenProcedure;
        this.consequences = consequences;
        this.recoveries = recoveries;
        this.retentions = retentions;
        this.decideReview = decideReview;
        this.followUps = followUps;
        this.dossiers = dossiers;
        this.processes = processes;
        this.terms = terms;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String process() {
        return InfringementModel.PROCESS;
    }

    /** A retention that falls away is over: the file itself goes on to its own decision, or already came to it. */
    @Override
    public List<Restart> restarts(String dossier, UUID besluit) {
        return Cases.aboutRetention(decisions.outcome(besluit)) ? List.of() : STEPS;
    }

    @Override
    @Transactional
    public void suspend(String dossier, UUID besluit, LocalDate on, String reason) {
        if (!decisions.suspend(dossier, besluit, on, reason)) {
            return;
        }
        String outcome = decisions.outcome(besluit);
        if (Cases.REVIEWS.contains(outcome)) {
            if (holds(besluit)) {
                retentions.changeStandsStill(dossier, besluit, true, on, reason);
            }
            return;
        }
        if (Cases.RETENTIONS.contains(outcome)) {
            terms.pause(dossier, PauseGround.SCHORSING, on, reason);
            retentions.standStill(dossier, true, on, reason);
            return;
        }
        if (WITHDRAWALS.contains(outcome)) {
            // What the follow-up of the conditions changed rests on this decision.
            boolean changed = false;
            for (String followUp : followUps.ofCase(dossier)) {
                if (dossiers.get(followUp).closedOn() == null) {
                    terms.pause(followUp, PauseGround.SCHORSING, on, reason);
                } else {
                    changed |= consequences.suspend(followUp, on, reason);
                }
            }
            changed |= consequences.suspend(dossier, on, reason);
            if (!changed) {
                consequences.tellNothingChanged(dossier);
            }
        } else {
            audit.record(AuditLog.Entry.of(dossier, "SCHORSING_ZONDER_GEVOLG", "Deze beslissing veranderde niets aan de erkenning: de schorsing verandert daar ook niets aan."));
        }
        recoveriesOf(dossier).forEach(recovery -> recoveries.suspend(recovery, on, reason));
    }

    @Override
    @Transactional
    public void resume(String dossier, UUID besluit, LocalDate on, String reason) {
        if (!decisions.resume(dossier, besluit, on, reason)) {
            return;
        }
        String outcome = decisions.outcome(besluit);
        if (Cases.REVIEWS.contains(outcome)) {
            if (holds(besluit)) {
                retentions.changeStandsStill(dossier, besluit, false, on, reason);
            }
            return;
        }
        if (Cases.RETENTIONS.contains(outcome)) {
            terms.resume(dossier, PauseGround.SCHORSING, on, reason);
            retentions.standStill(dossier, false, on, reason);
            return;
        }
        if (WITHDRAWALS.contains(outcome)) {
            consequences.resume(dossier, on, reason);
            for (String followUp : followUps.ofCase(dossier)) {
                terms.resume(followUp, PauseGround.SCHORSING, on, reason);
                consequences.resume(followUp, on, reason);
            }
        }
        recoveriesOf(dossier).forEach(recovery -> recoveries.resume(recovery, on, reason));
    }

    @Override
    @Transactional
    public void annul(String dossier, UUID besluit, LocalDate on, String reason) {
        boolean held = holds(besluit);
        if (!decisions.annul(dossier, besluit, on, reason)) {
            return;
        }
        String outcome = decisions.outcome(besluit);
        if (Cases.REVIEWS.contains(outcome)) {
            if (held) {
                restore(dossier, besluit, reason);
            }
            return;
        }
        if (Cases.RETENTIONS.contains(outcome)) {
            terms.resume(dossier, PauseGround.SCHORSING, on, reason);
            retentions.release(dossier, reason);
            decideReview.drop(dossier);
            jdbc.sql("update infringement_case set retention_wanted = null where dossier = ?").param(dossier).update();
            return;
        }
        followUps.ofCase(dossier).forEach(followUp -> endFollowUp(followUp, on, reason));
        consequences.undo(dossier, reason);
        recoveriesOf(dossier).forEach(recovery -> recoveries.fallAway(recovery, on, reason));
        // It no longer counts as a repeat; another file about this undertaking may be open by now.
        jdbc.sql("update infringement_case set outcome = 'ZONDER_GEVOLG', decided_on = null where dossier = ?").param(dossier).update();
    }

    /** Whether that change of the retention is what holds: carried out, of a retention that still rests on a decision, and no later decision took its place. */
    private boolean holds(UUID besluit) {
        return jdbc.sql("""
                select exists (select from besluit this where this.id = :besluit and this.outcome in ('INHOUDING_VERLAAGD', 'INHOUDING_OPGEHEVEN')
                and exists (select from retention_entry e where e.dossier = this.dossier and e.entry in ('VERLAAGD', 'OPGEHEVEN') and e.recorded_at >= this.drafted_at)
                and exists (select from besluit imposed where imposed.dossier = this.dossier and imposed.status = 'ONDERTEKEND'
                            and imposed.outcome in ('INHOUDING_5EUR', 'INHOUDING_VOLLEDIG'))
                and not exists (select from besluit later where later.dossier = this.dossier and later.status = 'ONDERTEKEND' and later.outcome <> 'INHOUDING_BEHOUDEN'
                                and later.drafted_at > this.drafted_at))""").param("besluit", besluit).query(Boolean.class).single();
    }

    /** The retention is as it was before the change, and is reviewed again. */
    private void restore(String dossier, UUID besluit, String reason) {
        boolean lifted = retentions.current(dossier).isEmpty();
        if (!retentions.restore(dossier, besluit, reason)) {
            return;
        }
        if (lifted) {
            processes.resumeAt(InfringementModel.PROCESS, dossier, REVIEW_AGAIN);
        } else {
            processes.moveTimers(dossier);
        }
    }

    /** Without the withdrawal there are no conditions. */
    private void endFollowUp(String followUp, LocalDate on, String reason) {
        decisions.newest(followUp).ifPresent(besluit -> decisions.annul(followUp, besluit, on, reason));
        consequences.undo(followUp, reason);
        if (dossiers.get(followUp).closedOn() == null) {
            processes.end(followUp, reason);
            terms.stopAll(followUp, on);
            dossiers.close(followUp, EndModel.NOTHING_LEFT, on);
        }
    }

    private List<String> recoveriesOf(String dossier) {
        return recoveries.startedFrom(dossier, EndInfringement.byDecisionIn(dossier));
    }

    @Override
    @Transactional
    public void reopen(String dossier, String element, LocalDate on, String because) {
        Restart step = ReopenProcedure.step(STEPS, element);
        jdbc.sql("""
                update infringement_case c set outcome = null where dossier = ?
                and not exists (select from infringement_case o where o.enterprise_number = c.enterprise_number and o.outcome is null)""").param(dossier).update();
        reopenProcedure.at(dossier, step == DECIDE ? new ReopenProcedure.Start(step, List.of(InfringementModel.DECISION_TERM), Map.of())
                : new ReopenProcedure.Start(step, List.of(InfringementModel.DECISION_TERM, CaseworkModel.ADVICE_TERM), Map.of(), JOINED), on, because);
    }
}
