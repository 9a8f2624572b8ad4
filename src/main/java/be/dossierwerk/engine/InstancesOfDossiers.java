package be.dossierwerk.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which running instances belong to which dossiers; the engine's own queries take one business key a time. */
@Component
class InstancesOfDossiers {

    private final JdbcClient jdbc;

    InstancesOfDossiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every dossier with a running instance. */
    List<String> dossiers() {
        return jdbc.sql("select distinct business_key_ from act_ru_execution where business_key_ is not null").query(String.class).list();
    }

    /** The dossier by instance. */
    Map<String, String> of(Collection<String> dossiers) {
        Map<String, String> found = new HashMap<>();
        jdbc.sql("select id_, business_key_ from act_ru_execution where business_key_ = any(?) and parent_id_ is null")
                .param(dossiers.toArray(String[]::new)).query(row -> {
                    found.put(row.getString(1), row.getString(2));
                });
        return found;
    }
}
