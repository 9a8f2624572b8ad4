package be.dossierwerk.withdrawal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Batches as their screen shows them: how far each file is, who answered, and what became of the acts for many. */
@Service
public class Batches {

    /** Each number counts files; {@code sourcesOpen}: with a source that did not answer, {@code persons}: of which a person has to look it up. */
    public record Progress(int selected, int uncertain, int takenOut, int started, int announced, int answered, int regularised, int inDecision, int toSign,
                           int signed, int sent, int closed, int sourcesOpen, int persons) { }

    public record Batch(long id, String ground, LocalDate firstMonth, LocalDate lastMonth, Instant selectedAt, String selectedByName, int rowsOfNobody,
                        Progress progress) { }

    /**
     * {@code stage}: GESELECTEERD, ONZEKER, AANGEKONDIGD, BEANTWOORD, REGULARISATIE, IN_BESLISSING, TE_ONDERTEKENEN, ONDERTEKEND, IN_VERWERKING or
     * GESLOTEN; {@code taskId}: its open task, or null; {@code document}: the decision to read before signing, or null; {@code persons}: sources in words that a person has to look up.
     */
    public record Item(String enterpriseNumber, String recognitionNumber, String name, LocalDate lastActive, String dossier, String stage, String taskName,
                       String taskKey, String taskId, LocalDate due, LocalDate answeredOn, String outcome, UUID document, int sourcesOpen, String persons, boolean takenOut,
                       String takenOutReason) { }

    /** An act for many; {@code total} files, of which {@code done} and {@code refused}. */
    public record Act(UUID id, BatchAct kind, String by, Instant askedAt, int total, int done, int refused) {

        public boolean underWay() {
            return done + refused < total;
        }
    }

    /** Why an act was not done for one file: a key of the messages and its arguments. */
    public record Refusal(String name, String dossier, String key, List<String> args) { }

    private static final String ITEMS = """
            select i.batch, i.enterprise_number, i.recognition_number, i.name, i.last_active, i.dossier, i.uncertain, i.taken_out_at is not null as taken_out,
                   i.taken_out_reason, d.outcome, d.closed_on, h.announced_on, h.received_on as answered_on, r.task_key, r.task_id, r.task_name, r.due_on, b.status as besluit,
                   l.status as letter, l.document, coalesce(q.waiting, 0) as sources_open, q.persons,
                   case when i.dossier is null then case when i.uncertain then 'ONZEKER' else 'GESELECTEERD' end
                        when d.closed_on is not null then 'GESLOTEN'
                        when r.task_key = 'UserTask_VerweerRegistreren' then 'AANGEKONDIGD'
                        when r.task_key = 'UserTask_VerweerBeoordelen' then 'BEANTWOORD'
                        when r.task_key = 'UserTask_RegularisatieNagaan' then 'REGULARISATIE'
                        when r.task_key = 'UserTask_Ondertekenen' then 'TE_ONDERTEKENEN'
                        when r.task_key = 'UserTask_ZendingRegistreren' then 'ONDERTEKEND'
                        when r.task_key is not null then 'IN_BESLISSING' else 'IN_VERWERKING' end as stage
            from withdrawal_batch_item i
            left join dossier d on d.number = i.dossier
            left join lateral (select announced_on, received_on from hearing where hearing.dossier = i.dossier order by announced_on desc limit 1) h on true
            left join lateral (select task_key, task_id, task_name, due_on from inbox_row where inbox_row.dossier = i.dossier limit 1) r on true
            left join lateral (select status, letter from besluit where besluit.dossier = i.dossier and status not in ('TERUGGESTUURD', 'VERNIETIGD') order by drafted_at desc limit 1) b on true
            left join letter l on l.id = b.letter
            left join lateral (select count(*) as waiting, string_agg(source, ', ' order by source) filter (where person_asked_at is not null) as persons
                               from ex_officio_question where ex_officio_question.dossier = i.dossier and answered_at is null) q on true""";

    private final JdbcClient jdbc;

    Batches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Batch> all() {
        return jdbc.sql("select id from withdrawal_batch order by last_month desc, id desc").query(Long.class).list().stream()
                .flatMap(id -> find(id).stream()).toList();
    }

    @Transactional(readOnly = true)
    public Optional<Batch> find(long id) {
        Progress progress = jdbc.sql("""
                select count(*) as selected, count(*) filter (where stage = 'ONZEKER') as uncertain, count(*) filter (where taken_out) as taken_out,
                       count(dossier) as started, count(announced_on) as announced, count(answered_on) as answered,
                       count(*) filter (where outcome = 'GEREGULARISEERD') as regularised, count(*) filter (where stage = 'IN_BESLISSING') as in_decision,
                       count(*) filter (where stage = 'TE_ONDERTEKENEN') as to_sign, count(*) filter (where besluit = 'ONDERTEKEND') as signed,
                       count(*) filter (where besluit = 'ONDERTEKEND' and letter = 'VERZONDEN') as sent, count(closed_on) as closed,
                       count(*) filter (where sources_open > 0) as sources_open, count(persons) as persons
                from (%s where i.batch = ?) item""".formatted(ITEMS)).param(id).query(Progress.class).single();
        return jdbc.sql("select * from withdrawal_batch where id = ?").param(id).query((row, i) -> new Batch(row.getLong("id"), row.getString("ground"),
                row.getObject("first_month", LocalDate.class), row.getObject("last_month", LocalDate.class),
                row.getObject("selected_at", OffsetDateTime.class).toInstant(), row.getString("selected_by_name"), row.getInt("rows_of_nobody"), progress)).optional();
    }

    /** @param stage of {@link Item}, or UIT_REEKS or PERSOON; empty for all. {@code text}: part of a name, number or dossier number */
    @Transactional(readOnly = true)
    public List<Item> items(long batch, String stage, String text, int offset, int limit) {
        return jdbc.sql("""
                select * from (%s where i.batch = :batch) item
                where (:stage = '' or stage = :stage or :stage = 'UIT_REEKS' and taken_out or :stage = 'PERSOON' and persons is not null
                       or :stage = 'GEANTWOORD' and answered_on is not null)
                  and (:text = '' or lower(name) like '%%' || :text || '%%' or enterprise_number like :text || '%%' or lower(dossier) like '%%' || :text || '%%')
                order by lower(name), enterprise_number limit :limit offset :offset""".formatted(ITEMS))
                .param("batch", batch).param("stage", stage).param("text", text.strip().toLowerCase()).param("limit", limit).param("offset", offset)
                .query((row, i) -> new Item(row.getString("enterprise_number"), row.getString("recognition_number"), row.getString("name"),
                        row.getObject("last_active", LocalDate.class), row.getString("dossier"), row.getString("stage"), row.getString("task_name"),
                        row.getString("task_key"), row.getString("task_id"), row.getObject("due_on", LocalDate.class), row.getObject("answered_on", LocalDate.class), row.getString("outcome"),
                        row.getObject("document", UUID.class), row.getInt("sources_open"), row.getString("persons"), row.getBoolean("taken_out"),
                        row.getString("taken_out_reason"))).list();
    }

    /** How many files of the batch stand where this act can be done for them now. */
    @Transactional(readOnly = true)
    public int waitingFor(long batch, BatchAct act) {
        return act.task() == null
                ? jdbc.sql("select count(*) from withdrawal_batch_item where batch = ? and dossier is null and not uncertain and taken_out_at is null")
                        .param(batch).query(Integer.class).single()
                : jdbc.sql("""
                        select count(*) from withdrawal_batch_item i join inbox_row r on r.dossier = i.dossier and r.task_key = ?
                        where i.batch = ? and i.taken_out_at is null""").params(act.task(), batch).query(Integer.class).single();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Act> acts(long batch) {
        return jdbc.sql("""
                select a.id, a.kind, a.actor_name, a.asked_at, count(w.act) as total, count(*) filter (where w.status = 'GEDAAN') as done,
                       count(*) filter (where w.status = 'GEWEIGERD') as refused
                from withdrawal_batch_act a join withdrawal_batch_work w on w.act = a.id where a.batch = ?
                group by a.id order by a.asked_at desc limit 10""").param(batch)
                .query((row, i) -> new Act(row.getObject("id", UUID.class), BatchAct.valueOf(row.getString("kind")), row.getString("actor_name"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(), row.getInt("total"), row.getInt("done"), row.getInt("refused"))).list();
    }

    @Transactional(readOnly = true)
    public List<Refusal> refusals(UUID act) {
        return jdbc.sql("""
                select i.name, i.dossier, w.message_key, w.message_args from withdrawal_batch_work w join withdrawal_batch_act a on a.id = w.act
                join withdrawal_batch_item i on i.batch = a.batch and i.enterprise_number = w.enterprise_number
                where w.act = ? and w.status = 'GEWEIGERD' order by w.position""").param(act)
                .query((row, i) -> new Refusal(row.getString(1), row.getString(2), row.getString(3), List.of((String[]) row.getArray(4).getArray()))).list();
    }
}
