package be.dossierwerk.withdrawal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.recognition.Recognitions.Recognition;
import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.AttachedFile;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.sources.AskLater;
import be.dossierwerk.sources.Source;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers that an undertaking asks to withdraw its recognition, and starts the procedure (procedures.md 1.2). */
@Service
public class FileVoluntaryRequest {

    /**
     * What the request says. {@code recognition}: the dossier that granted it; {@code effectiveOn}: the first day without recognition;
     * {@code successor}: enterprise number, or null; {@code signatory}: who signed.
     */
    public record Request(String recognition, LocalDate receivedOn, VoluntaryReason reason, String explanation, String successor, LocalDate effectiveOn,
                          String signatory) { }

    private static final int TEXT_LIMIT = 5_000;
    private static final int NAME_LIMIT = 200;

    private final VoluntaryRequests requests;
    private final Recognitions recognitions;
    private final Dossiers dossiers;
    private final AskLater askLater;
    private final Terms terms;
    private final Processes processes;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    FileVoluntaryRequest(VoluntaryRequests requests, Recognitions recognitions, Dossiers dossiers, AskLater askLater,
                         Terms terms, Processes processes, CurrentActor currentActor, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.requests = requests;
        this.recognitions = recognitions;
        this.dossiers = dossiers;
        this.askLater = askLater;
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
     * @throws Refused {@code withdrawal.request.invalid} with every wrong field: recognition, receivedOn, reason, explanation, successor,
     *         effectiveOn, signatory, attachments
     */
    @Transactional
    public String file(UUID action, Request request, List<AttachedFile> attachments) {
        var actor = currentActor.require(Roles.INTAKE, Roles.HANDLER, ApiAccounts.ROLE);
        // A second try waits here for the first, and then finds its dossier.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 12))").param(action.toString()).query().singleRow();
        Optional<String> before = jdbc.sql("select dossier from voluntary_request where action_id = ?").param(action).query(String.class).optional();
        if (before.isPresent()) {
            return before.get();
        }
        Recognition recognition = check(request, attachments);
        String dossier = dossiers.open(new Dossiers.NewDossier(VoluntaryModel.PROCESS, "INV", recognition.name(), recognition.enterpriseNumber(),
                recognition.municipality(), actor.has(ApiAccounts.ROLE) ? "PORTAAL" : "PAPIER", request.receivedOn(), null, recognition.email()));
        jdbc.sql("""
                insert into voluntary_request (dossier, recognition, action_id, reason, explanation, successor, effective_on, signatory)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(dossier, recognition.dossier(), action, request.reason().name(), text(request.explanation()),
                        text(request.successor()) == null ? null : EnterpriseNumber.parse(request.successor()).digits(), request.effectiveOn(),
                        request.signatory().strip())).update();
        attachments.forEach(file -> dossiers.attach(dossier, "BRIEFWISSELING", "Verzoek tot intrekking", file.fileName(), file.content(), request.receivedOn()));
        audit.record(AuditLog.Entry.of(dossier, "INTREKKING_GEVRAAGD", "%s vraagt om erkenning %s vanaf %s in te trekken; de reden is %s.".formatted(
                actor.has(ApiAccounts.ROLE) ? recognition.name() : actor.name() + " registreerde dat " + recognition.name(), recognition.recognitionNumber(), Dates.prose(request.effectiveOn()), request.reason().inWords())));
        dossiers.link(dossier, recognition.dossier(), "Verzoek om deze erkenning in te trekken");
        askLater.ask(dossier, recognition.enterpriseNumber(), Set.of(Source.KBO, Source.RSZ, Source.FISCUS));
        terms.start(dossier, "T-REC-00", request.receivedOn());
        terms.start(dossier, VoluntaryModel.DECISION_TERM, request.receivedOn());
        processes.start(VoluntaryModel.PROCESS, dossier, Map.of());
        return dossier;
    }

    private Recognition check(Request request, List<AttachedFile> attachments) {
        List<Refused.Field> wrong = new ArrayList<>();
        Recognition recognition = null;
        if (text(request.recognition()) == null) {
            wrong.add(new Refused.Field("recognition", "withdrawal.field.recognition"));
        } else {
            // Two people who file for the same undertaking: the second one waits, and is told.
            jdbc.sql("select dossier from recognition where dossier = ? for update").param(request.recognition()).query(String.class).optional();
            recognition = recognitions.of(request.recognition());
            if (!recognition.status().recognised()) {
                wrong.add(new Refused.Field("recognition", "withdrawal.field.already-withdrawn", recognition.recognitionNumber(),
                        Dates.prose(recognition.endedOn())));
            }
            requests.open(recognition.dossier()).ifPresent(open -> wrong.add(new Refused.Field("recognition", "withdrawal.field.open", open)));
        }
        LocalDate received = request.receivedOn();
        if (received == null) {
            wrong.add(new Refused.Field("receivedOn", "withdrawal.field.date"));
        } else if (received.isAfter(LocalDate.now(clock))) {
            wrong.add(new Refused.Field("receivedOn", "withdrawal.field.received-future"));
        }
        if (request.effectiveOn() == null) {
            wrong.add(new Refused.Field("effectiveOn", "withdrawal.field.date"));
        } else if (received != null && request.effectiveOn().isBefore(received)) {
            wrong.add(new Refused.Field("effectiveOn", "withdrawal.field.effective-before-receipt", Dates.prose(received)));
        }
        if (request.reason() == null) {
            wrong.add(new Refused.Field("reason", "withdrawal.field.reason"));
        } else if (request.reason() == VoluntaryReason.ANDERE && text(request.explanation()) == null) {
            wrong.add(new Refused.Field("explanation", "withdrawal.field.explanation"));
        }
        if (request.explanation() != null && request.explanation().length() > TEXT_LIMIT) {
            wrong.add(new Refused.Field("explanation", "withdrawal.field.too-long", TEXT_LIMIT));
        }
        if (text(request.successor()) != null) {
            checkSuccessor(request.successor(), recognition == null ? null : recognition.enterpriseNumber()).ifPresent(key ->
                    wrong.add(new Refused.Field("successor", key)));
        }
        if (text(request.signatory()) == null) {
            wrong.add(new Refused.Field("signatory", "withdrawal.field.signatory"));
        } else if (request.signatory().length() > NAME_LIMIT) {
            wrong.add(new Refused.Field("signatory", "withdrawal.field.too-long", NAME_LIMIT));
        }
        if (attachments.isEmpty()) {
            wrong.add(new Refused.Field("attachments", "withdrawal.field.attachments"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused("withdrawal.request.invalid", wrong, wrong.size());
        }
        return recognition;
    }

    /** The key of what is wrong with the number of a successor; empty when it is right. */
    static Optional<String> checkSuccessor(String successor, String own) {
        if (!EnterpriseNumber.isValid(successor)) {
            return Optional.of("withdrawal.field.successor");
        }
        return EnterpriseNumber.parse(successor).digits().equals(own) ? Optional.of("withdrawal.field.successor-itself") : Optional.empty();
    }

    private static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
