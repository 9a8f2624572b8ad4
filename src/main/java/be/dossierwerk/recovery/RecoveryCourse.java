package be.dossierwerk.recovery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the recovery procedure keeps beside the ledger. */
@Component
class RecoveryCourse {

    record Origin(String dossier, String fromDossier, String reason, boolean open) { }

    private final JdbcClient jdbc;

    RecoveryCourse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(String dossier, String fromDossier, String reason) {
        jdbc.sql("insert into recovery_course (dossier, from_dossier, reason) values (?, ?, ?)").params(dossier, fromDossier, reason).update();
    }

    /** Oldest first. */
    List<Origin> from(String fromDossier) {
        return jdbc.sql("""
                select c.dossier, c.from_dossier, c.reason, d.closed_on is null as open from recovery_course c join dossier d on d.number = c.dossier
                where c.from_dossier = ? order by c.dossier""").param(fromDossier).query(Origin.class).list();
    }

    List<String> open() {
        return jdbc.sql("select c.dossier from recovery_course c join dossier d on d.number = c.dossier where d.closed_on is null order by 1")
                .query(String.class).list();
    }

    Optional<Origin> origin(String dossier) {
        return jdbc.sql("""
                select c.dossier, c.from_dossier, c.reason, d.closed_on is null as open from recovery_course c join dossier d on d.number = c.dossier
                where c.dossier = ?""").param(dossier).query(Origin.class).optional();
    }

    /** The lines as typed; empty before the first time. */
    Optional<String> facts(String dossier) {
        return jdbc.sql("select facts from recovery_course where dossier = ? and facts is not null").param(dossier).query(String.class).optional();
    }

    void facts(String dossier, String facts) {
        jdbc.sql("update recovery_course set facts = ? where dossier = ?").params(facts, dossier).update();
    }

    Optional<String> outlook(String dossier) {
        return jdbc.sql("select outlook from recovery_course where dossier = ? and outlook is not null").param(dossier).query(String.class).optional();
    }

    void outlook(String dossier, String outlook) {
        jdbc.sql("update recovery_course set outlook = ? where dossier = ?").params(outlook, dossier).update();
    }

    /** Who computed the calculation that counts. */
    String computedBy(String dossier) {
        return jdbc.sql("select computed_by from recovery_calculation where dossier = ? order by id desc limit 1").param(dossier).query(String.class).single();
    }
}
