package be.dossierwerk.payment.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import be.dossierwerk.payment.CheckRun;
import be.dossierwerk.payment.ClearDoubt;
import be.dossierwerk.payment.Clearing;
import be.dossierwerk.payment.InventedBank;
import be.dossierwerk.payment.OpenBankLine;
import be.dossierwerk.payment.Payables;
import be.dossierwerk.payment.PaymentDesk;
import be.dossierwerk.payment.PrepareRun;
import be.dossierwerk.payment.ReadBankFile;
import be.dossierwerk.payment.ReleaseRun;
import be.dossierwerk.payment.SendRun;
import be.dossierwerk.payment.SettleBankLine;
import be.dossierwerk.payment.ShowRuns;
import be.dossierwerk.payment.WithdrawRun;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each person sees of a run in each of its states, without a browser; texts show as their keys. */
class PaymentScreensTest {

    private static PaymentDesk desk;
    /** Vaadin itself holds the current screen weakly. */
    private UI ui;

    @BeforeAll
    static void boot() throws Exception {
        desk = new PaymentDesk();
    }

    @AfterAll
    static void shutDown() throws Exception {
        desk.close();
    }

    @BeforeEach
    void screen() {
        ui = new UI();
        ui.setLocale(Locale.forLanguageTag("nl-BE"));
        UI.setCurrent(ui);
    }

    @AfterEach
    void noScreen() {
        UI.setCurrent(null);
    }

    @Test
    void each_person_sees_the_acts_that_are_theirs_now() {
        String dossier = desk.granted("1250.50");
        assertThat(buttons(list(PaymentDesk.NELE, ""))).contains("prepare");
        assertThat(buttons(list(PaymentDesk.TOM, ""))).doesNotContain("prepare");
        String run = desk.prepared();
        assertThat(buttons(list(PaymentDesk.NELE, ""))).as("nothing is left to prepare").doesNotContain("prepare");

        sees(run, PaymentDesk.NELE, "withdraw");
        sees(run, PaymentDesk.BEA, "approve", "send-back", "withdraw");
        sees(run, PaymentDesk.TOM, "approve", "send-back");
        sees(run, PaymentDesk.LIEVE, "withdraw");
        desk.checked(run);
        sees(run, PaymentDesk.NELE, "withdraw");
        sees(run, PaymentDesk.TOM);
        sees(run, PaymentDesk.LIEVE, "release", "withdraw");
        assertThat(text(page(run, PaymentDesk.TOM))).contains("payment.waits.GOEDGEKEURD");
        desk.released(run);
        sees(run, PaymentDesk.NELE, "send");
        sees(run, PaymentDesk.TOM);
        sees(run, PaymentDesk.LIEVE, "send", "withdraw");
        desk.sent(run);
        sees(run, PaymentDesk.NELE);
        sees(run, PaymentDesk.LIEVE);

        assertThat(text(page(run, PaymentDesk.NELE))).contains(dossier, "Poetsbrigade bv", "BE43 0689 9999 9501", "€ 1.250,50", "payment.line.VERZONDEN",
                "Lieve Goossens gaf betaalronde " + run + " vrij: 1 betaling, samen 1.250,50 euro.");
    }

    @Test
    void the_report_of_a_file_stands_in_its_address_line_by_line() {
        String dossier = desk.granted("3.00");
        String run = desk.prepared();
        desk.checked(run);
        desk.released(run);
        desk.sent(run);
        long file = desk.read(desk.bank.statement(InventedBank.debit(dossier + "-B1", "3.01", PaymentDesk.TODAY, "a"),
                InventedBank.debit("NIET-VAN-ONS", "8.00", PaymentDesk.TODAY, "b"))).id();

        String report = text(list(PaymentDesk.NELE, "?bankbestand=" + file));
        assertThat(report).contains(dossier + "-B1", "€ 3,01", "payment.bank.outcome.ANDER_BEDRAG", "payment.bank.why.OTHER_AMOUNT", "NIET-VAN-ONS",
                "payment.bank.why.UNKNOWN_REFERENCE", "payment.screen.doubted");
        assertThat(text(list(PaymentDesk.NELE, "?bankbestand=onzin"))).contains("payment.bank.unknown");
        assertThat(text(page("BET-1999-001", PaymentDesk.NELE))).contains("payment.run.unknown");
        assertThat(text(desk.as(PaymentDesk.AN, () -> new PaymentSection(desk.bean(Payables.class), desk.bean(CurrentActor.class)).of(dossier))))
                .contains("payment.standing.VERZONDEN", "payment.section.doubted", "payment.movement.BETWIST", run);
    }

    @Test
    void what_the_bank_contradicts_is_the_heads_and_what_belongs_to_nothing_anybodys_who_reads_files() {
        String dossier = desk.granted("5.00");
        String run = desk.prepared();
        desk.checked(run);
        desk.released(run);
        desk.sent(run);
        long file = desk.read(desk.bank.statement(InventedBank.debit(dossier + "-B1", "5.01", PaymentDesk.TODAY, "c"),
                InventedBank.debit("NIET-VAN-ONS", "9.00", PaymentDesk.TODAY, "d"))).id();
        Actor ann = new Actor("ann", "Ann Auditor", Set.of(Roles.AUDITOR));

        assertThat(buttons(list(PaymentDesk.NELE, ""))).contains("settle").doesNotContain("clear");
        assertThat(buttons(list(PaymentDesk.LIEVE, ""))).contains("settle", "clear");
        assertThat(buttons(list(ann, ""))).doesNotContain("settle", "clear");
        assertThat(text(list(ann, ""))).contains("payment.screen.open", "NIET-VAN-ONS", "€ 9,00");
        desk.does(PaymentDesk.NELE, () -> desk.bean(SettleBankLine.class).settle(file, 2, "Bankkosten"));
        desk.does(PaymentDesk.LIEVE, () -> desk.bean(ClearDoubt.class).clear(dossier, Clearing.BETAALD, PaymentDesk.TODAY, "De bank zette het recht"));
        assertThat(text(list(ann, "?bankbestand=" + file))).contains("payment.screen.settled-by");
        assertThat(desk.as(ann, () -> desk.bean(ShowRuns.class).openBankLines(100))).extracting(OpenBankLine::file).doesNotContain(file);
        assertThat(text(page(run, ann))).contains("payment.screen.all-settled", "payment.line.BETAALD", "De bank zette het recht");
    }

    private static void sees(String run, Actor actor, String... acts) {
        assertThat(buttons(page(run, actor))).as(actor.name()).containsExactly(acts);
    }

    private static Component list(Actor actor, String query) {
        return desk.as(actor, () -> {
            RunsView view = new RunsView(desk.bean(ShowRuns.class), desk.bean(PrepareRun.class), desk.bean(ReadBankFile.class),
                    desk.bean(SettleBankLine.class), desk.bean(ClearDoubt.class), desk.bean(Payables.class), desk.bean(CurrentActor.class), desk.bean(MovableClock.class));
            view.beforeEnter(enter(RunsView.PATH + query, Map.of()));
            return view;
        });
    }

    private static Component page(String run, Actor actor) {
        return desk.as(actor, () -> {
            RunView view = new RunView(desk.bean(ShowRuns.class), desk.bean(CheckRun.class), desk.bean(ReleaseRun.class), desk.bean(SendRun.class),
                    desk.bean(WithdrawRun.class), desk.bean(CurrentActor.class));
            view.beforeEnter(enter(RunsView.PATH + "/" + run, Map.of("number", run)));
            return view;
        });
    }

    private static BeforeEnterEvent enter(String location, Map<String, String> parameters) {
        BeforeEnterEvent event = mock(BeforeEnterEvent.class);
        when(event.getLocation()).thenReturn(new Location(location));
        when(event.getRouteParameters()).thenReturn(new RouteParameters(parameters));
        return event;
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    /** The last part of each button's key. */
    private static List<String> buttons(Component component) {
        List<String> found = new ArrayList<>();
        collect(component, found);
        return found;
    }

    private static void collect(Component component, List<String> found) {
        if (component instanceof Button button) {
            found.add(button.getText().replaceAll("^!\\{payment\\.screen\\.|}!$", ""));
        }
        component.getChildren().forEach(child -> collect(child, found));
    }
}
