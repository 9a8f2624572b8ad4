package be.dossierwerk.mining;

import be.dossierwerk.shared.MovableClock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Random dossiers of a year long ago with random steps and pauses, past every rule; they leave nothing behind. */
public record InventedWalks(JdbcClient jdbc, TransactionTemplate transaction, String procedure, String prefix, List<Dossier> dossiers) {

    public record Dossier(String number, LocalDate received, LocalDate closed, List<Stood> steps, List<Paused> pauses) { }

    /** {@code left}: null while it is open. */
    public record Stood(String process, String element, String kind, LocalDateTime entered, LocalDateTime left) { }

    /** {@code to}: null while it lasts. */
    public record Paused(String ground, LocalDate from, LocalDate to) { }

    public record Kind(String process, String element, String kind) { }

    public static InventedWalks make(ApplicationContext spring, String procedure, String prefix, int count, List<Kind> kinds, LocalDate first, long seed) {
        Random random = new Random(seed);
        List<Dossier> dossiers = new ArrayList<>();
        List<String> grounds = List.of("AANVULLING_AANVRAGER", "VERWEER", "ADVIES_DERDE", "BRON_DERDE", "SCHORSING");
        for (int i = 0; i < count; i++) {
            LocalDate received = first.plusDays(random.nextInt(300));
            LocalDate closed = received.plusDays(random.nextInt(60));
            List<Stood> steps = new ArrayList<>();
            for (int s = random.nextInt(9); s > 0; s--) {
                Kind kind = kinds.get(random.nextInt(kinds.size()));
                LocalDateTime entered = received.minusDays(2).atTime(8, 0).plusMinutes(random.nextInt(60 * 24 * 60));
                LocalDateTime left = random.nextInt(8) == 0 ? null : random.nextInt(4) == 0 ? entered : entered.plusMinutes(random.nextInt(20 * 24 * 60));
                steps.add(new Stood(kind.process, kind.element, kind.kind, entered, left));
            }
            List<Paused> pauses = new ArrayList<>();
            for (String ground : grounds) {
                if (random.nextInt(5) == 0) {
                    LocalDate from = received.plusDays(random.nextInt(40));
                    pauses.add(new Paused(ground, from, random.nextInt(6) == 0 ? null : from.plusDays(random.nextInt(20))));
                }
            }
            dossiers.add(new Dossier("DC-%s-%d-%05d".formatted(prefix, first.getYear(), i), received, closed, steps, pauses));
        }
        InventedWalks made = new InventedWalks(spring.getBean(JdbcClient.class), new TransactionTemplate(spring.getBean(PlatformTransactionManager.class)), procedure, prefix, dossiers);
        made.write();
        return made;
    }

    private void write() {
        unfollowed(() -> dossiers.forEach(dossier -> {
            jdbc.sql("""
                    insert into dossier (number, procedure, subject, source, received_on, registered_at, state, outcome, closed_on)
                    values (?, ?, ?, 'PAPIER', ?, ?, 'GESLOTEN', 'ZONDER_GEVOLG', ?)""").params(dossier.number, procedure, "Onderneming " + dossier.number, dossier.received,
                    at(dossier.received.atTime(9, 0)), dossier.closed).update();
            for (Stood step : dossier.steps) {
                jdbc.sql("""
                        insert into step (dossier, procedure, process, instance, activity, deployment, element, element_name, kind, entered_at, left_at, ended)
                        values (?, ?, ?, ?, gen_random_uuid()::text, (select deployment from published_set order by serial desc limit 1), ?, ?, ?, ?, ?, ?)""")
                        .params(dossier.number, procedure, step.process, dossier.number, step.element, "Stap " + step.element, step.kind, at(step.entered),
                                step.left == null ? null : at(step.left), step.left == null ? null : "AF").update();
            }
            dossier.pauses.forEach(pause -> {
                entry(dossier.number, "PAUSED", pause.ground, pause.from);
                if (pause.to != null) {
                    entry(dossier.number, "RESUMED", pause.ground, pause.to);
                }
            });
        }));
    }

    private void entry(String dossier, String kind, String ground, LocalDate on) {
        jdbc.sql("insert into term_entry (dossier, kind, effective_on, ground, recorded_at, recorded_by, recorded_by_name) values (?, ?, ?, ?, now(), 'test', 'Test')")
                .params(dossier, kind, on, ground).update();
    }

    public void remove() {
        unfollowed(() -> {
            for (String table : List.of("step", "term_entry")) {
                jdbc.sql("delete from " + table + " where dossier like ?").param("DC-" + prefix + "-%").update();
            }
            jdbc.sql("delete from dossier where number like ?").param("DC-" + prefix + "-%").update();
        });
    }

    /** Without triggers: no change of a row is told, and the ledger lets go. */
    public void unfollowed(Runnable work) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            work.run();
        });
    }

    public static OffsetDateTime at(LocalDateTime moment) {
        return moment.atZone(MovableClock.BRUSSELS).toOffsetDateTime();
    }
}
