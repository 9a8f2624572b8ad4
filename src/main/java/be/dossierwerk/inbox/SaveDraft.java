package be.dossierwerk.inbox;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a form as it is typed. Who starts to type in a free task has it: two colleagues never overwrite each other. */
@Service
public class SaveDraft {

    /** More than any form needs; less than somebody could fill the disk with. */
    private static final int CHARACTERS_LIMIT = 500_000;

    private final Drafts drafts;
    private final ClaimTask claimTask;
    private final FormSchemas schemas;
    private final CurrentActor currentActor;
    private final Clock clock;

    SaveDraft(Drafts drafts, ClaimTask claimTask, FormSchemas schemas, CurrentActor currentActor, Clock clock) {
        this.drafts = drafts;
        this.claimTask = claimTask;
        this.schemas = schemas;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * Saves what was typed, wrong or incomplete as it may be, and says when.
     * @throws Refused inbox.claimed-by-colleague, inbox.not-your-group, inbox.conflict, inbox.task-gone, inbox.draft-too-long
     */
    @Transactional
    public Instant save(String taskId, Map<String, Object> raw) {
        var held = claimTask.claim(taskId, Route.INVULLEN);
        var fields = new HashMap<>(raw);
        fields.keySet().retainAll(schemas.of(held).keys());
        if (fields.values().stream().mapToInt(value -> String.valueOf(value).length()).sum() > CHARACTERS_LIMIT) {
            throw new Refused("inbox.draft-too-long");
        }
        Actor actor = currentActor.get();
        Instant now = clock.instant();
        drafts.put(taskId, new Drafts.Draft(FormSchema.clean(fields), actor.id(), actor.name(), now));
        return now;
    }
}
