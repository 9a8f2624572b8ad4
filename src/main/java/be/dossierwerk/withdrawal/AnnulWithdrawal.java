package be.dossierwerk.withdrawal;

import be.dossierwerk.casework.ContestedAct;
import be.dossierwerk.casework.ContestedDecisions;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lawyer records that the decision of a dossier that ended a recognition was annulled: register, deposit and recoveries are put back by counter-entries. */
@Service
public class AnnulWithdrawal {

    private static final int REASON_LIMIT = 2_000;

    private final CurrentActor currentActor;
    private final List<ContestedAct> acts;
    private final ContestedDecisions decisions;
    private final Dossiers dossiers;
    private final JdbcClient jdbc;
    private final Clock clock;

    AnnulWithdrawal(CurrentActor currentActor, List<ContestedAct> acts, ContestedDecisions decisions, Dossiers dossiers, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.acts = acts;
        this.decisions = decisions;
        this.dossiers = dossiers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether this closed dossier ended a recognition and that still counts. */
    @Transactional(readOnly = true)
    public boolean available(String dossier) {
        return dossiers.find(dossier).map(Dossiers.Details::closedOn).isPresent() && jdbc.sql("""
                select exists (select 1 from recognition_change c where c.by_dossier = ? and c.recognition <> c.by_dossier and c.counters is null
                and c.status like 'INGETROKKEN%' and not exists (select 1 from recognition_change o where o.counters = c.id))""").param(dossier)
                .query(Boolean.class).single();
    }

    /** @throws Refused security.role-missing unless lawyer; withdrawal.annul.reason, withdrawal.annul.nothing */
    @Transactional
    public void annul(String dossier, String reason) {
        currentActor.require(Roles.LAWYER);
        if (reason == null || reason.isBlank() || reason.length() > REASON_LIMIT) {
            throw new Refused("withdrawal.annul.reason", List.of(new Refused.Field("reason", "withdrawal.annul.reason")));
        }
        if (!available(dossier)) {
            throw new Refused("withdrawal.annul.nothing");
        }
        String process = dossiers.get(dossier).procedure();
        acts.stream().filter(act -> act.process().equals(process)).findFirst().orElseThrow()
                .annul(dossier, decisions.newest(dossier).orElseThrow(), LocalDate.now(clock), reason.strip());
    }
}
