package be.dossierwerk.appeal;

import be.dossierwerk.appeal.Heroverwegingen.Heroverweging;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.ContestedAct;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.shared.Dates;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does what a notified answer to a reconsideration says: nothing, undo the contested decision, or undo it and start again (procedures.md 1.10). */
@Service
public class ApplyHeroverweging {

    private final Heroverwegingen heroverwegingen;
    private final NotifiedDecisions decisions;
    private final ContestedActs acts;
    private final Contests contests;
    private final Terms terms;
    private final Dossiers dossiers;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ApplyHeroverweging(Heroverwegingen heroverwegingen, NotifiedDecisions decisions, ContestedActs acts, Contests contests, Terms terms, Dossiers dossiers,
                       AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.heroverwegingen = heroverwegingen;
        this.decisions = decisions;
        this.acts = acts;
        this.contests = contests;
        this.terms = terms;
        this.dossiers = dossiers;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void apply(String dossier) {
        LocalDate today = LocalDate.now(clock);
        Heroverweging request = heroverwegingen.get(dossier);
        String outcome = jdbc.sql("select outcome from besluit where dossier = ? and status = 'ONDERTEKEND' order by drafted_at desc limit 1").param(dossier)
                .query(String.class).single();
        String decision = "de beslissing van " + Dates.prose(decisions.find(request.besluit()).orElseThrow().signedOn());
        audit.lock(request.contested());
        if (outcome.equals(HeroverwegingModel.CONFIRMED)) {
            audit.record(AuditLog.Entry.of(request.contested(), "HEROVERWOGEN", decisions.find(request.besluit()).orElseThrow().counts()
                    ? "Na heroverweging in dossier %s blijft %s zoals ze is.".formatted(dossier, decision)
                    : "De heroverweging in dossier %s bevestigde %s. Die gold al niet meer: er verandert niets.".formatted(dossier, decision)));
        } else {
            undo(request, outcome, decision, today);
        }
        terms.stopAll(dossier, today);
        dossiers.close(dossier, outcome, today);
    }

    private void undo(Heroverweging request, String outcome, String decision, LocalDate today) {
        boolean amended = outcome.equals(HeroverwegingModel.AMENDED);
        ContestedAct act = acts.of(request.contested()).orElseThrow();
        audit.record(AuditLog.Entry.of(request.contested(), "HEROVERWOGEN", "Na heroverweging in dossier %s wordt %s %s.".formatted(request.dossier(), decision,
                amended ? "herzien" : "ingetrokken")));
        act.annul(request.contested(), request.besluit(), today, "Heroverweging in dossier " + request.dossier());
        // The Raad van State may have been quicker: a procedure starts again only once.
        boolean startedAgain = contests.thatReopened(request.contested()).stream().anyMatch(other -> other.besluit().equals(request.besluit()));
        if (amended && !startedAgain) {
            contests.reopened(request.dossier(), today);
            act.reopen(request.contested(), request.restart(), today, "%s werd herzien na heroverweging in dossier %s".formatted(decision, request.dossier()));
        }
    }
}
