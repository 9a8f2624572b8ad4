package be.dossierwerk.training;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.CaseworkModel;
import be.dossierwerk.casework.KeepAdvice;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what the fund's committee says of one training, given alone or with the others of its item; two months to decide start that day (T-OF-03, T-OF-05). */
@Component
class KeepTrainingAdvice {

    /** {@code advice}: GUNSTIG, VOORWAARDELIJK, ONGUNSTIG or UITGESTELD; {@code minority} may be null. */
    record Given(LocalDate givenOn, int present, boolean quorum, String advice, String reasons, String minority) { }

    /** Where a training stands on the agenda. */
    record Part(UUID item, LocalDate session) { }

    private static final Map<String, String> WORDS = Map.of("GUNSTIG", "gunstig", "ONGUNSTIG", "ongunstig", "VOORWAARDELIJK", "gunstig onder voorwaarden");

    private final Trainings trainings;
    private final KeepAdvice keepAdvice;
    private final Terms terms;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    KeepTrainingAdvice(Trainings trainings, KeepAdvice keepAdvice, Terms terms, Processes processes, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.trainings = trainings;
        this.keepAdvice = keepAdvice;
        this.terms = terms;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refused training.no-quorum, training.advice-future or training.advice-before-session, on the fields quorumBereikt and gegevenOp */
    void keep(String dossier, String task, Given given, Actor actor) {
        audit.lock(dossier);
        boolean putOff = "UITGESTELD".equals(given.advice());
        if (!given.quorum() && !putOff) {
            throw new Refused("training.no-quorum", List.of(new Refused.Field("quorumBereikt", "training.no-quorum")));
        }
        if (given.givenOn().isAfter(LocalDate.now(clock))) {
            throw new Refused("training.advice-future", List.of(new Refused.Field("gegevenOp", "training.advice-future")));
        }
        Part part = part(dossier);
        if (given.givenOn().isBefore(part.session())) {
            String session = Dates.prose(part.session());
            throw new Refused("training.advice-before-session", List.of(new Refused.Field("gegevenOp", "training.advice-before-session", session)), session);
        }
        jdbc.sql("update training_agenda_part set advice = ?, given_on = ?, present = ?, quorum = ?, reasons = ? where item = ? and training = ?")
                .params(Arrays.asList(given.advice(), given.givenOn(), given.present(), given.quorum(), given.reasons(), part.item(), dossier)).update();
        keepAdvice.keep(dossier, new KeepAdvice.Given(part.session(), given.advice(), given.givenOn(), given.present(), given.quorum(), given.reasons(),
                given.minority()), actor.id());
        audit.record(AuditLog.Entry.of(dossier, "ADVIES_GEGEVEN", putOff
                ? "De commissie opleidingsfonds stelde de opleiding op %s uit.".formatted(Dates.prose(given.givenOn()))
                : "De commissie opleidingsfonds gaf op %s een advies over de opleiding: %s.".formatted(Dates.prose(given.givenOn()), WORDS.get(given.advice())))
                .because(given.reasons()));
        if (!putOff) {
            trainings.status(dossier, TrainingStatus.GEADVISEERD);
            terms.stop(dossier, TrainingModel.ADVICE_TERM, given.givenOn());
            terms.start(dossier, TrainingModel.AFTER_ADVICE_TERM, given.givenOn());
        }
        processes.complete(task, CaseworkModel.ADVICE.with(given.advice()));
    }

    Part part(String dossier) {
        return jdbc.sql("""
                select p.item, i.session_on as session from training_agenda_part p join training_agenda_item i on i.id = p.item
                where p.training = ? and p.advice is null order by i.session_on desc limit 1""").param(dossier).query(Part.class).single();
    }
}
