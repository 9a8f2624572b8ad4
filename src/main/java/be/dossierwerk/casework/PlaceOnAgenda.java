package be.dossierwerk.casework;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Puts a file on the agenda of a committee session, and the note for its members in the file (procedures.md 1.11, 1.15). */
@Service
class PlaceOnAgenda implements TaskAction {

    private final CurrentActor currentActor;
    private final Processes processes;
    private final Procedures procedures;
    private final Terms terms;
    private final Letters letters;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    PlaceOnAgenda(CurrentActor currentActor, Processes processes, Procedures procedures, Terms terms, Letters letters, AuditLog audit,
                  JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.processes = processes;
        this.procedures = procedures;
        this.terms = terms;
        this.letters = letters;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "bouwstenen/op-agenda-plaatsen";
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        LocalDate session = (LocalDate) data.get("zitting");
        if (session.isBefore(LocalDate.now(clock))) {
            throw new Refused("casework.session-past", List.of(new Refused.Field("zitting", "casework.session-past")));
        }
        jdbc.sql("insert into committee_item (id, dossier, session_on) values (?, ?, ?)").params(UUID.randomUUID(), task.dossier(), session).update();
        audit.record(AuditLog.Entry.of(task.dossier(), "OP_AGENDA",
                "%s plaatste het dossier op de agenda van de commissie van %s.".formatted(actor.name(), Dates.prose(session))));
        fileNote(task.dossier(), session);
        processes.complete(task.id(), Map.of());
    }

    /** DOC-05: the committee reads the file's note before the session. */
    private void fileNote(String dossier, LocalDate session) {
        Procedure procedure = procedures.of(dossier);
        Map<String, Object> facts = new HashMap<>(procedure.letterFacts(dossier));
        procedure.note(dossier).ifPresent(note -> {
            facts.put("vooruitzicht", procedure.proposalToCommittee(note.outlook()));
            facts.put("feiten", note.facts());
            facts.put("beoordeling", note.judgement());
        });
        terms.of(dossier).stream().filter(term -> term.rule().equals(CaseworkModel.ADVICE_TERM) && term.stoppedOn() == null).forEach(term -> {
            facts.put("volledigSinds", term.startedOn());
            facts.put("uiterlijk", term.due());
        });
        facts.put("zaak", procedure.adviceAbout());
        facts.put("zitting", session);
        letters.file(dossier, "nota-commissie", "Nota aan de adviescommissie, zitting van " + Dates.prose(session), "NOTA", facts);
    }
}
