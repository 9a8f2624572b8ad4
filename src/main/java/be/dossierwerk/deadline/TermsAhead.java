package be.dossierwerk.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What running terms bring in the days to come when nobody acts. A term that stands still brings nothing. Only reads. */
@Component
public class TermsAhead {

    /** A step of the ladder with the role that follows it up, or, with {@code percent} null, the last day of a term. */
    public record Coming(LocalDate on, String dossier, String rule, String term, Integer percent, String addressee) { }

    private final Ledger ledger;

    TermsAhead(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Up to and including that day; a step whose day has passed but that was not taken yet is among them. */
    @Transactional(readOnly = true)
    public List<Coming> until(LocalDate last, Collection<String> dossiers) {
        LocalDate today = ledger.today();
        List<DossierTerm> running = ledger.terms(dossiers).values().stream().flatMap(List::stream).filter(DossierTerm::running).toList();
        Map<Long, Set<Integer>> taken = ledger.stepsTaken(running.stream().map(DossierTerm::id).toList());
        List<Coming> coming = new ArrayList<>();
        for (DossierTerm term : running) {
            TermAccount account = term.account(today);
            LocalDate due = account.effectiveDue();
            if (due != null && !due.isBefore(today) && !due.isAfter(last)) {
                coming.add(new Coming(due, term.dossier(), term.rule().code(), term.rule().name(), null, null));
            }
            if (!term.rule().escalates() || account.standsStill()) {
                continue;
            }
            for (EscalationStep step : EscalationStep.ALL) {
                LocalDate day = step.comesOn(term.facts(), account);
                if (day != null && !day.isAfter(last) && !taken.getOrDefault(term.id(), Set.of()).contains(step.percent())) {
                    coming.add(new Coming(day, term.dossier(), term.rule().code(), term.rule().name(), step.percent(), step.addressee()));
                }
            }
        }
        return coming;
    }
}
