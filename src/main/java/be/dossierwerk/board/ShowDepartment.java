package be.dossierwerk.board;

import be.dossierwerk.board.OwnWork.Complaints;
import be.dossierwerk.board.PublishedFigure.Domain;
import be.dossierwerk.board.ShowBoard.Board;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.security.CurrentActor;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The whole department in a few numbers of the five domains, beside those that were published (seeds.md 6). */
@Service
public class ShowDepartment {

    /** A published figure names it as what it tells too. */
    public enum What {
        NORMS_MET(Domain.AANTALLEN), NORMS_ALMOST(Domain.AANTALLEN), NORMS_BETWEEN(Domain.AANTALLEN), NORMS_FAR(Domain.AANTALLEN), NORMS_IMPROVED(Domain.AANTALLEN),
        NORMS_DECLINED(Domain.AANTALLEN), NORMS_STAYED(Domain.AANTALLEN), RECEIVED(Domain.AANTALLEN), DECIDED(Domain.AANTALLEN), PAID(Domain.AANTALLEN), STAFF(Domain.PERSONEEL),
        INSPECTED(Domain.INSPECTIES), WARNED(Domain.INSPECTIES), RECOVERY_PROPOSED(Domain.INSPECTIES), COMMITTED(Domain.BEGROTING), SPENT(Domain.BEGROTING), COMMITTED_PLANNED(Domain.BEGROTING),
        SPENT_PLANNED(Domain.BEGROTING), COMPLAINTS(Domain.KLACHTEN), COMPLAINTS_FOUNDED(Domain.KLACHTEN), COMPLAINTS_IN_TIME(Domain.KLACHTEN), SATISFACTION(Domain.KLACHTEN);

        private final Domain domain;

        What(Domain domain) {
            this.domain = domain;
        }

        public Domain domain() {
            return domain;
        }

        public boolean euro() {
            return domain == Domain.BEGROTING || this == RECOVERY_PROPOSED;
        }
    }

    /** {@code counted}, {@code published}: null where nothing is known. */
    public record Line(What what, BigDecimal counted, BigDecimal published) { }

    private static final String[] EVENTS = Stream.of(What.RECEIVED, What.DECIDED, What.PAID, What.INSPECTED, What.WARNED, What.RECOVERY_PROPOSED).map(What::name).toArray(String[]::new);
    /** Tells the inspections of all measures. */
    private static final String INSPECTORATE = "VSI";

    private final OwnWork ownWork;
    private final Publications publications;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    ShowDepartment(OwnWork ownWork, Publications publications, JdbcClient jdbc, CurrentActor currentActor) {
        this.ownWork = ownWork;
        this.publications = publications;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** @param board with all norms of the period and the one beside it */
    @Transactional(readOnly = true)
    public List<Line> of(Board board) {
        currentActor.require(ShowBoard.READERS);
        Period period = board.period();
        Map<What, BigDecimal> counted = new EnumMap<>(What.class);
        norms(counted, NormTally.of(board.norms()));
        events(counted, period);
        counted.put(What.STAFF, BigDecimal.valueOf(ownWork.staff(OwnWork.EVERY, period).people()));
        budget(counted, period);
        Complaints complaints = ownWork.complaints(OwnWork.EVERY, period);
        counted.put(What.COMPLAINTS, BigDecimal.valueOf(complaints.received()));
        counted.put(What.COMPLAINTS_FOUNDED, BigDecimal.valueOf(complaints.founded()));
        counted.put(What.COMPLAINTS_IN_TIME, BigDecimal.valueOf(complaints.inTime()));
        Map<What, BigDecimal> published = published(period);
        return Stream.of(What.values()).filter(what -> what.domain != Domain.BEGROTING || counted.containsKey(what)).map(what -> new Line(what, counted.get(what), published.get(what))).toList();
    }

    private static void norms(Map<What, BigDecimal> counted, NormTally tally) {
        counted.put(What.NORMS_MET, BigDecimal.valueOf(tally.met()));
        counted.put(What.NORMS_ALMOST, BigDecimal.valueOf(tally.almost()));
        counted.put(What.NORMS_BETWEEN, BigDecimal.valueOf(tally.between()));
        counted.put(What.NORMS_FAR, BigDecimal.valueOf(tally.far()));
        counted.put(What.NORMS_IMPROVED, BigDecimal.valueOf(tally.improved()));
        counted.put(What.NORMS_DECLINED, BigDecimal.valueOf(tally.declined()));
        counted.put(What.NORMS_STAYED, BigDecimal.valueOf(tally.stayed()));
    }

    /** One index range for each measure and event, whatever the years behind it. */
    private void events(Map<What, BigDecimal> counted, Period period) {
        jdbc.sql("""
                select told.name, case told.name when 'RECOVERY_PROPOSED' then coalesce(sum(found.amount), 0) else coalesce(sum(found.events), 0) end
                from board_measure m cross join unnest(:told) told(name)
                cross join lateral (select count(*) as events, sum(e.amount) as amount from history_event e
                                    where e.measure = m.code and e.name = told.name and e.ended_at is null and e.at >= cast(:from as date) and e.at < cast(:to as date) + 1) found
                group by told.name""").param("told", EVENTS).param("from", period.from()).param("to", period.to()).query(row -> {
                    counted.put(What.valueOf(row.getString(1)), row.getBigDecimal(2));
                });
    }

    /** What was realised goes before what was planned; receipts are in neither. */
    private void budget(Map<What, BigDecimal> counted, Period period) {
        record Sums(boolean realised, BigDecimal committed, BigDecimal paid) { }
        jdbc.sql("""
                select stage = 'GEREALISEERD' as realised, sum(committed) as committed, sum(paid) as paid from board_budget_now where year = ? and flow = 'UITGAVEN' group by stage
                order by stage desc limit 1""").param(period.to().getYear()).query(Sums.class).optional().ifPresent(sums -> {
                    counted.put(sums.realised ? What.COMMITTED : What.COMMITTED_PLANNED, sums.committed);
                    counted.put(sums.realised ? What.SPENT : What.SPENT_PLANNED, sums.paid);
                });
    }

    private Map<What, BigDecimal> published(Period period) {
        Map<What, BigDecimal> published = new EnumMap<>(What.class);
        Stream.of(ShowMeasure.DEPARTMENT, INSPECTORATE).flatMap(measure -> publications.figures(measure).stream())
                .filter(figure -> figure.volume() != null && Period.year(figure.year()).equals(period)).forEach(figure -> published.put(What.valueOf(figure.volume()), figure.value()));
        return published;
    }
}
