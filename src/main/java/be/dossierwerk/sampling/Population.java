package be.dossierwerk.sampling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dossiers that meet the criteria now, and how many lots each has. */
@Component
public class Population {

    public enum Method { WILLEKEURIG, RISICO }

    /** {@code reasons}: codes of the weights that count for it. */
    public record Member(String dossier, int lots, List<String> reasons) {

        Draw.Candidate candidate() {
            return new Draw.Candidate(dossier, lots);
        }
    }

    /** Why a dossier gets more lots. {@code threshold} may be null. */
    public record Weight(String code, int lots, java.math.BigDecimal threshold, String reason) { }

    private static final String BASE = "BASIS";
    private static final String CASES = """
            with one as (
                select d.number, d.procedure, d.received_on, d.closed_on, d.outcome,
                    (select max(b.signed_on) from besluit b where b.dossier = d.number and b.status = 'ONDERTEKEND') as decided_on,
                    exists (select from term_entry e where e.dossier = d.number and e.kind = 'PAUSED'
                        and not exists (select from term_entry c where c.counters = e.id)) as paused,
                    exists (select from term t join term_rule r on r.code = t.rule and r.version = t.rule_version where t.dossier = d.number
                        and r.binds = 'OVERHEID' and r.nature in ('WETTELIJK', 'VERVAL') and t.due_on < coalesce(t.stopped_on, :today)) as late,
                    greatest((select p.amount from payment_payable p where p.dossier = d.number), (select f.amount from fine f where f.dossier = d.number),
                        (select c.total from recovery_calculation c where c.dossier = d.number order by c.id desc limit 1)) as amount
                from dossier d
                where (cast(:procedure as text) is null or d.procedure = :procedure) and (cast(:outcome as text) is null or d.outcome = :outcome)),
            chosen as (
                select *, case :moment when 'BESLIST' then decided_on when 'AFGESLOTEN' then closed_on else received_on end as day from one
                where (cast(:paused as boolean) is null or paused = :paused) and (cast(:late as boolean) is null or late = :late)
                and (cast(:amountFrom as numeric) is null or amount >= :amountFrom) and (cast(:amountTo as numeric) is null or amount <= :amountTo)),
            population as (
                select * from chosen where day is not null and (cast(:from as date) is null or day >= :from) and (cast(:to as date) is null or day <= :to))
            """;
    /** The codes in the order of {@link #RISKS}. */
    private static final List<String> RISK_CODES = List.of("TERMIJN", "BEDRAG", "WEINIG_MENSEN", "BEROEP", "HEROPEND", "NORM");
    private static final String RISKS = """
            select c.number, c.late, coalesce(c.amount > :BEDRAG, false),
                c.decided_on is not null and (select count(distinct person) from (
                    select completed_by as person from inbox_done i where i.dossier = c.number
                    union all select unnest(array[drafter, checker, approver, signatory]) from besluit b where b.dossier = c.number) p) <= :WEINIG_MENSEN,
                exists (select from contest x where x.contested = c.number),
                exists (select from audit_entry a where a.dossier = c.number and a.action = 'DOSSIER_HEROPEND'),
                %s
            from population c order by c.number""";

    private static final String BROKEN_NORM = "exists (select from conformance_finding x where x.dossier = c.number and x.closed_at is null)";

    private final JdbcClient jdbc;
    private final Clock clock;

    Population(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public int count(Criteria criteria) {
        return jdbc.sql(CASES + "select count(*) from population").params(params(criteria)).query(Integer.class).single();
    }

    /** The weights that count today. */
    public List<Weight> weights() {
        return jdbc.sql("select code, lots, threshold, reason from sample_weight where valid_from <= :today and coalesce(valid_to, :today) >= :today order by lots, code")
                .param("today", today()).query((row, i) -> new Weight(row.getString(1), row.getInt(2), row.getBigDecimal(3), row.getString(4))).list();
    }

    List<Member> of(Criteria criteria, Method method) {
        Map<String, Object> params = params(criteria);
        if (method == Method.WILLEKEURIG) {
            return jdbc.sql(CASES + "select number from population order by number").params(params).query((row, i) -> new Member(row.getString(1), 1, List.of())).list();
        }
        Map<String, Weight> weights = new LinkedHashMap<>();
        weights().forEach(weight -> weights.put(weight.code(), weight));
        weights.values().forEach(weight -> params.put(weight.code(), weight.threshold()));
        RISK_CODES.forEach(code -> params.putIfAbsent(code, null));
        return jdbc.sql(CASES + RISKS.formatted(normsAreChecked() ? BROKEN_NORM : "false")).params(params)
                .query((row, i) -> {
                    int lots = weights.containsKey(BASE) ? weights.get(BASE).lots() : 1;
                    List<String> reasons = new ArrayList<>();
                    for (int risk = 0; risk < RISK_CODES.size(); risk++) {
                        Weight weight = weights.get(RISK_CODES.get(risk));
                        if (weight != null && row.getBoolean(risk + 2)) {
                            lots += weight.lots();
                            reasons.add(weight.code());
                        }
                    }
                    return new Member(row.getString(1), lots, reasons);
                }).list();
    }

    /** The module conformance keeps its findings in a table of its own; without it nothing is known of norms. */
    private boolean normsAreChecked() {
        return jdbc.sql("select to_regclass('conformance_finding') is not null").query(Boolean.class).single();
    }

    private Map<String, Object> params(Criteria criteria) {
        Map<String, Object> params = new HashMap<>();
        params.put("today", today());
        params.put("procedure", criteria.procedure());
        params.put("outcome", criteria.outcome());
        params.put("moment", criteria.moment().name());
        params.put("paused", criteria.paused());
        params.put("late", criteria.late());
        params.put("amountFrom", criteria.amountFrom());
        params.put("amountTo", criteria.amountTo());
        params.put("from", criteria.from());
        params.put("to", criteria.to());
        return params;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
