package be.dossierwerk.engine;

import be.dossierwerk.audit.AuditLog;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the product's own diagrams, tables and forms into the set that holds. A file that managers changed stays theirs; when a new version of the
 * product brings another text of it, that is kept as a difference for them to look at (ADR 0017).
 */
@Service
public class ProductFiles {

    /** A file of the product that was not taken over, because managers had changed it. {@code gone}: the product no longer has it. */
    public record Difference(String path, Instant foundAt, boolean gone) { }

    private final PublishedDiagrams published;
    private final DiagramGate gate;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    ProductFiles(PublishedDiagrams published, JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.published = published;
        this.gate = new DiagramGate(Vocabulary.ofProduct());
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Gives the deployment that holds afterwards. The same product twice changes nothing, even when managers published in between. */
    @Transactional
    public String bring(DiagramSet product) {
        published.lock();
        Map<String, String> is = new TreeMap<>();
        product.files().forEach((path, content) -> is.put(path, DiagramSet.hash(content)));
        var newest = published.newest();
        if (newest.isEmpty()) {
            remember(is);
            return publish(product, is.keySet());
        }
        Map<String, String> was = before();
        if (was.equals(is)) {
            return newest.get();
        }
        DiagramSet holds = published.of(newest.get());
        DiagramSet next = holds;
        for (String path : both(was, is)) {
            if (java.util.Objects.equals(was.get(path), is.get(path))) {
                continue;
            }
            byte[] ours = holds.files().get(path);
            byte[] theirs = product.files().get(path);
            if (java.util.Objects.equals(ours == null ? null : DiagramSet.hash(ours), was.get(path))) {
                next = next.with(java.util.Collections.singletonMap(path, theirs));
            } else if (!Arrays.equals(ours, theirs)) {
                different(path, is.get(path));
            }
        }
        remember(is);
        List<DiagramFinding> refused = gate.findings(next);
        if (!refused.isEmpty()) {
            // Files of managers and of the new product do not go together: better what holds than a product that does not start.
            next.differences(holds).forEach(path -> different(path, is.get(path)));
            LoggerFactory.getLogger(ProductFiles.class).error("the product's new diagrams do not go with those that managers changed; what holds stays: {}", refused);
            return newest.get();
        }
        return next.differences(holds).isEmpty() ? newest.get() : publish(next, next.differences(holds));
    }

    private String publish(DiagramSet next, Collection<String> changed) {
        String deployment = published.publish(next, PublishedDiagrams.Source.PRODUCT);
        audit.record(AuditLog.Entry.of(AuditLog.DEPARTMENT, "PRODUCTDIAGRAMMEN_GEPUBLICEERD",
                "Diagrammen van het product gepubliceerd: %s.".formatted(String.join(", ", new TreeSet<>(changed)))));
        return deployment;
    }

    private void different(String path, String hash) {
        jdbc.sql("insert into product_difference (path, hash, found_at) values (?, ?, ?) on conflict do nothing").params(Arrays.asList(path, hash, now())).update();
    }

    /** The last one of each file. */
    public List<Difference> differences() {
        return jdbc.sql("select distinct on (path) path, found_at, hash is null from product_difference order by path, found_at desc")
                .query((row, i) -> new Difference(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getBoolean(3))).list();
    }

    private Map<String, String> before() {
        Map<String, String> files = new TreeMap<>();
        jdbc.sql("select path, hash from product_file").query(row -> {
            files.put(row.getString(1), row.getString(2));
        });
        return files;
    }

    private void remember(Map<String, String> files) {
        jdbc.sql("delete from product_file").update();
        files.forEach((path, hash) -> jdbc.sql("insert into product_file (path, hash) values (?, ?)").params(path, hash).update());
    }

    private static TreeSet<String> both(Map<String, String> was, Map<String, String> is) {
        TreeSet<String> paths = new TreeSet<>(was.keySet());
        paths.addAll(is.keySet());
        return paths;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
