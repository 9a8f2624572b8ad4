package be.dossierwerk.board;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.board.OwnDossier.Fact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of our acts is which event of the yearly table (ADR 0032), as tables of cases; days of March 2030. */
class OwnDossierTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "erkenning,                 EERSTE,                 PORTAAL,    DC,   FIRST,        ONLINE",
        "erkenning,                 EERSTE,                 PAPIER,     DC,   FIRST,        PAPER",
        "erkenning,                 NIEUW_NUMMER,           PORTAAL,    DC,   FOLLOW_UP,    ONLINE",
        "erkenning,                 WIJZIGING_ACTIVITEITEN, PAPIER,     DC,   FOLLOW_UP,    PAPER",
        "intrekking-vrijwillig,     STOPZETTING,            PAPIER,     DC,   VOLUNTARY,    PAPER",
        "intrekking-vrijwillig,     ANDERE,                 PORTAAL,    DC,   VOLUNTARY,    ONLINE",
        "intrekking-vrijwillig,     FUSIE_OVERNAME,         MAIL,       DC,   MERGER,       PAPER",
        "intrekking-ambtshalve,     -,                      AMBTSHALVE, DC,   EX_OFFICIO,   EX_OFFICIO",
        "inbreukdossier,            -,                      VSI,        DC,   INFRINGEMENT, EX_OFFICIO",
        "inbreukdossier,            -,                      KLACHT,     DC,   INFRINGEMENT, EX_OFFICIO",
        "opleiding-goedkeuring,     -,                      PORTAAL,    OFDC, APPROVAL,     ONLINE",
        "opleiding-terugbetaling,   -,                      PAPIER,     OFDC, REFUND,       PAPER",
        "administratieve-geldboete, -,                      VSI,        AG,   PJ,           PAPER"})
    void each_procedure_is_a_kind_of_a_measure(String procedure, String variant, String source, String measure, String kind, String channel) {
        OwnDossier dossier = new OwnDossier("D-1", 1, procedure, variant, source, null, null, day(1), null, null, List.of());
        assertThat(List.of(dossier.measure(), dossier.kind(), dossier.channel())).containsExactly(measure, kind, channel);
        assertThat(OwnDossier.procedures()).contains(procedure);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "filed, and nothing else                   | erkenning             | -                          |    | RECEIVED 1",
        "the ordinary course                       | erkenning             | COMPLETE 2, PLACED 5, ADVISED 12, DECIDED 14, SIGNED 20 | | RECEIVED 1, COMPLETE 2, SENT_TO_COMMITTEE 5, PAUSED 5, ADVICE_GIVEN 12, RESUMED 12, DECIDED 14, SIGNED 20",
        "all on one day stands in its order        | erkenning             | SIGNED 1, DECIDED 1, COMPLETE 1 | | RECEIVED 1, COMPLETE 1, DECIDED 1, SIGNED 1",
        "a committee that still has it             | erkenning             | PLACED 5                   |    | RECEIVED 1, SENT_TO_COMMITTEE 5, PAUSED 5",
        "put off and placed again is one time      | erkenning             | PLACED 5, PLACED 9, ADVISED 12 | | RECEIVED 1, SENT_TO_COMMITTEE 5, PAUSED 5, ADVICE_GIVEN 12, RESUMED 12",
        "no advice came                            | erkenning             | PLACED 5, UNADVISED 20     |    | RECEIVED 1, SENT_TO_COMMITTEE 5, PAUSED 5, RESUMED 20",
        "twice at the committee                    | erkenning             | PLACED 5, ADVISED 8, PLACED 20, ADVISED 25 | | RECEIVED 1, SENT_TO_COMMITTEE 5, PAUSED 5, ADVICE_GIVEN 8, RESUMED 8, SENT_TO_COMMITTEE 20, PAUSED 20, ADVICE_GIVEN 25, RESUMED 25",
        "placed and advised on one day             | erkenning             | PLACED 5, ADVISED 5        |    | RECEIVED 1, SENT_TO_COMMITTEE 5, ADVICE_GIVEN 5",
        "an advice dated before it was placed      | erkenning             | PLACED 6, ADVISED 5        |    | RECEIVED 1, ADVICE_GIVEN 5, SENT_TO_COMMITTEE 6",
        "the fund's committee is no pause          | opleiding-goedkeuring | PLACED 5, ADVISED 12       |    | RECEIVED 1, SENT_TO_COMMITTEE 5, ADVICE_GIVEN 12",
        "a question to the applicant               | opleiding-goedkeuring | PAUSED 5-12                |    | RECEIVED 1, PAUSED 5, RESUMED 12",
        "a pause within another                    | erkenning             | PAUSED 5-20, PAUSED 8-9    |    | RECEIVED 1, PAUSED 5, RESUMED 20",
        "a pause that runs on after the advice     | erkenning             | PLACED 5, ADVISED 12, PAUSED 10-18 | | RECEIVED 1, SENT_TO_COMMITTEE 5, PAUSED 5, ADVICE_GIVEN 12, RESUMED 18",
        "one pause after the other                 | erkenning             | PAUSED 5-8, PAUSED 8-12    |    | RECEIVED 1, PAUSED 5, RESUMED 12",
        "two pauses apart                          | erkenning             | PAUSED 9-12, PAUSED 5-8    |    | RECEIVED 1, PAUSED 5, RESUMED 8, PAUSED 9, RESUMED 12",
        "a pause that goes on                      | erkenning             | PAUSED 5, PAUSED 8-12      |    | RECEIVED 1, PAUSED 5",
        "answered on the day of the question       | erkenning             | PAUSED 5-5                 |    | RECEIVED 1",
        "dropped while it was being looked at      | erkenning             | COMPLETE 2                 | INGETROKKEN_DOOR_AANVRAGER 9 | RECEIVED 1, COMPLETE 2, CANCELLED 9",
        "what was decided falls with the request   | erkenning             | COMPLETE 2, ADVISED 5, DECIDED 6, SIGNED 7 | INGETROKKEN_DOOR_AANVRAGER 9 | RECEIVED 1, COMPLETE 2, ADVICE_GIVEN 5, CANCELLED 9",
        "a request to withdraw that was taken back | intrekking-vrijwillig | -                          | VERZOEK_INGETROKKEN 9 | RECEIVED 1, CANCELLED 9",
        "closed without follow-up is no event      | erkenning             | -                          | ZONDER_GEVOLG 30 | RECEIVED 1",
        "an ex officio withdrawal is opened by us  | intrekking-ambtshalve | DECIDED 20, SIGNED 22, WITHDRAWN 25 | INGETROKKEN_AMBTSHALVE 25 | REGISTERED 1, DECIDED 20, SIGNED 22, WITHDRAWN 25",
        "a refund                                  | opleiding-terugbetaling | DECIDED 4, SIGNED 5, PAID 20:83.50 | GOEDGEKEURD 20 | RECEIVED 1, DECIDED 4, SIGNED 5, PAID 20 83.50",
        "a refund paid in two parts                | opleiding-terugbetaling | DECIDED 4, PAID 20:41.75, PAID 20:41.75 | GOEDGEKEURD 20 | RECEIVED 1, DECIDED 4, PAID 20 83.50",
        "a fine, after the prosecutor              | administratieve-geldboete | PROSECUTION_WAIVED 1, DECIDED 4, SIGNED 5, FINE_IMPOSED 6:300.00, APPEALED 9 | | RECEIVED 1, PROSECUTION_WAIVED 1, DECIDED 4, SIGNED 5, FINE_IMPOSED 6 300.00, APPEALED 9",
        "not opportune                             | administratieve-geldboete | PROSECUTION_WAIVED 1, NOT_OPPORTUNE 9 | NIET_OPPORTUUN 9 | RECEIVED 1, PROSECUTION_WAIVED 1, NOT_OPPORTUNE 9",
        "an infringement that ends in a warning    | inbreukdossier        | INSPECTED 1, DECIDED 20, WARNED 20 | WAARSCHUWING 20 | RECEIVED 1, INSPECTED 1, DECIDED 20, WARNED 20"})
    void acts_are_told_as_events(String what, String procedure, String facts, String ended, String events) {
        String[] end = ended == null ? new String[] {null, null} : ended.split(" ");
        OwnDossier dossier = new OwnDossier("D-1", 1, procedure, null, "PAPIER", null, null, day(1), end[1] == null ? null : day(Integer.parseInt(end[1])), end[0],
                facts == null ? List.of() : Arrays.stream(facts.split(", ")).map(OwnDossierTest::fact).toList());

        assertThat(dossier.events().stream().map(event -> event.act().event() + " " + event.on().getDayOfMonth() + (event.amount() == null ? "" : " " + event.amount()))
                .collect(Collectors.joining(", "))).as(what).isEqualTo(events);
    }

    @Test
    void each_event_is_one_that_files_may_bring() {
        assertThat(ImportHistory.EVENTS).containsAll(Arrays.stream(OwnAct.values()).map(OwnAct::event).filter(event -> event != null).toList());
    }

    private static Fact fact(String text) {
        String[] parts = text.split("[ :]");
        String[] days = parts[1].split("-");
        return new Fact(OwnAct.valueOf(parts[0]), day(Integer.parseInt(days[0])), days.length == 1 ? null : day(Integer.parseInt(days[1])),
                parts.length == 2 ? null : new BigDecimal(parts[2]));
    }

    private static LocalDate day(int ofMarch) {
        return LocalDate.of(2030, 3, ofMarch);
    }
}
