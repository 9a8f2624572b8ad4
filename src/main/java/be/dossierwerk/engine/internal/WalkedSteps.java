package be.dossierwerk.engine.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes down where the tokens of a dossier went, once for all that one transaction moved: the engine's own history is overwritten by a move to another
 * diagram, and its rows are not followed by the audit (ADR 0027). What the engine remembers is read back right before the commit, so that what went with
 * a savepoint leaves nothing here either.
 */
final class WalkedSteps implements TransactionSynchronization, Ordered {

    private final JdbcClient jdbc;
    /** Entered in this transaction, in order; with the moment, where that is another one than the engine remembers. */
    private final Map<String, Instant> entered = new LinkedHashMap<>();
    /** Entered in an earlier transaction. */
    private final Set<String> left = new LinkedHashSet<>();
    private final Map<String, Instant> moved = new LinkedHashMap<>();

    private WalkedSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static HistoryEventHandler follow(JdbcClient jdbc) {
        return new HistoryEventHandler() {
            @Override
            public void handleEvent(HistoryEvent event) {
                if (event instanceof HistoricActivityInstanceEventEntity activity) {
                    of(jdbc).add(activity);
                }
            }

            @Override
            public void handleEvents(List<HistoryEvent> events) {
                events.forEach(this::handleEvent);
            }
        };
    }

    private static WalkedSteps of(JdbcClient jdbc) {
        for (TransactionSynchronization known : TransactionSynchronizationManager.getSynchronizations()) {
            if (known instanceof WalkedSteps steps) {
                return steps;
            }
        }
        WalkedSteps steps = new WalkedSteps(jdbc);
        TransactionSynchronizationManager.registerSynchronization(steps);
        return steps;
    }

    private void add(HistoricActivityInstanceEventEntity event) {
        String activity = event.getId();
        if (event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_START)) {
            entered.put(activity, null);
        } else if (event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_END) && !entered.containsKey(activity)) {
            left.add(activity);
        } else if (event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE) && !entered.containsKey(activity)) {
            moved.put(activity, ClockUtil.getCurrentTime().toInstant());
        }
    }

    /** Before what changed is collected for the chain: these rows belong to it. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 10;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        left.removeAll(moved.keySet());
        if (!left.isEmpty() || !moved.isEmpty()) {
            leave();
        }
        // A move is told as an end and a beginning.
        entered.putAll(moved);
        if (!entered.isEmpty()) {
            enter();
        }
    }

    private void leave() {
        jdbc.sql("""
                update step set left_at = coalesce(m.at, a.end_time_::timestamptz),
                    ended = case when m.at is not null then 'VERHUISD' when coalesce(a.act_inst_state_, 0) = 2 then 'AFGEBROKEN' else 'AF' end
                from unnest(cast(? as text[]), cast(? as timestamptz[])) m (activity, at) join act_hi_actinst a on a.id_ = m.activity
                where step.activity = m.activity and step.left_at is null and (m.at is not null or a.end_time_ is not null)""")
                .params(Stream.concat(left.stream(), moved.keySet().stream()).toArray(String[]::new),
                        Stream.concat(left.stream().map(activity -> (String) null), moved.values().stream().map(Instant::toString)).toArray(String[]::new))
                .update();
    }

    private void enter() {
        jdbc.sql("""
                insert into step (dossier, procedure, process, instance, activity, deployment, element, element_name, kind, task, entered_at, left_at, ended)
                select i.business_key_, r.proc_def_key_, a.proc_def_key_, a.proc_inst_id_, a.id_, d.deployment_id_, a.act_id_, a.act_name_, a.act_type_, a.task_id_,
                       coalesce(m.at, a.start_time_::timestamptz), a.end_time_::timestamptz,
                       case when a.end_time_ is null then null when coalesce(a.act_inst_state_, 0) = 2 then 'AFGEBROKEN' else 'AF' end
                from unnest(cast(? as text[]), cast(? as timestamptz[])) with ordinality m (activity, at, place) join act_hi_actinst a on a.id_ = m.activity
                join act_hi_procinst i on i.proc_inst_id_ = a.proc_inst_id_ join act_hi_procinst r on r.proc_inst_id_ = a.root_proc_inst_id_
                join act_re_procdef d on d.id_ = a.proc_def_id_
                where i.business_key_ is not null order by m.place""")
                .params(entered.keySet().toArray(String[]::new), entered.values().stream().map(at -> at == null ? null : at.toString()).toArray(String[]::new)).update();
    }
}
