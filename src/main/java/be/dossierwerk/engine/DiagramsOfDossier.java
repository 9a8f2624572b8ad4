package be.dossierwerk.engine;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of the diagrams that a dossier followed, also those that it left, with the decision tables and forms that were published with them. */
@Component
public class DiagramsOfDossier {

    /** {@code name}: of the file, with the version of a diagram or the number of the set that a table or form was published in. */
    public record Followed(String name, byte[] content) { }

    private static final String FOLLOWED = """
            with followed as (
                select d.* from act_re_procdef d
                where d.id_ in (select a.proc_def_id_ from act_hi_procinst i join act_hi_actinst a on a.proc_inst_id_ = i.id_ where i.business_key_ = :dossier
                                union select proc_def_id_ from act_hi_procinst where business_key_ = :dossier))
            """;

    private final JdbcClient jdbc;

    DiagramsOfDossier(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Followed> of(String dossier) {
        return jdbc.sql(FOLLOWED + """
                select 'diagrammen/' || d.key_ || '-v' || d.version_ || '.bpmn', b.bytes_ from followed d
                join act_ge_bytearray b on b.deployment_id_ = d.deployment_id_ and b.name_ = d.resource_name_
                union all
                select case when b.name_ like '%.dmn' then 'tabellen' else 'formulieren' end || '/verzameling-' || coalesce(p.serial::text, b.deployment_id_) || '/'
                       || regexp_replace(b.name_, '^[^/]+/', ''), b.bytes_ from act_ge_bytearray b
                left join published_set p on p.deployment = b.deployment_id_
                where b.deployment_id_ in (select deployment_id_ from followed) and (b.name_ like '%.dmn' or b.name_ like '%.form')
                order by 1""").param("dossier", dossier).query((row, i) -> new Followed(row.getString(1), row.getBytes(2))).list();
    }
}
