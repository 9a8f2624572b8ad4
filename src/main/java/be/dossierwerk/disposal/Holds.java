package be.dossierwerk.disposal;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether the acting person may hold a dossier back now, or lift that; of a destroyed dossier neither. */
@Service
public class Holds {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    Holds(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    @Transactional(readOnly = true)
    public boolean maySet(String dossier) {
        return mayDecide() && !held(dossier) && jdbc.sql("select 1 from destruction where dossier = ?").param(dossier).query().listOfRows().isEmpty();
    }

    @Transactional(readOnly = true)
    public boolean mayLift(String dossier) {
        return mayDecide() && held(dossier);
    }

    private boolean mayDecide() {
        Actor actor = currentActor.get();
        return actor.has(Roles.HEAD) || actor.has(Roles.LAWYER);
    }

    private boolean held(String dossier) {
        return !jdbc.sql("select 1 from disposal_hold where dossier = ? and lifted_at is null").param(dossier).query().listOfRows().isEmpty();
    }
}
