package be.dossierwerk.withdrawal;

import be.dossierwerk.inbox.Route;
import be.dossierwerk.inbox.SendTaskForm;
import be.dossierwerk.inbox.ShowTask;
import be.dossierwerk.activity.Months;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does the work of batches in the background, one file in one transaction together with its mark: what a crash cut off is still waiting, and
 * what was done is never done again. A refusal stops nothing else.
 */
@Component
class BatchWork implements DisposableBean {

    /** One file of an act. */
    private record Job(UUID act, int position, long batch, BatchAct kind, String enterpriseNumber, Map<String, String> fields, Actor actor) { }

    private static final Logger LOG = LoggerFactory.getLogger(BatchWork.class);

    private final StartExOfficio startExOfficio;
    private final ExOfficioSources sources;
    private final ExOfficioFiles files;
    private final ShowTask showTask;
    private final SendTaskForm sendTaskForm;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final TransactionTemplate own;
    private final Clock clock;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile boolean byHand;
    private final ExecutorService oneByOne = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "batches");
        thread.setDaemon(true);
        return thread;
    });

    BatchWork(StartExOfficio startExOfficio, ExOfficioSources sources, ExOfficioFiles files, ShowTask showTask, SendTaskForm sendTaskForm,
              CurrentActor currentActor, JdbcClient jdbc, ObjectMapper json, PlatformTransactionManager transactions, Clock clock) {
        this.startExOfficio = startExOfficio;
        this.sources = sources;
        this.files = files;
        this.showTask = showTask;
        this.sendTaskForm = sendTaskForm;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.json = json;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Not in the thread that keeps time for the whole product: a batch takes minutes. */
    @Scheduled(initialDelay = 15, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void everySecond() {
        if (!byHand && underWay.compareAndSet(false, true)) {
            oneByOne.execute(() -> {
                try {
                    run(Integer.MAX_VALUE);
                } catch (RuntimeException e) {
                    LOG.error("The work of batches stopped; it goes on in a second", e);
                } finally {
                    underWay.set(false);
                }
            });
        }
    }

    /** Only {@link #run} works from now on: for tests with a moved clock. */
    void byHand() {
        byHand = true;
    }

    void inBackground() {
        byHand = false;
    }

    /** @return how many files were dealt with, at most that many */
    int run(int most) {
        int done = 0;
        while (done < most && !Thread.currentThread().isInterrupted()) {
            Optional<Job> next = next();
            if (next.isEmpty()) {
                break;
            }
            one(next.get());
            done++;
        }
        return done;
    }

    private void one(Job job) {
        try {
            own.executeWithoutResult(status -> {
                // Another round may be at it, or have done it.
                if (jdbc.sql("select status from withdrawal_batch_work where act = ? and position = ? for update").params(job.act, job.position)
                        .query(String.class).single().equals("WACHT")) {
                    currentActor.as(job.actor, () -> {
                        perform(job);
                        return null;
                    });
                    mark(job, "GEDAAN", null, new Object[0]);
                }
            });
        } catch (Refused refused) {
            Refused.Field field = refused.fields().isEmpty() ? null : refused.fields().get(0);
            own.executeWithoutResult(status -> mark(job, "GEWEIGERD", field == null ? refused.key() : field.key(), field == null ? refused.args() : field.args()));
        } catch (RuntimeException failure) {
            LOG.error("{} failed for undertaking {} of batch {}", job.kind, job.enterpriseNumber, job.batch, failure);
            own.executeWithoutResult(status -> mark(job, "GEWEIGERD", "withdrawal.batch.failed", new Object[0]));
        }
    }

    private void mark(Job job, String status, String key, Object[] args) {
        jdbc.sql("update withdrawal_batch_work set status = ?, message_key = ?, message_args = ?, done_at = ? where act = ? and position = ? and status = 'WACHT'")
                .params(Arrays.asList(status, key, Arrays.stream(args).map(String::valueOf).toArray(String[]::new), OffsetDateTime.now(clock), job.act,
                        job.position)).update();
    }

    private void perform(Job job) {
        if (job.kind == BatchAct.STARTEN) {
            start(job);
            return;
        }
        record Place(String dossier, String taskId) { }
        Place place = jdbc.sql("""
                select i.dossier, r.task_id from withdrawal_batch_item i join inbox_row r on r.dossier = i.dossier and r.task_key = ?
                where i.batch = ? and i.enterprise_number = ? and i.taken_out_at is null""").params(job.kind.task(), job.batch, job.enterpriseNumber)
                .query(Place.class).optional().orElseThrow(() -> new Refused("withdrawal.batch.elsewhere"));
        Map<String, Object> raw = switch (job.kind) {
            case OPSTELLEN -> draft(job, place.dossier, place.taskId);
            case NAZIEN -> Map.of("akkoord", "JA");
            case GOEDKEUREN -> Map.of("goedgekeurd", "JA");
            case ONDERTEKENEN -> signature(place.dossier);
            case VERZENDEN -> Map.copyOf(job.fields);
            default -> throw new IllegalStateException(job.kind.name());
        };
        sendTaskForm.send(place.taskId, UUID.nameUUIDFromBytes((job.act + "/" + place.taskId).getBytes(StandardCharsets.UTF_8)), raw, Route.REEKS);
    }

    private void start(Job job) {
        record Item(LocalDate firstMonth, LocalDate lastMonth, LocalDate lastActive, String ground) { }
        Item item = jdbc.sql("""
                select b.first_month, b.last_month, i.last_active, b.ground from withdrawal_batch_item i join withdrawal_batch b on b.id = i.batch
                where i.batch = ? and i.enterprise_number = ? and i.taken_out_at is null""").params(job.batch, job.enterpriseNumber).query(Item.class).optional()
                .orElseThrow(() -> new Refused("withdrawal.batch.taken-out"));
        YearMonth first = YearMonth.from(item.firstMonth);
        YearMonth last = YearMonth.from(item.lastMonth);
        String evidence = "Van %s tot en met %s diende de onderneming geen enkele dienstencheque in bij het uitgiftebedrijf. %s".formatted(Months.prose(first),
                Months.prose(last), item.lastActive == null ? "Zij diende nooit dienstencheques in."
                        : "De laatste maand met dienstencheques was %s.".formatted(Months.prose(YearMonth.from(item.lastActive))));
        String dossier = startExOfficio.start(StartExOfficio.Request.of(job.enterpriseNumber, item.ground, first + "/" + last, evidence));
        jdbc.sql("update withdrawal_batch_item set dossier = ? where batch = ? and enterprise_number = ?").params(dossier, job.batch, job.enterpriseNumber).update();
    }

    /** What is proposed for this file, with the common text over its reasons. */
    private Map<String, Object> draft(Job job, String dossier, String task) {
        int open = sources.open(dossier);
        if (open > 0) {
            throw new Refused("withdrawal.batch.sources-open", open);
        }
        var sheet = showTask.show(task);
        Map<String, Object> raw = new HashMap<>(sheet.values());
        String text = job.fields.getOrDefault("motieven", "");
        if (!text.isBlank()) {
            String reaction = files.reaction(dossier).map(each -> each.answer() == null ? each.summary() : each.answer())
                    .orElse("De onderneming reageerde niet binnen de termijn.");
            raw.put("motieven", text.replace("{onderneming}", sheet.task().subject()).replace("{feiten}", files.get(dossier).evidence())
                    .replace("{reactie}", reaction));
        }
        return raw;
    }

    /** Nothing is signed unread: the signatory had this decision open before. */
    private Map<String, Object> signature(String dossier) {
        boolean read = jdbc.sql("""
                select exists (select from besluit b join letter l on l.id = b.letter join signing_read s on s.document = l.document
                where b.dossier = ? and b.status = 'TE_ONDERTEKENEN' and s.person = ?)""").params(dossier, currentActor.get().id()).query(Boolean.class).single();
        if (!read) {
            throw new Refused("casework.signing-unread");
        }
        return Map.of("ondertekend", "JA");
    }

    private Optional<Job> next() {
        return jdbc.sql("""
                select w.act, w.position, a.batch, a.kind, w.enterprise_number, (a.fields || w.fields)::text as fields, a.actor, a.actor_name, a.actor_roles
                from withdrawal_batch_work w join withdrawal_batch_act a on a.id = w.act
                where w.status = 'WACHT' order by a.asked_at, w.act, w.position limit 1""").query(this::job).optional();
    }

    private Job job(ResultSet row, int i) throws SQLException {
        try {
            return new Job(row.getObject("act", UUID.class), row.getInt("position"), row.getLong("batch"), BatchAct.valueOf(row.getString("kind")),
                    row.getString("enterprise_number"), json.readValue(row.getString("fields"), new TypeReference<>() { }),
                    new Actor(row.getString("actor"), row.getString("actor_name"), Set.copyOf(List.of((String[]) row.getArray("actor_roles").getArray()))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        oneByOne.shutdownNow();
        oneByOne.awaitTermination(10, TimeUnit.SECONDS);
    }
}
