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
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records the committee's advice with quorum and minority opinion, also as a document; without quorum it can only be put off. */
@Service
public class RecordAdvice implements TaskAction {

    private static final Map<String, String> WORDS = Map.of("GUNSTIG", "gunstig", "ONGUNSTIG", "ongunstig",
            "VOORWAARDELIJK", "gunstig onder voorwaarden", "UITGESTELD", "uitgesteld");

    private final CurrentActor currentActor;
    private final Terms terms;
    private final Letters letters;
    private final Procedures procedures;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    RecordAdvice(CurrentActor currentActor, Terms terms, Letters letters, Procedures procedures, Processes processes, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.terms = terms;
        this.letters = letters;
        this.procedures = procedures;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "bouwstenen/advies-registreren";
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        String advice = (String) data.get("strekking");
        boolean quorum = "JA".equals(data.get("quorumBereikt"));
        boolean putOff = "UITGESTELD".equals(advice);
        if (!quorum && !putOff) {
            throw new Refused("casework.no-quorum", List.of(new Refused.Field("quorumBereikt", "casework.no-quorum")));
        }
        LocalDate givenOn = (LocalDate) data.get("gegevenOp");
        if (givenOn.isAfter(LocalDate.now(clock))) {
            throw new Refused("casework.advice-future", List.of(new Refused.Field("gegevenOp", "casework.advice-future")));
        }
        jdbc.sql("""
                update committee_item set advice = ?, given_on = ?, present = ?, quorum = ?, reasons = ?, minority = ?, recorded_by = ?
                where dossier = ? and advice is null""")
                .params(advice, givenOn, ((BigDecimal) data.get("aanwezig")).intValue(), quorum, data.get("motivering"),
                        data.get("minderheid"), actor.id(), task.dossier()).update();
        audit.record(AuditLog.Entry.of(task.dossier(), "ADVIES_GEGEVEN", putOff
                ? "De commissie stelde het dossier op %s uit.".formatted(Dates.prose(givenOn))
                : "De commissie gaf op %s een advies: %s.".formatted(Dates.prose(givenOn), WORDS.get(advice)))
                .because((String) data.get("motivering")));
        if (!putOff) {
            terms.stop(task.dossier(), CaseworkModel.ADVICE_TERM, givenOn);
            fileAdvice(task.dossier(), data, givenOn);
        }
        processes.complete(task.id(), CaseworkModel.ADVICE.with(advice));
    }

    /** DOC-06: the advice as a document, so that the decision can lean on it. */
    private void fileAdvice(String dossier, Map<String, Object> data, LocalDate givenOn) {
        Map<String, Object> facts = new HashMap<>(procedures.of(dossier).letterFacts(dossier));
        facts.putAll(data);
        facts.put("strekking", WORDS.get((String) data.get("strekking")));
        facts.put("quorumBereikt", "ja");
        letters.file(dossier, "advies", "Advies van de adviescommissie van " + Dates.prose(givenOn), "ADVIES", facts);
    }

    /** The 70 days passed without advice: the procedure goes on without it (T-REC-02). */
    @Transactional
    public void noteMissing(String dossier) {
        terms.stop(dossier, CaseworkModel.ADVICE_TERM, LocalDate.now(clock));
        audit.record(AuditLog.Entry.of(dossier, "ADVIES_NIET_TIJDIG", "De commissie gaf geen advies binnen de termijn. Het dossier gaat verder zonder advies."));
    }

    /** The last advice in words, or that there is none; for the decision and its letter. */
    public String inWords(String dossier) {
        return jdbc.sql("select advice, given_on from committee_item where dossier = ? and advice is not null and advice <> 'UITGESTELD' order by given_on desc limit 1")
                .param(dossier).query((row, i) -> "De adviescommissie gaf op %s een advies: %s.".formatted(
                        Dates.prose(row.getObject(2, LocalDate.class)), WORDS.get(row.getString(1)))).optional()
                .orElse("De adviescommissie gaf geen advies binnen de termijn.");
    }
}
