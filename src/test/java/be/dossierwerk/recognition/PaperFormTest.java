package be.dossierwerk.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperFormTest {

    /** As the screen gives it when everything is filled in. */
    static PaperForm complete() {
        Map<String, String> fields = new HashMap<>();
        fields.put("receivedOn", "2027-03-10");
        fields.put("kind", "EERSTE");
        fields.put("undertaking.enterpriseNumber", "0123.456.749");
        fields.put("undertaking.name", "Poets & Co bv");
        fields.put("undertaking.legalForm", "bv");
        fields.put("undertaking.type", "COMMERCIEEL");
        fields.put("undertaking.street", "Stationsstraat 4");
        fields.put("undertaking.postalCode", "9000");
        fields.put("undertaking.municipality", "Gent");
        fields.put("undertaking.email", "info@poetsenco.example");
        fields.put("undertaking.iban", "BE68 5390 0754 7034");
        fields.put("persons[0].name", "Leen Verhoeven");
        fields.put("persons[0].nationalNumber", "85.07.30-033.28");
        fields.put("persons[0].function", "BESTUURDER");
        fields.put("activities", "SCHOONMAKEN,WASSEN_STRIJKEN");
        fields.put("infoSession.followedOn", "2027-02-01");
        fields.put("infoSession.participants[1]", "Leen Verhoeven");
        fields.put("deposit.amount", "25000.00");
        fields.put("deposit.paidOn", "2027-03-01");
        fields.put("businessPlan.staff", "Acht huishoudhulpen.");
        fields.put("otherActivities", "false");
        fields.put("commitments", "true");
        return new PaperForm(fields);
    }

    @Test
    void a_complete_form_becomes_an_application_that_passes_the_one_validation() {
        Application application = complete().application();

        assertThat(application.undertaking().name()).isEqualTo("Poets & Co bv");
        assertThat(application.activities()).containsExactly(Application.Activity.SCHOONMAKEN, Application.Activity.WASSEN_STRIJKEN);
        assertThat(application.infoSession().participants()).containsExactly("Leen Verhoeven");
        assertThat(application.deposit().amount()).isEqualByComparingTo(new BigDecimal("25000"));
        assertThat(application.businessPlan().staff()).isEqualTo("Acht huishoudhulpen.");
        assertThat(application.businessPlan().income()).isNull();
        assertThat(application.otherActivities()).isFalse();
        assertThat(application.commitments()).isTrue();
        assertThatCode(() -> CheckApplication.check(application, complete().receivedOn(), LocalDate.of(2027, 3, 12))).doesNotThrowAnyException();
    }

    @Test
    void parts_of_which_nothing_was_typed_are_missing_and_not_wrong() {
        Application application = new PaperForm(Map.of("kind", "EERSTE", "deposit.amount", " ", "businessPlan.income", "", "persons[0].name", "",
                "commitments", "false")).application();

        assertThat(application.deposit()).isNull();
        assertThat(application.businessPlan()).isNull();
        assertThat(application.infoSession()).isNull();
        assertThat(application.otherActivities()).isNull();
        assertThat(application.persons()).isEmpty();
        assertThat(application.establishments()).isEmpty();
        assertThat(application.activities()).isEmpty();
        assertThat(application.commitments()).isFalse();
    }

    @Test
    void an_empty_row_between_two_others_keeps_its_place_so_that_errors_point_at_the_right_one() {
        PaperForm form = new PaperForm(Map.of("establishments[0].number", "2123456748", "establishments[2].street", "Markt 1", "establishments[3].street", ""));

        assertThat(form.rows("establishments")).isEqualTo(3);
        assertThat(form.application().establishments()).extracting(Application.Establishment::street).isEqualTo(java.util.Arrays.asList(null, null, "Markt 1"));
    }

    @ParameterizedTest
    @CsvSource({"scan bewijs borgsom.pdf, BEWIJS_BORGSOM", "Ondernemingsplan_2027.PDF, ONDERNEMINGSPLAN", "statuten.pdf, STATUTEN",
            "attest infosessie.tiff, ATTEST_INFOSESSIE", "aanvraagformulier.pdf, AANVRAAGFORMULIER", "IMG_0042.jpg, BIJLAGE"})
    void the_kind_of_a_file_is_guessed_by_its_name(String name, AttachmentKind kind) {
        assertThat(AttachmentKind.guess(name)).isEqualTo(kind);
    }

    @Test
    void every_kind_of_attachment_is_known_to_the_submission() {
        assertThat(List.of(AttachmentKind.values())).extracting(Enum::name)
                .containsExactly("AANVRAAGFORMULIER", "BEWIJS_BORGSOM", "ONDERNEMINGSPLAN", "STATUTEN", "ATTEST_INFOSESSIE", "BIJLAGE");
    }
}
