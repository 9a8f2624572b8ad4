package be.dossierwerk.deadline;

import static be.dossierwerk.deadline.AuditSentences.lastDay;

import be.dossierwerk.audit.AuditLog;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts the running terms of some dossiers under the next version of their rule, and tells each dossier so. */
@Component
class TakeTermsAlong {

    private final RuleVersions versions;
    private final Ledger ledger;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    TakeTermsAlong(RuleVersions versions, Ledger ledger, AuditLog audit, ApplicationEventPublisher events) {
        this.versions = versions;
        this.ledger = ledger;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Gives the number of terms that went along; one that stopped or went along while its dossier was waited for does not.
     * @param dossiers in one order for all who do this, so that no two wait for each other
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public int take(RuleProposal proposal, List<String> dossiers) {
        dossiers.forEach(ledger::lock);
        TermRule rule = proposal.base().next(proposal.change());
        Map<Long, DossierTerm> now = ledger.terms(dossiers).values().stream().flatMap(Collection::stream)
                .filter(term -> term.running() && term.rule().version() < rule.version())
                .collect(Collectors.toMap(DossierTerm::id, Function.identity()));
        List<DossierTerm> along = ledger.runningUnder(rule, dossiers).stream()
                .filter(term -> now.containsKey(term.id()) && RuleVersions.takesAlong(proposal.change(), term)).toList();
        for (DossierTerm term : along) {
            DossierTerm before = now.get(term.id());
            LocalDate after = versions.move(proposal.id(), before, term).effectiveDue();
            audit.record(AuditLog.Entry.of(term.dossier(), "TERM_RULE_CHANGED", "De termijn \"%s\" volgt nu versie %d van zijn regel, %s; %s.".formatted(
                            rule.name(), rule.version(), AuditSentences.length(rule.unit(), rule.amount()), lastDay(after)))
                    .changing(due(rule.code(), before.account(ledger.today()).effectiveDue()), due(rule.code(), after)));
            events.publishEvent(new TermMoved(term.dossier(), rule.code()));
        }
        return along.size();
    }

    private static Map<String, Object> due(String rule, LocalDate day) {
        return Map.of(rule, day == null ? "onbekend" : day.toString());
    }
}
