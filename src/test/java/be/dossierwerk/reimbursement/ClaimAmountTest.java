package be.dossierwerk.reimbursement;

import static be.dossierwerk.reimbursement.Claims.DAY;
import static be.dossierwerk.reimbursement.Claims.euros;
import static be.dossierwerk.reimbursement.Claims.invoice;
import static be.dossierwerk.reimbursement.Claims.person;
import static be.dossierwerk.reimbursement.Claims.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.dossierwerk.reimbursement.Claim.Participant;
import be.dossierwerk.reimbursement.Claim.Session;
import be.dossierwerk.reimbursement.ClaimAmount.State;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The amounts of procedures.md D9, case by case. */
class ClaimAmountTest {

    private static final BigDecimal PLENTY = euros("1000000.00");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            // type   | trainer | trainer hours | people x hours | invoice excl | wages  | trainer
            "INTERN  | EIGEN   | 3.5           | 4 x 3.5        |              | 203.00 | 105.00",
            "INTERN  | EIGEN   | 0             | 1 x 0.25       |              |   3.63 |   0.00",
            "INTERN  | EIGEN   | 1.25          | 3 x 1.01       |              |  43.94 |  37.50",
            "EXTERN  | EXTERN  | 3.5           | 10 x 3.5       |       400.00 | 507.50 | 400.00",
            "EXTERN  | EXTERN  | 3.5           | 10 x 3.5       |       500.01 | 507.50 | 500.00",
            "EXTERN  | EXTERN  | 0             | 1 x 1          |         0.00 |  14.50 |   0.00",
            "TERREIN | EIGEN   | 2             | 1 x 2          |              |   0.00 |  80.00",
            "TERREIN | EXTERN  | 2             | 1 x 2          |              |   0.00 |  90.00"})
    void a_line_is_worth_its_hours_and_its_trainer(TrainingType type, TrainerKind trainer, String trainerHours, String people, String invoice, String wages, String teaching) {
        String[] parts = people.split(" x ");
        Participant[] all = IntStream.range(0, Integer.parseInt(parts[0])).mapToObj(i -> person(i + 1, parts[1])).toArray(Participant[]::new);
        Session session = session(type, trainer, trainerHours, invoice == null ? null : invoice(invoice, "0.00", invoice), all);
        ClaimAmount amount = amount(PLENTY, session);

        assertThat(amount.lines()).singleElement().satisfies(line -> {
            assertThat(line.wages()).isEqualTo(wages);
            assertThat(line.trainer()).isEqualTo(teaching);
        });
        assertThat(amount.claimed()).isEqualTo(euros(wages).add(euros(teaching))).isEqualTo(amount.payable());
        assertThat(amount.state()).isEqualTo(State.GOEDGEKEURD);
    }

    @ParameterizedTest
    @CsvSource({"308.00, 308.00, GOEDGEKEURD", "308.01, 308.00, GOEDGEKEURD", "307.99, 307.99, GEDEELTELIJK", "0.01, 0.01, GEDEELTELIJK", "0.00, 0.00, GEWEIGERD",
            "-5.00, 0.00, GEWEIGERD"})
    void never_more_is_paid_than_is_left_of_the_budget(String balance, String payable, State state) {
        ClaimAmount amount = amount(euros(balance), Claims.internal(person(1, "3.5"), person(2, "3.5"), person(3, "3.5"), person(4, "3.5")));

        assertThat(amount.claimed()).isEqualTo("308.00");
        assertThat(amount.payable()).isEqualTo(payable);
        assertThat(amount.state()).isEqualTo(state);
    }

    @Test
    void an_invoice_counts_with_or_without_vat_as_the_parameter_says() {
        Session session = session(TrainingType.EXTERN, TrainerKind.EXTERN, "0", invoice("100.00", "21.00", "121.00"), person(1, "1"));
        assertThat(amount(PLENTY, session).lines().get(0).trainer()).isEqualTo("100.00");
        Map<ReimbursementParameter, BigDecimal> withVat = rates();
        withVat.put(ReimbursementParameter.FACTUUR_BTW_TELT_MEE, BigDecimal.ONE);
        assertThat(ClaimAmount.of(List.of(session), day -> withVat, PLENTY).lines().get(0).trainer()).isEqualTo("121.00");
    }

    @Test
    void an_invoice_counts_once_however_many_lessons_it_covers_and_however_it_is_written() {
        Session first = session(TrainingType.EXTERN, TrainerKind.EXTERN, "0", invoice("100.00", "21.00", "121.00"), person(1, "1"));
        Session again = new Session(first.training(), DAY.plusDays(1), first.start(), first.end(), first.trainer(), first.trainerHours(), first.participants(),
                new Claim.Invoice("f 12", DAY, euros("100.00"), euros("21.00"), euros("121.00")));
        ClaimAmount amount = amount(PLENTY, first, again);
        assertThat(amount.claimed()).isEqualTo("129.00");
        assertThat(amount.lines().get(1).sums()).isEqualTo("1 uur × 14,50 euro + factuur f 12, die al meetelt bij een andere les van deze aanvraag = 14,50 euro");
        ClaimAmount elsewhere = ClaimAmount.of(List.of(first), day -> rates(), PLENTY, Map.of(first.invoice().key(), "in dossier DC-OFT-2027-00001"));
        assertThat(elsewhere.claimed()).isEqualTo("14.50");
        assertThat(elsewhere.lines().get(0).sums()).contains("die al meetelt in dossier DC-OFT-2027-00001");
    }

    @Test
    void the_sums_are_said_in_words() {
        assertThat(amount(PLENTY, Claims.internal(person(1, "3.5"), person(2, "2"))).lines().get(0).sums())
                .isEqualTo("5,5 uur × 14,50 euro + 3,5 uur lesgever × 30,00 euro = 184,75 euro");
        assertThat(amount(PLENTY, session(TrainingType.EXTERN, TrainerKind.EXTERN, "0", invoice("600.00", "0.00", "600.00"), person(1, "1"))).lines().get(0).sums())
                .isEqualTo("1 uur × 14,50 euro + factuur 600,00 euro, hoogstens 500,00 euro = 514,50 euro");
    }

    /** Every parameter that a line asks can be the one that nobody recorded. */
    @ParameterizedTest
    @EnumSource(value = ReimbursementParameter.class, names = {"INDIENEN_DAGEN", "STEEKPROEF_PROCENT", "VIER_OGEN_VANAF"}, mode = EnumSource.Mode.EXCLUDE)
    void a_missing_parameter_asks_a_person_and_never_counts_as_zero(ReimbursementParameter parameter) {
        Map<ReimbursementParameter, BigDecimal> rates = rates();
        rates.remove(parameter);
        Refused refused = catchThrowableOfType(Refused.class, () -> ClaimAmount.of(one_of_each(), day -> rates, PLENTY));

        assertThat(refused).hasMessage("reimbursement.parameter-missing");
        assertThat(refused.args()).containsExactly(parameter.inWords() + " op 12/03/2027");
    }

    @Test
    void all_that_is_missing_is_said_at_once() {
        Refused refused = catchThrowableOfType(Refused.class, () -> ClaimAmount.of(one_of_each(), day -> Map.of(), PLENTY));
        assertThat(((String) refused.args()[0]).split("; ")).hasSize(8);
    }

    @Test
    void each_session_counts_with_the_rate_of_its_own_day() {
        Session before = Claims.internal(person(1, "1"));
        Session after = new Session(before.training(), LocalDate.of(2027, 7, 1), before.start(), before.end(), before.trainer(), before.trainerHours(), before.participants(), null);
        Map<ReimbursementParameter, BigDecimal> later = rates();
        later.put(ReimbursementParameter.LOON_INTERN, euros("15.00"));
        ClaimAmount amount = ClaimAmount.of(List.of(before, after), day -> day.isBefore(LocalDate.of(2027, 7, 1)) ? rates() : later, PLENTY);

        assertThat(amount.lines()).extracting(line -> line.wages().toString()).containsExactly("14.50", "15.00");
    }

    @ParameterizedTest
    @CsvSource({"INTERN, EXTERN", "EXTERN, EIGEN"})
    void a_trainer_that_does_not_fit_the_type_is_refused(TrainingType type, TrainerKind trainer) {
        assertThatThrownBy(() -> amount(PLENTY, session(type, trainer, "1", null, person(1, "1")))).hasMessage("reimbursement.trainer");
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 77, 777})
    void whatever_is_claimed_adds_up_and_stays_within_the_budget(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            List<Session> sessions = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                Participant[] people = IntStream.range(0, 1 + random.nextInt(5)).mapToObj(n -> person(n + 1, BigDecimal.valueOf(1 + random.nextInt(350), 2).toPlainString()))
                        .toArray(Participant[]::new);
                String hours = BigDecimal.valueOf(random.nextInt(350), 2).toPlainString();
                sessions.add(switch (random.nextInt(3)) {
                    case 0 -> session(TrainingType.INTERN, TrainerKind.EIGEN, hours, null, people);
                    case 1 -> session(TrainingType.EXTERN, TrainerKind.EXTERN, hours, invoice("333.33", "0.00", "333.33"), people);
                    default -> session(TrainingType.TERREIN, TrainerKind.EXTERN, hours, null, people);
                });
            }
            BigDecimal balance = BigDecimal.valueOf(random.nextInt(200_000), 2);
            ClaimAmount amount = ClaimAmount.of(sessions, day -> rates(), balance);

            assertThat(amount.claimed()).isEqualTo(amount.lines().stream().map(ClaimAmount.Line::amount).reduce(euros("0.00"), BigDecimal::add));
            assertThat(amount.payable()).isNotNegative().isLessThanOrEqualTo(balance).isLessThanOrEqualTo(amount.claimed());
            assertThat(amount.payable().scale()).isEqualTo(2);
            assertThat(amount.state() == State.GOEDGEKEURD).isEqualTo(amount.claimed().signum() > 0 && amount.claimed().compareTo(balance) <= 0);
        }
    }

    private static List<Session> one_of_each() {
        return List.of(Claims.internal(person(1, "1")), session(TrainingType.EXTERN, TrainerKind.EXTERN, "0", invoice("1.00", "0.00", "1.00"), person(2, "1")),
                session(TrainingType.TERREIN, TrainerKind.EIGEN, "1", null, person(3, "1")), session(TrainingType.TERREIN, TrainerKind.EXTERN, "1", null, person(4, "1")));
    }

    private static ClaimAmount amount(BigDecimal balance, Session... sessions) {
        return ClaimAmount.of(List.of(sessions), day -> rates(), balance);
    }

    private static Map<ReimbursementParameter, BigDecimal> rates() {
        return new EnumMap<>(Map.of(ReimbursementParameter.LOON_INTERN, euros("14.50"), ReimbursementParameter.LOON_EXTERN, euros("14.50"),
                ReimbursementParameter.LOON_TERREIN, euros("0"), ReimbursementParameter.LESGEVER_INTERN, euros("30.00"),
                ReimbursementParameter.LESGEVER_TERREIN_EIGEN, euros("40.00"), ReimbursementParameter.LESGEVER_TERREIN_EXTERN, euros("45.00"),
                ReimbursementParameter.FACTUUR_MAXIMUM, euros("500"), ReimbursementParameter.FACTUUR_BTW_TELT_MEE, euros("0")));
    }
}
