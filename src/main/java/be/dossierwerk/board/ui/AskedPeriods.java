package be.dossierwerk.board.ui;

import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.shared.Refused;
import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A period and the one beside it as every page of the board has them in its address: who gets the link sees the same. */
record AskedPeriods(Period period, Period other) {

    private static final String YEAR = "(19|20)[0-9]{2}";
    private static final String DAY = YEAR + "-[0-9]{2}-[0-9]{2}";

    /** What is not asked for is {@code otherwise}, beside it the year before. A whole year may be asked for as jaar=2020&amp;naast=2019. */
    static AskedPeriods of(QueryParameters query, Period otherwise) {
        List<Refused.Field> wrong = new ArrayList<>();
        Period period = period(query, new String[] {"jaar", "van", "tot"}, otherwise, wrong);
        Period other = period(query, new String[] {"naast", "naastvan", "naasttot"}, period.yearBefore(), wrong);
        if (!wrong.isEmpty()) {
            throw new Refused("board.address", wrong);
        }
        return new AskedPeriods(period, other);
    }

    private static Period period(QueryParameters query, String[] names, Period otherwise, List<Refused.Field> wrong) {
        Optional<String> year = query.getSingleParameter(names[0]);
        if (year.isPresent()) {
            if (year.get().matches(YEAR)) {
                return Period.year(Integer.parseInt(year.get()));
            }
            wrong.add(new Refused.Field(names[0], "board.address.year", names[0], year.get()));
            return otherwise;
        }
        LocalDate from = day(query, names[1], otherwise.from(), wrong);
        LocalDate to = day(query, names[2], otherwise.to(), wrong);
        if (to.isBefore(from)) {
            wrong.add(new Refused.Field(names[2], "board.address.reversed", names[1], names[2]));
            return otherwise;
        }
        return new Period(from, to);
    }

    private static LocalDate day(QueryParameters query, String name, LocalDate otherwise, List<Refused.Field> wrong) {
        String typed = query.getSingleParameter(name).orElse(null);
        if (typed == null) {
            return otherwise;
        }
        try {
            if (typed.matches(DAY)) {
                return LocalDate.parse(typed);
            }
        } catch (DateTimeException e) {
            // Said below, as of any other text that is no day.
        }
        wrong.add(new Refused.Field(name, "board.address.day", name, typed));
        return otherwise;
    }

    /** Without a question mark. */
    String query() {
        return "van=" + period.from() + "&tot=" + period.to() + "&naastvan=" + other.from() + "&naasttot=" + other.to();
    }

    /** As it is asked for where only one period counts. */
    static String query(Period period) {
        return "van=" + period.from() + "&tot=" + period.to();
    }

    /** Beside it stands what stood there; or again the year before, when that it was. */
    AskedPeriods with(Period chosen) {
        return new AskedPeriods(chosen, other.equals(period.yearBefore()) ? chosen.yearBefore() : other);
    }
}
