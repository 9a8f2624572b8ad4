package be.dossierwerk.recognition;

import be.dossierwerk.shared.EnterpriseNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other procedures ask of recognitions: which one an undertaking has, its history, and whom its end bars. */
@Service
public class Recognitions {

    /** {@code dossier}: the one in which it was granted. {@code endedOn}: the first day without recognition; {@code suspendedOn}: since when a decision about it is suspended; or null. */
    public record Recognition(String dossier, String recognitionNumber, String enterpriseNumber, String name, String municipality, String street,
                              String postalCode, String email, RecognitionStatus status, LocalDate recognisedOn, LocalDate endedOn,
                              LocalDate suspendedOn) {

        /** What every letter to this undertaking states; the map may be added to. */
        public Map<String, Object> letterFacts() {
            Map<String, Object> facts = new HashMap<>();
            facts.put("straat", street);
            facts.put("postcode", postalCode);
            facts.put("gemeente", municipality);
            facts.put("erkenningsnummer", recognitionNumber);
            return facts;
        }
    }

    /** {@code counteredOn}: since when this entry no longer holds, or null; {@code successor}: enterprise number after a merger. */
    public record Change(RecognitionStatus status, LocalDate effectiveOn, String byDossier, String ground, String successor, String reason, String by,
                         Instant at, boolean countered, boolean counterEntry) { }

    /** {@code undertaking} was withdrawn on {@code on} by {@code dossier}, while this person was its director; {@code ground} may be null. */
    public record Bar(String person, String nationalNumber, String undertaking, String enterpriseNumber, String recognitionNumber, LocalDate on,
                      String dossier, RecognitionStatus status, String ground) { }

    private static final int BAR_YEARS = 3;
    private static final String SELECT = """
            select dossier, recognition_number, enterprise_number, name, municipality, application #>> '{undertaking,street}' as street,
                   application #>> '{undertaking,postalCode}' as postal_code, application #>> '{undertaking,email}' as email, status, recognised_on, ended_on,
                   suspended_on
            from recognition where recognition_number is not null""";

    private final JdbcClient jdbc;

    Recognitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws IllegalArgumentException when that dossier granted no recognition */
    @Transactional(readOnly = true)
    public Recognition of(String dossier) {
        return jdbc.sql(SELECT + " and dossier = ?").param(dossier).query(Recognition.class).optional()
                .orElseThrow(() -> new IllegalArgumentException("no recognition was granted in " + dossier));
    }

    /** The recognition that holds now; an undertaking has at most one. */
    @Transactional(readOnly = true)
    public Optional<Recognition> active(String enterpriseNumber) {
        return jdbc.sql(SELECT + " and enterprise_number = ? and status in ('ERKEND', 'ERKEND_VOORWAARDELIJK')").param(enterpriseNumber)
                .query(Recognition.class).optional();
    }

    /** The recognition that holds now, else the one that was granted last: an undertaking can be written to after its end. */
    @Transactional(readOnly = true)
    public Optional<Recognition> latest(String enterpriseNumber) {
        return jdbc.sql(SELECT + " and enterprise_number = ? order by ended_on is null desc, recognised_on desc, dossier desc limit 1").param(enterpriseNumber)
                .query(Recognition.class).optional();
    }

    /** The newest recognition by its number, whether it holds or not. */
    @Transactional(readOnly = true)
    public Optional<Recognition> numbered(String recognitionNumber) {
        return jdbc.sql(SELECT + " and recognition_number = ?").param(recognitionNumber).query(Recognition.class).optional();
    }

    /** The same when this undertaking has it, both as somebody outside writes them: empty too for what is missing or malformed. */
    @Transactional(readOnly = true)
    public Optional<Recognition> heldBy(String enterpriseNumber, String recognitionNumber) {
        if (recognitionNumber == null || enterpriseNumber == null || !EnterpriseNumber.isValid(enterpriseNumber)) {
            return Optional.empty();
        }
        String undertaking = EnterpriseNumber.parse(enterpriseNumber).digits();
        return numbered(recognitionNumber.strip()).filter(one -> one.enterpriseNumber().equals(undertaking));
    }

    /** Every recognition that was granted on or before that day, ended ones included, by enterprise number and then oldest first. */
    @Transactional(readOnly = true)
    public List<Recognition> grantedUntil(LocalDate day) {
        return jdbc.sql(SELECT + " and recognised_on <= ? order by enterprise_number, recognised_on, dossier").param(day).query(Recognition.class).list();
    }

    /** Whether a change that this dossier made still counts; false when another one ended the recognition first, or when it was countered. */
    @Transactional(readOnly = true)
    public boolean changedBy(String recognition, String dossier) {
        return history(recognition).stream().anyMatch(change -> change.byDossier().equals(dossier) && !change.counterEntry() && !change.countered());
    }

    /** All changes of its status, oldest first, countered ones included. */
    @Transactional(readOnly = true)
    public List<Change> history(String recognition) {
        return jdbc.sql("""
                select c.*, exists (select 1 from recognition_change o where o.counters = c.id) as countered
                from recognition_change c where recognition = ? order by id""").param(recognition)
                .query((row, i) -> new Change(RecognitionStatus.valueOf(row.getString("status")), row.getObject("effective_on", LocalDate.class),
                        row.getString("by_dossier"), row.getString("ground"), row.getString("successor"), row.getString("reason"),
                        row.getString("recorded_by_name"), row.getObject("recorded_at", OffsetDateTime.class).toInstant(), row.getBoolean("countered"),
                        row.getObject("counters") != null)).list();
    }

    /**
     * Which of these people was a director of an undertaking whose recognition was withdrawn in the three years before that day, otherwise than on
     * its own request (C08, art. 2nonies § 1).
     */
    @Transactional(readOnly = true)
    public List<Bar> barred(Collection<String> nationalNumbers, LocalDate on) {
        return jdbc.sql("""
                select p.name as person, p.national_number, r.name as undertaking, r.enterprise_number, r.recognition_number, c.effective_on as on,
                       c.by_dossier as dossier, c.status, c.ground
                from recognition_change c join recognition r on r.dossier = c.recognition join party p on p.dossier = r.dossier
                where p.national_number = any(?) and c.status = any(?) and c.counters is null
                  and not exists (select 1 from recognition_change o where o.counters = c.id)
                  and not exists (select 1 from recognition_change s where s.recognition = c.recognition and s.by_dossier = c.by_dossier and s.ground = 'SCHORSING'
                                  and s.counters is null and not exists (select 1 from recognition_change o where o.counters = s.id)) and c.effective_on between ? and ?
                order by c.effective_on desc, p.name""")
                .params(nationalNumbers.toArray(String[]::new), Arrays.stream(RecognitionStatus.values()).filter(RecognitionStatus::barsDirectors)
                        .map(Enum::name).toArray(String[]::new), on.minusYears(BAR_YEARS), on).query(Bar.class).list();
    }
}
