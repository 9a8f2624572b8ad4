package be.dossierwerk.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The dates that running terms keep for lists and for the sweep, beside what the ledger says. */
@Component
public class KeptDates {

    /** {@code due} and {@code nextStep} by the ledger; the other two as they are kept. */
    public record Difference(String dossier, long term, String name, LocalDate due, LocalDate keptDue, LocalDate nextStep, LocalDate keptNextStep) { }

    private record Kept(LocalDate due, LocalDate nextStep) { }

    private final JdbcClient jdbc;
    private final Ledger ledger;

    KeptDates(JdbcClient jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    /** Every dossier with a running term. */
    @Transactional(readOnly = true)
    public List<String> dossiers() {
        return jdbc.sql("select distinct dossier from term where stopped_on is null order by dossier").query(String.class).list();
    }

    /** The running terms of these dossiers that keep another date than the ledger gives. */
    @Transactional(readOnly = true)
    public List<Difference> differing(Collection<String> dossiers) {
        Map<Long, Kept> kept = new HashMap<>();
        jdbc.sql("select id, due_on, next_step_on from term where stopped_on is null and dossier = any(?)").param(dossiers.toArray(String[]::new))
                .query(row -> {
                    kept.put(row.getLong(1), new Kept(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)));
                });
        Map<Long, Set<Integer>> taken = ledger.stepsTaken(kept.keySet());
        List<Difference> differences = new ArrayList<>();
        ledger.terms(dossiers).values().forEach(terms -> terms.stream().filter(term -> kept.containsKey(term.id())).forEach(term -> {
            TermAccount account = term.account(ledger.today());
            LocalDate nextStep = EscalationStep.nextOn(term, account, () -> taken.getOrDefault(term.id(), Set.of()));
            Kept dates = kept.get(term.id());
            if (!Objects.equals(dates.due(), account.effectiveDue()) || !Objects.equals(dates.nextStep(), nextStep)) {
                differences.add(new Difference(term.dossier(), term.id(), term.rule().name(), account.effectiveDue(), dates.due(), nextStep,
                        dates.nextStep()));
            }
        }));
        return differences;
    }

    /** Those of these dossiers whose ledger was written since that moment. */
    @Transactional(readOnly = true)
    public Set<String> writtenSince(Instant moment, Collection<String> dossiers) {
        return Set.copyOf(jdbc.sql("select distinct dossier from term_entry where dossier = any(?) and recorded_at > ?")
                .params(dossiers.toArray(String[]::new), OffsetDateTime.ofInstant(moment, ZoneOffset.UTC)).query(String.class).list());
    }

    /** Writes the dates of a term down again as the ledger gives them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(long term) {
        ledger.byId(term).filter(DossierTerm::running).ifPresent(ledger::settle);
    }
}
