package be.dossierwerk.fine;

import be.dossierwerk.alert.HoldWarnings;
import be.dossierwerk.alert.Warning;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Warns the cell from the last working day before the last day on, beside the steps of the term's own ladder (procedures.md 4.2). */
@Service
public class WatchFines {

    private static final String SUBJECT = "BOETE";
    private static final int NEAR = 90;
    /** More days without work in a row do not occur. */
    private static final int LOOK_BACK = 12;

    private final Fines fines;
    private final HoldWarnings holdWarnings;
    private final Terms terms;
    private final Clock clock;

    WatchFines(Fines fines, HoldWarnings holdWarnings, Terms terms, Clock clock) {
        this.fines = fines;
        this.holdWarnings = holdWarnings;
        this.terms = terms;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT1H")
    @Transactional
    public void look() {
        List<Warning> warnings = fines.register(true, null).stream().filter(Fines.Line::running).flatMap(this::warning).toList();
        holdWarnings.hold(SUBJECT, null, warnings);
    }

    private Stream<Warning> warning(Fines.Line fine) {
        LocalDate from = lastWorkingDayBefore(fine.lastDay());
        return LocalDate.now(clock).isBefore(from) ? Stream.empty() : Stream.of(new Warning(fine.dossier(), NEAR, from, Roles.FINES, null,
                "De laatste dag om deze geldboete op te leggen is %s. Daarna kan het niet meer.".formatted(Dates.prose(fine.lastDay()))));
    }

    private LocalDate lastWorkingDayBefore(LocalDate last) {
        LocalDate found = last.minusDays(LOOK_BACK);
        for (LocalDate next = terms.workingDay(found, 1); next.isBefore(last); next = terms.workingDay(found, 1)) {
            found = next;
        }
        return found;
    }
}
