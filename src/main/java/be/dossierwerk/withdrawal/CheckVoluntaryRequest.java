package be.dossierwerk.withdrawal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.dossier.LinkDossiers;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.sources.Answer;
import be.dossierwerk.sources.Facts;
import be.dossierwerk.sources.Source;
import be.dossierwerk.sources.SourceAnswers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The handler decides whether the signatory may bind the undertaking; the enterprise register proposes, when it answers (procedures.md 1.2). */
@Service
class CheckVoluntaryRequest implements TaskAction {

    private final VoluntaryRequests requests;
    private final Recognitions recognitions;
    private final SourceAnswers answers;
    private final Dossiers dossiers;
    private final LinkDossiers linkDossiers;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    CheckVoluntaryRequest(VoluntaryRequests requests, Recognitions recognitions, SourceAnswers answers, Dossiers dossiers, LinkDossiers linkDossiers,
                          CurrentActor currentActor, Processes processes, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.requests = requests;
        this.recognitions = recognitions;
        this.answers = answers;
        this.dossiers = dossiers;
        this.linkDossiers = linkDossiers;
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "intrekking-vrijwillig/verzoek-nagaan";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        VoluntaryRequests.Request request = requests.get(task.dossier());
        Map<String, Object> shown = new HashMap<>();
        shown.put("ondertekenaar", request.signatory());
        shown.put("reden", request.reason().name());
        shown.put("opvolger", request.successor() == null ? null : EnterpriseNumber.format(request.successor()));
        shown.put("ingangsdatum", request.effectiveOn());
        Optional<Answer> register = answers.ofDossier(task.dossier()).stream().filter(answer -> answer.source() == Source.KBO && answer.available()).findFirst();
        if (register.isEmpty()) {
            shown.put("kbo", "De KBO gaf nog geen antwoord. Zoek zelf op wie de onderneming mag verbinden, en noteer waar u dat zag.");
            return shown;
        }
        Answer answer = register.get();
        LocalDate asked = LocalDate.ofInstant(answer.at(), clock.getZone());
        List<Facts.Person> people = answer.facts().mayBind(dossiers.get(task.dossier()).receivedOn());
        String names = people.stream().map(person -> person.name() + " (" + person.function().toLowerCase() + ")").collect(Collectors.joining(", "));
        shown.put("kbo", "De KBO antwoordde op %s. De onderneming wordt verbonden door: %s.%s".formatted(Dates.prose(asked),
                names.isEmpty() ? "niemand bekend" : names, answer.facts().successor() == null ? ""
                        : " Volgens de KBO is de opvolger " + EnterpriseNumber.format(answer.facts().successor()) + "."));
        Optional<Facts.Person> signatory = people.stream().filter(person -> person.name().equalsIgnoreCase(request.signatory())).findFirst();
        shown.put("bevoegd", signatory.isPresent() ? "JA" : "NEE");
        shown.put("bewijs", signatory.map(person -> "Volgens de KBO van %s mag %s de onderneming verbinden.".formatted(Dates.prose(asked), person.name()))
                .orElseGet(() -> "Volgens de KBO van %s mag %s de onderneming niet verbinden.".formatted(Dates.prose(asked), request.signatory())));
        if (request.successor() == null && answer.facts().successor() != null) {
            shown.put("opvolger", EnterpriseNumber.format(answer.facts().successor()));
        }
        return shown;
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var handler = currentActor.get();
        String dossier = task.dossier();
        VoluntaryRequests.Request request = requests.get(dossier);
        Dossiers.Details details = dossiers.get(dossier);
        LocalDate effectiveOn = (LocalDate) data.get("ingangsdatum");
        if (effectiveOn.isBefore(details.receivedOn())) {
            String received = Dates.prose(details.receivedOn());
            throw new Refused("withdrawal.field.effective-before-receipt", List.of(
                    new Refused.Field("ingangsdatum", "withdrawal.field.effective-before-receipt", received)), received);
        }
        VoluntaryReason reason = VoluntaryReason.valueOf((String) data.get("reden"));
        String typed = reason == VoluntaryReason.FUSIE_OVERNAME ? (String) data.get("opvolger") : null;
        if (typed != null) {
            FileVoluntaryRequest.checkSuccessor(typed, details.enterpriseNumber()).ifPresent(key -> {
                throw new Refused(key, List.of(new Refused.Field("opvolger", key)));
            });
        }
        String successor = typed == null ? null : EnterpriseNumber.parse(typed).digits();
        boolean mayBind = "JA".equals(data.get("bevoegd"));
        jdbc.sql("""
                update voluntary_request set may_bind = ?, bind_evidence = ?, reason = ?, successor = ?, effective_on = ?, signatory = ? where dossier = ?""")
                .params(Arrays.asList(mayBind, data.get("bewijs"), reason.name(), successor, effectiveOn, data.get("ondertekenaar"), dossier)).update();
        audit.record(AuditLog.Entry.of(dossier, "BEVOEGDHEID_NAGEGAAN", (mayBind
                ? "%s ging na dat %s de onderneming mag verbinden. De erkenning stopt op %s."
                : "%s vond niet dat %s de onderneming mag verbinden. De gevraagde datum was %s.").formatted(handler.name(), data.get("ondertekenaar"),
                Dates.prose(effectiveOn))).because((String) data.get("bewijs")));
        if (successor != null && mayBind) {
            recognitions.active(successor).ifPresentOrElse(next -> link(dossier, request.recognition(), next), () -> audit.record(AuditLog.Entry.of(dossier,
                    "OPVOLGER_NIET_ERKEND", "De opvolger %s is niet erkend.".formatted(EnterpriseNumber.format(successor)))));
        }
        Map<String, Object> facts = new HashMap<>(VoluntaryModel.MAY_BIND.with(mayBind));
        facts.putAll(VoluntaryModel.TRANSFERRED.with(reason == VoluntaryReason.FUSIE_OVERNAME));
        processes.complete(task.id(), facts);
    }

    private void link(String dossier, String own, Recognitions.Recognition successor) {
        for (String from : List.of(dossier, own)) {
            boolean linked = jdbc.sql("select exists (select from dossier_link where (dossier, other) in ((?, ?), (?, ?)))")
                    .params(from, successor.dossier(), successor.dossier(), from).query(Boolean.class).single();
            if (!linked) {
                linkDossiers.link(from, successor.dossier(), "Opvolger na fusie of overname, erkenning " + successor.recognitionNumber());
            }
        }
    }
}
