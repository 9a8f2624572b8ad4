package be.dossierwerk.board;

import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What somebody wants to freeze: a name that people use, such as "Jaarverslag 2020", the days, and those they are compared with. */
public record PeriodToFreeze(String name, LocalDate from, LocalDate to, LocalDate otherFrom, LocalDate otherTo) {

    private static final int LONGEST_NAME = 100;

    /** Only what is over can be frozen. @throws Refused board.frozen.invalid with all wrong fields */
    public void check(LocalDate today) {
        List<Refused.Field> wrong = new ArrayList<>();
        if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
            wrong.add(new Refused.Field("name", "board.frozen.wrong.name", LONGEST_NAME));
        }
        days(wrong, "from", from, "to", to, today);
        days(wrong, "otherFrom", otherFrom, "otherTo", otherTo, today);
        if (!wrong.isEmpty()) {
            throw new Refused("board.frozen.invalid", wrong, wrong.size());
        }
    }

    private static void days(List<Refused.Field> wrong, String firstField, LocalDate first, String lastField, LocalDate last, LocalDate today) {
        if (first == null) {
            wrong.add(new Refused.Field(firstField, "board.frozen.wrong.day"));
        }
        if (last == null) {
            wrong.add(new Refused.Field(lastField, "board.frozen.wrong.day"));
        } else if (!last.isBefore(today)) {
            wrong.add(new Refused.Field(lastField, "board.frozen.wrong.not-over"));
        } else if (first != null && last.isBefore(first)) {
            wrong.add(new Refused.Field(lastField, "board.frozen.wrong.order"));
        }
    }

    Period period() {
        return new Period(from, to);
    }

    Period other() {
        return new Period(otherFrom, otherTo);
    }
}
