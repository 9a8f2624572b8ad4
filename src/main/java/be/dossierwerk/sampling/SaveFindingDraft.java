package be.dossierwerk.sampling;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what an auditor types of a finding before it is sent. */
@Service
public class SaveFindingDraft {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    SaveFindingDraft(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** @throws Refused security.role-missing, sampling.unknown, sampling.closed or sampling.wrong.long */
    @Transactional
    public void save(String sample, String dossier, String text) {
        currentActor.require(Roles.AUDITOR);
        if (text.length() > SaveAnswer.LONGEST) {
            throw new Refused("sampling.wrong.long", SaveAnswer.LONGEST);
        }
        SaveAnswer.open(jdbc, sample, dossier);
        jdbc.sql("""
                insert into sample_finding_draft (sample, dossier, text, typed_at) values (?, ?, ?, ?)
                on conflict (sample, dossier) do update set text = excluded.text, typed_at = excluded.typed_at""")
                .params(sample, dossier, text, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
    }
}
