package be.dossierwerk.procedurechange;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.CannotFollow;
import be.dossierwerk.engine.MoveDossiers.Fate;
import be.dossierwerk.engine.MoveDossiers.Moved;
import be.dossierwerk.engine.MoveDossiers.MovedTimer;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves the running dossiers that follow a publication, each in its own transaction: one that fails stays where it was, with its reason. What is left
 * to do is a table, so that a stop, a crash or another node changes nothing but the pace.
 */
@Service
public class MoveBatch implements DisposableBean {

    private record Run(long id, String change, String deployment) { }

    private static final int AT_ONCE = 2;
    // Each worker tries a dossier once in a round: three rounds, some seconds apart.
    private static final int ATTEMPTS = 3 * AT_ONCE;
    private static final Logger LOG = LoggerFactory.getLogger(MoveBatch.class);

    private final MoveScope scope;
    private final MoveDossier moveDossier;
    private final PublishedDiagrams published;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final TransactionTemplate apart;
    private final AtomicInteger working = new AtomicInteger();
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, work -> {
        Thread thread = new Thread(work, "procedure-move");
        thread.setDaemon(true);
        return thread;
    });

    MoveBatch(MoveScope scope, MoveDossier moveDossier, PublishedDiagrams published, AuditLog audit, JdbcClient jdbc, CurrentActor currentActor, Clock clock,
              PlatformTransactionManager transactions) {
        this.scope = scope;
        this.moveDossier = moveDossier;
        this.published = published;
        this.audit = audit;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Writes down who is to move; they move in the background. Called by the procedure procedurewijziging, in a job of its own that is tried again when this
     * throws: a second call for the same change changes nothing.
     *
     * @param change number of the dossier of the change
     * @param from   the deployment that held before
     * @param to     the deployment that was published
     * @param chosen numbers of the dossiers to move with {@link Rollout#GEKOZEN}, else empty
     * @param author id of who proposed the change
     */
    @Transactional
    public void begin(String change, String from, String to, Rollout rollout, Set<String> chosen, String author) {
        Optional<Long> run = jdbc.sql("""
                insert into procedure_move_run (change, from_deployment, to_deployment, rollout, author, state, begun_at)
                values (?, ?, ?, ?, ?, 'BEZIG', ?) on conflict do nothing returning id""").params(change, from, to, rollout.name(), author, now())
                .query(Long.class).optional();
        if (run.isPresent() && rollout != Rollout.NIEUWE) {
            Predicate<String> meant = dossier -> rollout == Rollout.ALLE || chosen.contains(dossier);
            Set<String> overtaken = overtake(run.get(), rollout, chosen);
            MoveScope.Concerned concerned = scope.of(published.of(from), published.of(to), to);
            wait(run.get(), Stream.concat(concerned.following().stream(), concerned.older().stream().filter(overtaken::contains)).filter(meant).toList());
            leave(run.get(), concerned.older().stream().filter(dossier -> !overtaken.contains(dossier)).filter(meant).toList());
        }
    }

    /** Who still waits for an earlier publication and is meant by this one does not go there any more; it follows this one instead. */
    private Set<String> overtake(long run, Rollout rollout, Set<String> chosen) {
        Set<String> waited = Set.copyOf(jdbc.sql("""
                update procedure_move set state = 'ACHTERGEBLEVEN', reason = :reason
                where run < :run and state = 'WACHT' and (:all or dossier = any(:chosen)) returning dossier""").param("reason", CannotFollow.Reason.INGEHAALD.name())
                .param("run", run).param("all", rollout == Rollout.ALLE).param("chosen", chosen.toArray(String[]::new)).query(String.class).list());
        jdbc.sql("""
                update procedure_move_run r set state = 'KLAAR', finished_at = ?
                where id < ? and state <> 'KLAAR' and not exists (select 1 from procedure_move m where m.run = r.id and m.state = 'WACHT')""").params(now(), run).update();
        return waited;
    }

    /** Whoever follows the work may stop it: what has moved, has moved. @throws Refused security.role-missing */
    @Transactional
    public void stop(long run) {
        currentActor.require(Roles.MANAGER);
        jdbc.sql("update procedure_move_run set state = 'GESTOPT' where id = ? and state = 'BEZIG'").param(run).update();
    }

    /** Goes on after a stop. @throws Refused security.role-missing */
    @Transactional
    public void goOn(long run) {
        currentActor.require(Roles.MANAGER);
        jdbc.sql("update procedure_move_run set state = 'BEZIG' where id = ? and state = 'GESTOPT'").param(run).update();
    }

    /** Tries those that stayed behind once more. @throws Refused security.role-missing; procedurechange.move.overtaken after a later publication */
    @Transactional
    public void again(long run) {
        currentActor.require(Roles.MANAGER);
        if (jdbc.sql("select exists (select 1 from procedure_move_run where id > ?)").param(run).query(Boolean.class).single()) {
            throw new Refused("procedurechange.move.overtaken");
        }
        jdbc.sql("update procedure_move set state = 'WACHT', reason = null, facts = '{}', attempts = 0 where run = ? and state = 'ACHTERGEBLEVEN' and reason <> ?")
                .params(run, CannotFollow.Reason.OUDERE_VERSIE.name()).update();
        jdbc.sql("update procedure_move_run set state = 'BEZIG', finished_at = null where id = ?").param(run).update();
    }

    @Scheduled(initialDelayString = "${dossierwerk.procedurechange.move-round:PT5S}", fixedDelayString = "${dossierwerk.procedurechange.move-round:PT5S}")
    void round() {
        if (busy().isEmpty()) {
            return;
        }
        for (int worker = working.get(); worker < AT_ONCE; worker++) {
            working.incrementAndGet();
            workers.execute(() -> {
                try {
                    work();
                } catch (RuntimeException e) {
                    LOG.error("Dossiers could not be moved; the next round goes on", e);
                } finally {
                    working.decrementAndGet();
                }
            });
        }
    }

    /** Moves, in the calling thread, all that waits and that nobody else is moving; gives how many moved. */
    public int work() {
        return currentActor.as(Actor.SYSTEM, () -> {
            int moved = 0;
            for (Run run : busy()) {
                Set<String> tried = new HashSet<>();
                for (Boolean one = next(run, tried); one != null; one = next(run, tried)) {
                    moved += one ? 1 : 0;
                }
                finish(run);
            }
            return moved;
        });
    }

    /** True when a dossier moved, false when one did not, null when none waits that this round did not try, or somebody stopped the work. */
    private Boolean next(Run run, Set<String> tried) {
        String[] taken = new String[1];
        try {
            return apart.execute(status -> {
                taken[0] = jdbc.sql("""
                        select m.dossier from procedure_move m join procedure_move_run r on r.id = m.run where m.run = ? and m.state = 'WACHT' and r.state = 'BEZIG' and m.dossier <> all (?)
                        order by m.attempts, m.dossier limit 1 for update of m skip locked""").params(run.id(), tried.toArray(String[]::new)).query(String.class).optional().orElse(null);
                if (taken[0] == null) {
                    return null;
                }
                Moved moved = moveDossier.move(taken[0], run.deployment());
                if (moved.instances() > 0) {
                    audit.record(AuditLog.Entry.of(taken[0], "PROCEDURE_MOVED", sentence(moved, run.change()))
                            .changing(Map.of(), Map.of("wijziging", run.change(), "versie", moved.version())));
                }
                jdbc.sql("update procedure_move set state = 'VERHUISD', moved_at = ? where run = ? and dossier = ?").params(now(), run.id(), taken[0]).update();
                return true;
            });
        } catch (CannotFollow e) {
            stays(run, tried, taken[0], e);
        } catch (ConcurrencyFailureException e) {
            stays(run, tried, taken[0], new CannotFollow(e, CannotFollow.Reason.WERK_BEZIG));
        } catch (RuntimeException e) {
            if (taken[0] == null) {
                throw e;
            }
            LOG.error("Dossier {} did not follow change {}", taken[0], run.change(), e);
            stays(run, tried, taken[0], new CannotFollow(e, CannotFollow.Reason.FOUT));
        }
        return false;
    }

    /** Work that goes on in the dossier is over soon: a later round tries it again before it stays behind. */
    private void stays(Run run, Set<String> tried, String dossier, CannotFollow why) {
        tried.add(dossier);
        boolean later = why.reason() == CannotFollow.Reason.WERK_BEZIG;
        apart.executeWithoutResult(status -> jdbc.sql("""
                update procedure_move set attempts = attempts + 1, state = case when :later and attempts + 1 < :most then 'WACHT' else 'ACHTERGEBLEVEN' end,
                    reason = case when :later and attempts + 1 < :most then null else :reason end, facts = :facts
                where run = :run and dossier = :dossier and state = 'WACHT'""").param("later", later).param("most", ATTEMPTS).param("reason", why.reason().name())
                .param("facts", why.facts().toArray(String[]::new)).param("run", run.id()).param("dossier", dossier).update());
    }

    private void finish(Run run) {
        apart.executeWithoutResult(status -> jdbc.sql("""
                update procedure_move_run set state = 'KLAAR', finished_at = ? where id = ? and state = 'BEZIG'
                and not exists (select 1 from procedure_move m where m.run = procedure_move_run.id and m.state = 'WACHT')""").params(now(), run.id()).update());
    }

    private List<Run> busy() {
        return jdbc.sql("select id, change, to_deployment from procedure_move_run where state = 'BEZIG' order by id")
                .query((row, i) -> new Run(row.getLong(1), row.getString(2), row.getString(3))).list();
    }

    private void wait(long run, Collection<String> dossiers) {
        jdbc.sql("insert into procedure_move (run, dossier) select ?, unnest(?::text[])").params(run, dossiers.toArray(String[]::new)).update();
    }

    private void leave(long run, Collection<String> dossiers) {
        jdbc.sql("insert into procedure_move (run, dossier, state, reason) select ?, unnest(?::text[]), 'ACHTERGEBLEVEN', ?")
                .params(run, dossiers.toArray(String[]::new), CannotFollow.Reason.OUDERE_VERSIE.name()).update();
    }

    private static String sentence(Moved moved, String change) {
        String timers = moved.timers().stream().filter(timer -> timer.fate() == Fate.ANDERE_DATUM || timer.fate() == Fate.NIEUW || timer.fate() == Fate.METEEN)
                .map(MoveBatch::sentence).collect(Collectors.joining());
        return "Dit dossier volgt vanaf nu versie %d van de procedure, na wijziging %s; geen enkele termijn veranderde.%s".formatted(moved.version(), change, timers);
    }

    private static String sentence(MovedTimer timer) {
        if (timer.after() == null || timer.after().atZone(MovableClock.BRUSSELS).getYear() > 2900) {
            return " De tijdklok \"%s\" wacht op een termijn die niet loopt.".formatted(timer.name());
        }
        return " De tijdklok \"%s\" loopt af op %s.".formatted(timer.name(), Dates.prose(timer.after().atZone(MovableClock.BRUSSELS).toLocalDate()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public void destroy() throws InterruptedException {
        workers.shutdownNow();
        workers.awaitTermination(10, TimeUnit.SECONDS);
    }
}
