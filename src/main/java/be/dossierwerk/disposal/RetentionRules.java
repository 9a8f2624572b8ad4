package be.dossierwerk.disposal;

import be.dossierwerk.shared.MovableClock;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The retention rules with all their versions, and the changes that wait for a second pair of eyes. */
@Service
public class RetentionRules {

    /** Rules have no dossier; their history is kept under this name. */
    static final String SUBJECT = "BEWAARREGELS";

    /** What is proposed, on top of which version, by whom. */
    public record Proposal(long id, RetentionRule base, RetentionChange change, String by, String byName, LocalDate on) { }

    private final JdbcClient jdbc;
    private final Clock clock;

    RetentionRules(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Newest version of each rule first. */
    @Transactional(readOnly = true)
    public List<RetentionRule> versions() {
        return jdbc.sql("select * from disposal_rule order by code, version desc").query(RetentionRules::rule).list();
    }

    /** The versions that hold today. */
    @Transactional(readOnly = true)
    public List<RetentionRule> today() {
        return RetentionRule.on(LocalDate.now(clock), versions());
    }

    @Transactional(readOnly = true)
    public List<Proposal> open() {
        return proposals("c.decision is null", null);
    }

    Optional<Proposal> open(long id) {
        return proposals("c.decision is null and c.id = ?", id).stream().findFirst();
    }

    Optional<RetentionRule> latest(String code) {
        return code == null ? Optional.empty() : versions().stream().filter(version -> version.code().equals(code)).findFirst();
    }

    private List<Proposal> proposals(String which, Long id) {
        return jdbc.sql("""
                select r.*, c.id, c.months as new_months, c.counts_from as new_counts_from, c.source as new_source, c.certain as new_certain, c.reason,
                       c.valid_from as new_valid_from, c.proposed_by, c.proposed_by_name, c.proposed_at
                from disposal_rule_change c join disposal_rule r on r.code = c.rule and r.version = c.base_version where\s""" + which + " order by c.id")
                .params(id == null ? List.of() : List.of(id)).query((row, i) -> new Proposal(row.getLong("id"), rule(row, i),
                        new RetentionChange(row.getString("code"), row.getInt("new_months"), CountsFrom.valueOf(row.getString("new_counts_from")), row.getString("new_source"),
                                row.getBoolean("new_certain"), row.getString("reason"), row.getObject("new_valid_from", LocalDate.class)),
                        row.getString("proposed_by"), row.getString("proposed_by_name"), row.getObject("proposed_at", OffsetDateTime.class)
                                .atZoneSameInstant(MovableClock.BRUSSELS).toLocalDate())).list();
    }

    private static RetentionRule rule(ResultSet row, int number) throws SQLException {
        Array procedures = row.getArray("procedures");
        return new RetentionRule(row.getString("code"), row.getInt("version"), row.getString("name"), Arrays.asList((String[]) procedures.getArray()), row.getInt("months"),
                CountsFrom.valueOf(row.getString("counts_from")), row.getObject("valid_from", LocalDate.class), row.getString("source"), row.getBoolean("certain"));
    }
}
