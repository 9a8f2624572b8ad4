package be.dossierwerk.casework;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.PauseGround;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the applicant for what is missing, reminds after a month, and registers what comes in (T-REC-04: one month,
 * a reminder, one more month). The clock stands still meanwhile.
 */
@Service
public class MissingItems implements TaskAction {

    private static final String FIRST_MONTH = "T-REC-04";
    private static final String SECOND_MONTH = "T-REC-04B";

    private final SendApplicantLetter letter;
    private final Terms terms;
    private final Procedures procedures;
    private final Dossiers dossiers;
    private final Processes processes;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    MissingItems(SendApplicantLetter letter, Terms terms, Procedures procedures, Dossiers dossiers, Processes processes,
                 CurrentActor currentActor, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.letter = letter;
        this.terms = terms;
        this.procedures = procedures;
        this.dossiers = dossiers;
        this.processes = processes;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Codes asked for and not yet received, for screens and the applicant. */
    public List<String> open(String dossier) {
        return jdbc.sql("select distinct code from missing_item where dossier = ? and received_on is null order by code")
                .param(dossier).query(String.class).list();
    }

    /** As {@link #open}, in the words of a letter. */
    public List<String> openInWords(String dossier) {
        return MissingItem.list(open(dossier));
    }

    @Transactional
    public void request(String dossier) {
        LocalDate today = LocalDate.now(clock);
        terms.start(dossier, FIRST_MONTH, today);
        terms.start(dossier, SECOND_MONTH, today);
        letter.send(dossier, "vraag-om-aanvulling", "Vraag om aanvulling", facts(dossier, FIRST_MONTH));
        terms.pause(dossier, PauseGround.AANVULLING_AANVRAGER, today, "aanvulling gevraagd: " + MissingItem.inWords(open(dossier)));
        dossiers.state(dossier, "WACHT_OP_AANVRAGER");
    }

    @Transactional
    public void remind(String dossier) {
        letter.send(dossier, "herinnering", "Herinnering: uw dossier is nog niet volledig", facts(dossier, SECOND_MONTH));
        audit.record(AuditLog.Entry.of(dossier, "HERINNERD", "Er kwam geen volledig antwoord binnen de maand. De aanvrager kreeg een herinnering."));
    }

    @Override
    public String formKey() {
        return "bouwstenen/aanvulling-registreren";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return Map.of("ontvangen", open(task.dossier()), "ontvangenOp", LocalDate.now(clock));
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        Actor actor = currentActor.get();
        String dossier = task.dossier();
        LocalDate receivedOn = (LocalDate) data.get("ontvangenOp");
        LocalDate requestedOn = jdbc.sql("select requested_on from completeness where dossier = ?").param(dossier).query(LocalDate.class).single();
        if (receivedOn.isAfter(LocalDate.now(clock)) || receivedOn.isBefore(requestedOn)) {
            throw new Refused("casework.received-date", List.of(new Refused.Field("ontvangenOp", "casework.received-date", Dates.prose(requestedOn))));
        }
        @SuppressWarnings("unchecked")
        List<String> received = (List<String>) data.getOrDefault("ontvangen", List.of());
        if (received.isEmpty()) {
            throw new Refused("casework.nothing-received", List.of(new Refused.Field("ontvangen", "casework.nothing-received")));
        }
        for (String code : received) {
            jdbc.sql("update missing_item set received_on = ? where dossier = ? and code = ? and received_on is null")
                    .params(receivedOn, dossier, code).update();
        }
        procedures.of(dossier).itemsReceived(dossier, received);
        terms.stop(dossier, FIRST_MONTH, receivedOn);
        terms.stop(dossier, SECOND_MONTH, receivedOn);
        terms.resume(dossier, PauseGround.AANVULLING_AANVRAGER, receivedOn, "aanvulling ontvangen");
        dossiers.state(dossier, "IN_BEHANDELING");
        audit.record(AuditLog.Entry.of(dossier, "AANVULLING_ONTVANGEN", "%s registreerde de aanvulling die op %s aankwam: %s."
                .formatted(actor.name(), Dates.prose(receivedOn), MissingItem.inWords(received))).because((String) data.get("toelichting")));
        processes.complete(task.id(), Map.of());
    }

    private Map<String, Object> facts(String dossier, String term) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("ontbreekt", MissingItem.list(open(dossier)));
        facts.put("toelichting", jdbc.sql("select explanation from completeness where dossier = ?").param(dossier).query(String.class).single());
        facts.put("uiterlijk", terms.due(dossier, term));
        return facts;
    }
}
