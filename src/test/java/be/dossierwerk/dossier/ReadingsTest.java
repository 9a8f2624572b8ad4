package be.dossierwerk.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import be.dossierwerk.CountedStatements;
import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.evidence.MakeEvidence;
import be.dossierwerk.inbox.ShowTask;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who reads a sensitive dossier is written down before it is shown; of other dossiers nothing is. */
@DossierwerkTest
class ReadingsTest {

    private static final LocalDate TODAY = LocalDate.of(2033, 5, 4);
    private static int applications = 4100;

    @Autowired private Dossiers dossiers;
    @Autowired private ShowDossier showDossier;
    @Autowired private ShowTask showTask;
    @Autowired private ReadDocument readDocument;
    @Autowired private MakeEvidence makeEvidence;
    @Autowired private MarkSensitive markSensitive;
    @Autowired private Readings readings;
    @Autowired private AuditLog audit;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void a_morning() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(9, 10), MovableClock.BRUSSELS));
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void the_pages_of_an_infringement_are_written_down_once_an_hour_in_the_chain_and_not_in_the_timeline() {
        String dossier = open("inbreukdossier", "INB");
        int told = audit.of(dossier).size();
        as("ivo", () -> showDossier.show(dossier));
        as("ivo", () -> showDossier.show(dossier));
        as("an", () -> showDossier.show(dossier));
        clock.moveOn(Duration.ofHours(1));
        as("ivo", () -> showDossier.show(dossier));

        assertThat(chain(dossier)).filteredOn("GELEZEN"::equals).hasSize(3);
        assertThat(audit.of(dossier)).hasSize(told);
        assertThat(as("ann", () -> readings.of(Readings.Filter.of(dossier)))).extracting(Readings.Reading::actorName, Readings.Reading::roles, Readings.Reading::what, Readings.Reading::withoutTask)
                .containsExactly(tuple("Ivo Jacobs", "Inspecteur VSI", RecordReading.What.DOSSIER, true), tuple("An Peeters", "Dossierbehandelaar", RecordReading.What.DOSSIER, false),
                        tuple("Ivo Jacobs", "Inspecteur VSI", RecordReading.What.DOSSIER, true));
        assertThat(jdbc.sql("select acts from touched where dossier = ? and actor = 'ivo'").param(dossier).query(Integer.class).list()).isEmpty();
    }

    @Test
    void a_task_a_document_and_a_bundle_are_readings_too_also_of_an_auditor() {
        Application application = InventedApplications.make(applications++, TODAY, true);
        String dossier = acts.file(people.actor("els"), application, "PAPIER", TODAY, InventedApplications.attachments(application));
        as("an", () -> showDossier.show(dossier));
        assertThat(chain(dossier)).doesNotContain("GELEZEN");
        as("lieve", () -> {
            markSensitive.mark(dossier, "De zaakvoerder is een bekende van de dienst.");
            return null;
        });
        assertThatThrownBy(() -> as("lieve", () -> {
            markSensitive.mark(dossier, "Nog eens");
            return null;
        })).isInstanceOf(Refused.class).hasMessage("dossier.sensitive.already");
        UUID document = dossiers.documents(dossier).stream().filter(each -> !each.kind().equals(Dossiers.CONFIDENTIAL_KIND)).findFirst().orElseThrow().id();
        String title = dossiers.document(document).orElseThrow().title();
        String task = as("an", () -> acts.task(dossier, "UserTask_VolledigheidNagaan"));
        as("ann", () -> showTask.show(task));
        as("ann", () -> readDocument.read(document));
        as("ann", () -> makeEvidence.make(dossier));
        as("bram", () -> showTask.show(task));

        assertThat(as("lieve", () -> readings.of(Readings.Filter.of(dossier)))).extracting(Readings.Reading::sentence, Readings.Reading::withoutTask).containsExactlyInAnyOrder(
                tuple("Ann Dubois (Auditor) las de taak \"Volledigheid nagaan\".", true), tuple("Ann Dubois (Auditor) las het document \"" + title + "\".", true),
                tuple("Ann Dubois (Auditor) las het hele dossier in een bewijsbundel.", true), tuple("Bram De Smet (Dossierbehandelaar) las de taak \"Volledigheid nagaan\".", false));
        assertThat(as("lieve", () -> readings.of(new Readings.Filter("dubois", dossier, TODAY, TODAY, true)))).hasSize(3);
        assertThat(as("lieve", () -> readings.of(new Readings.Filter("dubois", dossier, TODAY.plusDays(1), null, false)))).isEmpty();
        assertThat(as("lieve", () -> readings.of(new Readings.Filter("bram", dossier, null, null, true)))).isEmpty();
    }

    @Test
    void who_may_not_read_reads_nothing_and_leaves_nothing_and_the_list_is_for_few() {
        String dossier = open("klacht", "KLA");
        UUID extract = as("an", () -> dossiers.attach(dossier, Dossiers.CONFIDENTIAL_KIND, "Uittreksel van Jan Jansen", "u.pdf", "%PDF-1.7 x".getBytes(), TODAY));

        assertThatThrownBy(() -> as("els", () -> readDocument.read(extract))).hasMessage("dossier.document.confidential");
        as("an", () -> readDocument.read(extract));

        assertThat(as("ann", () -> readings.of(Readings.Filter.of(dossier)))).extracting(Readings.Reading::sentence).containsExactly("An Peeters (Dossierbehandelaar) las een vertrouwelijk document.");
        assertThatThrownBy(() -> as("an", () -> readings.of(Readings.Filter.of(dossier)))).hasMessage("security.role-missing");
        assertThatThrownBy(() -> as("an", () -> {
            markSensitive.mark(dossier, "x");
            return null;
        })).hasMessage("security.role-missing");
        assertThatThrownBy(() -> jdbc.sql("delete from dossier_reading").update()).hasMessageContaining("never changed or deleted");
    }

    @Test
    void nothing_is_shown_when_the_reading_cannot_be_written_down() {
        String dossier = open("administratieve-geldboete", "BOE");
        jdbc.sql("alter table dossier_reading add constraint planted check (dossier <> '" + dossier + "')").update();
        try {
            assertThatThrownBy(() -> as("fien", () -> showDossier.show(dossier))).hasMessageContaining("planted");
        } finally {
            jdbc.sql("alter table dossier_reading drop constraint planted").update();
        }
    }

    @Test
    void a_dossier_that_is_not_sensitive_costs_one_look_more() {
        String dossier = open("terugvordering", "TRV");
        List<String> sent = as("an", () -> CountedStatements.of(() -> showDossier.show(dossier)));

        assertThat(sent).filteredOn(sql -> sql.contains("sensitive") || sql.contains("dossier_reading")).hasSize(1);
    }

    private String open(String procedure, String prefix) {
        return as("an", () -> dossiers.open(new Dossiers.NewDossier(procedure, prefix, "Poets bv", null, null, "AMBTSHALVE", TODAY, "an", null)));
    }

    private List<String> chain(String dossier) {
        return jdbc.sql("select action from audit_entry where dossier = ? order by seq").param(dossier).query(String.class).list();
    }

    private <T> T as(String person, Supplier<T> work) {
        return currentActor.as(people.actor(person), work);
    }
}
