package be.dossierwerk.api;

import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which requests of the portal came in under which idempotency key. A request that is refused gives its key back with its transaction. */
@Component
class RequestKeys {

    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final Clock clock;

    RequestKeys(CurrentActor currentActor, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether this request is the first with this key. @throws Refused security.role-missing unless the portal, api.key.other-content */
    boolean first(UUID key, JsonBody.Read<?> read) {
        boolean first = take(key, read.sha256());
        if (!first && !jdbc.sql("select coalesce(digest, '') = ? from api_request where idempotency_key = ?").params(read.sha256(), key).query(Boolean.class).single()) {
            throw new Refused("api.key.other-content");
        }
        return first;
    }

    /** The same for what compares the content itself when it is filed. @throws Refused security.role-missing unless the portal */
    boolean first(UUID key) {
        return take(key, null);
    }

    private boolean take(UUID key, String digest) {
        String client = currentActor.require(ApiAccounts.ROLE).id();
        // A second request with this key waits here until the first has committed, so only one is the first.
        return jdbc.sql("insert into api_request (idempotency_key, client, received_at, digest) values (?, ?, ?, ?) on conflict do nothing")
                .params(key, client, OffsetDateTime.now(clock), digest).update() == 1;
    }
}
