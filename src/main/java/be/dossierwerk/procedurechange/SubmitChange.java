package be.dossierwerk.procedurechange;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.procedurechange.Changes.Change;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The author lays a draft before a second manager: from when it holds, who follows, and what colleagues will read about it. */
@Service
public class SubmitChange {

    /**
     * {@code chosen}: numbers of the dossiers that follow, with {@link Rollout#GEKOZEN} only; {@code seen}: the version of the kept plan that it was made
     * from, 0 for none, null where that was never shown.
     */
    public record Plan(LocalDate fromDay, Rollout rollout, Set<String> chosen, String notes, Long seen) {

        public Plan(LocalDate fromDay, Rollout rollout, Set<String> chosen, String notes) {
            this(fromDay, rollout, chosen, notes, null);
        }

        /** The numbers in a text, one on each line or apart from each other in another way; null has none. */
        public static Set<String> numbers(String typed) {
            return typed == null ? Set.of() : Arrays.stream(typed.split("[\\s,;]+")).filter(number -> !number.isBlank()).collect(Collectors.toSet());
        }
    }

    private final OpenDraft openDraft;
    private final Changes changes;
    private final ChangeDrafts drafts;
    private final FinishedDraft finishedDraft;
    private final ChangeTask task;
    private final Dossiers dossiers;
    private final Terms terms;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    SubmitChange(OpenDraft openDraft, Changes changes, ChangeDrafts drafts, FinishedDraft finishedDraft, ChangeTask task, Dossiers dossiers, Terms terms, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.openDraft = openDraft;
        this.changes = changes;
        this.drafts = drafts;
        this.finishedDraft = finishedDraft;
        this.task = task;
        this.dossiers = dossiers;
        this.terms = terms;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @throws Refused security.role-missing; procedurechange.not-open.*; procedurechange.plan.moved when somebody else kept another plan; procedurechange.invalid with the fields fromDay, rollout, chosen, notes;
     *                 procedurechange.nothing-changed; procedurechange.outdated; procedurechange.blocked with what blocks; those of taking a task
     */
    @Transactional
    public void submit(String change, Plan plan) {
        Change found = openDraft.lock(change, ChangeState.ONTWERP);
        Actor actor = openDraft.manager();
        LocalDate today = LocalDate.now(clock);
        Set<String> chosen = plan.rollout() == Rollout.GEKOZEN && plan.chosen() != null ? new TreeSet<>(plan.chosen()) : Set.of();
        if (plan.seen() != null) {
            DraftPlan.refuseMoved(changes.plan(change), plan.seen(), actor);
        }
        check(plan, chosen, today);
        finishedDraft.check(change);
        String open = task.take(change, ProcedureChangeModel.DRAFT);
        jdbc.sql("""
                update procedure_change set state = 'TER_BEOORDELING', from_day = ?, rollout = ?, notes = ?, submitted_by = ?, submitted_by_name = ?, submitted_at = ?,
                       draft_hash = ?, remark = null where dossier = ?""")
                .params(plan.fromDay(), plan.rollout().name(), plan.notes().strip(), actor.id(), actor.name(), clock.instant().atOffset(ZoneOffset.UTC), drafts.hash(change), change)
                .update();
        jdbc.sql("delete from procedure_change_dossier where change = ?").param(change).update();
        chosen.forEach(dossier -> jdbc.sql("insert into procedure_change_dossier (change, dossier) values (?, ?)").params(change, dossier).update());
        jdbc.sql("delete from draft_plan where change = ?").param(change).update();
        audit.record(AuditLog.Entry.of(change, "WIJZIGING_VOORGELEGD", "%s legde de wijziging \"%s\" voor, om te gelden vanaf %s %s.".formatted(actor.name(), found.title(),
                Dates.prose(plan.fromDay()), words(plan.rollout(), chosen.size()))).changing(Map.of(), Map.of("ontwerp", drafts.hash(change))));
        terms.stop(change, ProcedureChangeModel.DRAFT_TERM, today);
        terms.start(change, ProcedureChangeModel.REVIEW_TERM, today);
        task.complete(open, Map.of());
    }

    static String words(Rollout rollout, int chosen) {
        return switch (rollout) {
            case NIEUWE -> "voor nieuwe dossiers";
            case ALLE -> "voor nieuwe dossiers en voor alle lopende die kunnen volgen";
            case GEKOZEN -> "voor nieuwe dossiers en voor %d gekozen %s".formatted(chosen, chosen == 1 ? "dossier" : "dossiers");
        };
    }

    private void check(Plan plan, Set<String> chosen, LocalDate today) {
        List<Refused.Field> wrong = new ArrayList<>();
        if (plan.fromDay() == null) {
            wrong.add(new Refused.Field("fromDay", "procedurechange.field.needed"));
        } else if (plan.fromDay().isBefore(today)) {
            wrong.add(new Refused.Field("fromDay", "procedurechange.field.past"));
        }
        if (plan.rollout() == null) {
            wrong.add(new Refused.Field("rollout", "procedurechange.field.needed"));
        } else if (plan.rollout() == Rollout.GEKOZEN) {
            List<String> unknown = chosen.stream().filter(number -> dossiers.find(number).filter(dossier -> dossier.closedOn() == null).isEmpty()).toList();
            if (chosen.isEmpty()) {
                wrong.add(new Refused.Field("chosen", "procedurechange.field.chosen"));
            } else if (!unknown.isEmpty()) {
                wrong.add(new Refused.Field("chosen", "procedurechange.field.chosen-unknown", String.join(", ", unknown)));
            }
        }
        Text.check(wrong, "notes", plan.notes(), Text.LONG);
        Text.refuse(wrong);
    }
}
