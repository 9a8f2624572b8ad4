package be.dossierwerk.withdrawal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.DecisionTables;
import be.dossierwerk.parameter.DatedParameters;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.sources.AskLater;
import be.dossierwerk.sources.Facts;
import be.dossierwerk.sources.PersonAsked;
import be.dossierwerk.sources.RepaymentPlan;
import be.dossierwerk.sources.Source;
import be.dossierwerk.sources.SourceAnswered;
import be.dossierwerk.sources.SourceAnswers;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the authentic sources say about an ex officio file: asked once, kept in the file, turned to a person when a source stays away. */
@Service
class ExOfficioSources {

    private static final Set<Source> ASKED = EnumSet.allOf(Source.class);

    private final AskLater askLater;
    private final SourceAnswers answers;
    private final ExOfficioFiles files;
    private final DatedParameters parameters;
    private final Recognitions recognitions;
    private final DecisionTables tables;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ExOfficioSources(AskLater askLater, SourceAnswers answers, ExOfficioFiles files, DatedParameters parameters, Recognitions recognitions,
                     DecisionTables tables, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.askLater = askLater;
        this.answers = answers;
        this.files = files;
        this.parameters = parameters;
        this.recognitions = recognitions;
        this.tables = tables;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void ask(String dossier) {
        for (Source source : ASKED) {
            jdbc.sql("insert into ex_officio_question (dossier, source, asked_at) values (?, ?, ?) on conflict do nothing")
                    .params(dossier, source.name(), OffsetDateTime.now(clock)).update();
        }
        askLater.ask(dossier, files.get(dossier).enterpriseNumber(), ASKED);
    }

    /** How many sources have not answered yet. */
    int open(String dossier) {
        return jdbc.sql("select count(*) from ex_officio_question where dossier = ? and answered_at is null").param(dossier).query(Integer.class).single();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void answered(SourceAnswered event) {
        Facts facts = answers.get(event.answer()).facts();
        String words = words(facts);
        int kept = jdbc.sql("update ex_officio_question set answered_at = ?, answer = ? where dossier = ? and source = ? and answered_at is null")
                .params(OffsetDateTime.now(clock), words, event.dossier(), event.source().name()).update();
        if (kept == 0) {
            return;
        }
        if (event.source() == Source.RSZ || event.source() == Source.FISCUS) {
            jdbc.sql("update ex_officio set " + (event.source() == Source.RSZ ? "social_debt" : "tax_debt") + " = ? where dossier = ?")
                    .params(facts.debt(), event.dossier()).update();
        }
        adviseGround(event, facts);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void personAsked(PersonAsked event) {
        jdbc.sql("update ex_officio_question set person_asked_at = ?, question = ? where dossier = ? and source = ? and answered_at is null")
                .params(OffsetDateTime.now(clock), event.question(), event.dossier(), event.source().name()).update();
    }

    /** The table of D3 may see a heavier ground in the new facts; a person decides what to do with that. */
    private void adviseGround(SourceAnswered event, Facts facts) {
        ExOfficioFile file = files.get(event.dossier());
        boolean ceased = facts.status() != null && facts.status() != Facts.Status.ACTIEF;
        BigDecimal debt = facts.debt() == null || facts.plan() == RepaymentPlan.NAGELEEFD ? BigDecimal.ZERO : facts.debt();
        if (!ceased && debt.signum() == 0) {
            return;
        }
        LocalDate recognisedOn = recognitions.of(file.recognition()).recognisedOn();
        Map<String, Object> asked = new HashMap<>(Map.of("gestopt", ceased, "gefuseerd", ceased && facts.successor() != null, "schuld", debt.doubleValue(),
                "drempel", parameters.get(ExOfficioParameter.SCHULDGRENS, LocalDate.now(clock)).doubleValue(), "maandenZonderCheques", 0,
                "maandenErkend", (int) ChronoUnit.MONTHS.between(recognisedOn, LocalDate.now(clock)), "periode", 12));
        Map<String, Object> found = tables.ask("ambtshalve-grond", event.dossier(), asked).get(0);
        if (!file.ground().equals(found.get("code"))) {
            audit.record(AuditLog.Entry.of(event.dossier(), "ANDERE_FEITEN_GEMELD", "Uit het antwoord van %s blijkt nog iets anders. %s".formatted(
                    event.source().inWords(), found.get("uitleg"))));
        }
    }

    private static String words(Facts facts) {
        if (facts.debt() != null) {
            return facts.debt().signum() == 0 ? "geen schuld" : "schuld van " + Euros.prose(facts.debt());
        }
        return facts.status() == null ? "geen faillissement" : be.dossierwerk.dossier.Words.of(facts.status().name());
    }
}
