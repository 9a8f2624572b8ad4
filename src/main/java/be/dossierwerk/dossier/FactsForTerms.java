package be.dossierwerk.dossier;

import be.dossierwerk.deadline.DossierFacts;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the module of the terms whose dossier it is, and who handles it. */
@Component
class FactsForTerms implements DossierFacts {

    private final JdbcClient jdbc;

    FactsForTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Facts> open(Collection<String> dossiers) {
        Map<String, Facts> facts = new HashMap<>();
        jdbc.sql("select number, subject, handler, handler_name from dossier where number = any(?) and closed_on is null")
                .param(dossiers.toArray(String[]::new))
                .query(row -> {
                    facts.put(row.getString(1), new Facts(row.getString(2), row.getString(3), row.getString(4)));
                });
        return facts;
    }
}
