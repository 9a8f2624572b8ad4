package be.dossierwerk.deadline;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proves that work on a dossier left its terms alone: the mark is the same as long as no term, entry or escalation of it changed. */
@Component
public class LedgerMark {

    private final JdbcClient jdbc;

    LedgerMark(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public String of(String dossier) {
        return jdbc.sql("""
                select coalesce(md5(string_agg(t::text, '|' order by t.id)), '') || (select coalesce(md5(string_agg(e::text, '|' order by e.id)), '')
                    from term_entry e where e.dossier = :dossier) || (select coalesce(md5(string_agg(s::text, '|' order by s::text)), '')
                    from term_escalation s join term o on o.id = s.term where o.dossier = :dossier)
                from term t where t.dossier = :dossier""").param("dossier", dossier).query(String.class).single();
    }
}
