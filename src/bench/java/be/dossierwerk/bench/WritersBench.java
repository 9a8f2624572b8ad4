package be.dossierwerk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.SealChains;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Acts that eight people record at once, each in dossiers of their own, chained and sealed, beside the same rows in tables without a chain. Both wait for the
 * disk. Run with {@code mvn -Pbench verify -Dtest=WritersBench}; the number of acts of a writer in a block with {@code -Dbench.acts=2000}.
 */
@DossierwerkTest
@TestPropertySource(properties = "spring.datasource.hikari.connection-init-sql=set synchronous_commit to on")
@ExtendWith(Compared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WritersBench {

    private static final int WRITERS = 8;
    private static final int DOSSIERS_EACH = 20;
    /** Ours may take so much longer that its rate is nine tenths. */
    private static final double AIM = 1 / 0.9;

    @Autowired private AuditLog audit;
    @Autowired private SealChains sealChains;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;
    @Autowired private DataSource data;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;

    private static final List<String> PLAIN = List.of("audit_entry", "audit_content", "party");
    private static final String SENTENCE = "An Aerts voegde Mia Maes toe als bestuurder.";
    private static final String SAID = "{\"after\":{},\"before\":{},\"name\":\"An Aerts\",\"reason\":null,\"sentence\":\"" + SENTENCE + "\"}";
    private static final String HASH = "0123456789abcdef".repeat(4);

    private final AtomicLong next = new AtomicLong();
    private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS);

    @AfterAll
    void nothing_is_left() {
        writers.shutdown();
        jdbc.sql("drop table if exists plain_audit_entry, plain_audit_content, plain_party").update();
    }

    @Test
    void eight_at_once_with_chain_and_seals_and_without() throws Exception {
        int acts = Integer.getInteger("bench.acts", 200);
        Ceiling.measure(data);
        for (String table : PLAIN) {
            jdbc.sql("create table plain_%1$s (like %1$s including all)".formatted(table)).update();
        }
        fillDossiers();
        Actor an = people.actor("an");
        Compared.measure("audit entries of 8 writers", WRITERS * acts, 1, AIM, "all of them; sealed at the end", () -> {
            together(acts, dossier -> currentActor.as(an, () -> transaction.execute(status -> recorded(dossier))));
            sealChains.seal();
        }, () -> together(acts, dossier -> transaction.execute(status -> plain(dossier))));
        Compared.measure("acts of 8 writers that add a party", WRITERS * acts, 1, AIM, "what changed is told too; sealed at the end", () -> {
            together(acts, dossier -> currentActor.as(an, () -> transaction.execute(status -> party("party", dossier) + recorded(dossier))));
            sealChains.seal();
        }, () -> together(acts, dossier -> transaction.execute(status -> party("plain_party", dossier) + plain(dossier) + plain(dossier))));
        assertThat(jdbc.sql("select count(*) from audit_entry where dossier like 'DC-SCH-%' and action = 'FEITEN'").query(Integer.class).single()).isGreaterThanOrEqualTo(WRITERS * acts);
    }

    private void fillDossiers() {
        jdbc.sql("alter table dossier disable trigger dossier_journal").update();
        jdbc.sql("""
                insert into dossier (number, procedure, subject, source, received_on, registered_at, state)
                select 'DC-SCH-2026-' || lpad(n::text, 6, '0'), 'erkenning', 'Poets bv', 'PAPIER', date '2026-01-01', now(), 'IN_BEHANDELING' from generate_series(0, :last) n""")
                .param("last", WRITERS * DOSSIERS_EACH - 1).update();
        jdbc.sql("alter table dossier enable always trigger dossier_journal").update();
    }

    /** Each writer in one after the other of its own dossiers. */
    private void together(int acts, Consumer<String> act) throws Exception {
        List<Callable<Void>> work = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int first = writer * DOSSIERS_EACH;
            work.add(() -> {
                for (int i = 0; i < acts; i++) {
                    act.accept("DC-SCH-2026-%06d".formatted(first + i % DOSSIERS_EACH));
                }
                return null;
            });
        }
        for (Future<Void> done : writers.invokeAll(work)) {
            done.get();
        }
    }

    private int recorded(String dossier) {
        audit.record(AuditLog.Entry.of(dossier, "PARTIJ_TOEGEVOEGD", SENTENCE));
        return 1;
    }

    private int plain(String dossier) {
        long seq = next.incrementAndGet();
        return jdbc.sql("""
                with said as (insert into plain_audit_content (dossier, seq, content) values (:dossier, :seq, :content))
                insert into plain_audit_entry (dossier, seq, at, actor, roles, action, commitment, previous, hash)
                values (:dossier, :seq, now(), 'an', 'dw-dossierbehandelaar', 'PARTIJ_TOEGEVOEGD', :hash, :hash, :hash)""")
                .param("dossier", dossier).param("seq", seq).param("content", SAID).param("hash", HASH).update();
    }

    private int party(String table, String dossier) {
        return jdbc.sql("insert into " + table + " (id, dossier, kind, name, role) values (gen_random_uuid(), ?, 'PERSOON', 'Mia Maes', 'BESTUURDER')").param(dossier).update();
    }
}
