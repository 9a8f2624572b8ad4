package be.dossierwerk.appeal;

import be.dossierwerk.audit.AuditLog;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts the procedure of the annulled decision again at the chosen step, with a new clock, and closes the appeal (procedures.md 1.10). */
@Service
public class ReopenContestedProcedure {

    private final Contests contests;
    private final ContestedActs acts;
    private final CarryOutRuling carryOut;
    private final BeroepRvSFile file;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReopenContestedProcedure(Contests contests, ContestedActs acts, CarryOutRuling carryOut, BeroepRvSFile file, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.contests = contests;
        this.acts = acts;
        this.carryOut = carryOut;
        this.file = file;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void reopen(String dossier) {
        audit.lock(dossier);
        Contests.Contest contest = contests.of(dossier).orElseThrow();
        String element = jdbc.sql("select restart_element from council_petition where dossier = ?").param(dossier).query(String.class).single();
        audit.lock(contest.contested());
        carryOut.close(dossier);
        if (contests.thatReopened(contest.contested()).stream().anyMatch(other -> other.besluit().equals(contest.besluit()))) {
            audit.record(AuditLog.Entry.of(dossier, "PROCEDURE_AL_HERNOMEN", "De procedure begon al opnieuw na een ander beroep. Ze start geen tweede keer."));
            return;
        }
        contests.reopened(dossier, LocalDate.now(clock));
        acts.of(contest.contested()).orElseThrow().reopen(contest.contested(), element, LocalDate.now(clock),
                "de Raad van State vernietigde de beslissing met arrest " + file.ruling(dossier, "EINDE").orElseThrow().number());
    }
}
