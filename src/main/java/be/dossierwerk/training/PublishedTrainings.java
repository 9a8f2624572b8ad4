package be.dossierwerk.training;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The public list of approved trainings; asks no role and tells no more than everybody may know. Whose quality registration ended, is left out until
 * it is registered again (procedures.md 1.7).
 */
@Service
public class PublishedTrainings {

    /** {@code provider}: who gives it, or who asked for it; {@code validTo}: null without end. */
    public record Published(String number, String title, TrainingTheme theme, TrainingKind kind, BigDecimal hours, String provider, String language,
                            LocalDate eligibleFrom, LocalDate approvedOn, LocalDate validTo) { }

    public static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    PublishedTrainings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param text part of a title or a provider's name; null or blank finds all, as null does for theme and kind; {@code page} counts from 0 */
    public List<Published> search(String text, TrainingTheme theme, TrainingKind kind, int page) {
        String like = text == null || text.isBlank() ? null : "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        LocalDate today = LocalDate.now(clock);
        return jdbc.sql("""
                select t.dossier as number, t.title, t.theme, t.kind, t.hours, coalesce(t.provider_name, f.name) as provider, t.language, t.eligible_from,
                       t.approved_on, t.valid_to
                from training t join training_file f on f.number = t.file
                where t.status = 'GOEDGEKEURD' and t.suspended_on is null and (t.valid_to is null or t.valid_to >= ?)
                  and (t.registered_to is null or t.registered_to >= ?)
                  and (?::text is null or t.title ilike ? or coalesce(t.provider_name, f.name) ilike ?)
                  and (?::text is null or t.theme = ?) and (?::text is null or t.kind = ?)
                order by t.title, t.dossier limit ? offset ?""")
                .params(Arrays.asList(today, today, like, like, like, name(theme), name(theme), name(kind), name(kind), PAGE + 1, page * PAGE))
                .query(Published.class).list();
    }

    private static String name(Enum<?> code) {
        return code == null ? null : code.name();
    }
}
