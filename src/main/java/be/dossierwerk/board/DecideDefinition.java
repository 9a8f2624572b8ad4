package be.dossierwerk.board;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Verdict;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second pair of eyes on a definition. Approval writes the next version and holds every dossier of the measure against it, in one transaction: whoever
 * reads meanwhile sees the version before, whole. What older versions said of dossiers stays (ADR 0033).
 */
@Service
public class DecideDefinition {

    private final Definitions definitions;
    private final JudgeDossiers judgeDossiers;
    private final HistoryLock history;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final Clock clock;

    DecideDefinition(Definitions definitions, JudgeDossiers judgeDossiers, HistoryLock history, AuditLog audit, CurrentActor currentActor, JdbcClient jdbc, Clock clock) {
        this.definitions = definitions;
        this.judgeDossiers = judgeDossiers;
        this.history = history;
        this.audit = audit;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refused security.role-missing; board.definition.decided; board.definition.four-eyes; deadline.reason.required, deadline.text.too-long on field reason */
    @Transactional
    public void decide(long proposal, Verdict verdict, String reason) {
        Actor actor = currentActor.require(Roles.HEAD, Roles.MANAGER);
        audit.lock(AuditLog.DEPARTMENT);
        Definitions.Proposal open = definitions.find(proposal).filter(each -> each.decision() == null).orElseThrow(() -> new Refused("board.definition.decided"));
        if (open.by().equals(actor.id())) {
            throw new Refused("board.definition.four-eyes");
        }
        String why = verdict.checked(reason);
        OffsetDateTime now = KnownLives.at(clock.instant());
        jdbc.sql("update board_norm_change set decision = ?, decision_reason = ?, decided_by = ?, decided_by_name = ?, decided_at = ? where id = ?")
                .params(Arrays.asList(verdict.name(), why, actor.id(), actor.name(), now, proposal)).update();
        if (verdict == Verdict.GOEDGEKEURD) {
            adopt(open, now);
        }
        audit.record(AuditLog.Entry.of(AuditLog.DEPARTMENT, "NORM_" + verdict, (verdict == Verdict.GOEDGEKEURD ? "%s keurde versie %d van norm %s goed, die %s voorstelde: \"%s\"."
                : "%s wees versie %d van norm %s af, die %s voorstelde: \"%s\".").formatted(actor.name(), open.version(), open.definition().code(), open.byName(), open.definition().name()))
                .because(why).changing(Map.of(), Map.of("voorstel", proposal)));
    }

    private void adopt(Definitions.Proposal open, OffsetDateTime now) {
        history.toStandStill();
        jdbc.sql("""
                insert into board_norm (code, version, place, measure, measure_name, name, target, decimals, bound, source, note, made_at, made_by_name, reason)
                select code, version, place, measure, measure_name, name, target, decimals, bound, source, note, ?, proposed_by_name, reason from board_norm_change where id = ?""")
                .params(now, open.id()).update();
        jdbc.sql("""
                insert into board_norm_row (code, version, place, start_event, stop_event, counted_in, unit, amount, without_pauses, filter)
                select c.code, c.version, r.place, r.start_event, r.stop_event, r.counted_in, r.unit, r.amount, r.without_pauses, r.filter
                from board_norm_change c join board_norm_change_row r on r.change = c.id where c.id = ?""").param(open.id()).update();
        judgeDossiers.judge(jdbc.sql("select id from history_dossier where measure = ? order by id").param(open.definition().measure()).query(Long.class).list(),
                open.definition().norms(open.version()));
    }
}
