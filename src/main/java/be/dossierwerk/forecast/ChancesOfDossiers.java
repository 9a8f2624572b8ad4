package be.dossierwerk.forecast;

import be.dossierwerk.forecast.ForecastRuns.Run;
import be.dossierwerk.security.CurrentActor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** For the screens of other modules: the chance of open dossiers to miss a norm, as far as the back-test lets it be shown (seeds.md 6). */
@Service
public class ChancesOfDossiers {

    /**
     * Of the norm that the dossier is most likely to miss. {@code missed}: from 0 to 1; {@code certain}: its last day is behind it; {@code left}: days
     * (hours for a norm in hours) of the norm's own clock, negative when too late; {@code reasons}: at most three, the strongest first.
     */
    public record Chance(String norm, String normName, double missed, boolean certain, int left, List<Reason> reasons) {

        public long percent() {
            return percent(missed);
        }

        /** As a chance is told: what can still go either way is never told as nothing or as all. */
        public static long percent(double missed) {
            return Math.max(1, Math.min(99, Math.round(100 * missed)));
        }
    }

    private final ForecastRuns runs;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;

    ChancesOfDossiers(ForecastRuns runs, CurrentActor currentActor, JdbcClient jdbc) {
        this.runs = runs;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
    }

    /** Those without a chance that may be shown are left out. @throws be.dossierwerk.shared.Refused security.role-missing */
    @Transactional(readOnly = true)
    public Map<String, Chance> of(Collection<String> numbers) {
        currentActor.require(ShowForecast.READERS);
        return numbers.isEmpty() ? Map.of() : runs.shown().map(run -> of(run, numbers)).orElse(Map.of());
    }

    private Map<String, Chance> of(Run run, Collection<String> numbers) {
        record Found(String number, long dossier, String code, String name, double missed, boolean certain, int left) { }
        List<Found> found = jdbc.sql("""
                select distinct on (d.number) d.number, c.dossier, c.code, n.name, c.chance, c.certain, c.left_over
                from forecast_chance c join forecast_norm f using (run, code) join history_dossier d on d.id = c.dossier
                join board_norm n on n.code = c.code and n.version = (select max(version) from board_norm newest where newest.code = n.code)
                where c.run = :run and d.number = any (:numbers) and (f.gate = 'OPEN' or c.certain) order by d.number, c.chance desc, c.last_on""")
                .param("run", run.id()).param("numbers", numbers.toArray(String[]::new))
                .query((row, i) -> new Found(row.getString(1), row.getLong(2), row.getString(3), row.getString(4), row.getDouble(5), row.getBoolean(6), row.getInt(7))).list();
        Map<String, List<Reason>> reasons = ShowForecast.reasons(jdbc, run.id(), found.stream().map(Found::dossier).toArray(Long[]::new));
        Map<String, Chance> chances = new LinkedHashMap<>();
        found.forEach(each -> chances.put(each.number, new Chance(each.code, each.name, each.missed, each.certain, each.left, reasons.getOrDefault(each.code + " " + each.dossier, List.of()))));
        return chances;
    }
}
