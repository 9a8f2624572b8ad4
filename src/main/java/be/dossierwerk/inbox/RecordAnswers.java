package be.dossierwerk.inbox;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the answers to questions that a changed procedure asks and no use case of the product knows: word for word in the timeline (ideas.md 20). */
@Component
class RecordAnswers {

    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final Processes processes;

    RecordAnswers(CurrentActor currentActor, AuditLog audit, Processes processes) {
        this.currentActor = currentActor;
        this.audit = audit;
        this.processes = processes;
    }

    /** The whole form is the changed procedure's own: the task has no other effect than to go on. */
    @Transactional(propagation = Propagation.MANDATORY)
    void complete(OpenTask task, FormSchema form, Map<String, Object> data) {
        record(task, form, data);
        processes.complete(task.id(), Map.of());
    }

    /** Some fields are. Nothing happens without any. */
    @Transactional(propagation = Propagation.MANDATORY)
    void beside(OpenTask task, FormSchema form, Map<String, Object> data, Set<String> known) {
        Map<String, Object> added = new LinkedHashMap<>(data);
        added.keySet().removeAll(known);
        if (!added.isEmpty()) {
            record(task, form, added);
        }
    }

    private void record(OpenTask task, FormSchema form, Map<String, Object> data) {
        String answers = form.fields().stream().filter(field -> data.containsKey(field.key()))
                .map(field -> "%s: %s".formatted(field.label(), words(field, data.get(field.key())))).collect(Collectors.joining("; "));
        audit.record(AuditLog.Entry.of(task.dossier(), "VRAGEN_BEANTWOORD", "%s vulde \"%s\" in%s.".formatted(currentActor.get().name(), task.name(),
                answers.isEmpty() ? "" : ": " + answers)));
    }

    private static String words(FormSchema.Part field, Object answer) {
        if (answer instanceof Collection<?> many) {
            return many.stream().map(one -> words(field, one)).collect(Collectors.joining(", "));
        }
        if (answer instanceof Boolean yes) {
            return yes ? "ja" : "nee";
        }
        if (answer instanceof LocalDate day) {
            return Dates.prose(day);
        }
        return field.options().stream().filter(option -> option.value().equals(answer)).map(FormSchema.Option::label).findFirst().orElse(answer.toString());
    }
}
