package be.dossierwerk.fine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The last day to impose a fine, from a table written from procedures.md 4.2 and 4.3: eight months, variant A, no shift. */
@DossierwerkTest
class FineLastDayTest {

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private RegisterFine registerFine;
    @Autowired private Dossiers dossiers;
    @Autowired private Terms terms;
    @Autowired private Fines fines;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;

    private FineDesk desk;

    @BeforeEach
    void background_executor_rests() {
        jobs.byHand();
        desk = new FineDesk(acts, people, currentActor, registerFine, jobs, clock);
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @ParameterizedTest(name = "{0} gives {1}: {2}")
    @CsvSource(textBlock = """
            2020-04-24, 2020-12-24, the vector of procedures.md 4.6
            2027-01-15, 2027-09-15, the same day of the month
            2027-01-31, 2027-09-30, a month end without that day
            2027-04-30, 2027-12-30, a month end is not a last day: variant A and not B
            2026-06-30, 2027-02-28, February
            2027-06-30, 2028-02-29, February of a leap year
            2027-06-29, 2028-02-29, the leap day itself
            2028-02-29, 2028-10-29, from the leap day
            2027-05-01, 2028-01-01, a holiday does not shift
            2027-02-21, 2027-10-21, a Sunday as a start counts
            2027-01-10, 2027-09-10, a Friday
            2027-01-11, 2027-09-11, a Saturday does not shift
            """)
    void the_last_day_is_eight_months_after_the_decision_of_the_prosecutor(LocalDate decided, LocalDate last, String why) {
        desk.atWithoutJobs(decided, LocalTime.of(9, 0));
        String dossier = desk.registered(decided.minusDays(40), decided);

        assertThat(terms.due(dossier, "T-AGB-01")).as(why).isEqualTo(last);
        assertThat(fines.get(dossier).prosecutor().lastDay()).isEqualTo(last);
    }

    @ParameterizedTest(name = "{0}: on {1} still, the day after no more")
    @CsvSource({"2027-01-31, 2027-09-30", "2027-06-30, 2028-02-29", "2027-05-01, 2028-01-01"})
    void a_fine_is_possible_on_the_last_day_and_refused_the_day_after(LocalDate decided, LocalDate last) {
        desk.at(decided, LocalTime.of(9, 0));
        String inTime = desk.registered(decided.minusDays(40), decided);
        String tooLate = desk.registered(decided.minusDays(40), decided);
        String notPosted = desk.registered(decided.minusDays(40), decided);
        for (String dossier : new String[] {inTime, tooLate, notPosted}) {
            desk.heardInVain(dossier);
            desk.amount(dossier, "500");
            desk.readyToSign(dossier);
        }
        desk.at(last, LocalTime.of(23, 30));
        desk.sign(inTime);
        desk.sign(notPosted);
        desk.post(inTime);
        assertThat(fines.get(inTime).imposed()).hasValueSatisfying(entry -> assertThat(entry.valuedOn()).isEqualTo(last));
        assertThat(terms.of(inTime)).filteredOn(term -> term.rule().equals("T-AGB-01")).extracting(TermStanding::stoppedOn).containsExactly(last);

        desk.atWithoutJobs(last.plusDays(1), LocalTime.of(0, 1));
        assertThatThrownBy(() -> desk.sign(tooLate)).isInstanceOf(Refused.class).hasMessage("casework.last-day-over");
        assertThatThrownBy(() -> desk.post(notPosted)).isInstanceOf(Refused.class).hasMessage("casework.last-day-over");
        jobs.run();
        assertThat(dossiers.get(tooLate).outcome()).isEqualTo("TERMIJN_VERSTREKEN");
        assertThat(fines.get(tooLate).entries()).isEmpty();
        // What was handed to the post on the last day may be registered the day after.
        desk.send("els", notPosted, "UserTask_ZendingRegistreren", be.dossierwerk.demo.TypedForms.posted(last, 2));
        jobs.run();
        assertThat(fines.get(notPosted).imposed()).hasValueSatisfying(entry -> assertThat(entry.valuedOn()).isEqualTo(last));
    }
}
