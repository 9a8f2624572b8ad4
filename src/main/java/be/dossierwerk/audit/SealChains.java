package be.dossierwerk.audit;

import be.dossierwerk.audit.RecordedSeals.Leaf;
import be.dossierwerk.audit.proof.Digests;
import be.dossierwerk.audit.proof.EntryHash;
import be.dossierwerk.audit.proof.MerkleTree;
import be.dossierwerk.audit.proof.Seal;
import be.dossierwerk.audit.proof.SealKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals, every day, the head of every chain that grew since the seal before: one root, signed and time-stamped, that names the seal before. What did not
 * change is covered by an earlier seal, so that one seal covers all.
 */
@Service
public class SealChains {

    static final long ONE_SEALS = 20_261_124;
    /** Another of the same product did it just now. */
    private static final Duration JUST_NOW = Duration.ofMinutes(30);
    private static final Duration A_DAY_AND_MORE = Duration.ofHours(25);
    private static final Logger LOG = LoggerFactory.getLogger(SealChains.class);

    private final JdbcClient jdbc;
    private final RecordedSeals recorded;
    private final SealKey sealKey;
    private final BelievedKeys believedKeys;
    private final TimeStamps timeStamps;
    private final OutsideSeals outside;
    private final TransactionTemplate transaction;

    SealChains(JdbcClient jdbc, RecordedSeals recorded, SealKey sealKey, BelievedKeys believedKeys, TimeStamps timeStamps, OutsideSeals outside, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.recorded = recorded;
        this.sealKey = sealKey;
        this.believedKeys = believedKeys;
        this.timeStamps = timeStamps;
        this.outside = outside;
        this.transaction = transaction;
    }

    @Scheduled(cron = "${dossierwerk.audit.seal-cron:0 0 3 * * *}", zone = "Europe/Brussels")
    void everyDay() {
        seal(JUST_NOW);
    }

    /** What was not sealed in its hour, because nothing ran or no time-stamp came, is sealed as soon as it can be; also the first. */
    @Scheduled(initialDelayString = "${dossierwerk.audit.seal-round:PT1M}", fixedDelayString = "${dossierwerk.audit.seal-round:PT10M}")
    void catchUp() {
        seal(A_DAY_AND_MORE);
    }

    /** A duty of the product; asks no role. @return the serial of the seal that was made */
    public long seal() {
        return seal(Duration.ZERO).orElseThrow();
    }

    private Optional<Long> seal(Duration notWithin) {
        believedKeys.introduce();
        Optional<Long> made = transaction.execute(status -> {
            // Among all processes on this database; the time-stamp service may take some seconds, and nobody but another seal waits for this.
            jdbc.sql("select pg_advisory_xact_lock(?)").param(ONE_SEALS).query().singleRow();
            Instant now = jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
            Optional<Seal> last = recorded.last();
            if (last.isPresent() && Instant.parse(last.get().sealedAt()).plus(notWithin).isAfter(now)) {
                return Optional.empty();
            }
            return Optional.of(make(last.orElse(null), now));
        });
        keepOutside();
        return made;
    }

    private long make(Seal last, Instant now) {
        long serial = last == null ? 1 : last.serial() + 1;
        List<Leaf> leaves = grown(serial);
        String sealedAt = EntryHash.at(now);
        String root = Digests.hex(MerkleTree.root(leaves.stream().map(Leaf::hash).toList()));
        String previous = last == null ? "" : Digests.sha256(last.statement());
        String statement = Seal.statement(serial, sealedAt, leaves.size(), root, previous);
        byte[] token;
        try {
            token = timeStamps.token(statement);
        } catch (IOException e) {
            throw new UncheckedIOException("no seal " + serial + ": no time-stamp", e);
        }
        jdbc.sql("""
                insert into audit_seal (serial, sealed_at, leaves, root, previous, statement, signature, key_id, token)
                values (?, cast(? as timestamptz), ?, ?, ?, ?, ?, ?, ?)""")
                .params(serial, sealedAt, leaves.size(), root, previous, statement, SealKeys.sign(sealKey.key(), Digests.utf8(statement)), sealKey.id(), token).update();
        jdbc.sql("""
                insert into audit_seal_leaf (seal, position, dossier, seq, head)
                select ?, place - 1, dossier, seq, head from unnest(?::text[], ?::bigint[], ?::text[]) with ordinality as leaf (dossier, seq, head, place)""")
                .params(serial, leaves.stream().map(Leaf::dossier).toArray(String[]::new), leaves.stream().map(Leaf::seq).toArray(Long[]::new),
                        leaves.stream().map(Leaf::head).toArray(String[]::new)).update();
        LOG.info("seal {} over {} chains", serial, leaves.size());
        return serial;
    }

    /** Whatever the clocks say: each chain whose end no seal holds yet. Entries of one chain are committed in their order. */
    private List<Leaf> grown(long serial) {
        return jdbc.sql("""
                select k.dossier, e.seq, e.hash from audit_key k
                cross join lateral (select seq, hash from audit_entry a where a.dossier = k.dossier order by seq desc limit 1) e
                where not exists (select from audit_seal_leaf l where l.dossier = k.dossier and l.seq >= e.seq) order by k.dossier collate "C\"""")
                .query((row, i) -> new Leaf(serial, i, row.getString(1), row.getLong(2), row.getString(3))).list();
    }

    /** A place that cannot be written to is no reason to have no seal; the next time it is tried again, and the check finds what is not there. */
    private void keepOutside() {
        try {
            outside.keep(recorded.all());
        } catch (IOException e) {
            LOG.error("A seal could not be kept in {}", outside.folder(), e);
        }
    }
}
