package be.dossierwerk.audit;

import be.dossierwerk.security.Actor;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings into the chain what changed without an act that was recorded in that dossier: the product's own work, and what somebody changed in the
 * database by hand, which the timeline then tells. One dossier a transaction, and of that a thousand rows.
 */
@Service
public class CollectChanges {

    private static final Logger LOG = LoggerFactory.getLogger(CollectChanges.class);
    private static final int DOSSIERS = 1_000;

    /** What one transaction changed, as far as it is in this portion. */
    private record Changed(ChainEnd.Carried carried, String application, String person, boolean ours, OffsetDateTime recordedAt, String changes) { }

    /** How many entries a portion gave, and whether there is more. */
    private record Portion(int entries, boolean more) { }

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate own;

    CollectChanges(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
    }

    /** Gives the number of entries it made. A dossier that fails is logged and does not hold up the others; the next round tries it again. */
    @Scheduled(initialDelayString = "${dossierwerk.audit.collect-round:PT1M}", fixedDelayString = "${dossierwerk.audit.collect-round:PT1M}")
    public int collect() {
        int entries = 0;
        for (String dossier : jdbc.sql("select dossier from row_change group by dossier order by min(at) limit ?").param(DOSSIERS).query(String.class).list()) {
            try {
                Portion portion;
                do {
                    portion = own.execute(status -> collect(dossier));
                    entries += portion.entries;
                } while (portion.more);
            } catch (RuntimeException e) {
                LOG.error("What changed in {} could not be recorded; the next round tries again", dossier, e);
            }
        }
        return entries;
    }

    private Portion collect(String dossier) {
        ChainEnd.Head head = ChainEnd.lock(jdbc, dossier);
        List<Changed> all = jdbc.sql("""
                select xact::text, array_agg(id), application, person, application = current_setting('application_name') as ours, min(at), json_agg(content order by id)
                from (select * from row_change where dossier = ? order by xact, id limit ?) oldest group by xact, application, person order by oldest.xact, min(id)""")
                .params(dossier, RecordedFacts.MOST)
                .query((row, i) -> new Changed(new ChainEnd.Carried(row.getString(1), (Long[]) row.getArray(2).getArray()), row.getString(3), row.getString(4), row.getBoolean(5),
                        row.getObject(6, OffsetDateTime.class), row.getString(7))).list();
        if (all.isEmpty()) {
            return new Portion(0, false);
        }
        for (Changed changed : all) {
            head = ChainEnd.append(jdbc, head, ChainEnd.Whose.of(Actor.SYSTEM, null, clock), changed.ours ? AuditLog.FACTS : AuditLog.OUTSIDE, content(changed), changed.carried);
        }
        return new Portion(all.size(), all.stream().mapToInt(changed -> changed.carried.ids().length).sum() == RecordedFacts.MOST);
    }

    private static String content(Changed changed) {
        Map<String, Object> said = new TreeMap<>();
        if (!changed.ours) {
            said.putAll(Content.said(AuditLog.Entry.of(null, AuditLog.OUTSIDE, "Gewijzigd buiten Dossierwerk om, met %s door gebruiker %s.".formatted(
                    changed.application.isBlank() ? "een onbekend programma" : changed.application, changed.person)), Actor.SYSTEM.name()));
        }
        said.put("application", changed.application);
        said.put("person", changed.person);
        // Of the database, whatever day the product's clock says.
        said.put("recordedAt", changed.recordedAt.toInstant());
        said.put("changes", Content.read(changed.changes));
        return Content.text(said);
    }
}
