package be.dossierwerk.engine;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which versions of which procedures run now, and where their dossiers stand. */
@Component
public class RunningVersions {

    /** A version of a process with running instances. */
    public record Version(String definition, String process, int version, String deployment) { }

    /** A dossier with an instance of that version. */
    public record On(String dossier, String definition) { }

    /** A dossier stands at an element, or a timer of it waits there. */
    public record Standing(String dossier, String process, String element) { }

    private final JdbcClient jdbc;

    RunningVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Version> all() {
        return jdbc.sql("""
                select d.id_, d.key_, d.version_, d.deployment_id_ from act_re_procdef d
                where exists (select 1 from act_ru_execution e where e.proc_def_id_ = d.id_ and e.parent_id_ is null) order by d.key_, d.version_""")
                .query((row, i) -> new Version(row.getString(1), row.getString(2), row.getInt(3), row.getString(4))).list();
    }

    /** Every pair of a dossier and one of these versions. */
    public List<On> on(Collection<String> definitions) {
        return jdbc.sql("""
                select distinct business_key_, proc_def_id_ from act_ru_execution
                where parent_id_ is null and business_key_ is not null and proc_def_id_ = any(?) order by 1, 2""").param(definitions.toArray(String[]::new))
                .query((row, i) -> new On(row.getString(1), row.getString(2))).list();
    }

    /** Who stands at one of these elements, whatever the process; the caller keeps the processes that it means. */
    public List<Standing> at(Collection<String> elements) {
        return jdbc.sql("""
                select distinct i.business_key_, d.key_, e.act_id_ from act_ru_execution e join act_ru_execution i on i.id_ = e.proc_inst_id_
                join act_re_procdef d on d.id_ = e.proc_def_id_ where e.act_id_ = any(:elements) and i.business_key_ is not null
                union
                select distinct i.business_key_, j.process_def_key_, t.act_id_ from act_ru_job j join act_ru_jobdef t on t.id_ = j.job_def_id_
                join act_ru_execution i on i.id_ = j.process_instance_id_ where t.act_id_ = any(:elements) and i.business_key_ is not null
                order by 1, 2, 3""").param("elements", elements.toArray(String[]::new))
                .query((row, i) -> new Standing(row.getString(1), row.getString(2), row.getString(3))).list();
    }
}
