package be.dossierwerk.deadline;

import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the versions of the rules, the proposals to change them, and which running terms went along. */
@Component
class RuleVersions {

    private static final String PROPOSAL = """
            select id, rule, base_version, unit, amount, month_rule, roll, pause_grounds, source, reason, valid_from, transition,
                   proposed_by, proposed_by_name, proposed_at from term_rule_change""";

    /** A running term under a version before, that an approved change names: it still has to follow. */
    private static final String LEFT = """
            from term t join term_rule_change c on c.rule = t.rule and c.base_version >= t.rule_version and c.decision = 'GOEDGEKEURD'
            where t.stopped_on is null and (c.transition = 'ALLE_LOPENDE' or t.started_on >= c.valid_from)""";

    private final JdbcClient jdbc;
    private final Ledger ledger;

    RuleVersions(JdbcClient jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    /** A rule has a chain in the audit trail as a dossier has; no dossier number looks like this. */
    static String subject(String rule) {
        return "TERMIJN-" + rule;
    }

    /** By code, newest first. */
    List<RuleVersion> all() {
        return jdbc.sql("select * from term_rule order by code, version desc").query((row, i) -> version(row)).list();
    }

    /** @throws Refused deadline.rule.unknown */
    RuleVersion latest(String code) {
        return jdbc.sql("select * from term_rule where code = ? order by version desc limit 1").param(code).query((row, i) -> version(row)).optional()
                .orElseThrow(() -> new Refused("deadline.rule.unknown"));
    }

    /** Longest waiting first. */
    List<RuleProposal> open() {
        Map<String, RuleVersion> versions = byNumber();
        return jdbc.sql(PROPOSAL + " where decision is null order by id").query((row, i) -> proposal(row, versions)).list();
    }

    Optional<RuleProposal> open(long id) {
        return open().stream().filter(proposal -> proposal.id() == id).findFirst();
    }

    /** The approved changes that running terms still have to follow, oldest first. */
    List<RuleProposal> unfinished() {
        Map<String, RuleVersion> versions = byNumber();
        return jdbc.sql(PROPOSAL + " where id in (select c.id " + LEFT + ") order by id").query((row, i) -> proposal(row, versions)).list();
    }

    /** How many terms still have to follow that approved change. */
    int left(long change) {
        return jdbc.sql("select count(*) " + LEFT + " and c.id = ?").param(change).query(Integer.class).single();
    }

    /** The next dossiers of those terms; begin after the empty text. A term that follows is no longer among them. */
    List<String> left(RuleProposal change, String after, int most) {
        return jdbc.sql("select t.dossier " + LEFT + " and c.id = ? and t.rule = ? and t.dossier > ? order by t.dossier limit ?")
                .params(change.id(), change.change().rule(), after, most).query(String.class).list();
    }

    private Map<String, RuleVersion> byNumber() {
        return all().stream().collect(Collectors.toMap(version -> version.code() + version.version(), Function.identity()));
    }

    long propose(RuleChange change, int base, Actor by) {
        return jdbc.sql("""
                insert into term_rule_change (rule, base_version, unit, amount, month_rule, roll, pause_grounds, source, reason, valid_from, transition,
                                              proposed_by, proposed_by_name, proposed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(Arrays.asList(change.rule(), base, change.unit().name(), change.amount(), change.monthRule().name(), change.roll().name(),
                        names(change.pauseGrounds()), change.source().strip(), change.reason().strip(), change.validFrom(), change.transition().name(),
                        by.id(), by.name(), ledger.now()))
                .query(Long.class).single();
    }

    void decided(long id, Verdict verdict, String reason, Actor by) {
        jdbc.sql("update term_rule_change set decision = ?, decision_reason = ?, decided_by = ?, decided_by_name = ?, decided_at = ? where id = ?")
                .params(Arrays.asList(verdict.name(), reason, by.id(), by.name(), ledger.now(), id)).update();
    }

    /** Closes the version before and adds the next one. */
    TermRule add(RuleProposal proposal) {
        RuleChange change = proposal.change();
        TermRule next = proposal.base().next(change);
        jdbc.sql("update term_rule set valid_to = ? where code = ? and version = ?")
                .params(change.validFrom().minusDays(1), next.code(), proposal.base().version()).update();
        String[] grounds = names(change.pauseGrounds());
        jdbc.sql("""
                insert into term_rule (code, version, name, nature, unit, amount, month_rule, clock, pause_grounds, roll, binds, escalates, source,
                                       valid_from, lapse_effect)
                select code, ?, name, nature, ?, ?, ?, case when cardinality(?::text[]) = 0 then 'TOTAL' else clock end, ?, ?, binds, escalates, ?, ?,
                       lapse_effect
                from term_rule where code = ? and version = ?""")
                .params(next.version(), change.unit().name(), change.amount(), change.monthRule().name(), grounds, grounds, change.roll().name(),
                        change.source(), change.validFrom(), next.code(), proposal.base().version())
                .update();
        return next;
    }

    /** Settles a running term as it stands under its next version, and keeps that it went there. */
    TermAccount move(long change, DossierTerm term, DossierTerm next) {
        LocalDate before = term.account(ledger.today()).effectiveDue();
        ledger.followRule(next);
        TermAccount account = ledger.settle(next);
        jdbc.sql("insert into term_rule_move (change, term, from_version, to_version, due_before, due_after) values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(change, term.id(), term.rule().version(), next.rule().version(), before, account.effectiveDue())).update();
        return account;
    }

    /** Whether the change takes that running term along: it takes all of them, or only those whose start lies on its first day or later. */
    static boolean takesAlong(RuleChange change, DossierTerm term) {
        return change.transition() == Transition.ALLE_LOPENDE || !term.startedOn().isBefore(change.validFrom());
    }

    private static String[] names(Set<PauseGround> grounds) {
        return grounds.stream().map(PauseGround::name).sorted().toArray(String[]::new);
    }

    private static RuleVersion version(ResultSet row) throws SQLException {
        return new RuleVersion(row.getString("code"), row.getInt("version"), row.getString("name"), row.getString("nature"),
                TermUnit.valueOf(row.getString("unit")), row.getInt("amount"), MonthRule.valueOf(row.getString("month_rule")),
                RollRule.valueOf(row.getString("roll")), grounds(row), row.getString("binds"), row.getBoolean("escalates"), row.getString("source"),
                row.getString("lapse_effect"), row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class));
    }

    private static RuleProposal proposal(ResultSet row, Map<String, RuleVersion> versions) throws SQLException {
        RuleVersion base = versions.get(row.getString("rule") + row.getInt("base_version"));
        RuleChange change = new RuleChange(row.getString("rule"), TermUnit.valueOf(row.getString("unit")), row.getInt("amount"),
                MonthRule.valueOf(row.getString("month_rule")), RollRule.valueOf(row.getString("roll")), grounds(row), row.getString("source"),
                row.getString("reason"), row.getObject("valid_from", LocalDate.class), Transition.valueOf(row.getString("transition")));
        return new RuleProposal(row.getLong("id"), base, change, row.getString("proposed_by"), row.getString("proposed_by_name"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant());
    }

    private static Set<PauseGround> grounds(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("pause_grounds").getArray()).map(PauseGround::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
