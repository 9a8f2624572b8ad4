package be.dossierwerk.board;

import static be.dossierwerk.demo.TypedForms.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.audit.ChainGrew;
import be.dossierwerk.deadline.AdjustTerm;
import be.dossierwerk.deadline.CorrectionGround;
import be.dossierwerk.deadline.Justification;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.dossier.AddNote;
import be.dossierwerk.procedurechange.MoveDesk;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.withdrawal.RecognisedFixture;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

/** What the board keeps of our own dossiers, on the real engine: each fact once, ended when it turned out otherwise, and never read again once destroyed. */
@DossierwerkTest
class KeepOwnDossiersTest {

    /** A Monday. */
    private static final LocalDate RECEIVED = LocalDate.of(2036, 9, 1);
    private static int undertakings = 2_210;

    @Autowired private ApplicationContext spring;
    @Autowired private KeepOwnDossiers keepOwnDossiers;
    @Autowired private FollowOwnDossiers followOwnDossiers;
    @Autowired private AdjustTerm adjustTerm;
    @Autowired private TransactionTemplate transactions;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;

    private MoveDesk desk;
    private Application application;

    @BeforeEach
    void at_work() {
        desk = new MoveDesk(spring);
        at(RECEIVED);
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void what_turned_out_otherwise_is_ended_and_told_anew_and_the_verdict_follows() {
        String dossier = readyToSign();
        assertThat(keepOwnDossiers.keep(List.of(dossier))).isOne();
        assertThat(now(dossier)).containsExactly("RECEIVED 2036-09-01", "COMPLETE 2036-09-01", "SENT_TO_COMMITTEE 2036-09-08", "PAUSED 2036-09-08", "ADVICE_GIVEN 2036-09-29",
                "RESUMED 2036-09-29", "DECIDED 2036-09-30");
        assertThat(accounts(dossier)).containsExactly("DC-1 t 29 0", "DC-3 t 21 0");
        List<Map<String, Object>> rows = rows(dossier);

        assertThat(keepOwnDossiers.keep(List.of(dossier))).as("again").isZero();
        assertThat(rows(dossier)).isEqualTo(rows);

        at(RECEIVED.plusDays(35));
        desk.send("karel", dossier, "UserTask_Ondertekenen", Map.of("ondertekend", "NEE", "reden", "De datum klopt niet."));
        assertThat(keepOwnDossiers.keep(List.of(dossier))).isOne();
        assertThat(accounts(dossier)).as("what was not signed was not decided").containsExactly("DC-3 t 21 0");
        assertThat(ended(dossier)).containsExactly("DECIDED 2036-09-30");

        decide(dossier);
        desk.send("karel", dossier, "UserTask_Ondertekenen", signature());
        at(RECEIVED.plusDays(36));
        desk.does("an", () -> adjustTerm.correctStart(dossier, "T-REC-01", RECEIVED.plusDays(4),
                new Justification<>(CorrectionGround.STUK_LATER_GEVONDEN, "Brief van de onderneming", "Het plan kwam later")));
        assertThat(keepOwnDossiers.keep(List.of(dossier))).isOne();
        assertThat(ended(dossier)).containsExactly("COMPLETE 2036-09-01", "DECIDED 2036-09-30");
        assertThat(now(dossier)).contains("COMPLETE 2036-09-05", "DECIDED 2036-10-06", "SIGNED 2036-10-06");
        assertThat(accounts(dossier)).containsExactly("DC-1 t 31 0", "DC-2 t 10 21", "DC-3 t 21 0");
        assertThat(jdbc.sql("select bool_and(ended_at >= recorded_at) from history_event e join history_dossier d on d.id = e.dossier where d.number = ? and ended_at is not null")
                .param(dossier).query(Boolean.class).single()).isTrue();
        assertThat(keepOwnDossiers.keep(List.of(dossier))).isZero();
    }

    @Test
    void each_act_is_followed_and_what_was_missed_is_caught_up() {
        String dossier = filed();
        followOwnDossiers.catchUp();
        assertThat(now(dossier)).containsExactly("RECEIVED 2036-09-01");
        // The letter that confirms the receipt is sent beside this.
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(followOwnDossiers.catchUp()).isZero());
        at(RECEIVED.plusDays(2));
        desk.does("an", () -> desk.bean(AddNote.class).add(dossier, "Gebeld."));
        assertThat(followOwnDossiers.catchUp()).as("an act that tells the board nothing is looked at once").isOne();
        assertThat(followOwnDossiers.catchUp()).isZero();

        String next = filed();
        FollowOwnDossiers follows = new FollowOwnDossiers(keepOwnDossiers, jdbc, new MockEnvironment());
        follows.grew(new ChainGrew(next));
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(now(next)).containsExactly("RECEIVED 2036-09-03"));
        follows.destroy();
    }

    @Test
    void of_a_destroyed_dossier_what_was_counted_stays_and_its_undertaking_does_not_come_back() {
        String dossier = filed();
        keepOwnDossiers.keep(List.of(dossier));
        assertThat(undertaking(dossier)).isEqualTo(application.undertaking().enterpriseNumber());
        desk.does("an", () -> desk.bean(AddNote.class).add(dossier, "Gebeld."));
        // What a destruction does besides is another module's test; nothing of this one stays.
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("insert into destruction (dossier, rule, due_on, destroyed_at, by_id, by_name, second_id, second_name) values (?, 'B-01', date '2041-01-01', now(), 'a', 'A', 'b', 'B')")
                    .param(dossier).update();
            jdbc.sql("update history_dossier set undertaking = null where number = ?").param(dossier).update();

            assertThat(keepOwnDossiers.keep(List.of(dossier))).isZero();
            followOwnDossiers.catchUp();
            assertThat(followOwnDossiers.catchUp()).isZero();
            assertThat(undertaking(dossier)).isNull();
            assertThat(now(dossier)).containsExactly("RECEIVED 2036-09-01");
        });
    }

    @Test
    void a_withdrawal_counts_until_a_ruling_undoes_it() {
        int n = RecognisedFixture.reserve(1);
        String undertaking = RecognisedFixture.recognise(jdbc, n, "Poetsdienst De Merel");
        String dossier = "DC-IVR-2036-9" + n;
        jdbc.sql("""
                insert into dossier (number, procedure, subject, enterprise_number, source, received_on, registered_at, state)
                values (?, 'intrekking-vrijwillig', 'De Merel', ?, 'PAPIER', ?, now(), 'IN_BEHANDELING')""").params(dossier, undertaking, RECEIVED).update();
        jdbc.sql("insert into voluntary_request (dossier, recognition, action_id, reason, effective_on, signatory) values (?, ?, gen_random_uuid(), 'FUSIE_OVERNAME', ?, 'Leen')")
                .params(dossier, RecognisedFixture.dossier(n), RECEIVED).update();
        long withdrawn = changed(n, dossier, null);
        keepOwnDossiers.keep(List.of(dossier));
        assertThat(jdbc.sql("select measure || ' ' || kind || ' ' || channel from history_dossier where number = ?").param(dossier).query(String.class).single()).isEqualTo("DC MERGER PAPER");
        assertThat(now(dossier)).containsExactly("RECEIVED 2036-09-01", "WITHDRAWN 2036-09-20");

        changed(n, dossier, withdrawn);
        assertThat(keepOwnDossiers.keep(List.of(dossier))).isOne();
        assertThat(now(dossier)).containsExactly("RECEIVED 2036-09-01");
        assertThat(ended(dossier)).containsExactly("WITHDRAWN 2036-09-20");
    }

    @Test
    void a_number_that_came_from_a_file_stays_what_the_file_says() {
        String dossier = filed();
        jdbc.sql("insert into history_dossier (number, measure, kind, channel, origin) values (?, 'ESF', 'CALL', 'ONLINE', 'INVOER')").param(dossier).update();

        assertThat(keepOwnDossiers.keep(List.of(dossier))).isZero();
        followOwnDossiers.catchUp();
        assertThat(followOwnDossiers.catchUp()).isZero();
        assertThat(now(dossier)).isEmpty();
    }

    private long changed(int n, String by, Long counters) {
        return jdbc.sql("""
                insert into recognition_change (recognition, status, effective_on, by_dossier, counters, reason, recorded_at, recorded_by, recorded_by_name)
                values (?, 'INGETROKKEN_VRIJWILLIG', date '2036-10-01', ?, ?, 'Arrest', timestamptz '2036-09-20 10:00+02', 'systeem', 'Dossierwerk') returning id""")
                .params(Arrays.asList(RecognisedFixture.dossier(n), by, counters)).query(Long.class).single();
    }

    private void at(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day, LocalTime.of(9, 0), MovableClock.BRUSSELS));
    }

    private String filed() {
        LocalDate day = desk.today();
        application = InventedApplications.make(undertakings++, day, true);
        return desk.bean(Acts.class).file(desk.bean(DemoPeople.class).actor("els"), application, "PAPIER", day, List.of());
    }

    private String readyToSign() {
        String dossier = filed();
        at(RECEIVED.plusDays(7));
        desk.send("an", dossier, "UserTask_VolledigheidNagaan", complete());
        desk.send("an", dossier, "UserTask_BronnenNagaan", cleanSources());
        desk.send("an", dossier, "UserTask_OndernemingsplanBeoordelen", goodPlan());
        desk.send("an", dossier, "UserTask_WaarborgNagaan", depositPaid(RECEIVED.minusDays(10)));
        desk.send("an", dossier, "UserTask_VoorwaardenBeoordelen", conditionsMet());
        desk.send("an", dossier, "UserTask_NotaOpstellen", note("GUNSTIG"));
        desk.send("sofie", dossier, "UserTask_OpAgendaPlaatsen", agenda(RECEIVED.plusDays(28)));
        at(RECEIVED.plusDays(29));
        desk.send("sofie", dossier, "UserTask_AdviesRegistreren", advice("GUNSTIG", RECEIVED.plusDays(28)));
        decide(dossier);
        return dossier;
    }

    private void decide(String dossier) {
        desk.send("an", dossier, "UserTask_BeslissingOpstellen", decision("ERKEND", application.activities().stream().map(Enum::name).toList()));
        desk.send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(true));
    }

    private List<Map<String, Object>> rows(String dossier) {
        return jdbc.sql("select e.*, d.seq from history_event e join history_dossier d on d.id = e.dossier where d.number = ? order by e.at, e.place").param(dossier).query().listOfRows();
    }

    private List<String> now(String dossier) {
        return told(dossier, "is null");
    }

    private List<String> ended(String dossier) {
        return told(dossier, "is not null");
    }

    private List<String> told(String dossier, String ended) {
        return jdbc.sql("select e.name || ' ' || e.at::date from history_event e join history_dossier d on d.id = e.dossier where d.number = ? and e.ended_at " + ended + " order by e.at, e.place")
                .param(dossier).query(String.class).list();
    }

    private List<String> accounts(String dossier) {
        return jdbc.sql("select concat_ws(' ', code, met, used, paused) from board_account a join history_dossier d on d.id = a.dossier where d.number = ? order by code")
                .param(dossier).query(String.class).list();
    }

    private String undertaking(String dossier) {
        return (String) jdbc.sql("select undertaking from history_dossier where number = ?").param(dossier).query().singleRow().get("undertaking");
    }
}
