package be.dossierwerk.alert;

import be.dossierwerk.deadline.Terms;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says which warnings about a subject hold now: new ones are raised and delivered within office hours, those that hold no longer disappear,
 * what was said already is not said again. Asks no role.
 */
@Service
public class HoldWarnings {

    private record Held(UUID id, Warning warning) { }

    private final JdbcClient jdbc;
    private final Terms terms;
    private final QuietHours quietHours;
    private final Clock clock;

    HoldWarnings(JdbcClient jdbc, Terms terms, QuietHours quietHours, Clock clock) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.quietHours = quietHours;
        this.clock = clock;
    }

    /** {@code subject}: a word like VERJARING; {@code dossier}: the only one that was looked at, null for all of them. */
    @Transactional
    public void hold(String subject, String dossier, List<Warning> warnings) {
        Instant now = clock.instant();
        List<Held> held = jdbc.sql("""
                select id, dossier, percent, came_on, role, person, sentence from alert
                where not of_term and state <> 'NIET_NODIG' and rule = ? and dossier = coalesce(?, dossier)""").params(Arrays.asList(subject, dossier))
                .query((row, i) -> new Held(row.getObject(1, UUID.class), new Warning(row.getString(2), row.getInt(3), row.getObject(4, LocalDate.class),
                        row.getString(5), row.getString(6), row.getString(7)))).list();
        held.stream().filter(old -> warnings.stream().noneMatch(old.warning()::sameAs))
                .forEach(old -> jdbc.sql("update alert set state = 'NIET_NODIG', settled_at = ? where id = ?").params(at(now), old.id()).update());
        for (Warning warning : warnings) {
            held.stream().filter(old -> old.warning().sameAs(warning)).findFirst().ifPresentOrElse(old -> {
                if (!old.warning().sentence().equals(warning.sentence())) {
                    jdbc.sql("update alert set sentence = ? where id = ?").params(warning.sentence(), old.id()).update();
                }
            }, () -> raise(subject, warning, now));
        }
    }

    private void raise(String subject, Warning warning, Instant now) {
        // Two nodes may look at the same moment.
        jdbc.sql("""
                insert into alert (id, dossier, rule, percent, role, person, sentence, came_on, raised_at, not_before, of_term)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false) on conflict do nothing""")
                .params(Arrays.asList(UUID.randomUUID(), warning.dossier(), subject, warning.percent(), warning.role(), warning.person(), warning.sentence(),
                        warning.cameOn(), at(now), at(quietHours.firstAllowed(now, terms::workingDay)))).update();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
