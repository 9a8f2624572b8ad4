package be.dossierwerk.fine;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody contests the fine before the labour court: collecting stands still until it rules (procedures.md 1.10). Whether it came in time is for the court. */
@Service
public class RecordFineAppeal {

    private static final int LIMIT = 60;

    private final CurrentActor currentActor;
    private final Fines fines;
    private final FineCourse course;
    private final FollowFine followFine;
    private final Terms terms;
    private final Dossiers dossiers;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    RecordFineAppeal(CurrentActor currentActor, Fines fines, FineCourse course, FollowFine followFine, Terms terms, Dossiers dossiers, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.fines = fines;
        this.course = course;
        this.followFine = followFine;
        this.terms = terms;
        this.dossiers = dossiers;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refused security.role-missing; fine.unknown, fine.not-imposed, fine.appeal.again; fine.appeal.wrong with the fields filedOn, roleNumber */
    @Transactional
    public void record(String dossier, LocalDate filedOn, String roleNumber) {
        var actor = currentActor.require(Roles.FINES, Roles.LAWYER);
        Fine fine = fines.locked(dossier);
        FineEntry imposed = fine.imposed().orElseThrow(() -> new Refused("fine.not-imposed"));
        if (fine.appeal() != null) {
            throw new Refused("fine.appeal.again");
        }
        List<Refused.Field> wrong = new ArrayList<>();
        if (filedOn == null || filedOn.isAfter(LocalDate.now(clock)) || filedOn.isBefore(imposed.valuedOn())) {
            wrong.add(new Refused.Field("filedOn", "fine.appeal.day", Dates.prose(imposed.valuedOn())));
        }
        if (roleNumber != null && roleNumber.length() > LIMIT) {
            wrong.add(new Refused.Field("roleNumber", "fine.appeal.role-number", LIMIT));
        }
        if (!wrong.isEmpty()) {
            throw new Refused("fine.appeal.wrong", wrong, wrong.size());
        }
        LocalDate last = terms.of(dossier).stream().filter(term -> term.rule().equals(FineModel.APPEAL_TERM)).map(TermStanding::due).findFirst().orElse(null);
        jdbc.sql("update fine set appealed_on = ?, appeal_role_number = ? where dossier = ?")
                .params(Arrays.asList(filedOn, roleNumber == null || roleNumber.isBlank() ? null : roleNumber.strip(), dossier)).update();
        boolean late = last != null && filedOn.isAfter(last);
        audit.record(AuditLog.Entry.of(dossier, "BEROEP_INGESTELD", "%s registreerde dat op %s beroep ingesteld werd bij de arbeidsrechtbank%s. De inning staat stil."
                .formatted(actor.name(), Dates.prose(filedOn), late ? ", na de laatste dag (" + Dates.prose(last) + ")" : "")));
        if (dossiers.get(dossier).closedOn() != null) {
            if (fine.due().signum() > 0) {
                followFine.tellCollection(dossier, "DWANGBEVEL_GESCHORST");
            }
            dossiers.reopen(dossier, "er is beroep ingesteld bij de arbeidsrechtbank");
        }
        dossiers.state(dossier, "WACHT_OP_RECHTBANK");
        LocalDate today = LocalDate.now(clock);
        terms.stop(dossier, FineModel.PAYMENT_TERM, today);
        terms.stop(dossier, FineModel.REMINDER_TERM, today);
        course.tell(FineModel.APPEALED, dossier);
    }
}
