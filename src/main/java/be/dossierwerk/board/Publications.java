package be.dossierwerk.board;

import be.dossierwerk.board.BudgetLine.Flow;
import be.dossierwerk.board.BudgetLine.Stage;
import be.dossierwerk.board.PublishedFigure.Domain;
import be.dossierwerk.board.PublishedFigure.Unit;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was published of measures, each figure as it was last recorded. */
@Component
class Publications {

    private static final String FIGURES = """
            select measure, domain, name, volume, unit, year, value, printed, trend, note, publication, published_on, source from board_figure_now f
            where measure = :measure order by (select min(id) from board_figure first where first.measure = f.measure and first.name = f.name), year""";

    private final JdbcClient jdbc;

    Publications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String name(String measure) {
        return jdbc.sql("select name from board_measure where code = ?").param(measure).query(String.class).single();
    }

    /** In the order in which they were published first, oldest year first. */
    List<PublishedFigure> figures(String measure) {
        return jdbc.sql(FIGURES).param("measure", measure)
                .query((row, i) -> new PublishedFigure(row.getString(1), Domain.valueOf(row.getString(2)), row.getString(3), row.getString(4), Unit.valueOf(row.getString(5)), row.getInt(6),
                        row.getBigDecimal(7), row.getString(8), row.getString(9), row.getString(10), row.getString(11), row.getObject(12, LocalDate.class), row.getString(13))).list();
    }

    /** In the order of the budget, oldest year first. */
    List<BudgetLine> budget(String measure) {
        return jdbc.sql("""
                select objective, name, measures, article, year, stage, flow, committed, paid, publication, published_on, source from board_budget_now b
                where measures @> array[cast(:measure as text)]
                order by (select min(id) from board_budget first where first.objective = b.objective and first.name = b.name), year, stage desc""").param("measure", measure)
                .query((row, i) -> new BudgetLine(row.getString(1), row.getString(2), List.of((String[]) row.getArray(3).getArray()), row.getString(4), row.getInt(5), Stage.valueOf(row.getString(6)),
                        Flow.valueOf(row.getString(7)), row.getBigDecimal(8), row.getBigDecimal(9), row.getString(10), row.getObject(11, LocalDate.class), row.getString(12))).list();
    }
}
