package be.dossierwerk.request;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.shared.MovableClock;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The terms of complaints and openness requests as a table (procedures.md 1.10, 4.1, 4.2, 4.6): what binds the department is never rolled. */
@DossierwerkTest
class RequestTermsTest {

    @Autowired private ApplicationContext spring;
    @Autowired private Terms terms;
    @Autowired private Dossiers dossiers;
    @Autowired private MovableClock clock;

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @ParameterizedTest(name = "{0} from {1}, extended {2}: {3} ({4})")
    @CsvSource({
        "T-OPB-01, 2025-04-01, false, 2025-04-21, the vector of 4.6: ends on Easter Monday and is not rolled",
        "T-OPB-01, 2025-04-01, true,  2025-05-11, forty days end on a Sunday",
        "T-OPB-01, 2026-12-12, false, 2027-01-01, New Year is a last day like any other",
        "T-OPB-01, 2026-11-21, true,  2026-12-31, forty days over the end of the year",
        "T-OPB-01, 2028-02-15, false, 2028-03-06, a leap year has one day more",
        "T-OPB-01, 2027-02-15, false, 2027-03-07, and this one has not: a Sunday",
        "T-OPB-01, 2027-07-01, false, 2027-07-21, the national holiday",
        "T-OPB-01, 2027-06-11, true,  2027-07-21, the national holiday after an extension",
        "T-KLA-01, 2027-03-19, false, 2027-03-29, ten days end on Easter Monday",
        "T-KLA-01, 2027-06-01, false, 2027-06-11, ten days end on a Friday",
        "T-KLA-02, 2027-06-01, false, 2027-07-16, forty-five days",
        "T-KLA-02, 2027-11-10, false, 2027-12-25, forty-five days end at Christmas",
        "T-OPB-03, 2027-04-01, false, 2027-05-03, the requester has until the next working day: 1 May is a Saturday",
        "T-OPB-04, 2027-11-25, false, 2027-12-27, and so has who appeals: Christmas is a Saturday"
    })
    void the_last_day(String rule, LocalDate event, boolean extended, LocalDate last, String why) {
        RequestDesk desk = new RequestDesk(spring);
        desk.morning(event);
        String dossier = desk.as("els", () -> dossiers.open(new Dossiers.NewDossier("openbaarheid", "OPB", "Mia Lambrecht", null, null, "MAIL", event, null, null)));
        desk.does("els", () -> terms.start(dossier, rule, event));
        if (extended) {
            desk.does("an", () -> terms.extend(dossier, rule, terms.amount("T-OPB-02"), "Er is meer tijd nodig."));
        }
        assertThat(terms.due(dossier, rule)).as(why).isEqualTo(last);
    }
}
