package be.dossierwerk.trainingbudget;

import be.dossierwerk.payment.PayableBalances;
import be.dossierwerk.payment.PayableBalances.Balance;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.trainingbudget.Distribution.Basis;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the training budgets of a year are used: per undertaking what was granted, committed, paid and left, with the claims behind it, held against what
 * the payment orders say. Amounts in euro. Who may not look is refused: security.role-missing.
 */
@Service
public class FundOverview {

    /** Which undertakings: with a claim, with money committed that is not paid yet, or without anything left of what they got. */
    public enum Filter { MET_AANVRAAG, MET_VASTLEGGING, OPGEBRUIKT }

    /** {@code recognition}: the dossier that granted it; {@code committed}: and not paid yet; {@code claims}: for how many money was committed at some time. */
    public record Row(String enterpriseNumber, String name, String recognition, Basis basis, BigDecimal granted, BigDecimal committed, BigDecimal paid, int claims) {

        public BigDecimal left() {
            return granted.subtract(committed).subtract(paid);
        }
    }

    /** Of all undertakings of a year together. */
    public record Totals(int undertakings, BigDecimal granted, BigDecimal committed, BigDecimal paid, int claims) {

        public BigDecimal left() {
            return granted.subtract(committed).subtract(paid);
        }
    }

    /** One claim on the budget; {@code payment} is null as long as nothing was handed over to be paid. */
    public record Claim(String dossier, String enterpriseNumber, String name, BigDecimal committed, BigDecimal paid, Balance payment) {

        /** What the bank paid for it. */
        public BigDecimal byBank() {
            return payment == null ? NOTHING : payment.paid();
        }
    }

    /** {@code budget} and {@code bank}: what is paid according to each; the differences are the claims that explain why these are not the same. */
    public record Reconciliation(BigDecimal budget, BigDecimal bank, List<Claim> differences) {

        public boolean holds() {
            return differences.isEmpty();
        }
    }

    private static final String[] READERS = {Roles.FINANCE, Roles.FUND_SECRETARIAT, Roles.TEAM_LEAD, Roles.HEAD, Roles.MANAGER, Roles.AUDITOR};
    private static final BigDecimal NOTHING = new BigDecimal("0.00");
    /** What was countered does not count, and neither does its counter-entry. */
    private static final String SUMS = """
            with moved as (
                select m.account, m.authority, m.kind, m.amount from training_movement m join training_account a on a.id = m.account
                where a.year = :year and m.kind <> 'TEGENGEBOEKT' and not exists (select from training_movement o where o.counters = m.id)),
            sums as (
                select a.enterprise_number, a.recognition, a.basis, r.name,
                       coalesce(sum(m.amount) filter (where m.kind = 'TOEGEKEND'), 0.00) as granted,
                       coalesce(sum(case m.kind when 'VASTGELEGD' then m.amount when 'VRIJGEGEVEN' then -m.amount when 'BETAALD' then -m.amount else 0.00 end), 0.00) as committed,
                       coalesce(sum(m.amount) filter (where m.kind = 'BETAALD'), 0.00) as paid,
                       (select count(distinct c.authority) from training_movement c where c.account = a.id and c.kind in ('VASTGELEGD', 'VRIJGEGEVEN', 'BETAALD')) as claims
                from training_account a left join moved m on m.account = a.id left join recognition r on r.dossier = a.recognition
                where a.year = :year group by a.id, r.name)""";

    private final JdbcClient jdbc;
    private final PayableBalances balances;
    private final CurrentActor currentActor;

    FundOverview(JdbcClient jdbc, PayableBalances balances, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.balances = balances;
        this.currentActor = currentActor;
    }

    /** Newest first: the years of which the budget was recorded. */
    @Transactional(readOnly = true)
    public List<Integer> years() {
        currentActor.require(READERS);
        return jdbc.sql("select year from training_record order by year desc").query(Integer.class).list();
    }

    @Transactional(readOnly = true)
    public Totals totals(int year) {
        currentActor.require(READERS);
        return jdbc.sql(SUMS + " select count(*)::int, coalesce(sum(granted), 0.00), coalesce(sum(committed), 0.00), coalesce(sum(paid), 0.00), coalesce(sum(claims), 0)::int from sums")
                .param("year", year).query((row, i) -> new Totals(row.getInt(1), row.getBigDecimal(2), row.getBigDecimal(3), row.getBigDecimal(4), row.getInt(5))).single();
    }

    /** By name. @param text part of a name, or the beginning of an enterprise number; empty finds all. @param filter null finds all */
    @Transactional(readOnly = true)
    public List<Row> rows(int year, String text, Filter filter, int offset, int limit) {
        currentActor.require(READERS);
        String words = text == null ? "" : text.strip().toLowerCase();
        return jdbc.sql(SUMS + """
                 select * from sums where (:words = '' or lower(name) like '%' || :words || '%' or enterprise_number like :digits || '%')
                   and (:filter = '' or :filter = 'MET_AANVRAAG' and claims > 0 or :filter = 'MET_VASTLEGGING' and committed > 0
                        or :filter = 'OPGEBRUIKT' and granted > 0 and granted = committed + paid)
                order by lower(name), enterprise_number limit :limit offset :offset""")
                .param("year", year).param("words", words).param("digits", words.matches("[0-9. ]+") ? words.replaceAll("\\D", "") : "-")
                .param("filter", filter == null ? "" : filter.name()).param("limit", limit).param("offset", offset).query((row, i) -> row(row)).list();
    }

    @Transactional(readOnly = true)
    public Optional<Row> row(int year, String enterpriseNumber) {
        currentActor.require(READERS);
        return jdbc.sql(SUMS + " select * from sums where enterprise_number = :enterprise").param("year", year).param("enterprise", enterpriseNumber)
                .query((row, i) -> row(row)).optional();
    }

    /** In the order in which money was first committed. @param enterpriseNumber null gives those of everybody */
    @Transactional(readOnly = true)
    public List<Claim> claims(int year, String enterpriseNumber) {
        currentActor.require(READERS);
        record Used(String dossier, String enterpriseNumber, String name, BigDecimal committed, BigDecimal paid) { }
        List<Used> used = jdbc.sql("""
                select m.authority as dossier, a.enterprise_number, r.name,
                       sum(case when undone then 0.00 else case m.kind when 'VASTGELEGD' then m.amount when 'VRIJGEGEVEN' then -m.amount when 'BETAALD' then -m.amount else 0.00 end end)
                           as committed,
                       sum(case when not undone and m.kind = 'BETAALD' then m.amount else 0.00 end) as paid
                from training_account a
                join (select m.*, exists (select from training_movement o where o.counters = m.id) as undone from training_movement m) m on m.account = a.id
                left join recognition r on r.dossier = a.recognition
                where a.year = :year and (:enterprise = '' or a.enterprise_number = :enterprise) and m.kind in ('VASTGELEGD', 'VRIJGEGEVEN', 'BETAALD')
                group by m.authority, a.enterprise_number, r.name order by min(m.id)""")
                .param("year", year).param("enterprise", enterpriseNumber == null ? "" : enterpriseNumber).query(Used.class).list();
        Map<String, Balance> payments = balances.of(used.stream().map(Used::dossier).distinct().toList());
        return used.stream().map(each -> new Claim(each.dossier(), each.enterpriseNumber(), each.name(), each.committed(), each.paid(), payments.get(each.dossier()))).toList();
    }

    /** What budgets and payment orders say of the same claims. Between the file of the bank and the end of the claim these differ for a moment. */
    @Transactional(readOnly = true)
    public Reconciliation reconcile(int year) {
        List<Claim> claims = claims(year, null);
        return new Reconciliation(claims.stream().map(Claim::paid).reduce(NOTHING, BigDecimal::add), claims.stream().map(Claim::byBank).reduce(NOTHING, BigDecimal::add),
                claims.stream().filter(claim -> claim.paid().compareTo(claim.byBank()) != 0).toList());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getString("enterprise_number"), row.getString("name"), row.getString("recognition"), Basis.valueOf(row.getString("basis")),
                row.getBigDecimal("granted"), row.getBigDecimal("committed"), row.getBigDecimal("paid"), row.getInt("claims"));
    }
}
