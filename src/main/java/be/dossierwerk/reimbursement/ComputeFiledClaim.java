package be.dossierwerk.reimbursement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.reimbursement.Claim.Session;
import be.dossierwerk.reimbursement.ReimbursementClaims.Ahead;
import be.dossierwerk.reimbursement.ReimbursementClaims.Filed;
import be.dossierwerk.reimbursement.ReimbursementClaims.Line;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.trainingbudget.BudgetMovement;
import be.dossierwerk.trainingbudget.BudgetStanding;
import be.dossierwerk.trainingbudget.Budgets;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a filed claim is worth now, line by line, and as much of the budget of its year as that takes is set apart (procedures.md D9). */
@Service
public class ComputeFiledClaim {

    private static final int HUNDRED = 100;
    private static final int MOST_NAMED = 8;

    private final ReimbursementClaims claims;
    private final ReimbursementParameters parameters;
    private final Budgets budgets;
    private final AuditLog audit;

    ComputeFiledClaim(ReimbursementClaims claims, ReimbursementParameters parameters, Budgets budgets, AuditLog audit) {
        this.claims = claims;
        this.parameters = parameters;
        this.budgets = budgets;
        this.audit = audit;
    }

    /** @return false when a parameter is missing: then nothing is computed and a person has to record it first */
    @Transactional
    public boolean compute(String dossier) {
        audit.lock(dossier);
        Filed filed = claims.get(dossier);
        claims.lockBudget(filed.enterpriseNumber(), filed.year());
        var amounts = parameters.amounts();
        List<String> missing = new ArrayList<>();
        asking(missing, () -> refuseLate(dossier, amounts));
        Filed claim = claims.get(dossier);
        List<Ahead> ahead = claims.ahead(claim);
        ahead.stream().filter(other -> other.claimed() == null).forEach(other -> missing.add("het bedrag van aanvraag %s, die eerst kwam".formatted(other.dossier())));
        Optional<BudgetStanding> budget = budgets.of(claim.enterpriseNumber(), claim.year());
        List<Line> lines = claim.lines().stream().filter(line -> !line.refused()).toList();
        ClaimAmount[] answer = new ClaimAmount[1];
        asking(missing, () -> answer[0] = ClaimAmount.of(lines.stream().map(Line::session).toList(), amounts, balance(claim, budget, ahead),
                claims.invoicesOfOthers(claim)));
        if (!missing.isEmpty()) {
            String all = String.join("; ", missing);
            claims.missing(dossier, all);
            audit.record(AuditLog.Entry.of(dossier, "BEREKENING_WACHT", "De aanvraag kan nog niet berekend worden. Dit ontbreekt nog: %s.".formatted(all)));
            return false;
        }
        ClaimAmount amount = answer[0];
        Map<Integer, ClaimAmount.Line> computed = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            computed.put(lines.get(i).position(), amount.lines().get(i));
        }
        String budgetWords = amount.payable().compareTo(amount.claimed()) == 0 ? null : budgetWords(claim, budget, ahead, amount.payable());
        claims.computed(dossier, amount.claimed(), amount.payable(), budgetWords, computed);
        claims.sampled(dossier, inSample(claim));
        setApart(claim, amount.payable());
        audit.record(AuditLog.Entry.of(dossier, "TERUGBETALING_BEREKEND", amount.payable().compareTo(amount.claimed()) == 0
                ? "De aanvraag is goed voor %s.".formatted(Euros.prose(amount.claimed()))
                : "De aanvraag is goed voor %s. %s".formatted(Euros.prose(amount.claimed()), budgetWords)));
        return true;
    }

    /** A person hears of everything that is missing at once. */
    private static void asking(List<String> missing, Runnable computation) {
        try {
            computation.run();
        } catch (Refused refused) {
            if (!refused.key().equals("reimbursement.parameter-missing")) {
                throw refused;
            }
            missing.add(String.valueOf(refused.args()[0]));
        }
    }

    /** Only the term to submit can say something new: everything else was checked when the claim was filed. */
    private void refuseLate(String dossier, Function<LocalDate, Map<ReimbursementParameter, BigDecimal>> amounts) {
        Filed claim = claims.get(dossier);
        Rates rates = new Rates(amounts);
        for (Line line : claim.lines()) {
            Session session = line.session();
            BigDecimal days = rates.on(session.date(), ReimbursementParameter.INDIENEN_DAGEN);
            if (days != null && !line.refused() && claim.submittedOn().isAfter(session.date().plusDays(days.longValueExact()))) {
                claims.refuse(claim.dossier(), line.position(), "de aanvraag kwam te laat; de laatste dag voor deze les was %s.".formatted(
                        Dates.prose(session.date().plusDays(days.longValueExact()))));
            }
        }
        rates.refuseMissing();
    }

    /** What is left for this claim: who came before it and is not checked yet keeps its place, also for what it did not get so far. */
    private static BigDecimal balance(Filed claim, Optional<BudgetStanding> budget, List<Ahead> ahead) {
        BigDecimal wanted = ahead.stream().filter(other -> other.claimed() != null).map(other -> other.claimed().subtract(other.granted())).reduce(BigDecimal.ZERO, BigDecimal::add);
        return budget.map(standing -> standing.left().add(standing.committed(claim.dossier())).subtract(wanted).max(BigDecimal.ZERO)).orElse(BigDecimal.ZERO);
    }

    /** Who came first got the budget; this says who, and how much. */
    private static String budgetWords(Filed claim, Optional<BudgetStanding> budget, List<Ahead> ahead, BigDecimal payable) {
        if (budget.isEmpty()) {
            return "De onderneming heeft geen opleidingsbudget voor %d.".formatted(claim.year());
        }
        BudgetStanding standing = budget.get();
        Map<String, BigDecimal> first = new TreeMap<>();
        standing.movements().stream().filter(one -> one.kind() == BudgetMovement.Kind.VASTGELEGD && !one.authority().equals(claim.dossier()))
                .forEach(one -> first.put(one.authority(), standing.committed(one.authority()).add(standing.paid(one.authority()))));
        ahead.forEach(other -> first.merge(other.dossier(), other.claimed(), BigDecimal::max));
        first.values().removeIf(amount -> amount.signum() == 0);
        String others = first.entrySet().stream().limit(MOST_NAMED).map(one -> "dossier %s voor %s".formatted(one.getKey(), Euros.prose(one.getValue())))
                .collect(Collectors.joining(", ")) + (first.size() > MOST_NAMED ? " en nog %d andere".formatted(first.size() - MOST_NAMED) : "");
        return "Het opleidingsbudget van %d is %s.%s Voor deze aanvraag blijft er %s over.".formatted(claim.year(), Euros.prose(standing.granted()),
                first.isEmpty() ? "" : " Eerst kwam: " + others + ".", Euros.prose(payable));
    }

    private void setApart(Filed claim, BigDecimal amount) {
        Optional<BudgetStanding> standing = budgets.of(claim.enterpriseNumber(), claim.year());
        BigDecimal before = standing.map(found -> found.committed(claim.dossier())).orElse(BigDecimal.ZERO);
        if (before.compareTo(amount) == 0) {
            return;
        }
        if (before.signum() > 0) {
            budgets.release(claim.enterpriseNumber(), claim.year(), claim.dossier(), "Het bedrag van de aanvraag werd opnieuw berekend");
        }
        if (amount.signum() > 0) {
            budgets.commit(claim.enterpriseNumber(), claim.year(), claim.dossier(), amount);
        }
    }

    /** The same answer every time, and nobody can choose it; without a percentage every claim is looked at. */
    private boolean inSample(Filed claim) {
        BigDecimal percent = parameters.on(claim.submittedOn(), ReimbursementParameter.STEEKPROEF_PROCENT);
        return percent == null || Math.floorMod(claims.action(claim.dossier()).hashCode(), HUNDRED) < percent.intValueExact();
    }
}
