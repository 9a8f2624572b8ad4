package be.dossierwerk.reimbursement;

import static be.dossierwerk.reimbursement.Claims.at;
import static be.dossierwerk.reimbursement.Claims.claim;
import static be.dossierwerk.reimbursement.Claims.euros;
import static be.dossierwerk.reimbursement.Claims.internal;
import static be.dossierwerk.reimbursement.Claims.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.parameter.DatedParameter;
import be.dossierwerk.parameter.RecordParameter;
import be.dossierwerk.reimbursement.Claim.Participant;
import be.dossierwerk.reimbursement.Sessions.Taken;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Hours of people are claimed once, on a real PostgreSQL; every test has people of its own. */
class SessionsTest {

    private static ClaimDesk desk;
    private static int serial;

    @BeforeAll
    static void boot() throws Exception {
        desk = new ClaimDesk();
    }

    @AfterAll
    static void shutDown() throws Exception {
        desk.close();
    }

    @Test
    void a_claim_takes_the_hours_of_its_people_once() {
        String dossier = dossier();
        Participant one = someone();
        Participant two = someone();
        assertThat(reserve(claim(dossier, internal(one, two)))).isEqualTo(2);
        assertThat(reserve(claim(dossier, internal(one, two)))).isZero();

        assertThat(bean(Sessions.class).of(dossier)).extracting(Taken::nationalNumber).containsExactlyInAnyOrder(one.nationalNumber(), two.nationalNumber());
    }

    @Test
    void what_another_claim_has_is_refused_and_nothing_half_is_done() {
        String first = dossier();
        Participant taken = someone();
        Participant free = someone();
        reserve(claim(first, internal(taken)));
        String second = dossier();
        Refused refused = catchThrowableOfType(Refused.class, () -> reserve(claim(second, internal(free, taken))));

        assertThat(refused).hasMessage("reimbursement.taken");
        assertThat(refused.fields()).singleElement().satisfies(field -> {
            assertThat(field.name()).isEqualTo("sessions[0].participants[1]");
            assertThat(field.args()).containsExactly("vrijdag 12 maart 2027", "09:00", first);
        });
        assertThat(bean(Sessions.class).of(second)).isEmpty();
        assertThat(reserve(claim(second, internal(free)))).isEqualTo(1);
    }

    @Test
    void nobody_is_in_two_places_at_a_time() {
        Participant one = someone();
        reserve(claim(dossier(), at(9, 12, one)));
        refused("reimbursement.taken", () -> reserve(claim(dossier(), at(11, 13, one))));
        refused("reimbursement.taken", () -> reserve(claim(dossier(), at(8, 10, one))));
        assertThat(reserve(claim(dossier(), at(12, 14, one), at(7, 9, one)))).isEqualTo(2);
        Participant other = someone();
        refused("reimbursement.taken", () -> reserve(claim(dossier(), at(9, 12, other), at(10, 11, other))));
    }

    @Test
    void released_hours_can_be_claimed_again_and_both_stay_visible() {
        String first = dossier();
        String second = dossier();
        Participant one = someone();
        reserve(claim(first, internal(one)));
        assertThat(release(first)).isEqualTo(1);
        assertThat(release(first)).isZero();
        assertThat(reserve(claim(second, internal(one)))).isEqualTo(1);

        assertThat(bean(Sessions.class).of(first)).extracting(Taken::released).containsExactly(true);
        assertThat(bean(Sessions.class).of(second)).extracting(Taken::released).containsExactly(false);
        refused("reimbursement.taken", () -> reserve(claim(first, internal(one))));
    }

    @Test
    void of_claims_at_the_same_moment_about_the_same_people_one_wins() throws Exception {
        Participant[] people = IntStream.range(0, 20).mapToObj(i -> someone()).toArray(Participant[]::new);
        Participant[] turned = IntStream.range(0, 20).mapToObj(i -> people[19 - i]).toArray(Participant[]::new);
        CyclicBarrier together = new CyclicBarrier(4);
        ExecutorService four = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> claims = IntStream.range(0, 4).mapToObj(i -> {
                String dossier = dossier();
                return (Callable<Boolean>) () -> {
                    together.await();
                    try {
                        return reserve(claim(dossier, internal(i % 2 == 0 ? people : turned))) == 20;
                    } catch (Refused refused) {
                        assertThat(refused).hasMessage("reimbursement.taken");
                        assertThat(refused.fields()).hasSize(20);
                        return false;
                    }
                };
            }).toList();
            int winners = 0;
            for (Future<Boolean> each : four.invokeAll(claims)) {
                winners += each.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        } finally {
            four.shutdownNow();
        }
    }

    @Test
    void the_database_itself_keeps_a_person_day_and_start_hour_unique() {
        Participant one = someone();
        reserve(claim(dossier(), internal(one)));
        assertThatThrownBy(() -> bean(JdbcClient.class).sql("""
                insert into reimbursement_session (dossier, enterprise_number, training, national_number, held_on, starts_at, ends_at, hours, reserved_at, reserved_by, reserved_by_name)
                values ('X', '0403170701', 'OPL', ?, ?, '09:00', '10:00', 1, now(), 'x', 'x')""").params(one.nationalNumber(), Claims.DAY).update())
                .isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("reimbursement_session_paid_once");
    }

    @Test
    void a_claim_is_computed_with_what_was_recorded_for_its_day() {
        Claim claim = claim(dossier(), internal(someone(), someone()));
        Refused refused = catchThrowableOfType(Refused.class, () -> amount(claim));
        assertThat(refused).hasMessage("reimbursement.parameter-missing");
        assertThat(refused.args()).containsExactly("eigen lesgever per uur bij een interne opleiding op 12/03/2027");
        record(ReimbursementParameter.LESGEVER_INTERN, "30.00");

        ClaimAmount amount = amount(claim);
        assertThat(amount.claimed()).isEqualTo("134.00");
        assertThat(amount.payable()).isEqualTo("100.00");
        assertThat(amount.state()).isEqualTo(ClaimAmount.State.GEDEELTELIJK);
        assertThat(bean(AuditLog.class).of(RecordParameter.SUBJECT)).last().extracting(AuditLog.Line::sentence)
                .isEqualTo("Nele Hermans noteerde voor \"Eigen lesgever per uur bij een interne opleiding\" vanaf vrijdag 1 januari 2027: 30,00 euro.");
    }

    @Test
    void a_wrong_parameter_names_every_field() {
        Refused refused = catchThrowableOfType(Refused.class, () -> desk.does(() -> {
            bean(RecordParameter.class).record(new DatedParameter<>(ReimbursementParameter.INDIENEN_DAGEN, euros("0.5"), LocalDate.of(2027, 1, 2), LocalDate.of(2027, 1, 1), ""));
            return null;
        }));
        assertThat(refused.fields()).extracting(Refused.Field::name).containsExactly("amount", "validTo", "source");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update reimbursement_session set hours = 9", "delete from reimbursement_session", "truncate reimbursement_session",
            "update dated_parameter set amount = 1", "delete from reimbursement_vat"})
    void the_database_changes_and_deletes_nothing(String statement) {
        desk.does(() -> reserve(claim(dossier(), internal(someone()))));
        assertThatThrownBy(() -> bean(JdbcClient.class).sql(statement).update()).hasMessageContaining("never changed or deleted");
    }

    private static int reserve(Claim claim) {
        return bean(TransactionTemplate.class).execute(status -> bean(Sessions.class).take(claim, ClaimDesk.NELE));
    }

    private static int release(String dossier) {
        return bean(TransactionTemplate.class).execute(status -> bean(Sessions.class).release(dossier, "Aanvraag ingetrokken", ClaimDesk.NELE));
    }

    private static ClaimAmount amount(Claim claim) {
        return ClaimAmount.of(claim.sessions(), bean(ReimbursementParameters.class).amounts(), euros("100.00"));
    }

    private static void record(ReimbursementParameter parameter, String amount) {
        desk.does(() -> {
            bean(RecordParameter.class).record(new DatedParameter<>(parameter, new BigDecimal(amount), LocalDate.of(2027, 1, 1), null, "Besluit"));
            return null;
        });
    }

    private static synchronized Participant someone() {
        return person(++serial, "1");
    }

    private static synchronized String dossier() {
        return "DC-OFT-2027-%05d".formatted(++serial);
    }

    private static void refused(String key, Supplier<?> work) {
        assertThatThrownBy(work::get).isInstanceOf(Refused.class).hasMessage(key);
    }

    private static <T> T bean(Class<T> type) {
        return desk.bean(type);
    }
}
