package be.dossierwerk.casework;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which decisions the acting signatory has read, kept across sessions. */
@Service
public class SigningReads {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    SigningReads(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** The document stood open before the acting person. */
    @Transactional
    public void read(UUID document) {
        jdbc.sql("insert into signing_read (person, document, read_at) values (?, ?, ?) on conflict do nothing")
                .params(currentActor.require(Roles.SIGNATORY).id(), document, OffsetDateTime.now(clock)).update();
    }

    /** Of the documents that wait for a signature now, those the acting person has read. */
    public Set<UUID> mine() {
        return new HashSet<>(jdbc.sql("""
                select s.document from signing_read s join letter l on l.document = s.document
                join besluit b on b.letter = l.id and b.status = 'TE_ONDERTEKENEN' where s.person = ?""")
                .param(currentActor.get().id()).query(UUID.class).list());
    }
}
