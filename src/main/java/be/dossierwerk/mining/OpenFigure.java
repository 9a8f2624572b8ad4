package be.dossierwerk.mining;

import be.dossierwerk.security.CurrentActor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The dossiers behind a figure, each with its part of it. */
@Service
public class OpenFigure {

    /** {@code part}: of the figure; null where the figure counts dossiers. */
    public record Line(String dossier, String subject, LocalDate receivedOn, LocalDate closedOn, int days, Double part) { }

    /** {@code value}: the figure itself, counted from all of its lines. {@code lines}: one page. A dossier has a line for each visit where the figure is of visits. */
    public record Behind(double value, int dossiers, int count, List<Line> lines) { }

    private record Part(String dossier, Double amount) { }

    private final SelectedDossiers selected;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    OpenFigure(SelectedDossiers selected, JdbcClient jdbc, CurrentActor currentActor) {
        this.selected = selected;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** The largest part first. @throws be.dossierwerk.shared.Refused security.role-missing */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Behind open(Selection selection, Figure figure, int skip, int limit) {
        currentActor.require(SelectedDossiers.READERS);
        selected.begin();
        List<Part> parts = switch (figure.of()) {
            case ALLE -> all(selection, figure.measure());
            case ELEMENT -> element(selection, figure);
            case VARIANT -> Variants.of(selected.walks(selection)).ways().stream().filter(way -> way.id().equals(figure.key())).flatMap(way -> way.dossiers().stream())
                    .map(dossier -> new Part(dossier, null)).toList();
            case HERHALING -> again(Repeats.of(selected.walks(selection)).loops().stream().filter(loop -> loop.step().equals(figure.key())).map(Repeats.Loop::dossiers), figure.measure());
            case TERUG -> again(Repeats.of(selected.walks(selection)).back().stream().filter(back -> (back.from() + Figure.STEPS + back.to()).equals(figure.key()))
                    .map(Repeats.Back::dossiers), figure.measure());
        };
        List<Line> lines = lines(parts.subList(Math.min(skip, parts.size()), Math.min(parts.size(), skip + limit)));
        return new Behind(value(selection, figure, parts), (int) parts.stream().map(Part::dossier).distinct().count(), parts.size(), lines);
    }

    private double value(Selection selection, Figure figure, List<Part> parts) {
        return switch (figure.measure()) {
            case DOSSIERS -> parts.size();
            case MEDIAAN -> figure.of() == Figure.Of.VARIANT ? medianLength(selection, parts) : Percentile.of(0.5, amounts(parts));
            case P90 -> Percentile.of(0.9, amounts(parts));
            default -> parts.stream().mapToDouble(Part::amount).sum();
        };
    }

    private static double[] amounts(List<Part> parts) {
        return parts.stream().mapToDouble(Part::amount).toArray();
    }

    private double medianLength(Selection selection, List<Part> parts) {
        SelectedDossiers.Question question = selected.visits(selection);
        Map<String, Object> params = new HashMap<>(question.params());
        params.put("numbers", numbers(parts));
        return Percentile.of(0.5, jdbc.sql(question.with() + " select ended - began from chosen where number = any(:numbers)").params(params).query(Integer.class).list().stream()
                .mapToDouble(Integer::doubleValue).toArray());
    }

    private List<Part> all(Selection selection, Figure.Measure measure) {
        String days = switch (measure) {
            case WIJ, AANVRAGER, DERDE -> "mining_days(" + column(measure) + ")";
            case NIEMAND -> "mining_days(life - ours - applicant - third)";
            default -> "mining_days(life)";
        };
        SelectedDossiers.Question question = selected.days(selection);
        return parts("%s select number, %s as part from split %s order by part desc, number".formatted(question.with(), days, measure.isParty() ? "where " + days + " > 0" : ""),
                question.params(), measure);
    }

    private List<Part> element(Selection selection, Figure figure) {
        boolean days = figure.measure() == Figure.Measure.DAGEN || figure.measure().isParty();
        SelectedDossiers.Question question = days ? selected.days(selection) : selected.visits(selection);
        Map<String, Object> params = new HashMap<>(question.params());
        params.put("element", figure.key());
        String from = switch (figure.measure()) {
            case DOSSIERS, KEER -> "select dossier as number, count(*) as part from visit where process || '#' || element = :element group by dossier";
            case MEDIAAN, P90 -> "select dossier as number, days as part from visit where process || '#' || element = :element";
            case NIEMAND -> "select dossier as number, total - ours - applicant - third as part from lost where process || '#' || element = :element";
            default -> "select dossier as number, " + column(figure.measure()) + " as part from lost where process || '#' || element = :element";
        };
        return parts("%s select number, part from (%s) each_one %s order by part desc, number".formatted(question.with() + (days ? AnalyseProcedure.LOST : ""), from,
                days ? "where part > 0" : ""), params, figure.measure());
    }

    private static String column(Figure.Measure measure) {
        return switch (measure) {
            case WIJ -> "ours";
            case AANVRAGER -> "applicant";
            case DERDE -> "third";
            default -> "total";
        };
    }

    private List<Part> parts(String sql, Map<String, Object> params, Figure.Measure measure) {
        return jdbc.sql(sql).params(params).query((row, i) -> new Part(row.getString(1), measure == Figure.Measure.DOSSIERS ? null : Double.valueOf(row.getDouble(2)))).list();
    }

    private static List<Part> again(Stream<Map<String, Repeats.Again>> dossiers, Figure.Measure measure) {
        List<Part> parts = new ArrayList<>();
        dossiers.forEach(each -> each.forEach((dossier, again) -> parts.add(new Part(dossier, switch (measure) {
            case KEER -> (double) again.times();
            case DAGEN -> (double) again.days();
            default -> null;
        }))));
        parts.removeIf(part -> measure == Figure.Measure.DAGEN && part.amount() == 0);
        parts.sort((a, b) -> a.amount() == null || a.amount().equals(b.amount()) ? a.dossier().compareTo(b.dossier()) : Double.compare(b.amount(), a.amount()));
        return parts;
    }

    private List<Line> lines(List<Part> parts) {
        Map<String, Line> found = new HashMap<>();
        jdbc.sql("select number, subject, received_on, closed_on, greatest(0, coalesce(closed_on, ?) - received_on) from dossier where number = any(?)")
                .params(selected.today(), numbers(parts)).query(row -> {
                    found.put(row.getString(1), new Line(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class), row.getInt(5), null));
                });
        return parts.stream().map(part -> {
            Line line = found.get(part.dossier());
            return new Line(line.dossier(), line.subject(), line.receivedOn(), line.closedOn(), line.days(), part.amount());
        }).toList();
    }

    private static String[] numbers(List<Part> parts) {
        return parts.stream().map(Part::dossier).distinct().toArray(String[]::new);
    }
}
