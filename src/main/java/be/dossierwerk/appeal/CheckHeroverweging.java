package be.dossierwerk.appeal;

import be.dossierwerk.appeal.Heroverwegingen.Heroverweging;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The handler judges whether a request to reconsider came in time and from somebody with an interest (procedures.md 1.10). */
@Service
class CheckHeroverweging implements TaskAction {

    private static final Map<String, String> GROUNDS = Map.of("LAATTIJDIG", "ze kwam te laat", "GEEN_BELANG", "wie vraagt heeft geen belang");

    private final Heroverwegingen heroverwegingen;
    private final NotifiedDecisions decisions;
    private final Terms terms;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    CheckHeroverweging(Heroverwegingen heroverwegingen, NotifiedDecisions decisions, Terms terms, CurrentActor currentActor, Processes processes, AuditLog audit,
                       JdbcClient jdbc) {
        this.heroverwegingen = heroverwegingen;
        this.decisions = decisions;
        this.terms = terms;
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String formKey() {
        return "heroverweging/ontvankelijkheid-nagaan";
    }

    /** The table of terms proposes; a person decides, for a reason can excuse a late request. */
    @Override
    public Map<String, Object> prefill(OpenTask task) {
        Heroverweging request = heroverwegingen.get(task.dossier());
        NotifiedDecisions.Decision decision = decisions.find(request.besluit()).orElseThrow();
        LocalDate last = terms.wouldEnd(HeroverwegingModel.FILING_TERM, decision.notifiedOn());
        boolean late = request.receivedOn().isAfter(last);
        Map<String, Object> shown = new HashMap<>();
        shown.put("beslissing", "“%s” van %s in dossier %s".formatted(decision.title(), Dates.prose(decision.signedOn()), decision.dossier()));
        shown.put("tijdigheid", "Ter kennis gebracht op %s. Een vraag om heroverweging kon tot en met %s. Ze kwam op %s: %s.".formatted(Dates.prose(decision.notifiedOn()),
                Dates.prose(last), Dates.prose(request.receivedOn()), late ? "te laat" : "op tijd"));
        shown.put("gronden", request.grounds());
        shown.put("ontvankelijk", late ? "NEE" : "JA");
        if (late) {
            shown.put("grond", "LAATTIJDIG");
        }
        return shown;
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var handler = currentActor.get();
        boolean admissible = "JA".equals(data.get("ontvankelijk"));
        boolean hear = admissible && "JA".equals(data.get("horen"));
        jdbc.sql("update heroverweging set admissible = ?, inadmissible_ground = ?, admissible_because = ?, hear = ? where dossier = ?")
                .params(Arrays.asList(admissible, admissible ? null : data.get("grond"), data.get("toelichting"), hear, task.dossier())).update();
        audit.record(AuditLog.Entry.of(task.dossier(), "ONTVANKELIJKHEID_NAGEGAAN", (admissible
                ? "%s vond de vraag om heroverweging ontvankelijk; %s.".formatted(handler.name(), hear ? "de vrager wordt gehoord" : "de vrager hoeft niet meer gehoord te worden")
                : "%s vond de vraag om heroverweging niet ontvankelijk: %s.".formatted(handler.name(), GROUNDS.get((String) data.get("grond")))))
                .because((String) data.get("toelichting")));
        Map<String, Object> facts = new HashMap<>(HeroverwegingModel.ADMISSIBLE.with(admissible));
        facts.putAll(HeroverwegingModel.HEAR.with(hear));
        processes.complete(task.id(), facts);
    }
}
