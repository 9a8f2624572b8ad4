package be.dossierwerk.appeal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.ContestedAct;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers that somebody asks to reconsider a decision, and starts the procedure (procedures.md 1.10). */
@Service
public class FileHeroverweging {

    /** {@code besluit}: the contested decision; {@code grounds}: why it should be another one, in the words of the request. */
    public record Request(UUID besluit, LocalDate receivedOn, String grounds) { }

    public record Attachment(String fileName, byte[] content) { }

    private static final int TEXT_LIMIT = 20_000;

    private final NotifiedDecisions decisions;
    private final Heroverwegingen heroverwegingen;
    private final Contests contests;
    private final ContestedActs acts;
    private final Dossiers dossiers;
    private final Terms terms;
    private final Processes processes;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    FileHeroverweging(NotifiedDecisions decisions, Heroverwegingen heroverwegingen, Contests contests, ContestedActs acts, Dossiers dossiers, Terms terms,
                      Processes processes, CurrentActor currentActor, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.decisions = decisions;
        this.heroverwegingen = heroverwegingen;
        this.contests = contests;
        this.acts = acts;
        this.dossiers = dossiers;
        this.terms = terms;
        this.processes = processes;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param action made when the form opened; the same for every try
     * @return the dossier number
     * @throws Refused {@code appeal.request.invalid} with every wrong field: decision, receivedOn, grounds, attachments
     */
    @Transactional
    public String file(UUID action, Request request, List<Attachment> attachments) {
        var actor = currentActor.require(Roles.INTAKE, Roles.HANDLER);
        // A second try waits here for the first, and then finds its dossier.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 14))").param(action.toString()).query().singleRow();
        Optional<String> before = jdbc.sql("select dossier from heroverweging where action_id = ?").param(action).query(String.class).optional();
        if (before.isPresent()) {
            return before.get();
        }
        NotifiedDecisions.Decision decision = check(request, attachments);
        Dossiers.Details contested = dossiers.get(decision.dossier());
        String dossier = dossiers.open(new Dossiers.NewDossier(HeroverwegingModel.PROCESS, "HER", contested.subject(), contested.enterpriseNumber(), contested.municipality(),
                "PAPIER", request.receivedOn, null, contested.email()));
        // The last step before the decision, until somebody chooses another.
        List<ContestedAct.Restart> restarts = acts.of(contested.number()).map(act -> act.restarts(contested.number(), decision.besluit())).orElse(List.of());
        ContestedAct.Restart last = restarts.isEmpty() ? null : restarts.get(restarts.size() - 1);
        jdbc.sql("insert into heroverweging (dossier, action_id, received_on, grounds, restart, restart_label) values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(dossier, action, request.receivedOn, request.grounds.strip(), last == null ? null : last.element(), last == null ? null : last.label())).update();
        contests.register(dossier, contested.number(), decision.besluit());
        attachments.forEach(file -> dossiers.attach(dossier, "BRIEFWISSELING", "Vraag om heroverweging", file.fileName(), file.content(), request.receivedOn));
        audit.record(AuditLog.Entry.of(dossier, "HEROVERWEGING_GEVRAAGD", "%s registreerde dat %s vraagt om de beslissing “%s” van %s in dossier %s te heroverwegen."
                .formatted(actor.name(), contested.subject(), decision.title(), Dates.prose(decision.signedOn()), contested.number())));
        dossiers.link(dossier, contested.number(), "Vraag om de beslissing van %s te heroverwegen".formatted(Dates.prose(decision.signedOn())));
        terms.start(dossier, "T-REC-00", request.receivedOn);
        terms.start(dossier, HeroverwegingModel.DECISION_TERM, request.receivedOn);
        processes.start(HeroverwegingModel.PROCESS, dossier, Map.of());
        return dossier;
    }

    private NotifiedDecisions.Decision check(Request request, List<Attachment> attachments) {
        List<Refused.Field> wrong = new ArrayList<>();
        NotifiedDecisions.Decision decision = request.besluit == null ? null : decisions.find(request.besluit).filter(NotifiedDecisions.Decision::counts).orElse(null);
        if (decision == null) {
            wrong.add(new Refused.Field("decision", "appeal.field.decision"));
        } else {
            // Two people who register the same request: the second one waits, and is told.
            audit.lock(decision.dossier());
            heroverwegingen.open(decision.besluit()).ifPresent(open -> wrong.add(new Refused.Field("decision", "appeal.field.open", open)));
        }
        LocalDate received = request.receivedOn;
        if (received == null) {
            wrong.add(new Refused.Field("receivedOn", "appeal.field.date"));
        } else if (received.isAfter(LocalDate.now(clock))) {
            wrong.add(new Refused.Field("receivedOn", "appeal.field.received-future"));
        } else if (decision != null && received.isBefore(decision.sentOn())) {
            wrong.add(new Refused.Field("receivedOn", "appeal.field.received-before", Dates.prose(decision.sentOn())));
        }
        if (request.grounds == null || request.grounds.isBlank() || request.grounds.length() > TEXT_LIMIT) {
            wrong.add(new Refused.Field("grounds", "appeal.field.grounds", TEXT_LIMIT));
        }
        if (attachments.isEmpty()) {
            wrong.add(new Refused.Field("attachments", "appeal.field.attachments"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused("appeal.request.invalid", wrong, wrong.size());
        }
        return decision;
    }
}
