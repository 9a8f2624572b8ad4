package be.dossierwerk.api;

import be.dossierwerk.recognition.Application;
import be.dossierwerk.recognition.SubmitApplication;
import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files what the portal sends, once for each idempotency key, and remembers which client used the key. */
@Service
class FileApplication {

    private final SubmitApplication submit;
    private final CurrentActor currentActor;
    private final RequestKeys keys;
    private final Clock clock;

    FileApplication(SubmitApplication submit, CurrentActor currentActor, RequestKeys keys, Clock clock) {
        this.submit = submit;
        this.currentActor = currentActor;
        this.keys = keys;
        this.clock = clock;
    }

    /** @throws Refused naming every wrong field, of form and of content, or as {@link SubmitApplication#submit} says */
    @Transactional
    public Filed file(JsonBody.Read<Application> read, UUID key) {
        currentActor.require(ApiAccounts.ROLE);
        if (!read.wrong().isEmpty()) {
            List<Refused.Field> all = JsonBody.together(read.wrong(), content(read, key));
            throw new Refused("api.application.invalid", all, all.size());
        }
        boolean first = keys.first(key);
        return new Filed(submit.submit(read.content(), receipt(LocalDate.now(clock), key)), first);
    }

    /** Nothing is filed without a day of receipt, so leaving it out asks only what is wrong with the content. */
    private List<Refused.Field> content(JsonBody.Read<Application> read, UUID key) {
        try {
            submit.submit(read.content(), receipt(null, key));
            return List.of();
        } catch (Refused refused) {
            return refused.fields().stream().filter(field -> !field.name().equals("receivedOn")).toList();
        }
    }

    private static SubmitApplication.Receipt receipt(LocalDate on, UUID key) {
        return new SubmitApplication.Receipt("PORTAAL", on, null, key, List.of());
    }
}
