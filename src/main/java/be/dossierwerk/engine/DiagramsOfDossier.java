package be.dossierwerk.engine;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of the diagrams that a dossier followed, also those that it left. */
@Component
public class DiagramsOfDossier {

    /** {@code name}: of the file, with its version. */
    public record Followed(String name, byte[] content) { }

    private final JdbcClient jdbc;

    DiagramsOfDossier(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Followed> of(String dossier) {
        return jdbc.sql("""
                select d.key_ || '-v' || d.version_ || '.bpmn', b.bytes_ from act_re_procdef d
                join act_ge_bytearray b on b.deployment_id_ = d.deployment_id_ and b.name_ = d.resource_name_
                where d.id_ in (select a.proc_def_id_ from act_hi_procinst i join act_hi_actinst a on a.proc_inst_id_ = i.id_ where i.business_key_ = :dossier
                                union select proc_def_id_ from act_hi_procinst where business_key_ = :dossier)
                order by 1""").param("dossier", dossier).query((row, i) -> new Followed(row.getString(1), row.getBytes(2))).list();
    }
}
