package be.dossierwerk.deadline;

import static be.dossierwerk.shared.Dates.prose;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a manager propose another version of a rule. Until somebody else approves it nothing changes. */
@Service
public class ProposeRuleChange {

    private final RuleVersions versions;
    private final Ledger ledger;
    private final AuditLog audit;
    private final CurrentActor currentActor;

    ProposeRuleChange(RuleVersions versions, Ledger ledger, AuditLog audit, CurrentActor currentActor) {
        this.versions = versions;
        this.ledger = ledger;
        this.audit = audit;
        this.currentActor = currentActor;
    }

    /**
     * Returns the number of the proposal.
     * @throws Refused security.role-missing unless manager; deadline.rule.unknown; deadline.rule.invalid with the wrong fields;
     *                 deadline.rule.already-proposed; deadline.rule.unchanged
     */
    @Transactional
    public long propose(RuleChange change) {
        Actor actor = currentActor.require(Roles.MANAGER);
        audit.lock(RuleVersions.subject(change.rule()));
        RuleVersion latest = versions.latest(change.rule());
        List<Refused.Field> wrong = new ArrayList<>(change.wrongFigures(latest));
        wrong.addAll(change.wrongWords());
        wrong.addAll(wrongDay(change, latest));
        if (change.transition() == Transition.ALLE_LOPENDE && latest.nature().equals("VERVAL")) {
            // The applicant was told that last day in a letter, and loses a right after it.
            wrong.add(new Refused.Field("transition", "deadline.rule.told"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused("deadline.rule.invalid", wrong);
        }
        if (versions.open().stream().anyMatch(open -> open.change().rule().equals(change.rule()))) {
            throw new Refused("deadline.rule.already-proposed");
        }
        if (latest.says(change)) {
            throw new Refused("deadline.rule.unchanged");
        }
        long id = versions.propose(change, latest.version(), actor);
        audit.record(AuditLog.Entry.of(RuleVersions.subject(change.rule()), "TERM_RULE_PROPOSED",
                "%s stelde voor de termijn \"%s\" een wijziging voor vanaf %s, %s: %s.".formatted(actor.name(), latest.name(), prose(change.validFrom()),
                        AuditSentences.transition(change.transition()), AuditSentences.changes(latest, change)))
                .because(change.reason().strip()).changing(Map.of("versie", latest.version()), Map.of("voorstel", id)));
        return id;
    }

    private List<Refused.Field> wrongDay(RuleChange change, RuleVersion latest) {
        if (change.validFrom() == null) {
            return List.of();
        }
        if (!change.validFrom().isAfter(latest.validFrom())) {
            return List.of(new Refused.Field("validFrom", "deadline.rule.date.after-version", prose(latest.validFrom())));
        }
        if (change.transition() == Transition.NIEUWE_TERMIJNEN && !change.validFrom().isAfter(ledger.today())) {
            return List.of(new Refused.Field("validFrom", "deadline.rule.date.future", prose(ledger.today())));
        }
        return List.of();
    }
}
