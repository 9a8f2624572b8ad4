package be.dossierwerk.bench;

import java.util.Date;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.query.PeriodUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ended instances in the history of plain Camunda, as many rows as its history level full would have left, spread over ten years. */
final class PlainHistory {

    /** Of one instance in each of five tables. */
    static final int OF_EACH_KIND = 40;

    private final JdbcClient jdbc;
    private final HistoryService history;

    PlainHistory(PlainCamunda camunda) {
        DataSource source = camunda.source();
        this.jdbc = JdbcClient.create(source);
        this.history = camunda.engine().getHistoryService();
    }

    /** Each with so many tasks; procedures and steps as ours have them. */
    void fill(int instances, int tasks) {
        jdbc.sql("""
                insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_, start_time_, end_time_, duration_, start_act_id_, root_proc_inst_id_, state_)
                select 'i' || n, 'i' || n, 'D-' || n, 'procedure' || n % 8, 'procedure' || n % 8 || ':1', t, t + interval '30 days', 2592000000, 'begin', 'i' || n, 'COMPLETED'
                from generate_series(1, :instances) n cross join lateral (select timestamp '2017-01-01' + n % 3650 * interval '1 day' as t) at""").param("instances", instances).update();
        fillTasks(1, instances, 1, tasks);
        jdbc.sql("vacuum analyze act_hi_procinst, act_hi_taskinst").update();
    }

    /** Tasks {@code first} to {@code last} of instances {@code from} to {@code to}. */
    void fillTasks(int from, int to, int first, int last) {
        jdbc.sql("""
                insert into act_hi_taskinst (id_, task_def_key_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_, act_inst_id_, name_, assignee_, start_time_, end_time_,
                    duration_, priority_, task_state_)
                select 't' || n || '-' || s, 'UserTask_' || s, 'procedure' || n % 8, 'procedure' || n % 8 || ':1', 'i' || n, 'i' || n, 'i' || n, 'a' || n || '-' || s, 'Stap ' || s, 'p' || n % 40, t,
                       t + interval '7 days', 604800000, 50, 'Completed'
                from generate_series(:from, :to) n cross join generate_series(:first, :last) s cross join lateral (select timestamp '2017-01-01' + (n % 3650 + 7 * s) * interval '1 day' as t) at""")
                .param("from", from).param("to", to).param("first", first).param("last", last).update();
    }

    /** What else is told of instances: activities, changes of variables, candidates and operations. {@code each}: of each kind for one instance. */
    void tell(int from, int to, int each) {
        String rows = " from generate_series(:from, :to) n cross join generate_series(1, :each) s cross join lateral (select timestamp '2017-01-01' + n % 3650 * interval '1 day' + s * interval '1 hour' as t) at";
        for (String insert : List.of("""
                act_hi_actinst (id_, parent_act_inst_id_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_, act_id_, act_name_, act_type_, assignee_, start_time_, end_time_,
                    duration_, act_inst_state_, sequence_counter_)
                select 'a' || n || '-' || s, 'i' || n, 'procedure' || n % 8, 'procedure' || n % 8 || ':1', 'i' || n, 'i' || n, 'i' || n, 'UserTask_' || s, 'Stap ' || s, 'userTask', 'p' || n % 40, t,
                       t + interval '7 days', 604800000, 4, s""", """
                act_hi_detail (id_, type_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_, act_inst_id_, var_inst_id_, name_, var_type_, rev_, time_, text_, sequence_counter_,
                    operation_id_, initial_)
                select 'd' || n || '-' || s, 'VariableUpdate', 'procedure' || n % 8, 'procedure' || n % 8 || ':1', 'i' || n, 'i' || n, 'i' || n, 'i' || n, 'v' || n, 'veld' || s, 'string', s, t,
                       repeat('de aanvrager kreeg bericht ', 3), s, 'o' || n, false""", """
                act_hi_identitylink (id_, timestamp_, type_, group_id_, task_id_, root_proc_inst_id_, proc_def_id_, operation_type_, proc_def_key_)
                select 'l' || n || '-' || s, t, 'candidate', 'groep' || s % 40, 't' || n || '-1', 'i' || n, 'procedure' || n % 8 || ':1', 'add', 'procedure' || n % 8""", """
                act_hi_op_log (id_, proc_def_id_, proc_def_key_, root_proc_inst_id_, proc_inst_id_, execution_id_, task_id_, user_id_, timestamp_, operation_type_, operation_id_, entity_type_, property_,
                    new_value_, category_)
                select 'o' || n || '-' || s, 'procedure' || n % 8 || ':1', 'procedure' || n % 8, 'i' || n, 'i' || n, 'i' || n, 't' || n || '-' || s, 'p' || n % 40, t, 'Complete', 'o' || n, 'Task', 'delete', 'true',
                       'TaskWorker'""")) {
            jdbc.sql("insert into " + insert + rows).param("from", from).param("to", to).param("each", each).update();
        }
        jdbc.sql("vacuum analyze act_hi_actinst, act_hi_detail, act_hi_identitylink, act_hi_op_log").update();
    }

    /** Five queries. @return how many events they found */
    int timeline(int instance) {
        String id = "i" + instance;
        return history.createHistoricActivityInstanceQuery().processInstanceId(id).orderByHistoricActivityInstanceStartTime().asc().list().size()
                + history.createHistoricTaskInstanceQuery().processInstanceId(id).orderByHistoricActivityInstanceStartTime().asc().list().size()
                + history.createHistoricDetailQuery().processInstanceId(id).orderByTime().asc().list().size()
                + history.createHistoricIdentityLinkLogQuery().taskId("t" + instance + "-1").orderByTime().asc().list().size()
                + history.createUserOperationLogQuery().processInstanceId(id).orderByTimestamp().asc().list().size();
    }

    /** What the engine can say of a year and of the one before it: how long its instances and its tasks took, how many of each. @return how many rows */
    int reportsOfTwoYears(Date before, Date from, Date to) {
        int rows = 0;
        for (Date[] year : new Date[][] {{before, from}, {from, to}}) {
            rows += history.createHistoricProcessInstanceReport().startedAfter(year[0]).startedBefore(year[1]).duration(PeriodUnit.MONTH).size();
            rows += history.createHistoricTaskInstanceReport().completedAfter(year[0]).completedBefore(year[1]).duration(PeriodUnit.MONTH).size();
            rows += history.createHistoricTaskInstanceReport().completedAfter(year[0]).completedBefore(year[1]).countByTaskName().size();
        }
        return rows;
    }
}
