package be.dossierwerk.training;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The preliminary examination of a training: topic, quality registration on the days of the sessions, outlook (procedures.md 1.7, D7). */
@Service
class ExamineTraining implements TaskAction {

    private static final String NOT_NEEDED = "NIET_NODIG";

    private final Trainings trainings;
    private final ApprovalCheck check;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    ExamineTraining(Trainings trainings, ApprovalCheck check, CurrentActor currentActor, Processes processes, AuditLog audit, JdbcClient jdbc) {
        this.trainings = trainings;
        this.check = check;
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String formKey() {
        return "opleiding-goedkeuring/vooronderzoek";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        Training training = trainings.get(task.dossier());
        Trainings.TrainingFile file = trainings.file(training.file()).orElseThrow();
        Map<String, Object> shown = new HashMap<>();
        shown.put("aanvraag", asked(training, file));
        shown.put("themaPast", training.theme().listed() ? "JA" : null);
        if (!training.registrationNeeded(file.applicantKind())) {
            shown.put("registratie", NOT_NEEDED);
        } else {
            known(training, file).ifPresent(shown::putAll);
        }
        return shown;
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        audit.lock(task.dossier());
        Training training = trainings.get(task.dossier());
        Trainings.TrainingFile file = trainings.file(training.file()).orElseThrow();
        String answer = (String) data.get("registratie");
        boolean needed = training.registrationNeeded(file.applicantKind());
        if (needed && NOT_NEEDED.equals(answer)) {
            throw new Refused("training.registration-needed", List.of(new Refused.Field("registratie", "training.registration-needed")));
        }
        LocalDate from = "GEREGISTREERD".equals(answer) ? (LocalDate) data.get("registratieVan") : null;
        LocalDate to = from == null ? null : (LocalDate) data.get("registratieTot");
        if (to != null && to.isBefore(from)) {
            throw new Refused("training.registration-order", List.of(new Refused.Field("registratieTot", "training.registration-order")));
        }
        boolean topicFits = "JA".equals(data.get("themaPast"));
        List<ApprovalCheck.Finding> findings = check.findings(training, trainings.sessions(training.dossier()), topicFits,
                new ApprovalCheck.Registration(needed, from, to));
        String outlook = (String) data.get("vooruitzicht");
        if (ApprovalCheck.refuses(findings) && outlook.equals("GUNSTIG")) {
            String why = ApprovalCheck.inWords(findings);
            throw new Refused("training.cannot-be-approved", List.of(new Refused.Field("vooruitzicht", "training.cannot-be-approved", why)), why);
        }
        jdbc.sql("""
                update training set topic_fits = ?, registered_from = ?, registered_to = ?, registration = ?, findings = ?, outlook = ? where dossier = ?""")
                .params(Arrays.asList(topicFits, from, to, NOT_NEEDED.equals(answer) ? null : data.get("registratieBron"), data.get("bevindingen"), outlook,
                        training.dossier())).update();
        audit.record(AuditLog.Entry.of(training.dossier(), "OPLEIDING_ONDERZOCHT", "%s onderzocht de opleiding \"%s\" en ziet een %s vooruitzicht. %s".formatted(
                actor.name(), training.title(), outlook.equals("GUNSTIG") ? "gunstig" : "ongunstig", ApprovalCheck.inWords(findings).replace('\n', ' ')))
                .because((String) data.get("bevindingen")));
        processes.complete(task.id(), Map.of());
    }

    /** What somebody found about the same provider before; it is proposed, not taken over. */
    private Optional<Map<String, Object>> known(Training training, Trainings.TrainingFile file) {
        String provider = training.providerNumber() == null ? file.enterpriseNumber() : training.providerNumber();
        return jdbc.sql("""
                select t.registered_from, t.registered_to, t.registration from training t join training_file f on f.number = t.file
                where coalesce(t.provider_number, f.enterprise_number) = ? and t.registered_from is not null
                order by t.registered_to desc nulls first, t.filed_at desc limit 1""").param(provider).query((row, i) -> {
                    Map<String, Object> found = new HashMap<>();
                    found.put("registratie", "GEREGISTREERD");
                    found.put("registratieVan", row.getObject(1, LocalDate.class));
                    found.put("registratieTot", row.getObject(2, LocalDate.class));
                    found.put("registratieBron", row.getString(3));
                    return found;
                }).optional();
    }

    private String asked(Training training, Trainings.TrainingFile file) {
        List<Trainings.Session> sessions = trainings.sessions(training.dossier());
        return "%s. Thema: %s. De opleiding wordt %s gegeven en duurt %s uur.\nDoel: %s\nInhoud: %s\nMethode: %s\nDoelgroep: %s\nLesgever: %s. %s\n%s%s\nIngediend op %s door %s.".formatted(
                training.title(), training.theme().inWords(), training.kind().inWords(), training.hours().stripTrailingZeros().toPlainString(), training.goal(),
                training.content(), training.method(), training.audience(), training.trainer(), training.experience(),
                training.providerName() == null ? "" : "Verstrekker: %s (%s)%s.\n".formatted(training.providerName(), EnterpriseNumber.format(training.providerNumber()),
                        training.qualityNumber() == null ? "" : ", registratie " + training.qualityNumber()),
                sessions.isEmpty() ? "Er zijn nog geen sessies gepland." : "Sessies: " + sessions.stream().map(session -> Dates.prose(session.heldOn()) + " in "
                        + session.place()).collect(Collectors.joining("; ")) + ".", Dates.prose(training.eligibleFrom()), file.name());
    }
}
