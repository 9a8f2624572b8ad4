package be.dossierwerk.payment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What could go into a run, oldest first, without what a procedure holds back; asked for hundreds at a time, so that no payable costs a query of its own. */
@Component
class PayableQueue {

    /** Dossiers, oldest first. */
    record Page(List<String> ready, List<String> held) { }

    private static final int PAGE = 500;

    private final PayableLedger payables;
    private final ObjectProvider<PayableHold> holds;

    PayableQueue(PayableLedger payables, ObjectProvider<PayableHold> holds) {
        this.payables = payables;
        this.holds = holds;
    }

    /** Page by page, until there are no more or {@code readsOn} says no. */
    void read(Predicate<Page> readsOn) {
        List<PayableLedger.Candidate> page;
        long after = 0;
        do {
            page = payables.candidates(after, PAGE);
            if (page.isEmpty()) {
                return;
            }
            after = page.get(page.size() - 1).payable();
        } while (readsOn.test(page(page.stream().map(PayableLedger.Candidate::dossier).toList())) && page.size() == PAGE);
    }

    /** Those of the dossiers that nothing holds back, in the same order. */
    List<String> ready(List<String> dossiers) {
        return page(dossiers).ready();
    }

    private Page page(List<String> dossiers) {
        Set<String> held = holds.stream().map(hold -> hold.held(dossiers)).flatMap(Collection::stream).collect(Collectors.toSet());
        Map<Boolean, List<String>> parts = dossiers.stream().collect(Collectors.partitioningBy(held::contains));
        return new Page(parts.get(false), parts.get(true));
    }
}
