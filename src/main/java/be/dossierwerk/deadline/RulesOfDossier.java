package be.dossierwerk.deadline;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of rules and calendar that the terms of a dossier are computed with, as they are kept: for evidence. */
@Component
public class RulesOfDossier {

    private final JdbcClient jdbc;

    RulesOfDossier(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each a row of the table of rules, in JSON. */
    public List<String> rules(String dossier) {
        return jdbc.sql("""
                select cast(to_jsonb(r) as text) from term_rule r
                where (r.code, r.version) in (select t.rule, t.rule_version from term t where t.dossier = ?) order by r.code, r.version""").param(dossier)
                .query(String.class).list();
    }

    /** Each day that was changed against the legal calendar, up to the version that a term follows, in JSON. */
    public List<String> calendarDays(String dossier) {
        return jdbc.sql("select cast(to_jsonb(d) as text) from calendar_day d where d.version <= (select max(t.calendar) from term t where t.dossier = ?) order by d.version")
                .param(dossier).query(String.class).list();
    }
}
