package be.dossierwerk.reimbursement;

import static be.dossierwerk.reimbursement.Claims.at;
import static be.dossierwerk.reimbursement.Claims.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.parameter.DatedParameter;
import be.dossierwerk.parameter.RecordParameter;
import be.dossierwerk.reimbursement.ReimbursementClaims.Filed;
import be.dossierwerk.reimbursement.ReimbursementClaims.Line;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.trainingbudget.Budgets;
import be.dossierwerk.withdrawal.RecognisedFixture;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A filed claim on a real PostgreSQL: what it is worth, what the budget bears of it, and what is refused. */
class FiledClaimTest {

    private static final String RECOGNITION = "DC-ERK-2019-00001";

    private static ClaimDesk desk;
    private static int serial;
    private static int undertakings;
    private static String undertaking;

    @BeforeAll
    static void boot() throws Exception {
        desk = new ClaimDesk();
        desk.dossier(RECOGNITION, "erkenning");
        undertaking = "0403170701";
        String waits = claim(at(9, 12, person(1, "3")));
        assertThat(compute(waits)).isFalse();
        assertThat(filed(waits).missing()).contains("eigen lesgever per uur bij een interne opleiding op 12/03/2027", "aantal dagen om een aanvraag in te dienen");
        assertThat(filed(waits).granted()).isNull();
        parameter(ReimbursementParameter.LESGEVER_INTERN, "40");
        assertThat(compute(waits)).as("the term to submit is still missing").isFalse();
        parameter(ReimbursementParameter.INDIENEN_DAGEN, "20");
        assertThat(compute(waits)).isTrue();
        assertThat(filed(waits).missing()).isNull();
    }

    @BeforeEach
    void another_undertaking() {
        undertaking = RecognisedFixture.number(5_000 + ++undertakings);
    }

    @AfterAll
    static void shutDown() throws Exception {
        desk.close();
    }

    @Test
    void a_claim_is_kept_as_it_was_asked() {
        Claim.Session lesson = at(9, 12, person(10, "3"), person(11, "1.5"));
        Filed claim = filed(claim(lesson));
        assertThat(claim.lines()).singleElement().satisfies(line -> {
            assertThat(line.session().training()).isEqualTo(lesson.training());
            assertThat(line.session().start()).isEqualTo(lesson.start());
            assertThat(line.session().participants()).extracting(Claim.Participant::nationalNumber)
                    .containsExactlyElementsOf(lesson.participants().stream().map(Claim.Participant::nationalNumber).sorted().toList());
            assertThat(line.refused()).isFalse();
        });
        assertThat(claim.iban()).isEqualTo("BE68539007547034");
    }

    @Test
    void what_the_budget_does_not_bear_is_not_granted_and_what_is_granted_is_set_apart() {
        int year = 2027;
        budget(year, "100.00");
        // Three hours at 14.50 and one of the trainer at 40.
        String first = claim(at(9, 12, person(20, "3")));
        assertThat(compute(first)).isTrue();
        assertThat(filed(first).granted()).isEqualTo("83.50");
        assertThat(filed(first).state()).isEqualTo(ClaimAmount.State.GOEDGEKEURD);
        String second = claim(at(9, 12, person(21, "3")));
        assertThat(compute(second)).isTrue();
        assertThat(filed(second).claimed()).isEqualTo("83.50");
        assertThat(filed(second).granted()).isEqualTo("16.50");
        assertThat(filed(second).state()).isEqualTo(ClaimAmount.State.GEDEELTELIJK);
        String third = claim(at(9, 12, person(22, "3")));
        assertThat(compute(third)).isTrue();
        assertThat(filed(third).state()).isEqualTo(ClaimAmount.State.GEWEIGERD);
        assertThat(left(year)).isEqualTo("0.00");

        bean(ReimbursementClaims.class).refuse(first, Map.of(1, "de handtekeningen ontbreken"));
        assertThat(compute(first)).isTrue();
        assertThat(filed(first).granted()).isEqualTo("0.00");
        assertThat(filed(first).inWords()).contains("Geweigerd: de handtekeningen ontbreken");
        assertThat(left(year)).isEqualTo("83.50");
        assertThat(compute(second)).isTrue();
        assertThat(filed(second).granted()).isEqualTo("83.50");
        assertThat(compute(second)).as("again is the same").isTrue();
        assertThat(left(year)).isEqualTo("16.50");
    }

    @Test
    void a_lesson_that_was_claimed_too_late_is_refused_with_its_last_day() {
        // The 12th of March and twenty days is the 1st of April, the day of the claim; a day less is too late.
        String inTime = claim(at(9, 12, person(30, "3")));
        compute(inTime);
        assertThat(filed(inTime).lines()).noneMatch(Line::refused);
        String late = claim(Claims.SUBMITTED.plusDays(1), at(9, 12, person(31, "3")));
        compute(late);
        assertThat(filed(late).lines()).extracting(Line::refusedBecause)
                .containsExactly("de aanvraag kwam te laat; de laatste dag voor deze les was donderdag 1 april 2027.");
        assertThat(filed(late).state()).isEqualTo(ClaimAmount.State.GEWEIGERD);
    }

    @Test
    void who_came_first_keeps_its_place_and_the_sentence_says_who_that_was() {
        budget(2027, "100.00");
        String first = claim(at(9, 12, person(40, "3")));
        String second = claim(at(9, 12, person(41, "3")));
        compute(first);
        compute(second);
        assertThat(filed(first).budgetWords()).isNull();
        assertThat(filed(second).budgetWords()).isEqualTo("Het opleidingsbudget van 2027 is 100,00 euro. Eerst kwam: dossier %s voor 83,50 euro. Voor deze aanvraag blijft er 16,50 euro over."
                .formatted(first));
        bean(ReimbursementClaims.class).refuse(first, Map.of(1, "de handtekeningen ontbreken"));
        compute(first);
        // 83.50 came free, but the second claim asked before the third and was not checked yet.
        String third = claim(at(9, 12, person(42, "3")));
        compute(third);
        assertThat(filed(third).granted()).isEqualTo("16.50");
        assertThat(filed(third).budgetWords()).contains("Eerst kwam: dossier %s voor 83,50 euro.".formatted(second)).endsWith("Voor deze aanvraag blijft er 16,50 euro over.");
        compute(second);
        assertThat(filed(second).granted()).isEqualTo("83.50");
        assertThat(left(2027)).isEqualTo("0.00");
    }

    @Test
    void a_claim_waits_for_one_that_came_first_and_cannot_be_computed_yet() {
        budget(2027, "100.00");
        Claim.Session external = Claims.session(TrainingType.EXTERN, TrainerKind.EXTERN, "0", Claims.invoice("50.00", "10.50", "60.50"), person(50, "3"));
        String first = claim(external);
        String second = claim(at(9, 12, person(51, "3")));
        assertThat(compute(first)).as("no amount limits an invoice yet").isFalse();
        assertThat(compute(second)).isFalse();
        assertThat(filed(second).missing()).isEqualTo("het bedrag van aanvraag %s, die eerst kwam".formatted(first));
    }

    @Test
    void without_a_budget_nothing_is_granted_and_the_reason_is_said() {
        String dossier = claim(at(9, 12, person(60, "3")));
        compute(dossier);
        assertThat(filed(dossier).granted()).isEqualTo("0.00");
        assertThat(filed(dossier).budgetWords()).isEqualTo("De onderneming heeft geen opleidingsbudget voor 2027.");
    }

    /** Whatever is claimed and refused, in whatever order it is computed again: who came first gets all that is left, to the cent. */
    @ParameterizedTest
    @ValueSource(longs = {3, 33, 333})
    void whatever_is_claimed_the_budget_goes_to_who_came_first(long seed) {
        Random random = new Random(seed);
        BigDecimal budget = BigDecimal.valueOf(random.nextInt(60_000), 2);
        budget(2027, budget.toPlainString());
        List<String> dossiers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String hours = BigDecimal.valueOf(1 + random.nextInt(300), 2).toPlainString();
            dossiers.add(claim(at(9, 12, person(1000 + i, hours)), at(13, 16, person(1000 + i, hours))));
            compute(dossiers.get(i));
            if (random.nextInt(3) == 0) {
                String one = dossiers.get(random.nextInt(dossiers.size()));
                bean(ReimbursementClaims.class).refuse(one, Map.of(1 + random.nextInt(2), "niet bewezen"));
                compute(one);
            }
            within(budget, dossiers);
        }
        dossiers.forEach(FiledClaimTest::compute);
        BigDecimal rest = budget;
        for (String dossier : dossiers) {
            Filed claim = filed(dossier);
            assertThat(claim.granted()).as(dossier).isEqualByComparingTo(claim.claimed().min(rest));
            assertThat(claim.budgetWords() == null).isEqualTo(claim.granted().compareTo(claim.claimed()) == 0);
            rest = rest.subtract(claim.granted());
        }
        assertThat(left(2027)).isEqualByComparingTo(rest);
    }

    private static void within(BigDecimal budget, List<String> dossiers) {
        BigDecimal granted = BigDecimal.ZERO;
        for (String dossier : dossiers) {
            Filed claim = filed(dossier);
            assertThat(claim.claimed()).isEqualByComparingTo(claim.lines().stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
            assertThat(claim.granted()).isNotNegative().isLessThanOrEqualTo(claim.claimed());
            assertThat(claim.granted().scale()).isEqualTo(2);
            granted = granted.add(claim.granted());
        }
        assertThat(granted).isLessThanOrEqualTo(budget).isEqualByComparingTo(budget.subtract(left(2027)));
    }

    @Test
    void refusals_are_read_line_by_line() {
        assertThat(ReviewClaim.refusals("2: geen factuur\n\n 1 :niet getekend ", 2)).containsExactly(Map.entry(1, "niet getekend"), Map.entry(2, "geen factuur"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3: geen factuur", "0: geen factuur", "geen factuur", "1:", "1 geen factuur"})
    void a_refusal_that_names_no_line_or_no_reason_is_asked_again(String typed) {
        assertThatThrownBy(() -> ReviewClaim.refusals(typed, 2)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.key()).isEqualTo("reimbursement.refusal-text");
            assertThat(refused.fields()).extracting(Refused.Field::name).containsExactly("lijnen");
        });
    }

    private static boolean compute(String dossier) {
        return desk.does(() -> bean(ComputeFiledClaim.class).compute(dossier));
    }

    private static Filed filed(String dossier) {
        return bean(ReimbursementClaims.class).get(dossier);
    }

    private static String claim(Claim.Session... lessons) {
        return claim(Claims.SUBMITTED, lessons);
    }

    private static String claim(LocalDate submitted, Claim.Session... lessons) {
        String dossier = "DC-OFT-2027-%05d".formatted(++serial);
        desk.dossier(dossier, "opleiding-terugbetaling");
        bean(ReimbursementClaims.class).add(dossier, UUID.randomUUID(), new FileClaim.Request(RECOGNITION, submitted, "Poets en Plooi bv", "BE68 5390 0754 7034", false,
                "Leen Verhoeven", List.of()), RECOGNITION, new Claim(dossier, undertaking, LocalDate.of(2019, 5, 1), null, 2027, submitted, false, List.of(lessons)), "an");
        return dossier;
    }

    private static void parameter(ReimbursementParameter parameter, String amount) {
        desk.does(() -> {
            bean(RecordParameter.class).record(new DatedParameter<>(parameter, new BigDecimal(amount), LocalDate.of(2020, 1, 1), null, "Bron"));
            return null;
        });
    }

    /** An account with that amount; how it was shared out is another module's test. */
    private static void budget(int year, String amount) {
        bean(TransactionTemplate.class).executeWithoutResult(status -> {
            JdbcClient jdbc = bean(JdbcClient.class);
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("insert into training_account (enterprise_number, year, recognition, basis, sentence, sums, opened_at) values (?, ?, ?, 'NIEUW', 'Zin', 'Som', now())")
                    .params(undertaking, year, RECOGNITION).update();
            jdbc.sql("insert into training_movement (account, kind, amount, authority, recorded_at, recorded_by, recorded_by_name) select id, 'TOEGEKEND', ?, ?, now(), 'nele', "
                    + "'Nele Hermans' from training_account where enterprise_number = ? and year = ?").params(new BigDecimal(amount), RECOGNITION, undertaking, year).update();
        });
    }

    private static BigDecimal left(int year) {
        return bean(Budgets.class).of(undertaking, year).orElseThrow().left();
    }

    private static <T> T bean(Class<T> type) {
        return desk.bean(type);
    }
}
