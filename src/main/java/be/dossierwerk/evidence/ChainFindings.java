package be.dossierwerk.evidence;

import be.dossierwerk.audit.RecordedSeals;
import be.dossierwerk.audit.proof.Finding;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The last check of the chains and what it found, for those who audit. */
@Service
public class ChainFindings {

    /** {@code sentence}: what does not agree and why, in Dutch; {@code dossier} is empty for a seal. */
    public record Open(String kind, String dossier, String sentence, Instant foundAt) { }

    /** {@code by} is the name of who asked for it. */
    public record Check(Instant at, String by, int chains, long entries, int seals, int findings) { }

    static final String[] READERS = {Roles.AUDITOR, Roles.HEAD};
    private static final int SHOWN = 200;
    private static final int ONE_WRITER = 20_261_125;

    private final JdbcClient jdbc;
    private final RecordedSeals seals;
    private final CurrentActor currentActor;

    ChainFindings(JdbcClient jdbc, RecordedSeals seals, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.currentActor = currentActor;
    }

    /** The first two hundred. @throws be.dossierwerk.shared.Refused security.role-missing */
    @Transactional(readOnly = true)
    public List<Open> open() {
        currentActor.require(READERS);
        return jdbc.sql("select kind, dossier, sentence, found_at from chain_finding where state = 'OPEN' order by dossier, id limit ?").param(SHOWN)
                .query((row, i) -> new Open(row.getString(1), row.getString(2), row.getString(3), row.getObject(4, OffsetDateTime.class).toInstant())).list();
    }

    @Transactional(readOnly = true)
    public Optional<Check> lastCheck() {
        currentActor.require(READERS);
        return jdbc.sql("select at, asked_by, chains, entries, seals, findings from chain_check order by id desc limit 1")
                .query((row, i) -> new Check(row.getObject(1, OffsetDateTime.class).toInstant(), row.getString(2), row.getInt(3), row.getLong(4), row.getInt(5), row.getInt(6)))
                .optional();
    }

    /** When the last seal was made; empty while there is none. */
    @Transactional(readOnly = true)
    public Optional<Instant> lastSeal() {
        currentActor.require(READERS);
        return seals.last().map(seal -> Instant.parse(seal.sealedAt()));
    }

    /** Opens what is new, closes what was not seen any more, and keeps the check itself. */
    @Transactional
    void record(Instant began, Actor by, int chains, long entries, int sealed, List<Finding> found, long millis) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(ONE_WRITER).query().singleRow();
        OffsetDateTime at = OffsetDateTime.ofInstant(began, ZoneOffset.UTC);
        long check = jdbc.sql("insert into chain_check (at, asked_by, chains, entries, seals, findings, millis) values (?, ?, ?, ?, ?, ?, ?) returning id")
                .params(at, by.name(), chains, entries, sealed, found.size(), millis).query(Long.class).single();
        for (Finding finding : found) {
            jdbc.sql("""
                    insert into chain_finding (kind, dossier, sentence, found_at, seen_by) values (?, ?, ?, ?, ?)
                    on conflict (md5(sentence)) where state = 'OPEN' do update set seen_by = excluded.seen_by""")
                    .params(finding.kind().name(), finding.dossier(), finding.sentence(), at, check).update();
        }
        jdbc.sql("update chain_finding set state = 'VERDWENEN', closed_at = ? where state = 'OPEN' and seen_by < ?").params(at, check).update();
    }
}
