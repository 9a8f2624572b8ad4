package be.dossierwerk.fine;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.InstalmentPlan;
import be.dossierwerk.shared.InstalmentPlan.Instalment;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who was fined pays in parts that add up to what is owed. A new plan takes the place of an earlier one. */
@Service
public class AgreeFineInstalments {

    private final CurrentActor currentActor;
    private final Fines fines;
    private final FineCourse course;
    private final FollowFine followFine;
    private final Dossiers dossiers;
    private final AuditLog audit;
    private final Clock clock;

    AgreeFineInstalments(CurrentActor currentActor, Fines fines, FineCourse course, FollowFine followFine, Dossiers dossiers, AuditLog audit, Clock clock) {
        this.currentActor = currentActor;
        this.fines = fines;
        this.course = course;
        this.followFine = followFine;
        this.dossiers = dossiers;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refused security.role-missing; fine.unknown, fine.nothing-due, fine.handed-over, fine.under-appeal; shared.plan.wrong, shared.plan.sum */
    @Transactional
    public void agree(String dossier, List<Instalment> instalments) {
        var actor = currentActor.require(Roles.FINES, Roles.FINANCE);
        Fine fine = fines.locked(dossier);
        if (fine.due().signum() == 0) {
            throw new Refused("fine.nothing-due");
        }
        if (dossiers.get(dossier).closedOn() != null) {
            throw new Refused("fine.handed-over");
        }
        if (fine.underAppeal()) {
            throw new Refused("fine.under-appeal");
        }
        InstalmentPlan.check(instalments, LocalDate.now(clock), fine.due());
        fines.addPlan(dossier, fine.due(), instalments);
        audit.record(AuditLog.Entry.of(dossier, "AFBETALING_AFGESPROKEN", "%s sprak een afbetaling af van %s in %d delen, van %s tot %s.".formatted(actor.name(),
                Euros.prose(fine.due()), instalments.size(), Dates.prose(instalments.get(0).dueOn()), Dates.prose(instalments.get(instalments.size() - 1).dueOn()))));
        // While a plan runs, the new one is told and the procedure stays where it is.
        if (!course.tell(FineModel.PLAN_AGREED, dossier) && course.awaits(FineModel.INSTALMENT_MISSED, dossier)) {
            followFine.confirmPlan(dossier);
        }
    }
}
