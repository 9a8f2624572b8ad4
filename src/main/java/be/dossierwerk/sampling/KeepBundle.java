package be.dossierwerk.sampling;

import be.dossierwerk.audit.proof.Digests;
import be.dossierwerk.evidence.MakeEvidence;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the evidence bundle of one drawn dossier and keeps it with its hash; the bundle and what the timeline says of it come together or not at all. */
@Service
class KeepBundle {

    record Unfinished(String number, String drawnBy, String drawnByName) { }

    private final JdbcClient jdbc;
    private final MakeEvidence makeEvidence;
    private final CurrentActor currentActor;
    private final TransactionTemplate transaction;

    KeepBundle(JdbcClient jdbc, MakeEvidence makeEvidence, CurrentActor currentActor, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.makeEvidence = makeEvidence;
        this.currentActor = currentActor;
        this.transaction = new TransactionTemplate(transactions);
        // As Spring would name it: the auditor's own acts are known by it.
        this.transaction.setName(KeepBundle.class.getName() + ".keep");
    }

    /** Outside a transaction: making one takes its time, and what the timeline says of it stands before it is made. */
    public void keep(String sample, String dossier) {
        currentActor.require(Roles.AUDITOR);
        MakeEvidence.Made made = makeEvidence.make(dossier);
        try {
            String sha256;
            try (InputStream in = Files.newInputStream(made.file())) {
                sha256 = Digests.sha256(in);
            }
            try (InputStream in = Files.newInputStream(made.file())) {
                keep(sample, dossier, made.name(), sha256, Files.size(made.file()), in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            made.file().toFile().delete();
        }
    }

    private void keep(String sample, String dossier, String name, String sha256, long bytes, InputStream in) {
        transaction.executeWithoutResult(status -> {
            if (jdbc.sql("update sample_dossier set bundle = ?, bytes = ?, sha256 = ?, failure = null where sample = ? and dossier = ? and bundle is null")
                    .params(name, bytes, sha256, sample, dossier).update() == 1) {
                jdbc.sql("insert into sample_bundle (sample, dossier, content) values (?, ?, ?)").params(sample, dossier, new SqlBinaryValue(in, bytes)).update();
            }
        });
    }

    /** {@code why}: the key of a text. */
    @Transactional
    public void failed(String sample, String dossier, String why) {
        currentActor.require(Roles.AUDITOR);
        jdbc.sql("update sample_dossier set failure = ? where sample = ? and dossier = ? and bundle is null").params(why, sample, dossier).update();
    }

    /** Those that failed are to be made once more. */
    @Transactional
    public void tryAgain(String sample) {
        currentActor.require(Roles.AUDITOR);
        jdbc.sql("update sample_dossier set failure = null where sample = ? and bundle is null").param(sample).update();
    }

    List<String> without(String sample) {
        return jdbc.sql("select dossier from sample_dossier where sample = ? and bundle is null order by position").param(sample).query(String.class).list();
    }

    List<Unfinished> unfinished() {
        return jdbc.sql("select number, drawn_by, drawn_by_name from sample s where exists (select from sample_dossier d where d.sample = s.number and d.bundle is null and d.failure is null)")
                .query((row, i) -> new Unfinished(row.getString(1), row.getString(2), row.getString(3))).list();
    }
}
