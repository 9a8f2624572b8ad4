package be.dossierwerk.board;

import be.dossierwerk.board.OwnWork.Complaints;
import be.dossierwerk.board.OwnWork.Inspection;
import be.dossierwerk.board.OwnWork.Money;
import be.dossierwerk.board.OwnWork.Staff;
import be.dossierwerk.board.ShowBoard.Board;
import be.dossierwerk.board.ShowBoard.NormLine;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowBoard.VolumeLine;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The indicator sheet of one measure in its five domains: what we counted, what our own dossiers say, and what was published (seeds.md 2.3). */
@Service
public class ShowMeasure {

    /** Stands for the department as a whole. */
    public static final String DEPARTMENT = "DWSE";

    public record Measure(String code, String name) { }

    /** A volume beside what was published of it; null where nothing was, or where the period is no year. */
    public record Counted(VolumeLine line, boolean inspection, BigDecimal publishedNow, BigDecimal publishedBefore) {

        public boolean besidePublished() {
            return publishedNow != null || publishedBefore != null;
        }

        public boolean differs() {
            return differs(line.now(), publishedNow) || differs(line.before(), publishedBefore);
        }

        private static boolean differs(BigDecimal counted, BigDecimal published) {
            return published != null && published.compareTo(counted) != 0;
        }
    }

    /** How often something happened in dossiers of every kind. */
    public record Happened(String event, long now, long before) { }

    public record Norms(List<NormLine> lines, List<Counted> volumes, List<Happened> events) { }

    /** {@code runsHere}: only then the others say anything. */
    public record Own(boolean runsHere, Staff staff, Map<Inspection, Long> inspections, Map<Money, BigDecimal> money, Complaints complaints) { }

    public record Sheet(Measure measure, Period period, Period other, Norms norms, Own own, List<PublishedFigure> figures, List<BudgetLine> budget) { }

    private static final Set<String> INSPECTING = Set.of("INSPECTED", "WARNED", "RECOVERY_PROPOSED");
    /** Told of every measure, where no volume of its own counts them. */
    static final String[] TOLD = {"RECEIVED", "DECIDED", "PAID", "CANCELLED"};

    private final ShowBoard showBoard;
    private final OwnWork ownWork;
    private final Publications publications;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    ShowMeasure(ShowBoard showBoard, OwnWork ownWork, Publications publications, JdbcClient jdbc, CurrentActor currentActor) {
        this.showBoard = showBoard;
        this.ownWork = ownWork;
        this.publications = publications;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** All that have a sheet. */
    @Transactional(readOnly = true)
    public List<Measure> all() {
        currentActor.require(ShowBoard.READERS);
        return jdbc.sql("select code, name from board_measure order by place").query(Measure.class).list();
    }

    /** @throws Refused security.role-missing, board.measure-unknown */
    @Transactional(readOnly = true)
    public Sheet of(String code, Period period, Period other) {
        currentActor.require(ShowBoard.READERS);
        Measure measure = jdbc.sql("select code, name from board_measure where code = ?").param(code).query(Measure.class).optional()
                .orElseThrow(() -> new Refused("board.measure-unknown", code));
        List<PublishedFigure> figures = publications.figures(code);
        String worked = code.equals(DEPARTMENT) ? OwnWork.EVERY : code;
        Own own = new Own(worked == OwnWork.EVERY || ownWork.runsHere(code), ownWork.staff(worked, period), ownWork.inspections(worked, period), ownWork.money(worked, period),
                ownWork.complaints(worked, period));
        return new Sheet(measure, period, other, norms(code, period, other, figures), own, figures, publications.budget(code));
    }

    private Norms norms(String code, Period period, Period other, List<PublishedFigure> figures) {
        Board board = showBoard.of(period, other);
        Map<String, String> events = new HashMap<>();
        jdbc.sql("select indicator, event from board_volume where measure = ?").param(code).query(row -> {
            events.put(row.getString(1), row.getString(2));
        });
        List<Counted> volumes = board.volumes().stream().filter(line -> line.measure().equals(code)).map(line -> new Counted(line, INSPECTING.contains(events.get(line.indicator())),
                published(figures, line, period), published(figures, line, other))).toList();
        List<Happened> happened = events(code, period, other).stream().filter(each -> !events.containsValue(each.event)).toList();
        return new Norms(board.norms().stream().filter(line -> line.measure().equals(code)).toList(), volumes, happened);
    }

    private static BigDecimal published(List<PublishedFigure> figures, VolumeLine line, Period period) {
        return figures.stream().filter(figure -> line.indicator().equals(figure.volume()) && Period.year(figure.year()).equals(period) && figure.value() != null).findFirst()
                .map(PublishedFigure::value).orElse(null);
    }

    private List<Happened> events(String measure, Period period, Period other) {
        return jdbc.sql("""
                select told.name as event, now.counted as now, before.counted as before from unnest(:told) with ordinality told(name, place)
                cross join lateral (select count(*) as counted from history_event e where e.measure = :measure and e.name = told.name and e.ended_at is null
                                    and e.at >= cast(:from as date) and e.at < cast(:to as date) + 1) now
                cross join lateral (select count(*) as counted from history_event e where e.measure = :measure and e.name = told.name and e.ended_at is null
                                    and e.at >= cast(:otherFrom as date) and e.at < cast(:otherTo as date) + 1) before
                where now.counted + before.counted > 0 order by told.place""").param("told", TOLD).param("measure", measure).param("from", period.from()).param("to", period.to())
                .param("otherFrom", other.from()).param("otherTo", other.to()).query(Happened.class).list();
    }
}
