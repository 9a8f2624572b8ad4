package be.dossierwerk.withdrawal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** A person says what becomes of each open matter; whether an open infringement file goes on, only a lawyer (procedures.md 1.2). */
@Service
class SettleVoluntaryMatters implements TaskAction {

    private static final String NONE = "GEEN";
    private static final Map<String, String> WORDS = Map.of("GEREGELD", "is geregeld", "LOOPT_DOOR", "loopt door", "WAARBORG", "wordt met de waarborg betaald");
    private static final Map<String, String> NAMES = Map.of("INBREUK", "Inbreuk", "TERUGVORDERING", "Terugvordering", "RSZ", "RSZ", "FISCUS", "Fiscus");

    private final VoluntaryRequests requests;
    private final CurrentActor currentActor;
    private final Terms terms;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    SettleVoluntaryMatters(VoluntaryRequests requests, CurrentActor currentActor, Terms terms, Processes processes, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.requests = requests;
        this.currentActor = currentActor;
        this.terms = terms;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "intrekking-vrijwillig/openstaande-punten";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        List<VoluntaryMatter> matters = requests.matters(task.dossier());
        Map<String, Object> shown = new HashMap<>();
        shown.put("punten", matters.stream().map(matter -> "- " + matter.evidence()).collect(Collectors.joining("\n")));
        for (String kind : NAMES.keySet()) {
            List<VoluntaryMatter> ours = of(matters, kind);
            String proposal = ours.isEmpty() ? NONE : ours.get(0).proposal();
            // What no source told, a person finds out: nothing is proposed then.
            if (NONE.equals(proposal) || WORDS.containsKey(proposal)) {
                shown.put(kind.toLowerCase(), proposal);
            }
        }
        shown.put("rszBedrag", amount(of(matters, "RSZ")));
        shown.put("fiscusBedrag", amount(of(matters, "FISCUS")));
        return shown;
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        Actor actor = currentActor.get();
        String dossier = task.dossier();
        List<VoluntaryMatter> matters = requests.matters(dossier);
        Map<String, String> chosen = Map.of("INBREUK", (String) data.get("inbreuk"), "TERUGVORDERING", (String) data.get("terugvordering"),
                "RSZ", (String) data.get("rsz"), "FISCUS", (String) data.get("fiscus"));
        check(actor, matters, chosen);
        Map<String, BigDecimal> amounts = new HashMap<>();
        amounts.put("RSZ", (BigDecimal) data.get("rszBedrag"));
        amounts.put("FISCUS", (BigDecimal) data.get("fiscusBedrag"));
        List<String> told = new ArrayList<>();
        for (String kind : List.of("INBREUK", "TERUGVORDERING", "RSZ", "FISCUS")) {
            String settlement = chosen.get(kind);
            if (settlement.equals(NONE)) {
                // A source that was silent turned out to have nothing to tell.
                settle(dossier, kind, "GEREGELD", BigDecimal.ZERO, actor);
                continue;
            }
            if (of(matters, kind).isEmpty()) {
                jdbc.sql("insert into voluntary_matter (dossier, kind, reference, evidence) values (?, ?, ?, ?)")
                        .params(dossier, kind, kind, "Gemeld door " + actor.name() + ".").update();
            }
            settle(dossier, kind, settlement, settlement.equals("WAARBORG") ? amounts.get(kind) : null, actor);
            told.add(NAMES.get(kind) + " " + WORDS.get(settlement));
        }
        for (VoluntaryMatter file : of(matters, "INBREUK")) {
            audit.record(AuditLog.Entry.of(file.reference(), "INTREKKING_GEVRAAGD", "De onderneming vraagt zelf de intrekking van haar erkenning in %s. %s besliste: dit inbreukdossier %s."
                    .formatted(dossier, actor.name(), WORDS.get(chosen.get("INBREUK")))).because((String) data.get("toelichting")));
        }
        audit.record(AuditLog.Entry.of(dossier, "OPENSTAANDE_PUNTEN_GEREGELD", "%s regelde de openstaande punten: %s.".formatted(actor.name(),
                told.isEmpty() ? "er staat niets meer open" : String.join("; ", told))).because((String) data.get("toelichting")));
        terms.stop(dossier, VoluntaryModel.MATTERS_TERM, LocalDate.now(clock));
        processes.complete(task.id(), Map.of());
    }

    private static void check(Actor actor, List<VoluntaryMatter> matters, Map<String, String> chosen) {
        if (!of(matters, "INBREUK").isEmpty() && !actor.has(Roles.LAWYER)) {
            throw new Refused("withdrawal.matter.lawyer", List.of(new Refused.Field("inbreuk", "withdrawal.matter.lawyer")));
        }
        List<Refused.Field> wrong = new ArrayList<>();
        chosen.forEach((kind, settlement) -> {
            boolean known = of(matters, kind).stream().anyMatch(matter -> matter.amount() != null || kind.equals("INBREUK") || kind.equals("TERUGVORDERING"));
            if (known && settlement.equals(NONE)) {
                wrong.add(new Refused.Field(kind.toLowerCase(), "withdrawal.matter.open"));
            }
            if (of(matters, kind).isEmpty() && !settlement.equals(NONE) && (kind.equals("INBREUK") || kind.equals("TERUGVORDERING"))) {
                wrong.add(new Refused.Field(kind.toLowerCase(), "withdrawal.matter.none"));
            }
        });
        if (!wrong.isEmpty()) {
            throw new Refused("withdrawal.matter.invalid", wrong, wrong.size());
        }
    }

    private void settle(String dossier, String kind, String settlement, BigDecimal amount, Actor actor) {
        jdbc.sql("""
                update voluntary_matter set settlement = ?, amount = coalesce(?, amount), settled_by = ?, settled_at = ? where dossier = ? and kind = ?""")
                .params(Arrays.asList(settlement, amount, actor.id(), OffsetDateTime.now(clock), dossier, kind)).update();
    }

    private static BigDecimal amount(List<VoluntaryMatter> matters) {
        return matters.isEmpty() ? null : matters.get(0).amount();
    }

    private static List<VoluntaryMatter> of(List<VoluntaryMatter> matters, String kind) {
        return matters.stream().filter(matter -> matter.kind().equals(kind)).toList();
    }
}
