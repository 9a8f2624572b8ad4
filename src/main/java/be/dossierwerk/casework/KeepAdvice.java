package be.dossierwerk.casework;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the advice of a committee that has its own agenda, so that the decision and its letter lean on it (procedures.md 1.11). */
@Component
public class KeepAdvice {

    /** {@code code}: GUNSTIG, ONGUNSTIG, VOORWAARDELIJK or UITGESTELD; {@code minority} may be null. */
    public record Given(LocalDate session, String code, LocalDate givenOn, int present, boolean quorum, String reasons, String minority) { }

    private final JdbcClient jdbc;

    KeepAdvice(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String dossier, Given given, String recordedBy) {
        jdbc.sql("""
                insert into committee_item (id, dossier, session_on, advice, given_on, present, quorum, reasons, minority, recorded_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(UUID.randomUUID(), dossier, given.session(), given.code(), given.givenOn(), given.present(), given.quorum(),
                        given.reasons(), given.minority(), recordedBy)).update();
    }
}
