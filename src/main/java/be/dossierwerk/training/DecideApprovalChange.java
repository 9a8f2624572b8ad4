package be.dossierwerk.training;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.LegalTexts;
import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Agrees with a proposed change of an approval, or not; agreed, the applicant gets the decision and the public list follows. */
@Service
public class DecideApprovalChange {

    private static final int REMARK_LIMIT = 2_000;

    private final Trainings trainings;
    private final ApprovalChanges changes;
    private final SendApplicantLetter letter;
    private final LegalTexts legalTexts;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    DecideApprovalChange(Trainings trainings, ApprovalChanges changes, SendApplicantLetter letter, LegalTexts legalTexts, CurrentActor currentActor, AuditLog audit,
                         JdbcClient jdbc, Clock clock) {
        this.trainings = trainings;
        this.changes = changes;
        this.letter = letter;
        this.legalTexts = legalTexts;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public boolean available(String dossier) {
        return changes.open(dossier).isPresent();
    }

    /**
     * @param agreed null when nothing was answered
     * @throws Refused training.change.none, training.change.same-person, training.field.choose with the field agreed, or training.change.remark with the field
     *                 remark when the answer is no
     */
    @Transactional
    public void decide(String dossier, Boolean agreed, String remark) {
        var actor = currentActor.require(Roles.SIGNATORY);
        audit.lock(dossier);
        ApprovalChange change = changes.open(dossier).orElseThrow(() -> new Refused("training.change.none"));
        if (change.proposedBy().equals(actor.id())) {
            throw new Refused("training.change.same-person");
        }
        if (agreed == null) {
            throw new Refused("training.field.choose", List.of(new Refused.Field("agreed", "training.field.choose")));
        }
        String because = TrainingRules.text(remark);
        if (!agreed && because == null || because != null && because.length() > REMARK_LIMIT) {
            throw new Refused("training.change.remark", List.of(new Refused.Field("remark", "training.change.remark", REMARK_LIMIT)), REMARK_LIMIT);
        }
        jdbc.sql("update training_approval_change set agreed = ?, remark = ?, decided_by = ?, decided_by_name = ?, decided_at = ? where training = ? and agreed is null")
                .params(Arrays.asList(agreed, because, actor.id(), actor.name(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), dossier)).update();
        if (!agreed) {
            audit.record(AuditLog.Entry.of(dossier, "WIJZIGING_AFGEWEZEN", "%s ging niet akkoord met de voorgestelde wijziging van de goedkeuring.".formatted(actor.name()))
                    .because(because));
            return;
        }
        Training before = trainings.get(dossier);
        if (change.kind() == ApprovalChange.Kind.REGISTRATIE) {
            jdbc.sql("update training set registered_from = ?, registered_to = ? where dossier = ?").params(Arrays.asList(change.registeredFrom(), change.registeredTo(), dossier))
                    .update();
        } else {
            jdbc.sql("update training set valid_to = ? where dossier = ?").params(Arrays.asList(change.lastDay(), dossier)).update();
        }
        audit.record(AuditLog.Entry.of(dossier, change.kind() == ApprovalChange.Kind.INGETROKKEN ? "GOEDKEURING_INGETROKKEN" : "GOEDKEURING_GEWIJZIGD",
                "%s besliste: %s De openbare lijst volgt.".formatted(actor.name(), inWords(change))).because(change.reasons())
                .changing(facts(before), facts(trainings.get(dossier))));
        tell(dossier, change);
    }

    private void tell(String dossier, ApprovalChange change) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("wijziging", inWords(change));
        facts.put("ingetrokken", change.kind() == ApprovalChange.Kind.INGETROKKEN);
        facts.put("motivering", change.reasons());
        facts.put("gehoord", change.heard());
        facts.put("beroepsclausule", legalTexts.inForce("BEROEPSCLAUSULE", LocalDate.now(clock)));
        letter.send(dossier, "opleiding-goedkeuring-gewijzigd", change.kind() == ApprovalChange.Kind.INGETROKKEN ? "Beslissing: de goedkeuring van uw opleiding stopt"
                : "Beslissing: de goedkeuring van uw opleiding verandert", facts);
    }

    private static String inWords(ApprovalChange change) {
        return switch (change.kind()) {
            case INGETROKKEN -> "de goedkeuring van de opleiding stopt; de laatste dag is %s.".formatted(Dates.prose(change.lastDay()));
            case EINDDATUM -> change.lastDay() == null ? "de goedkeuring van de opleiding geldt zonder einddatum."
                    : "de goedkeuring van de opleiding geldt tot en met %s.".formatted(Dates.prose(change.lastDay()));
            case REGISTRATIE -> "de kwaliteitsregistratie geldt vanaf %s%s.".formatted(Dates.prose(change.registeredFrom()), change.registeredTo() == null ? ""
                    : " tot en met " + Dates.prose(change.registeredTo()));
        };
    }

    private static Map<String, Object> facts(Training training) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("validTo", String.valueOf(training.validTo()));
        facts.put("registeredFrom", String.valueOf(training.registeredFrom()));
        facts.put("registeredTo", String.valueOf(training.registeredTo()));
        return facts;
    }
}
