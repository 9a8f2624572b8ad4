package be.dossierwerk.mining;

import be.dossierwerk.security.CurrentActor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** How the dossiers of a selection really went: counts and days out of the database, ways and repeats out of the walks. */
@Service
public class AnalyseProcedure {

    /** The days that dossiers stood at an element, cut to the life of the dossier; a dossier that stood there twice at once counts each day once. */
    static final String LOST = """
            , stay as (
                select dossier, process, element, range_agg(stood) as stood from visit where not isempty(stood) group by dossier, process, element
            ), lost as (
                select dossier, process, element, mining_days(total) as total, mining_days(ours) as ours, mining_days(applicant) as applicant, mining_days(third) as third
                from (select s.dossier, s.process, s.element, s.stood * x.life as total, s.stood * x.ours as ours, s.stood * x.applicant as applicant, s.stood * x.third as third
                      from stay s join split x on x.number = s.dossier offset 0) of_element
            )""";

    private final SelectedDossiers selected;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    AnalyseProcedure(SelectedDossiers selected, JdbcClient jdbc, CurrentActor currentActor) {
        this.selected = selected;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Analysis analyse(Selection selection) {
        currentActor.require(SelectedDossiers.READERS);
        selected.begin();
        SelectedDossiers.Question days = selected.days(selection);
        List<Analysis.Element> elements = new ArrayList<>(elements(days));
        Analysis.Element head = elements.remove(0);
        List<Walk> walks = selected.walks(selection);
        Repeats repeats = Repeats.of(walks);
        Map<String, String> names = new TreeMap<>();
        elements.forEach(element -> names.put(element.key(), element.name()));
        return new Analysis(selected.today(), (int) head.dossiers(), head.median(), head.days(), elements,
                Variants.of(walks).ways().stream().map(way -> new Analysis.Way(way.id(), way.steps(), way.dossiers().size(), way.median())).toList(),
                repeats.loops().stream().map(loop -> new Analysis.Again(loop.step(), loop.dossiers().size(), times(loop.dossiers().values()), daysOf(loop.dossiers().values()))).toList(),
                repeats.back().stream().map(back -> new Analysis.Back(back.from(), back.to(), back.dossiers().size(), times(back.dossiers().values()),
                        daysOf(back.dossiers().values()))).toList(), names);
    }

    /** First the whole, as if it were an element in which each dossier is once, so that the days are laid out once for both. */
    private List<Analysis.Element> elements(SelectedDossiers.Question days) {
        return jdbc.sql(days.with() + LOST + """
                , summed as (
                    select process, element, sum(total) as total, sum(ours) as ours, sum(applicant) as applicant, sum(third) as third from lost group by process, element
                ), entered as (
                    select process, element, max(name) as name, max(kind) as kind, sum(times) as times, count(*) as dossiers
                    from (select dossier, process, element, max(name) as name, max(kind) as kind, count(*) as times from visit group by dossier, process, element) once
                    group by process, element
                ), lasted as (
                    select process, element, percentile_cont(array[0.5, 0.9]) within group (order by days) as shares from visit group by process, element
                )
                select e.process, e.element, e.name, e.kind, e.times, e.dossiers, l.shares[1], l.shares[2], s.total, s.ours, s.applicant, s.third
                from entered e join lasted l using (process, element) left join summed s using (process, element)
                union all
                select '', '', '', '', count(*), count(*), percentile_cont(0.5) within group (order by mining_days(life)), 0, sum(mining_days(life)), sum(mining_days(ours)),
                       sum(mining_days(applicant)), sum(mining_days(third)) from split
                order by 1, 2""").params(days.params())
                .query((row, i) -> new Analysis.Element(row.getString(1) + "#" + row.getString(2), row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getLong(5), row.getLong(6), row.getDouble(7), row.getDouble(8), parties(row))).list();
    }

    /** Of the columns total, ours, applicant and third; what nobody had is what is left. */
    private static Map<Party, Long> parties(java.sql.ResultSet row) throws java.sql.SQLException {
        Map<Party, Long> days = new EnumMap<>(Party.class);
        days.put(Party.WIJ, row.getLong("ours"));
        days.put(Party.AANVRAGER, row.getLong("applicant"));
        days.put(Party.DERDE, row.getLong("third"));
        days.put(Party.NIEMAND, row.getLong("total") - Analysis.sum(days));
        return days;
    }

    private static long times(Collection<Repeats.Again> dossiers) {
        return dossiers.stream().mapToLong(Repeats.Again::times).sum();
    }

    private static long daysOf(Collection<Repeats.Again> dossiers) {
        return dossiers.stream().mapToLong(Repeats.Again::days).sum();
    }
}
