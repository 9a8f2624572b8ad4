package be.dossierwerk.casework;

import be.dossierwerk.inbox.Route;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The secretariat records one advice for several files of a session. */
@Service
class RecordAdviceForMany implements CommitteeActions {

    private final SendEach sendEach;
    private final CurrentActor currentActor;

    RecordAdviceForMany(SendEach sendEach, CurrentActor currentActor) {
        this.sendEach = sendEach;
        this.currentActor = currentActor;
    }

    @Override
    public List<Outcome> record(UUID action, List<String> taskIds, Map<String, Object> advice) {
        currentActor.require(Roles.SECRETARIAT);
        return sendEach.send(action, taskIds, advice, Route.SAMEN_VERSTUREN);
    }
}
