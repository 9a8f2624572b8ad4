package be.dossierwerk.request;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Extends the term of an openness request once, from twenty to forty days, with a reasoned letter before the twenty days end (procedures.md 1.10). */
@Service
public class ExtendOpenbaarheid {

    private final OpenbaarheidRequests requests;
    private final SendApplicantLetter letter;
    private final Terms terms;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ExtendOpenbaarheid(OpenbaarheidRequests requests, SendApplicantLetter letter, Terms terms, CurrentActor currentActor, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.requests = requests;
        this.letter = letter;
        this.terms = terms;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** While the term to decide runs; a second extension is asked for and refused, so that nobody wonders where the button went. */
    public boolean available(String dossier) {
        return currentActor.get().has(Roles.HANDLER) && requests.find(dossier).isPresent() && terms.due(dossier, OpenbaarheidModel.TERM) != null;
    }

    /** Whether an extension would not be refused today. */
    public boolean possible(String dossier) {
        LocalDate due = terms.due(dossier, OpenbaarheidModel.TERM);
        return due != null && !LocalDate.now(clock).isAfter(due) && requests.get(dossier).extendedOn() == null;
    }

    /** The last day after an extension. */
    public LocalDate newDue(String dossier) {
        LocalDate due = terms.due(dossier, OpenbaarheidModel.TERM);
        return due == null ? null : due.plusDays(terms.amount(OpenbaarheidModel.EXTENSION));
    }

    /** @throws Refused request.extend.once, request.extend.too-late, or request.field.reason with the field reason */
    @Transactional
    public void extend(String dossier, String reason) {
        var handler = currentActor.require(Roles.HANDLER);
        audit.lock(dossier);
        LocalDate today = LocalDate.now(clock);
        OpenbaarheidRequests.Openbaarheid request = requests.get(dossier);
        if (request.extendedOn() != null) {
            throw new Refused("request.extend.once", Dates.prose(request.extendedOn()));
        }
        LocalDate due = terms.due(dossier, OpenbaarheidModel.TERM);
        if (due == null || today.isAfter(due)) {
            throw new Refused("request.extend.too-late");
        }
        DropRequest.checkReason(reason);
        jdbc.sql("update openbaarheid set extended_on = ?, extended_because = ? where dossier = ?").params(today, reason.strip(), dossier).update();
        audit.record(AuditLog.Entry.of(dossier, "VERLENGING_GEMELD", "%s verlengde de termijn; de verzoeker krijgt een brief met de reden.".formatted(handler.name()))
                .because(reason.strip()));
        letter.send(dossier, "openbaarheid-verlenging", "Wij hebben meer tijd nodig voor uw vraag", Map.of("reden", reason.strip(), "uiterlijk", newDue(dossier),
                "vroegerUiterlijk", due));
        terms.extend(dossier, OpenbaarheidModel.TERM, terms.amount(OpenbaarheidModel.EXTENSION), reason.strip());
    }
}
