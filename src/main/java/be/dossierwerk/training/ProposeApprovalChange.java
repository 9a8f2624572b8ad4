package be.dossierwerk.training;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposes to withdraw or change an approval; nothing changes until somebody who may sign agrees (procedures.md 1.7, outcome INGETROKKEN or GEWIJZIGD). */
@Service
public class ProposeApprovalChange {

    /** {@code day}: the first day without approval of a withdrawal, the last day otherwise, null for none; {@code heard}: how the applicant was heard. */
    public record Proposal(ApprovalChange.Kind kind, LocalDate day, LocalDate registeredFrom, LocalDate registeredTo, String reasons, String heard) { }

    private static final int TEXT_LIMIT = 5_000;

    private final Trainings trainings;
    private final ApprovalChanges changes;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ProposeApprovalChange(Trainings trainings, ApprovalChanges changes, CurrentActor currentActor, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.trainings = trainings;
        this.changes = changes;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public boolean available(String dossier) {
        return trainings.find(dossier).filter(training -> training.status() == TrainingStatus.GOEDGEKEURD).isPresent() && changes.open(dossier).isEmpty();
    }

    /** @throws Refused training.change.not-now, or training.change.invalid with the wrong fields */
    @Transactional
    public void propose(String dossier, Proposal proposal) {
        var actor = currentActor.require(Roles.HANDLER, Roles.FUND_SECRETARIAT);
        audit.lock(dossier);
        if (!available(dossier)) {
            throw new Refused("training.change.not-now");
        }
        check(proposal);
        boolean withdrawn = proposal.kind() == ApprovalChange.Kind.INGETROKKEN;
        LocalDate lastDay = withdrawn ? proposal.day().minusDays(1) : proposal.kind() == ApprovalChange.Kind.EINDDATUM ? proposal.day() : null;
        boolean registration = proposal.kind() == ApprovalChange.Kind.REGISTRATIE;
        jdbc.sql("""
                insert into training_approval_change (id, training, kind, last_day, registered_from, registered_to, reasons, heard, proposed_by, proposed_by_name, proposed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(UUID.randomUUID(), dossier, proposal.kind().name(), lastDay, registration ? proposal.registeredFrom() : null,
                        registration ? proposal.registeredTo() : null, proposal.reasons().strip(), withdrawn ? proposal.heard().strip() : null, actor.id(), actor.name(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))).update();
        audit.record(AuditLog.Entry.of(dossier, "WIJZIGING_VOORGESTELD", "%s stelde voor om %s.".formatted(actor.name(), switch (proposal.kind()) {
            case INGETROKKEN -> "de goedkeuring vanaf %s in te trekken".formatted(Dates.prose(proposal.day()));
            case EINDDATUM -> lastDay == null ? "de goedkeuring zonder einddatum te laten gelden" : "de goedkeuring te laten gelden tot en met %s".formatted(Dates.prose(lastDay));
            case REGISTRATIE -> "een andere periode van de kwaliteitsregistratie te noteren";
        })).because(proposal.reasons().strip()));
    }

    private void check(Proposal proposal) {
        List<Refused.Field> wrong = new ArrayList<>();
        if (proposal.kind() == null) {
            wrong.add(new Refused.Field("kind", "training.field.choose"));
        } else if (proposal.kind() == ApprovalChange.Kind.REGISTRATIE) {
            if (proposal.registeredFrom() == null) {
                wrong.add(new Refused.Field("registeredFrom", "training.field.date"));
            } else if (proposal.registeredTo() != null && proposal.registeredTo().isBefore(proposal.registeredFrom())) {
                wrong.add(new Refused.Field("registeredTo", "training.registration-order"));
            }
        } else if (proposal.day() == null ? proposal.kind() == ApprovalChange.Kind.INGETROKKEN : proposal.day().isBefore(LocalDate.now(clock))) {
            wrong.add(new Refused.Field("day", "training.change.day"));
        }
        TrainingRules.required("reasons", proposal.reasons(), TEXT_LIMIT, wrong);
        if (proposal.kind() == ApprovalChange.Kind.INGETROKKEN) {
            TrainingRules.required("heard", proposal.heard(), TEXT_LIMIT, wrong);
        }
        if (!wrong.isEmpty()) {
            throw new Refused("training.change.invalid", wrong, wrong.size());
        }
    }
}
