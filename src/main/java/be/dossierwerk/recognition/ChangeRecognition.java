package be.dossierwerk.recognition;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends a recognition, sets it under conditions, or undoes that by a counter-entry; the register and its history follow (procedures.md 1.13). */
@Service
public class ChangeRecognition {

    private static final Map<RecognitionStatus, String> WORDS = Map.of(RecognitionStatus.ERKEND, "erkend",
            RecognitionStatus.ERKEND_VOORWAARDELIJK, "erkend onder voorwaarden", RecognitionStatus.INGETROKKEN_VRIJWILLIG, "ingetrokken op verzoek",
            RecognitionStatus.INGETROKKEN_AMBTSHALVE, "ambtshalve ingetrokken", RecognitionStatus.INGETROKKEN_INBREUK, "ingetrokken na een inbreuk",
            RecognitionStatus.GESCHORST, "geschorst", RecognitionStatus.VERNIETIGD, "niet meer erkend, want de erkenning is vernietigd");
    /** The ground of a change that a ruling brings for the time being. */
    static final String SUSPENSION = "SCHORSING";

    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ChangeRecognition(CurrentActor currentActor, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The decision of {@code byDossier} gives the recognition another status from {@code effectiveOn} on. Asked again by the same dossier for the
     * same status, nothing changes. {@code ground} and {@code successor} may be null.
     * @return whether the recognition has this status by this dossier; false when another dossier ended it before, which the timeline then says
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean to(RecognitionStatus status, String recognition, LocalDate effectiveOn, String byDossier, String ground, String successor) {
        audit.lock(byDossier);
        RecognitionStatus now = statusForUpdate(recognition);
        if (done(recognition, byDossier, status)) {
            return true;
        }
        // A grant that only stands still can end; otherwise it would come back when the ruling does.
        if (!now.recognised() && now != RecognitionStatus.GESCHORST) {
            String before = ended(recognition).map(end -> " vanaf %s, door dossier %s".formatted(Dates.prose(end.on), end.by)).orElse("");
            audit.record(AuditLog.Entry.of(byDossier, "ERKENNING_AL_GEEINDIGD", "De erkenning was al %s%s. Deze beslissing verandert niets meer in het register."
                    .formatted(WORDS.get(now), before)));
            return false;
        }
        write(recognition, status, effectiveOn, byDossier, ground, successor, null, null);
        follow(recognition, status, effectiveOn, null);
        audit.record(AuditLog.Entry.of(byDossier, "REGISTER_BIJGEWERKT", "In het register staat de onderneming vanaf %s als %s.".formatted(
                Dates.prose(effectiveOn), WORDS.get(status))).changing(Map.of("status", now.name()), Map.of("status", status.name())));
        return true;
    }

    /**
     * What that dossier changed no longer holds, because its decision was annulled or corrected; nothing happens when it changed nothing.
     * A grant that no longer holds leaves no recognition from today on.
     * @return whether the register says something else now: not when another recognition holds meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean undo(String byDossier, String reason) {
        audit.lock(byDossier);
        boolean changed = false;
        for (String recognition : jdbc.sql("select distinct recognition from recognition_change where by_dossier = ? order by 1").param(byDossier).query(String.class).list()) {
            RecognitionStatus was = statusForUpdate(recognition);
            List<Change> own = counting(recognition).stream().filter(change -> change.byDossier.equals(byDossier)).toList();
            if (own.isEmpty()) {
                continue;
            }
            Change before = counting(recognition).stream().filter(change -> !change.byDossier.equals(byDossier)).reduce((earlier, later) -> later).orElse(null);
            RecognitionStatus status = before == null ? RecognitionStatus.VERNIETIGD : RecognitionStatus.valueOf(before.status);
            LocalDate effectiveOn = before == null ? LocalDate.now(clock) : before.effectiveOn;
            for (int i = own.size() - 1; i >= 0; i--) {
                write(recognition, status, effectiveOn, byDossier, null, null, own.get(i).id, reason);
            }
            if (status.recognised() && heldOtherwise(recognition, byDossier)) {
                continue;
            }
            follow(recognition, status, effectiveOn, null);
            changed = true;
            audit.record(AuditLog.Entry.of(byDossier, "REGISTER_TEGENGEBOEKT", (before == null ? "In het register staat de onderneming vanaf vandaag als %s; de inschrijving blijft zichtbaar."
                    : "In het register staat de onderneming opnieuw als %s; de vorige inschrijving blijft zichtbaar.").formatted(WORDS.get(status))).because(reason)
                    .changing(Map.of("status", was.name()), Map.of("status", status.name())));
        }
        return changed;
    }

    /**
     * A ruling suspends what that dossier changed: from that day on the register says what it said before, and that it is a suspension.
     * @return false when the dossier changed nothing that counts now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean suspend(String recognition, String byDossier, LocalDate on, String reason) {
        audit.lock(byDossier);
        RecognitionStatus was = statusForUpdate(recognition);
        List<Change> counting = counting(recognition);
        if (counting.isEmpty() || !counting.get(counting.size() - 1).byDossier.equals(byDossier) || SUSPENSION.equals(counting.get(counting.size() - 1).ground)) {
            return false;
        }
        RecognitionStatus status = counting.stream().filter(change -> !change.byDossier.equals(byDossier)).reduce((earlier, later) -> later)
                .map(change -> RecognitionStatus.valueOf(change.status)).orElse(RecognitionStatus.GESCHORST);
        if (status.recognised() && !was.recognised() && heldOtherwise(recognition, byDossier)) {
            return false;
        }
        write(recognition, status, on, byDossier, SUSPENSION, null, null, reason);
        follow(recognition, status, on, on);
        audit.record(AuditLog.Entry.of(byDossier, "REGISTER_GESCHORST", "In het register staat de onderneming vanaf %s als %s.".formatted(Dates.prose(on),
                status.recognised() ? WORDS.get(status) + ": de intrekking is geschorst" : WORDS.get(status)))
                .because(reason).changing(Map.of("status", was.name()), Map.of("status", status.name())));
        return true;
    }

    /** An undertaking has one recognition at most: who was granted another one meanwhile keeps that one. */
    private boolean heldOtherwise(String recognition, String byDossier) {
        Optional<String> other = jdbc.sql("""
                select o.recognition_number from recognition o join recognition r on r.enterprise_number = o.enterprise_number and r.dossier <> o.dossier
                where r.dossier = ? and o.status in ('ERKEND', 'ERKEND_VOORWAARDELIJK')""").param(recognition).query(String.class).optional();
        other.ifPresent(number -> audit.record(AuditLog.Entry.of(byDossier, "ANDERE_ERKENNING",
                "De onderneming kreeg intussen een andere erkenning, %s. Die blijft gelden; deze komt niet terug in het register.".formatted(number))));
        return other.isPresent();
    }

    /** The suspension ended and the decision works again from that day. @return false when nothing of that dossier was suspended */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean resume(String recognition, String byDossier, LocalDate on, String reason) {
        audit.lock(byDossier);
        RecognitionStatus was = statusForUpdate(recognition);
        List<Change> counting = counting(recognition);
        Change suspension = counting.stream().filter(change -> change.byDossier.equals(byDossier) && SUSPENSION.equals(change.ground)).findFirst().orElse(null);
        if (suspension == null) {
            return false;
        }
        Change again = counting.stream().filter(change -> change.id != suspension.id).reduce((earlier, later) -> later).orElseThrow();
        RecognitionStatus status = RecognitionStatus.valueOf(again.status);
        LocalDate from = again.effectiveOn.isAfter(on) ? again.effectiveOn : on;
        write(recognition, status, from, byDossier, null, null, suspension.id, reason);
        follow(recognition, status, from, null);
        audit.record(AuditLog.Entry.of(byDossier, "REGISTER_BIJGEWERKT", "De schorsing is voorbij: in het register staat de onderneming vanaf %s opnieuw als %s."
                .formatted(Dates.prose(from), WORDS.get(status))).because(reason).changing(Map.of("status", was.name()), Map.of("status", status.name())));
        return true;
    }

    private record Change(long id, String status, LocalDate effectiveOn, String byDossier, String ground) { }

    /** The changes that count, oldest first. */
    private List<Change> counting(String recognition) {
        return jdbc.sql("""
                select c.id, c.status, c.effective_on, c.by_dossier, c.ground from recognition_change c where c.recognition = ? and c.counters is null
                and not exists (select 1 from recognition_change o where o.counters = c.id) order by c.id""").param(recognition).query(Change.class).list();
    }

    /** Locks the recognition: a second file that ends it waits here. */
    private RecognitionStatus statusForUpdate(String recognition) {
        return RecognitionStatus.valueOf(jdbc.sql("select status from recognition where dossier = ? for update").param(recognition).query(String.class).single());
    }

    private record Ended(LocalDate on, String by) { }

    /** The change that ended it: the last one that counts; empty when the grant itself fell away. */
    private Optional<Ended> ended(String recognition) {
        return jdbc.sql("""
                select c.effective_on as on, c.by_dossier as by from recognition_change c where c.recognition = ? and c.counters is null
                and not exists (select 1 from recognition_change o where o.counters = c.id) order by c.id desc limit 1""").param(recognition)
                .query(Ended.class).optional();
    }

    private boolean done(String recognition, String byDossier, RecognitionStatus status) {
        return jdbc.sql("""
                select exists (select 1 from recognition_change c where c.recognition = ? and c.by_dossier = ? and c.status = ? and c.counters is null
                and not exists (select 1 from recognition_change o where o.counters = c.id))""").params(recognition, byDossier, status.name())
                .query(Boolean.class).single();
    }

    static String words(RecognitionStatus status) {
        return WORDS.get(status);
    }

    void granted(String recognition, LocalDate on) {
        write(recognition, RecognitionStatus.ERKEND, on, recognition, null, null, null, null);
    }

    private void write(String recognition, RecognitionStatus status, LocalDate effectiveOn, String byDossier, String ground, String successor, Long counters,
                       String reason) {
        Actor actor = currentActor.get();
        jdbc.sql("""
                insert into recognition_change (recognition, status, effective_on, by_dossier, ground, successor, counters, reason, recorded_at, recorded_by,
                                                recorded_by_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(recognition, status.name(), effectiveOn, byDossier, ground, successor, counters, reason, OffsetDateTime.now(clock),
                        actor.id(), actor.name())).update();
    }

    private void follow(String recognition, RecognitionStatus status, LocalDate effectiveOn, LocalDate suspendedOn) {
        jdbc.sql("update recognition set status = ?, ended_on = ?, suspended_on = ? where dossier = ?")
                .params(Arrays.asList(status.name(), status.recognised() ? null : effectiveOn, suspendedOn, recognition)).update();
    }
}
