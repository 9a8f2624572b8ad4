package be.dossierwerk.recognition;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends a recognition, sets it under conditions, or undoes that by a counter-entry; the register and its history follow (procedures.md 1.13). */
@Service
public class ChangeRecognition {

    private static final Map<RecognitionStatus, String> WORDS = Map.of(RecognitionStatus.ERKEND, "erkend",
            RecognitionStatus.ERKEND_VOORWAARDELIJK, "erkend onder voorwaarden", RecognitionStatus.INGETROKKEN_VRIJWILLIG, "ingetrokken op verzoek",
            RecognitionStatus.INGETROKKEN_AMBTSHALVE, "ambtshalve ingetrokken", RecognitionStatus.INGETROKKEN_INBREUK, "ingetrokken na een inbreuk");

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
        if (!now.recognised()) {
            Ended before = ended(recognition);
            audit.record(AuditLog.Entry.of(byDossier, "ERKENNING_AL_GEEINDIGD", "De erkenning was al %s vanaf %s, door dossier %s. Deze beslissing verandert niets meer in het register."
                    .formatted(WORDS.get(now), Dates.prose(before.on), before.by)));
            return false;
        }
        write(recognition, status, effectiveOn, byDossier, ground, successor, null, null);
        follow(recognition, status, effectiveOn);
        audit.record(AuditLog.Entry.of(byDossier, "REGISTER_BIJGEWERKT", "In het register staat de onderneming vanaf %s als %s.".formatted(
                Dates.prose(effectiveOn), WORDS.get(status))).changing(Map.of("status", now.name()), Map.of("status", status.name())));
        return true;
    }

    /** What that dossier changed no longer holds, because its decision was annulled or corrected; nothing happens when it changed nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void undo(String byDossier, String reason) {
        audit.lock(byDossier);
        record Change(long id, String recognition, String status, LocalDate effectiveOn) { }
        for (Change change : jdbc.sql("""
                select c.id, c.recognition, c.status, c.effective_on from recognition_change c
                where c.by_dossier = ? and c.recognition <> c.by_dossier and c.counters is null
                  and not exists (select 1 from recognition_change o where o.counters = c.id) order by c.id desc""").param(byDossier)
                .query(Change.class).list()) {
            statusForUpdate(change.recognition);
            Change before = jdbc.sql("""
                    select c.id, c.recognition, c.status, c.effective_on from recognition_change c
                    where c.recognition = ? and c.id <> ? and c.counters is null
                      and not exists (select 1 from recognition_change o where o.counters = c.id) order by c.id desc limit 1""")
                    .params(change.recognition, change.id).query(Change.class).single();
            write(change.recognition, RecognitionStatus.valueOf(before.status), before.effectiveOn, byDossier, null, null, change.id, reason);
            follow(change.recognition, RecognitionStatus.valueOf(before.status), before.effectiveOn);
            audit.record(AuditLog.Entry.of(byDossier, "REGISTER_TEGENGEBOEKT", "In het register staat de onderneming opnieuw als %s; de vorige inschrijving blijft zichtbaar."
                    .formatted(WORDS.get(RecognitionStatus.valueOf(before.status)))).because(reason).changing(Map.of("status", change.status), Map.of("status", before.status)));
        }
    }

    /** Locks the recognition: a second file that ends it waits here. */
    private RecognitionStatus statusForUpdate(String recognition) {
        return RecognitionStatus.valueOf(jdbc.sql("select status from recognition where dossier = ? for update").param(recognition).query(String.class).single());
    }

    private record Ended(LocalDate on, String by) { }

    /** The change that ended it: the last one that counts. */
    private Ended ended(String recognition) {
        return jdbc.sql("""
                select c.effective_on as on, c.by_dossier as by from recognition_change c where c.recognition = ? and c.counters is null
                and not exists (select 1 from recognition_change o where o.counters = c.id) order by c.id desc limit 1""").param(recognition)
                .query(Ended.class).single();
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

    private void follow(String recognition, RecognitionStatus status, LocalDate effectiveOn) {
        jdbc.sql("update recognition set status = ?, ended_on = ? where dossier = ?")
                .params(Arrays.asList(status.name(), status.recognised() ? null : effectiveOn, recognition)).update();
    }
}
