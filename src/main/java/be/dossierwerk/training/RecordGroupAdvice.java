package be.dossierwerk.training;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.inbox.CheckConflict;
import be.dossierwerk.inbox.Route;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records the advice of the fund's committee about one item: one for all its trainings, with another for those that are excepted (ADR 0013). */
@Service
public class RecordGroupAdvice {

    /** {@code advice}: GUNSTIG, VOORWAARDELIJK, ONGUNSTIG or UITGESTELD; {@code minority} may be null; {@code session}: of the item. */
    public record Common(LocalDate session, LocalDate givenOn, Integer present, Boolean quorum, String advice, String reasons, String minority) { }

    /** What the committee says of one training otherwise than of the rest. */
    public record Excepted(String training, String advice, String reasons) { }

    private record Waiting(String dossier, String taskId) { }

    private static final Set<String> ADVICE = Set.of("GUNSTIG", "VOORWAARDELIJK", "ONGUNSTIG", "UITGESTELD");
    private static final int TEXT_LIMIT = 20_000;
    private static final int MOST_PRESENT = 99;

    private final KeepTrainingAdvice keepTrainingAdvice;
    private final CheckConflict checkConflict;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    RecordGroupAdvice(KeepTrainingAdvice keepTrainingAdvice, CheckConflict checkConflict, CurrentActor currentActor, AuditLog audit, JdbcClient jdbc) {
        this.keepTrainingAdvice = keepTrainingAdvice;
        this.checkConflict = checkConflict;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /**
     * All of it or nothing: a refusal leaves every training as it was.
     * @return how many trainings got their advice
     * @throws Refused training.group.invalid with the wrong fields ({@code exceptions} for those of an excepted training); training.group.nothing; as the form of one training
     */
    @Transactional
    public int record(String file, Common common, List<Excepted> exceptions) {
        var actor = currentActor.require(Roles.FUND_SECRETARIAT, Roles.SECRETARIAT);
        // Always in the order of the numbers, as the placing does.
        jdbc.sql("select dossier from training where file = ? order by dossier").param(file).query(String.class).list().forEach(audit::lock);
        List<Waiting> waiting = waiting(file, common.session());
        waiting.forEach(each -> checkConflict.check(each.taskId(), Route.SAMEN_VERSTUREN));
        check(common, exceptions, waiting);
        Map<String, Excepted> other = new HashMap<>();
        exceptions.forEach(each -> other.put(each.training(), each));
        for (Waiting each : waiting) {
            Excepted excepted = other.get(each.dossier());
            keepTrainingAdvice.keep(each.dossier(), each.taskId(), new KeepTrainingAdvice.Given(common.givenOn(), common.present(), common.quorum(),
                    excepted == null ? common.advice() : excepted.advice(), excepted == null ? common.reasons() : excepted.reasons(), common.minority()), actor);
        }
        audit.record(AuditLog.Entry.of(file, "ADVIES_GEGEVEN", "%s registreerde het advies van de commissie opleidingsfonds van %s over %s van dit groepsdossier%s.".formatted(
                actor.name(), Dates.prose(common.givenOn()), count(waiting.size()), other.isEmpty() ? "" : ", waarvan " + count(other.size()) + " met een eigen advies")));
        return waiting.size();
    }

    private static void check(Common common, List<Excepted> exceptions, List<Waiting> waiting) {
        if (waiting.isEmpty()) {
            throw new Refused("training.group.nothing");
        }
        List<Refused.Field> wrong = new ArrayList<>();
        required("gegevenOp", common.givenOn(), wrong);
        required("quorumBereikt", common.quorum(), wrong);
        if (common.present() == null || common.present() < 0 || common.present() > MOST_PRESENT) {
            wrong.add(new Refused.Field("aanwezig", "training.group.present", MOST_PRESENT));
        }
        if (common.advice() == null || !ADVICE.contains(common.advice())) {
            wrong.add(new Refused.Field("strekking", "training.field.choose"));
        }
        TrainingRules.required("motivering", common.reasons(), TEXT_LIMIT, wrong);
        Set<String> known = new HashSet<>();
        waiting.forEach(each -> known.add(each.dossier()));
        for (Excepted each : exceptions) {
            if (each.training() == null || !known.remove(each.training()) || each.advice() == null || !ADVICE.contains(each.advice())) {
                wrong.add(new Refused.Field("exceptions", "training.group.exception"));
            }
            TrainingRules.required("exceptions", each.reasons(), TEXT_LIMIT, wrong);
        }
        if (!wrong.isEmpty()) {
            throw new Refused("training.group.invalid", wrong, wrong.size());
        }
    }

    private static void required(String field, Object value, List<Refused.Field> wrong) {
        if (value == null) {
            wrong.add(new Refused.Field(field, "training.field.required"));
        }
    }

    /** The trainings of the item that wait for its advice; one that was put off or advised before is not among them. */
    private List<Waiting> waiting(String file, LocalDate session) {
        return jdbc.sql("""
                select t.dossier, r.task_id from training t join inbox_row r on r.dossier = t.dossier and r.task_key = ?
                join training_agenda_part p on p.training = t.dossier and p.advice is null join training_agenda_item i on i.id = p.item
                where t.file = ? and i.session_on = ? order by t.dossier""").params(TrainingModel.RECORD_ADVICE, file, session).query(Waiting.class).list();
    }

    private static String count(int trainings) {
        return trainings == 1 ? "1 opleiding" : trainings + " opleidingen";
    }
}
