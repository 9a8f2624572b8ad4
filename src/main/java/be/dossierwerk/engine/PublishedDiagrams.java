package be.dossierwerk.engine;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The sets of diagrams, tables and forms that the engine holds, by the deployment that brought them (ADR 0017). */
@Service
public class PublishedDiagrams {

    /** Who brought a set: the product when it started, or a change that was approved. */
    public enum Source { PRODUCT, WIJZIGING }

    /** One set in the order of publication. */
    public record Published(String deployment, String hash, Instant madeAt, Source source) { }

    /** Every deployment of a set bears this name. */
    public static final String NAME = "dossierwerk";

    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final Clock clock;
    // A deployment never changes.
    private final Map<String, DiagramSet> read = new ConcurrentHashMap<>();

    PublishedDiagrams(RepositoryService repository, JdbcClient jdbc, Clock clock) {
        this.repository = repository;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The deployment that new dossiers begin with: the last in order, whatever a moved clock said; empty while the product starts for the first time. */
    public Optional<String> newest() {
        return jdbc.sql("select deployment from published_set order by serial desc limit 1").query(String.class).optional();
    }

    /** Newest first. */
    public List<Published> all() {
        return jdbc.sql("select deployment, hash, made_at, source from published_set order by serial desc").query(row -> {
            var found = new java.util.ArrayList<Published>();
            while (row.next()) {
                found.add(new Published(row.getString(1), row.getString(2), row.getObject(3, OffsetDateTime.class).toInstant(), Source.valueOf(row.getString(4))));
            }
            return found;
        });
    }

    /** One publication at a time: who asks next waits until the transaction of the one before ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('published_set', 23))").query().singleRow();
    }

    public DiagramSet of(String deployment) {
        return read.computeIfAbsent(deployment, id -> {
            TreeMap<String, byte[]> files = new TreeMap<>();
            // One statement: the engine's own way takes one for each file.
            jdbc.sql("select name_, bytes_ from act_ge_bytearray where deployment_id_ = ?").param(id).query(row -> {
                files.put(row.getString(1), row.getBytes(2));
            });
            return new DiagramSet(files);
        });
    }

    /** The set that new dossiers begin with. */
    public DiagramSet current() {
        return of(newest().orElseThrow());
    }

    /**
     * Puts the whole set in the engine as one deployment, so that a call activity finds its building block in it; new dossiers begin with it.
     * @throws DiagramGate.DiagramsRefused when anything in it may not run: the gate stands before every deployment
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String publish(DiagramSet set, Source source) {
        DeploymentBuilder deployment = repository.createDeployment().name(NAME).source(source.name());
        set.files().forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        String id = deployment.deploy().getId();
        // Within a running procedure the engine writes what it deployed only when its own work ends.
        read.put(id, set);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    read.remove(id);
                }
            }
        });
        jdbc.sql("insert into published_set (deployment, hash, made_at, source) values (?, ?, ?, ?)")
                .params(id, set.hash(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), source.name()).update();
        return id;
    }
}
