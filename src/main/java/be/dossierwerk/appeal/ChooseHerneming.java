package be.dossierwerk.appeal;

import be.dossierwerk.appeal.Heroverwegingen.Heroverweging;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.ContestedAct.Restart;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.inbox.CheckConflict;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The handler chooses at which step the contested procedure starts again when the decision is amended. */
@Service
public class ChooseHerneming {

    private final Heroverwegingen heroverwegingen;
    private final ContestedActs acts;
    private final Dossiers dossiers;
    private final CheckConflict checkConflict;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    ChooseHerneming(Heroverwegingen heroverwegingen, ContestedActs acts, Dossiers dossiers, CheckConflict checkConflict, CurrentActor currentActor, AuditLog audit, JdbcClient jdbc) {
        this.heroverwegingen = heroverwegingen;
        this.acts = acts;
        this.dossiers = dossiers;
        this.checkConflict = checkConflict;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** Empty when there is nothing to choose any more: the answer is drafted, or the procedure cannot start again. */
    public List<Restart> steps(String dossier) {
        Heroverweging request = heroverwegingen.find(dossier).orElse(null);
        boolean drafted = jdbc.sql("select exists (select from besluit where dossier = ? and status <> 'TERUGGESTUURD')").param(dossier).query(Boolean.class).single();
        if (request == null || drafted || dossiers.get(dossier).closedOn() != null) {
            return List.of();
        }
        return acts.of(request.contested()).map(act -> act.restarts(request.contested(), request.besluit())).orElse(List.of());
    }

    /** @throws Refused inbox.conflict; appeal.restart.step with the field step */
    @Transactional
    public void choose(String dossier, String element) {
        var handler = currentActor.require(Roles.HANDLER);
        checkConflict.act(dossier, "Stap van herneming kiezen", Roles.HANDLER);
        audit.lock(dossier);
        Restart step = steps(dossier).stream().filter(each -> each.element().equals(element)).findFirst()
                .orElseThrow(() -> new Refused("appeal.restart.step", List.of(new Refused.Field("step", "appeal.restart.step"))));
        jdbc.sql("update heroverweging set restart = ?, restart_label = ? where dossier = ?").params(step.element(), step.label(), dossier).update();
        audit.record(AuditLog.Entry.of(dossier, "HERNEMING_GEKOZEN", "%s koos waar de procedure herneemt als de beslissing herzien wordt: %s."
                .formatted(handler.name(), step.label())));
    }
}
