package be.dossierwerk.reimbursement;

import static be.dossierwerk.reimbursement.Claims.DAY;
import static be.dossierwerk.reimbursement.Claims.SUBMITTED;
import static be.dossierwerk.reimbursement.Claims.claim;
import static be.dossierwerk.reimbursement.Claims.euros;
import static be.dossierwerk.reimbursement.Claims.internal;
import static be.dossierwerk.reimbursement.Claims.invoice;
import static be.dossierwerk.reimbursement.Claims.person;
import static be.dossierwerk.reimbursement.Claims.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import be.dossierwerk.reimbursement.Claim.Invoice;
import be.dossierwerk.reimbursement.Claim.Participant;
import be.dossierwerk.reimbursement.Claim.Session;
import be.dossierwerk.reimbursement.Claim.Training;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a claim, line by line. */
class ClaimCheckTest {

    private static final int TERM = 90;

    static Stream<Arguments> faults() {
        Session good = internal(person(1, "3.5"));
        Participant one = person(1, "3.5");
        return Stream.of(
                arguments("nothing", claim("D", good), ""),
                arguments("not approved", claim("D", on(good, new Training("OPL-7", "Strijken", TrainingType.INTERN, null, null))), "sessions[0].training not-approved"),
                arguments("before it was filed", claim("D", on(good, new Training("OPL-7", "Strijken", TrainingType.INTERN, DAY.plusDays(1), null))), "sessions[0].date not-eligible"),
                arguments("on the day it was filed", claim("D", on(good, new Training("OPL-7", "Strijken", TrainingType.INTERN, DAY, DAY))), ""),
                arguments("after it was struck off", claim("D", on(good, new Training("OPL-7", "Strijken", TrainingType.INTERN, DAY.minusDays(9), DAY.minusDays(1)))),
                        "sessions[0].date not-eligible"),
                arguments("employed until the day", claim("D", internal(new Participant(one.nationalNumber(), one.hours(), DAY, DAY))), ""),
                arguments("not yet employed", claim("D", internal(new Participant(one.nationalNumber(), one.hours(), DAY.plusDays(1), null))),
                        "sessions[0].participants[0] not-employed"),
                arguments("no longer employed", claim("D", internal(new Participant(one.nationalNumber(), one.hours(), DAY.minusDays(9), DAY.minusDays(1)))),
                        "sessions[0].participants[0] not-employed"),
                arguments("never employed", claim("D", internal(new Participant(one.nationalNumber(), one.hours(), null, null))), "sessions[0].participants[0] not-employed"),
                arguments("negative hours", claim("D", internal(person(1, "-1"))), "sessions[0].participants[0].hours hours-negative"),
                arguments("no hours", claim("D", internal(person(1, "0"))), "sessions[0].participants[0].hours hours-negative"),
                arguments("more hours than the session", claim("D", internal(person(1, "3.51"))), "sessions[0].participants[0].hours hours-too-many"),
                arguments("negative hours of the trainer", claim("D", session(TrainingType.INTERN, TrainerKind.EIGEN, "-0.5", null, one)), "sessions[0].trainerHours hours-negative"),
                arguments("ends before it starts", claim("D", new Session(good.training(), DAY, LocalTime.of(12, 0), LocalTime.of(9, 0), TrainerKind.EIGEN, BigDecimal.ONE,
                        List.of(person(1, "1")), null)), "sessions[0].end end-before-start"),
                arguments("another year", of(2026, SUBMITTED, false, good), "sessions[0].date other-year"),
                arguments("on the last day", of(2027, DAY.plusDays(TERM), false, good), ""),
                arguments("a day late", of(2027, DAY.plusDays(TERM + 1), false, good), "sessions[0].date too-late"),
                arguments("before it was given", of(2027, DAY.minusDays(1), false, good), "sessions[0].date not-given-yet"),
                arguments("paid by another fund", of(2027, SUBMITTED, true, good), "fundedElsewhere funded-elsewhere"),
                arguments("on the last day of its recognition", new Claim("D", "0403170701", DAY, DAY, 2027, SUBMITTED, false, List.of(good)), ""),
                arguments("after its recognition", new Claim("D", "0403170701", DAY.minusDays(9), DAY.minusDays(1), 2027, SUBMITTED, false, List.of(good)),
                        "sessions[0].date not-recognised"),
                arguments("before its recognition", new Claim("D", "0403170701", DAY.plusDays(1), null, 2027, SUBMITTED, false, List.of(good)),
                        "sessions[0].date not-recognised"),
                arguments("nobody", claim("D", internal()), "sessions[0].participants no-participants"),
                arguments("nothing claimed", claim("D"), "sessions no-sessions"),
                arguments("the same person twice", claim("D", internal(one, one)), "sessions[0].participants[1] twice-in-claim"),
                arguments("a wrong national number", claim("D", internal(new Participant("85073003329", one.hours(), DAY, null))),
                        "sessions[0].participants[0].nationalNumber national-number"),
                arguments("an invoice too many", claim("D", session(TrainingType.INTERN, TrainerKind.EIGEN, "1", invoice("1", "0", "1"), one)), "sessions[0].invoice invoice-not-expected"),
                arguments("no invoice", claim("D", session(TrainingType.EXTERN, TrainerKind.EXTERN, "1", null, one)), "sessions[0].invoice invoice"),
                arguments("an invoice without number", claim("D", session(TrainingType.EXTERN, TrainerKind.EXTERN, "1", new Invoice(" ", DAY, euros("1"), euros("0"), euros("1")), one)),
                        "sessions[0].invoice invoice"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void every_fault_names_its_field(String fault, Claim claim, String expected) {
        assertThat(check(claim)).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource({"100.00, 21.00, 121.00, ''", "100.00, 0.00, 100.00, ''", "100.00, 6.00, 106.00, ''", "33.33, 7.00, 40.33, ''", "100.00, 20.00, 120.00, vat",
            "100.00, 21.00, 120.99, vat", "33.33, 6.99, 40.32, vat", "-1.00, 0.00, -1.00, amount", "1.001, 0.00, 1.001, amount", "100.00, , 100.00, amount"})
    void the_vat_of_an_invoice_has_a_known_rate_and_adds_up(String exclusive, String vat, String inclusive, String fault) {
        Invoice invoice = new Invoice("F-1", DAY, euros(exclusive), vat == null ? null : euros(vat), euros(inclusive));
        List<String> found = check(claim("D", session(TrainingType.EXTERN, TrainerKind.EXTERN, "1", invoice, person(1, "1"))));

        assertThat(found).isEqualTo(switch (fault) {
            case "vat" -> List.of("sessions[0].invoice.vat vat");
            case "amount" -> List.of("sessions[0].invoice invoice-amount");
            default -> List.of();
        });
    }

    @Test
    void all_faults_of_all_lines_are_said_at_once() {
        Session wrong = internal(person(1, "-1"), new Participant("1", BigDecimal.ONE, null, null));
        assertThat(check(claim("D", internal(person(2, "1")), on(wrong, new Training("X", "X", TrainingType.INTERN, null, null)))))
                .containsExactly("sessions[1].training not-approved", "sessions[1].participants[0].hours hours-negative", "sessions[1].participants[1].nationalNumber national-number");
    }

    @Test
    void an_unknown_term_asks_a_person() {
        assertThatThrownBy(() -> ClaimCheck.of(claim("D", internal(person(1, "1"))), day -> Map.of(), day -> Set.of())).hasMessage("reimbursement.parameter-missing");
    }

    private static Claim of(int year, LocalDate submittedOn, boolean fundedElsewhere, Session session) {
        return new Claim("D", "0403170701", LocalDate.of(2019, 5, 1), null, year, submittedOn, fundedElsewhere, List.of(session));
    }

    private static List<String> check(Claim claim) {
        return ClaimCheck.of(claim, day -> Map.of(ReimbursementParameter.INDIENEN_DAGEN, BigDecimal.valueOf(TERM)),
                        day -> Set.of(euros("0"), euros("6"), euros("12"), euros("21"))).stream()
                .map(field -> field.name() + " " + field.key().replace("reimbursement.field.", "")).toList();
    }

    private static Session on(Session session, Training training) {
        return new Session(training, session.date(), session.start(), session.end(), session.trainer(), session.trainerHours(), session.participants(), session.invoice());
    }
}
