package be.dossierwerk.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The paper application on PostgreSQL: what was typed comes back, and what was filed does not. */
class IntakeDraftsTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 12);
    private static final Actor ELS = new Actor("els", "Els Janssens", Set.of(Roles.INTAKE));
    private static final Actor ILSE = new Actor("ilse", "Ilse Maes", Set.of(Roles.INTAKE));
    private static final Actor AN = new Actor("an", "An Peeters", Set.of(Roles.HANDLER));
    private static final byte[] PDF = "%PDF-1.7 scan".getBytes(StandardCharsets.US_ASCII);
    private static final Dossiers DOSSIERS = mock(Dossiers.class);

    private static AnnotationConfigApplicationContext spring;

    @Configuration
    @EnableTransactionManagement
    static class Transactions { }

    @BeforeAll
    static void start() throws Exception {
        DataSource data = OwnDatabase.migrated();
        MovableClock clock = new MovableClock();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(14, 2), MovableClock.BRUSSELS));
        spring = new AnnotationConfigApplicationContext();
        spring.registerBean(DataSource.class, () -> data);
        spring.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(data));
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(data));
        spring.registerBean(MovableClock.class, () -> clock);
        spring.registerBean(ObjectMapper.class, () -> JsonMapper.builder().findAndAddModules().build());
        spring.registerBean(Dossiers.class, () -> DOSSIERS);
        spring.registerBean(Terms.class, () -> mock(Terms.class));
        spring.registerBean(Processes.class, () -> mock(Processes.class));
        spring.register(Transactions.class, CurrentActor.class, IntakeDrafts.class, SubmitApplication.class, FilePaperApplication.class);
        spring.refresh();
    }

    @AfterAll
    static void stop() throws Exception {
        spring.close();
    }

    @BeforeEach
    void nothing_is_typed() {
        JdbcClient jdbc = spring.getBean(JdbcClient.class);
        jdbc.sql("delete from intake_draft").update();
        jdbc.sql("delete from submission").update();
        jdbc.sql("delete from recognition").update();
        clearInvocations(DOSSIERS);
        when(DOSSIERS.open(any())).thenReturn("DC-ERK-2027-00001");
    }

    @Test
    void what_was_typed_comes_back_with_the_same_action() {
        UUID action = as(ELS, () -> drafts().open().actionId());

        as(ELS, () -> drafts().save(action, Map.of("undertaking.name", "Poets & Co bv", "undertaking.enterpriseNumber", "0123")));

        IntakeDrafts.Draft again = as(ELS, () -> drafts().open());
        assertThat(again.actionId()).isEqualTo(action);
        assertThat(again.fields()).containsEntry("undertaking.name", "Poets & Co bv").containsEntry("undertaking.enterpriseNumber", "0123");
        assertThat(as(ILSE, () -> drafts().open().fields())).as("a colleague has an own draft").isEmpty();
    }

    @Test
    void files_wait_beside_the_text_and_only_for_their_owner() {
        UUID action = as(ELS, () -> drafts().open().actionId());
        var file = as(ELS, () -> drafts().addFile(action, "BIJLAGE", "plan.pdf", PDF));

        as(ILSE, () -> run(() -> drafts().removeFile(file.id())));
        as(ELS, () -> run(() -> drafts().kind(file.id(), "ONDERNEMINGSPLAN")));

        assertThat(as(ELS, () -> drafts().open().files())).containsExactly(new IntakeDrafts.File(file.id(), "ONDERNEMINGSPLAN", "plan.pdf", PDF.length));
        as(ELS, () -> run(() -> drafts().removeFile(file.id())));
        assertThat(as(ELS, () -> drafts().open().files())).isEmpty();
    }

    @Test
    void what_is_no_scan_or_too_much_is_refused() {
        UUID action = as(ELS, () -> drafts().open().actionId());

        assertThatThrownBy(() -> as(ELS, () -> drafts().addFile(action, "BIJLAGE", "brief.docx", new byte[] {'P', 'K', 3, 4})))
                .hasMessage("recognition.screen.file-kind");
        assertThatThrownBy(() -> as(ELS, () -> drafts().addFile(action, "BIJLAGE", "groot.pdf", new byte[25 * 1024 * 1024 + 1])))
                .hasMessage("recognition.screen.file-too-big");
        assertThatThrownBy(() -> as(ELS, () -> drafts().save(action, Map.of("businessPlan.staff", "x".repeat(500_001)))))
                .hasMessage("recognition.screen.draft-too-long");
        for (int i = 0; i < 20; i++) {
            int n = i;
            as(ELS, () -> drafts().addFile(action, "BIJLAGE", n + ".pdf", PDF));
        }
        assertThatThrownBy(() -> as(ELS, () -> drafts().addFile(action, "BIJLAGE", "21.pdf", PDF))).hasMessage("recognition.screen.files-too-many");
    }

    @Test
    void only_intake_types_and_files_on_paper() {
        assertThatThrownBy(() -> as(AN, () -> drafts().open())).hasMessage("security.role-missing");
        assertThatThrownBy(() -> as(AN, () -> filing().file(UUID.randomUUID(), PaperFormTest.complete()))).hasMessage("security.role-missing");
    }

    @Test
    void filing_hands_the_files_over_and_ends_the_draft_and_twice_makes_one_dossier() {
        UUID action = as(ELS, () -> drafts().open().actionId());
        as(ELS, () -> drafts().addFile(action, "BEWIJS_BORGSOM", "borgsom.pdf", PDF));

        String first = as(ELS, () -> filing().file(action, PaperFormTest.complete()));
        String second = as(ELS, () -> filing().file(action, PaperFormTest.complete()));

        assertThat(second).isEqualTo(first).isEqualTo("DC-ERK-2027-00001");
        verify(DOSSIERS, times(1)).open(any());
        verify(DOSSIERS).attach("DC-ERK-2027-00001", "BEWIJS_BORGSOM", "Bewijs van de borgsom", "borgsom.pdf", PDF, LocalDate.of(2027, 3, 10));
        assertThat(as(ELS, () -> drafts().mine())).isEmpty();
    }

    @Test
    void a_window_that_still_types_after_the_filing_brings_nothing_back() {
        UUID action = as(ELS, () -> drafts().open().actionId());
        as(ELS, () -> filing().file(action, PaperFormTest.complete()));

        as(ELS, () -> drafts().save(action, Map.of("undertaking.name", "Poets & Co bv")));

        assertThat(as(ELS, () -> drafts().mine())).isEmpty();
        assertThat(as(ELS, () -> drafts().open().actionId())).isNotEqualTo(action);
    }

    @Test
    void a_refusal_keeps_what_was_typed() {
        UUID action = as(ELS, () -> drafts().open().actionId());
        Map<String, String> fields = new HashMap<>(PaperFormTest.complete().fields());
        fields.put("receivedOn", TODAY.plusDays(1).toString());
        as(ELS, () -> drafts().save(action, fields));
        as(ELS, () -> drafts().addFile(action, "BIJLAGE", "scan.pdf", PDF));

        assertThatThrownBy(() -> as(ELS, () -> filing().file(action, new PaperForm(fields))))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.fields()).extracting(Refused.Field::name).containsExactly("receivedOn"));

        assertThat(as(ELS, () -> drafts().open())).satisfies(draft -> {
            assertThat(draft.fields()).containsEntry("undertaking.name", "Poets & Co bv");
            assertThat(draft.files()).hasSize(1);
        });
        verify(DOSSIERS, never()).attach(any(), any(), eq("Bijlage"), any(), any(), any());
    }

    private static IntakeDrafts drafts() {
        return spring.getBean(IntakeDrafts.class);
    }

    private static FilePaperApplication filing() {
        return spring.getBean(FilePaperApplication.class);
    }

    private static <T> T as(Actor actor, Supplier<T> work) {
        return spring.getBean(CurrentActor.class).as(actor, work);
    }

    private static Void run(Runnable work) {
        work.run();
        return null;
    }
}
