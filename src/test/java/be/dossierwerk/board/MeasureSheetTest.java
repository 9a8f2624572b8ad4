package be.dossierwerk.board;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.board.OwnWork.Complaints;
import be.dossierwerk.board.OwnWork.Inspection;
import be.dossierwerk.board.OwnWork.Money;
import be.dossierwerk.board.OwnWork.Staff;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.Colleagues;
import be.dossierwerk.request.Channel;
import be.dossierwerk.request.RegisterKlacht;
import be.dossierwerk.request.Requester;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.AttachedFile;
import be.dossierwerk.shared.MovableClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the sheet of the service vouchers says of dossiers that run here, in a year of their own. */
@DossierwerkTest
class MeasureSheetTest {

    private static final LocalDate DAY = LocalDate.of(2043, 3, 11);
    private static final Actor VERA = new Actor("maatregel-vera", "Vera Claes", Set.of(Roles.HANDLER));

    @Autowired private ShowMeasure showMeasure;
    @Autowired private RegisterKlacht registerKlacht;
    @Autowired private Acts acts;
    @Autowired private Colleagues colleagues;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private DueJobs jobs;
    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;

    @AfterEach
    void as_it_was() {
        jdbc.sql("delete from inbox_colleague where id = 'maatregel-vera'").update();
        clock.release();
    }

    @Test
    void the_sheet_of_the_service_vouchers_counts_our_own_work_without_names() {
        jobs.byHand();
        at(DAY);
        colleagues.know(VERA);
        String first = filed(2350);
        String second = filed(2351);
        acts.send(people.actor("an"), first, "UserTask_VolledigheidNagaan", TypedForms.complete());
        acts.send(people.actor("an"), first, "UserTask_BronnenNagaan", TypedForms.cleanSources());
        acts.send(VERA, second, "UserTask_VolledigheidNagaan", TypedForms.complete());
        String complaint = complaint(first);
        String other = complaint(null);
        at(DAY.plusDays(20));
        answer(complaint, "DEELS_GEGROND");
        booked(second);

        ShowMeasure.Own own = own("DC", DAY);
        assertThat(own.runsHere()).isTrue();
        assertThat(own.staff()).isEqualTo(new Staff(2, 3, 2));
        assertThat(own.complaints()).isEqualTo(new Complaints(1, 1, 1, 1));
        assertThat(own.inspections()).isEqualTo(Map.of(Inspection.VERSLAG_VSI, 1L));
        assertThat(own.money()).isEqualTo(Map.of(Money.TERUG_TE_VORDEREN, new BigDecimal("700.00"), Money.TERUGGEVORDERD, new BigDecimal("250.00")));
        assertThat(own("OFDC", DAY)).extracting(ShowMeasure.Own::staff, ShowMeasure.Own::complaints).containsExactly(new Staff(0, 0, 0), new Complaints(0, 0, 0, 0));
        // A complaint that names no dossier is about the department.
        at(DAY.plusDays(60));
        answer(other, "ONGEGROND");
        assertThat(own(ShowMeasure.DEPARTMENT, DAY).complaints()).as("the second was answered after its term").isEqualTo(new Complaints(2, 2, 1, 1));
        assertThat(own("DC", DAY.minusYears(1))).extracting(ShowMeasure.Own::staff, ShowMeasure.Own::money).containsExactly(new Staff(0, 0, 0), Map.of());
    }

    @Test
    void a_procedure_that_the_board_counts_belongs_to_a_measure() {
        assertThat(jdbc.sql("select procedure from board_procedure").query(String.class).list()).containsAll(OwnDossier.procedures());
    }

    private ShowMeasure.Own own(String measure, LocalDate in) {
        Period year = Period.year(in.getYear());
        return currentActor.as(people.actor("lieve"), () -> showMeasure.of(measure, year, year.yearBefore()).own());
    }

    private String filed(int number) {
        var application = InventedApplications.make(number, LocalDate.now(clock), true);
        String dossier = acts.file(people.actor("els"), application, "PAPIER", LocalDate.now(clock), InventedApplications.attachments(application));
        jobs.run();
        return dossier;
    }

    private String complaint(String about) {
        return currentActor.as(people.actor("els"), () -> registerKlacht.register(UUID.randomUUID(), new RegisterKlacht.Klacht(
                new Requester("Mia Lambrecht", "Kade 1 bus 3", "9000", "Gent", "mia@voorbeeld.be", Channel.BRIEF, LocalDate.now(clock), about), false, LocalDate.now(clock).minusDays(3),
                "Niemand belde terug.", Set.of()), List.of(new AttachedFile("brief.pdf", InventedApplications.proofOfDeposit("Brief").content()))));
    }

    private void answer(String complaint, String judgement) {
        send("an", complaint, "UserTask_OntvankelijkheidNagaan", Map.of("ontvankelijk", "JA"));
        send("an", complaint, "UserTask_KlachtOnderzoeken", Map.of("bevindingen", "Vijf oproepen zonder antwoord."));
        send("an", complaint, "UserTask_AntwoordOpstellen", Map.of("oordeel", judgement, "motivering", "Uw berichten bleven liggen.", "maatregelen", "Wij bellen voortaan terug."));
        send("lieve", complaint, "UserTask_AntwoordNazien", Map.of("akkoord", "JA"));
        jobs.run();
    }

    private void send(String person, String dossier, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), dossier, task, new HashMap<>(fields));
    }

    /** As their modules write it: a report of the inspectorate, and a recovery of 800 euro, 100 less after all, of which 250 came in; what was countered does not count. */
    private void booked(String dossier) {
        jdbc.sql("insert into infringement_case (dossier, recognition, enterprise_number, facts, outcome, decided_on) values (?, 'V-1', '0403019261', 'x', 'GEEN', ?)")
                .params(dossier, DAY.minusYears(3)).update();
        jdbc.sql("insert into infringement_report (reference, dossier, origin, dated, received_on, facts, fingerprint, recorded_at) values ('MAATREGEL-1', ?, 'VSI', ?, ?, 'x', 'x', now())")
                .params(dossier, DAY, DAY).update();
        jdbc.sql("insert into recovery (dossier, enterprise_number, limitation_kind, opened_at, opened_by, opened_by_name) values (?, '0403019261', 'GEWOON', now(), 'an', 'An Peeters')").param(dossier)
                .update();
        entry(dossier, "VASTGESTELD", 800, null);
        entry(dossier, "TERUGBETALING", 50, null);
        entry(dossier, "BETALING", 300, null);
        long wrong = entry(dossier, "BETALING", 40, null);
        entry(dossier, "TEGENGEBOEKT", 40, wrong);
        jdbc.sql("""
                with less as (insert into recovery_reduction (dossier, amount, reason, proposed_at, proposed_by, proposed_by_name) values (:dossier, 100, 'x', now(), 'an', 'An Peeters') returning id)
                insert into recovery_entry (dossier, kind, amount, valued_on, reduction, proposed_by, reason, recorded_at, recorded_by, recorded_by_name)
                select :dossier, 'VERMINDERING', 100, :day, id, 'an', 'x', now(), 'bram', 'Bram De Smet' from less""").param("dossier", dossier).param("day", DAY).update();
    }

    private long entry(String dossier, String kind, int amount, Long counters) {
        return jdbc.sql("""
                insert into recovery_entry (dossier, kind, amount, valued_on, counters, reason, recorded_at, recorded_by, recorded_by_name)
                values (?, ?, ?, ?, ?, 'x', now(), 'bram', 'Bram De Smet') returning id""").params(dossier, kind, amount, DAY, counters).query(Long.class).single();
    }

    private void at(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day.atTime(9, 0), MovableClock.BRUSSELS));
        jobs.run();
    }
}
