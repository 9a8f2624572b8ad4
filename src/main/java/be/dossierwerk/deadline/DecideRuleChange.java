package be.dossierwerk.deadline;

import static be.dossierwerk.shared.Dates.prose;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second pair of eyes on a change of a rule. Approval writes the next version; the running terms that it names follow at once, in transactions
 * of their own ({@link FollowRuleChange}). A change for all running terms is approved on its first day or later, so that no term follows a rule that does not hold yet.
 */
@Service
public class DecideRuleChange {

    private final RuleVersions versions;
    private final Ledger ledger;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;

    DecideRuleChange(RuleVersions versions, Ledger ledger, AuditLog audit, CurrentActor currentActor, ApplicationEventPublisher events) {
        this.versions = versions;
        this.ledger = ledger;
        this.audit = audit;
        this.currentActor = currentActor;
        this.events = events;
    }

    /**
     * A rejection needs a reason, an approval may have one.
     * @throws Refused security.role-missing unless manager or lawyer; deadline.rule.decided; deadline.rule.four-eyes; deadline.reason.required,
     *                 deadline.text.too-long on field reason; deadline.rule.date.passed, deadline.rule.date.not-yet, deadline.rule.outdated
     */
    @Transactional
    public void decide(long proposal, Verdict verdict, String reason) {
        Actor actor = currentActor.require(Roles.MANAGER, Roles.LAWYER);
        String rule = open(proposal).change().rule();
        audit.lock(RuleVersions.subject(rule));
        // Somebody may have decided while this one waited for the lock.
        RuleProposal open = open(proposal);
        if (open.proposedBy().equals(actor.id())) {
            throw new Refused("deadline.rule.four-eyes");
        }
        String why = verdict.checked(reason);
        if (verdict == Verdict.GOEDGEKEURD) {
            checkDay(open);
        }
        versions.decided(proposal, verdict, why, actor);
        if (verdict == Verdict.GOEDGEKEURD) {
            approve(open, why, actor);
        } else {
            audit.record(AuditLog.Entry.of(RuleVersions.subject(rule), "TERM_RULE_REJECTED",
                    "%s wees de wijziging van de termijn \"%s\" af die %s voorstelde.".formatted(actor.name(), open.base().name(), open.proposedByName()))
                    .because(why));
        }
    }

    private RuleProposal open(long id) {
        return versions.open(id).orElseThrow(() -> new Refused("deadline.rule.decided"));
    }

    private void checkDay(RuleProposal open) {
        RuleChange change = open.change();
        boolean future = change.validFrom().isAfter(ledger.today());
        if (change.transition() == Transition.NIEUWE_TERMIJNEN && !future) {
            throw new Refused("deadline.rule.date.passed", prose(change.validFrom()));
        }
        if (change.transition() == Transition.ALLE_LOPENDE && future) {
            throw new Refused("deadline.rule.date.not-yet", prose(change.validFrom()));
        }
        if (versions.latest(change.rule()).version() != open.base().version()) {
            throw new Refused("deadline.rule.outdated");
        }
    }

    private void approve(RuleProposal open, String why, Actor actor) {
        RuleChange change = open.change();
        TermRule next = versions.add(open);
        audit.record(AuditLog.Entry.of(RuleVersions.subject(change.rule()), "TERM_RULE_APPROVED",
                "%s keurde de wijziging van de termijn \"%s\" goed die %s voorstelde. Versie %d geldt vanaf %s: %s. %s.".formatted(actor.name(), next.name(),
                        open.proposedByName(), next.version(), prose(change.validFrom()), AuditSentences.changes(open.base(), change), moving(versions.left(open.id()))))
                .because(why).changing(facts(open.base().version(), open.base().unit(), open.base().amount()),
                        facts(next.version(), next.unit(), next.amount())));
        events.publishEvent(new FollowRuleChange.Approved());
    }

    private static String moving(int terms) {
        return switch (terms) {
            case 0 -> "Geen lopende termijn verandert mee";
            case 1 -> "1 lopende termijn verandert mee";
            default -> terms + " lopende termijnen veranderen mee";
        };
    }

    private static Map<String, Object> facts(int version, TermUnit unit, int amount) {
        return Map.of("versie", version, "lengte", AuditSentences.length(unit, amount));
    }
}
