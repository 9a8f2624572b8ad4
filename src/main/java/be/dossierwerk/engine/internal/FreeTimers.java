package be.dossierwerk.engine.internal;

import be.dossierwerk.audit.AuditLog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The timers that can run in one transaction: of dossiers in which nobody works, locked here. */
@Component
class FreeTimers implements RunTogether.Free {

    private final JdbcClient jdbc;
    private final AuditLog audit;

    FreeTimers(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    public List<String> timers(List<String> jobs) {
        Map<String, String> dossierOf = new LinkedHashMap<>();
        jdbc.sql("""
                select j.id_, e.business_key_ from unnest(cast(? as text[])) with ordinality job (id, place) join act_ru_job j on j.id_ = job.id
                join act_ru_execution e on e.id_ = coalesce(j.root_proc_inst_id_, j.process_instance_id_)
                where j.type_ = 'timer' and e.business_key_ is not null order by job.place""").param(jobs.toArray(String[]::new)).query(row -> {
                    dossierOf.put(row.getString(1), row.getString(2));
                });
        Set<String> free = audit.tryLock(dossierOf.values());
        return dossierOf.keySet().stream().filter(job -> free.contains(dossierOf.get(job))).toList();
    }
}
