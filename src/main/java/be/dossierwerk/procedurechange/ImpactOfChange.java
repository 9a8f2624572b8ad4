package be.dossierwerk.procedurechange;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.engine.CannotFollow;
import be.dossierwerk.engine.CannotFollow.Reason;
import be.dossierwerk.engine.MoveDossiers.Fate;
import be.dossierwerk.engine.MoveDossiers.Moved;
import be.dossierwerk.engine.MoveDossiers.MovedTask;
import be.dossierwerk.engine.MoveDossiers.MovedTimer;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.RehearsePublication;
import be.dossierwerk.engine.RunningVersions;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.procedurechange.ImpactReport.Kind;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells beforehand what a change does to every running dossier, by doing it and taking it back: the proposed set is deployed, each dossier moves in a
 * savepoint that is rolled back at once, and at the end nothing is left of it but the report (ADR 0019).
 */
@Service
public class ImpactOfChange implements DisposableBean {

    /** One thing of one dossier. */
    private record Found(String dossier, Kind kind, String process, String element, String name, String reason, String was, String becomes) { }

    /** What a page of dossiers gave. */
    private static final class Page {

        private final List<Found> found = new ArrayList<>();
        private int following;
        private int timers;
        private int keptTimers;
        private int terms;
    }

    private static final Logger LOG = LoggerFactory.getLogger(ImpactOfChange.class);

    private final MoveScope scope;
    private final MoveDossier moveDossier;
    private final RehearsePublication rehearsePublication;
    private final RunningVersions versions;
    private final OpenWork openWork;
    private final Terms terms;
    private final Changes changes;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    /** Dossiers tried before what was found is kept, and whoever wants to publish meanwhile goes first. */
    private final int page;
    private final TransactionTemplate apart;
    private final ExecutorService oneByOne = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "procedure-impact");
        thread.setDaemon(true);
        return thread;
    });

    ImpactOfChange(MoveScope scope, MoveDossier moveDossier, RehearsePublication rehearsePublication, RunningVersions versions, OpenWork openWork, Terms terms,
                   Changes changes, AuditLog audit, JdbcClient jdbc, CurrentActor currentActor, Clock clock, PlatformTransactionManager transactions,
                   @Value("${dossierwerk.procedurechange.rehearsal-page:250}") int page) {
        this.scope = scope;
        this.moveDossier = moveDossier;
        this.rehearsePublication = rehearsePublication;
        this.versions = versions;
        this.openWork = openWork;
        this.terms = terms;
        this.changes = changes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.page = page;
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Begins a report in the background; the one before it is gone. @throws Refused security.role-missing; procedurechange.impact.over once somebody decided on it */
    public void ask(Proposal proposal) {
        UUID attempt = begin(proposal);
        oneByOne.execute(() -> report(proposal, attempt));
    }

    /** As {@link #ask}, in the calling thread. */
    public void compute(Proposal proposal) {
        report(proposal, begin(proposal));
    }

    private UUID begin(Proposal proposal) {
        Actor by = currentActor.require(Roles.MANAGER);
        // What the second person approved on stays as it was.
        if (changes.find(proposal.change()).filter(change -> change.state().over()).isPresent()) {
            throw new Refused("procedurechange.impact.over");
        }
        UUID attempt = UUID.randomUUID();
        apart.executeWithoutResult(status -> {
            jdbc.sql("delete from procedure_impact where change = ?").param(proposal.change()).update();
            jdbc.sql("""
                    insert into procedure_impact (change, proposal_hash, state, begun_at, beat_at, asked_by_name, attempt)
                    values (?, ?, 'BEZIG', ?, ?, ?, ?)""").params(proposal.change(), ImpactReport.hash(proposal), now(), now(), by.name(), attempt).update();
        });
        return attempt;
    }

    private void report(Proposal proposal, UUID attempt) {
        currentActor.as(Actor.SYSTEM, () -> {
            try {
                rehearse(proposal, attempt);
            } catch (RuntimeException e) {
                LOG.error("What change {} does to running dossiers could not be found out", proposal.change(), e);
                apart.executeWithoutResult(status -> jdbc.sql("update procedure_impact set state = 'MISLUKT', finished_at = ? where change = ? and attempt = ?")
                        .params(now(), proposal.change(), attempt).update());
            }
            return null;
        });
    }

    private void rehearse(Proposal proposal, UUID attempt) {
        MoveScope.Concerned concerned = scope.of(proposal.published(), proposal.proposed(), null);
        SortedSet<String> all = new TreeSet<>(concerned.following());
        all.addAll(concerned.older());
        Page standing = new Page();
        standing(proposal, all, standing);
        concerned.older().forEach(dossier -> standing.found.add(new Found(dossier, Kind.BLIJFT, "", "", "", Reason.OUDERE_VERSIE.name(), null, null)));
        apart.executeWithoutResult(status -> jdbc.sql("update procedure_impact set total = ? where change = ? and attempt = ?")
                .params(all.size(), proposal.change(), attempt).update());
        if (!keep(proposal, attempt, standing, concerned.older().size())) {
            return;
        }
        List<String> left = List.copyOf(concerned.following());
        while (!left.isEmpty()) {
            List<String> those = left;
            OptionalInt tried = rehearsePublication.with(proposal.proposed(), () -> lockChanges(those), stage -> rehearse(stage, those, proposal, attempt));
            if (tried.isEmpty()) {
                return;
            }
            left = left.subList(tried.getAsInt(), left.size());
        }
        apart.executeWithoutResult(status -> jdbc.sql("update procedure_impact set state = 'KLAAR', finished_at = ? where change = ? and attempt = ?")
                .params(now(), proposal.change(), attempt).update());
    }

    /** Page by page until all are tried or somebody waits. @return how many were tried; empty when somebody asked for another report meanwhile */
    private OptionalInt rehearse(RehearsePublication.Stage stage, List<String> dossiers, Proposal proposal, UUID attempt) {
        int tried = 0;
        do {
            List<String> some = dossiers.subList(tried, Math.min(tried + page, dossiers.size()));
            Page found = new Page();
            some.forEach(dossier -> rehearse(stage, dossier, found));
            terms.ofAll(some).values().forEach(standings -> found.terms += (int) standings.stream().filter(term -> term.stoppedOn() == null).count());
            if (!keep(proposal, attempt, found, some.size())) {
                return OptionalInt.empty();
            }
            tried += some.size();
        } while (tried < dossiers.size() && !stage.holdsUpOthers());
        return OptionalInt.of(tried);
    }

    /** A change locks its own dossier before it deploys; a rehearsal that moves this dossier may not wait for it with a deployment in its hands. */
    private void lockChanges(List<String> dossiers) {
        jdbc.sql("select dossier from procedure_change where dossier = any(?) order by dossier").param(dossiers.toArray(String[]::new)).query(String.class).list()
                .forEach(audit::lock);
    }

    private void standing(Proposal proposal, SortedSet<String> concerned, Page page) {
        Map<String, Map<String, MoveScope.Changed>> changed = MoveScope.changedSteps(proposal.published(), proposal.proposed());
        List<String> elements = changed.values().stream().flatMap(steps -> steps.keySet().stream()).distinct().toList();
        if (!elements.isEmpty()) {
            versions.at(elements).stream().filter(place -> concerned.contains(place.dossier()) && changed.containsKey(place.process()))
                    .filter(place -> changed.get(place.process()).containsKey(place.element()))
                    .forEach(place -> page.found.add(new Found(place.dossier(), Kind.STAAT, place.process(), place.element(),
                            changed.get(place.process()).get(place.element()).name(), changed.get(place.process()).get(place.element()).how(), null, null)));
        }
    }

    private void rehearse(RehearsePublication.Stage stage, String dossier, Page page) {
        try {
            stage.takenBack(() -> {
                Map<String, OpenWork.Row> before = rows(dossier);
                Moved moved = moveDossier.move(dossier, stage.deployment());
                Map<String, OpenWork.Row> after = moved.tasks().isEmpty() ? before : rows(dossier);
                note(dossier, moved, before, after, page);
                return null;
            });
        } catch (CannotFollow e) {
            page.found.add(new Found(dossier, Kind.BLIJFT, "", "", String.join(", ", e.facts()), e.reason().name(), null, null));
        } catch (RuntimeException e) {
            LOG.warn("Dossier {} cannot follow the change", dossier, e);
            page.found.add(new Found(dossier, Kind.BLIJFT, "", "", "", Reason.FOUT.name(), null, null));
        }
    }

    private Map<String, OpenWork.Row> rows(String dossier) {
        return openWork.ofDossier(dossier).stream().collect(java.util.stream.Collectors.toMap(OpenWork.Row::taskId, row -> row));
    }

    private static void note(String dossier, Moved moved, Map<String, OpenWork.Row> before, Map<String, OpenWork.Row> after, Page page) {
        page.following++;
        page.found.add(new Found(dossier, Kind.VOLGT, "", "", "", "", null, null));
        for (MovedTimer timer : moved.timers()) {
            page.timers += timer.before() == null ? 0 : 1;
            page.keptTimers += timer.fate() == Fate.BLIJFT ? 1 : 0;
            Kind kind = switch (timer.fate()) {
                case BLIJFT, AFGEGAAN -> null;
                case ANDERE_DATUM -> Kind.TIMER_ANDERS;
                case NIEUW -> Kind.TIMER_NIEUW;
                case METEEN -> Kind.TIMER_METEEN;
                case VERVALT -> Kind.TIMER_WEG;
            };
            if (kind != null) {
                page.found.add(new Found(dossier, kind, timer.process(), timer.element(), timer.name(), term(timer.asks() == null ? timer.asked() : timer.asks()),
                        text(timer.before()), text(timer.after())));
            }
        }
        for (MovedTask task : moved.tasks()) {
            OpenTask was = task.before();
            OpenTask is = task.after();
            boolean hands = !was.group().equals(is.group());
            page.found.add(new Found(dossier, hands ? Kind.TAAK_GROEP : Kind.TAAK_ANDERS, is.process(), is.key(), is.name(), "",
                    hands ? was.group() : was.name(), hands ? is.group() : is.name()));
            OpenWork.Row had = before.get(is.id());
            OpenWork.Row has = after.get(is.id());
            if (had != null && !had.isFree() && has != null && has.isFree()) {
                page.found.add(new Found(dossier, Kind.TAAK_TERUG, is.process(), is.key(), is.name(), "", had.assigneeName(), null));
            }
        }
    }

    /** The code of the term in the expression of a timer. */
    private static String term(String asks) {
        int from = asks.indexOf('\'');
        int to = asks.indexOf('\'', from + 1);
        return to > from && from >= 0 ? asks.substring(from + 1, to) : "";
    }

    /** Kept apart from the rehearsal, which is gone by then; false when somebody asked for another report meanwhile. */
    private boolean keep(Proposal proposal, UUID attempt, Page page, int dossiers) {
        return Boolean.TRUE.equals(apart.execute(status -> {
            int there = jdbc.sql("""
                    update procedure_impact set done = done + ?, following = following + ?, timers = timers + ?, kept_timers = kept_timers + ?, terms = terms + ?,
                        beat_at = ? where change = ? and attempt = ?""")
                    .params(dossiers, page.following, page.timers, page.keptTimers, page.terms, now(), proposal.change(), attempt).update();
            if (there == 1 && !page.found.isEmpty()) {
                jdbc.sql("""
                        insert into procedure_impact_dossier (change, dossier, kind, process, element, name, reason, was, becomes)
                        select ?, * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])""")
                        .params(proposal.change(), column(page, Found::dossier), column(page, found -> found.kind().name()), column(page, Found::process),
                                column(page, Found::element), column(page, Found::name), column(page, Found::reason), column(page, Found::was), column(page, Found::becomes))
                        .update();
            }
            return there == 1;
        }));
    }

    private static String[] column(Page page, java.util.function.Function<Found, String> of) {
        return page.found.stream().map(of).toArray(String[]::new);
    }

    private static String text(Instant moment) {
        return moment == null ? null : moment.toString();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public void destroy() throws InterruptedException {
        oneByOne.shutdownNow();
        oneByOne.awaitTermination(10, TimeUnit.SECONDS);
    }
}
