package be.dossierwerk.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Names the version of the rule by which each term of a dossier is counted: what an account must be able to say. */
@Service
public class AppliedRules {

    /** {@code before} is the version under which the term ran until a change took it along; null when it always ran under this one. */
    public record Applied(RuleVersion version, LocalDate startedOn, Integer before) { }

    private final JdbcClient jdbc;
    private final RuleVersions versions;

    AppliedRules(JdbcClient jdbc, RuleVersions versions) {
        this.jdbc = jdbc;
        this.versions = versions;
    }

    /** Oldest first, as {@link Terms#of}. */
    @Transactional(readOnly = true)
    public List<Applied> of(String dossier) {
        Map<String, RuleVersion> all = versions.all().stream().collect(Collectors.toMap(each -> each.code() + " " + each.version(), Function.identity()));
        return jdbc.sql("""
                select rule || ' ' || rule_version, started_on,
                       (select from_version from term_rule_move m where m.term = t.id order by change desc limit 1)
                from term t where dossier = ? order by started_on, id""").param(dossier)
                .query((row, i) -> new Applied(all.get(row.getString(1)), row.getObject(2, LocalDate.class), row.getObject(3, Integer.class))).list();
    }
}
