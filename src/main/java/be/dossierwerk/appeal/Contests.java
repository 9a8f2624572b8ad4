package be.dossierwerk.appeal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which signed decision of which dossier an appeal contests. */
@Component
public class Contests {

    /** {@code appeal}: dossier of the appeal; {@code contested}: dossier of the decision; {@code besluit}: the decision. */
    public record Contest(String appeal, String contested, UUID besluit) { }

    private final JdbcClient jdbc;

    Contests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void register(String appeal, String contested, UUID besluit) {
        jdbc.sql("insert into contest (appeal, contested, besluit) values (?, ?, ?)").params(appeal, contested, besluit).update();
    }

    /** The contested procedure started again because of this appeal. */
    void reopened(String appeal, LocalDate on) {
        jdbc.sql("update contest set reopened_on = ? where appeal = ?").params(on, appeal).update();
    }

    /** The appeals because of which this dossier started again. */
    List<Contest> thatReopened(String contested) {
        return jdbc.sql("select appeal, contested, besluit from contest where contested = ? and reopened_on is not null order by appeal").param(contested)
                .query(Contest.class).list();
    }

    /** The contests of which the people who had a part do not work on this dossier: the one it is the appeal of, and those that started it again. */
    List<Contest> concerning(String dossier) {
        return jdbc.sql("select appeal, contested, besluit from contest where appeal = :dossier or contested = :dossier and reopened_on is not null order by appeal")
                .param("dossier", dossier).query(Contest.class).list();
    }

    public Optional<Contest> of(String appeal) {
        return jdbc.sql("select appeal, contested, besluit from contest where appeal = ?").param(appeal).query(Contest.class).optional();
    }

    /** The appeals against decisions of this dossier, the first first. */
    public List<Contest> against(String contested) {
        return jdbc.sql("select appeal, contested, besluit from contest where contested = ? order by appeal").param(contested).query(Contest.class).list();
    }
}
