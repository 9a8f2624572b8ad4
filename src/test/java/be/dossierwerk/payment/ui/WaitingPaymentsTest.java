package be.dossierwerk.payment.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import be.dossierwerk.payment.ClearDoubt;
import be.dossierwerk.payment.Payables;
import be.dossierwerk.payment.PaymentDesk;
import be.dossierwerk.payment.PrepareRun;
import be.dossierwerk.payment.ReadBankFile;
import be.dossierwerk.payment.SettleBankLine;
import be.dossierwerk.payment.ShowRuns;
import be.dossierwerk.payment.WaitingPayable;
import be.dossierwerk.payment.WaitingPayables;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.ui.DutchScreen;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What finance reads about the payments that wait for a run. */
class WaitingPaymentsTest {

    @RegisterExtension final DutchScreen screen = new DutchScreen("payment", "shared");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "12 | 3 | Er zijn 12 betalingen klaar voor een ronde, 3 worden vastgehouden.",
        "1 | 1 | Er is 1 betaling klaar voor een ronde, 1 wordt vastgehouden.",
        "2 | 0 | Er zijn 2 betalingen klaar voor een ronde.",
        "0 | 2 | Er is geen betaling klaar voor een ronde, 2 worden vastgehouden.",
        "0 | 0 | Er is nu niets te betalen."})
    void what_is_ready_and_what_is_held_back_is_said_apart(int ready, int held, String sentence) {
        Component view = view(new WaitingPayables(ready, held, some("DC-KLAAR", ready), some("DC-VAST", held)));

        assertThat(view.getElement().getTextRecursively()).contains(sentence);
        assertThat(texts(view, Button.class).contains("Bereid een ronde voor")).as("there is something to prepare").isEqualTo(ready > 0);
        assertThat(texts(view, H2.class).contains("Vastgehouden")).isEqualTo(held > 0);
        for (String dossier : List.of("DC-KLAAR-" + (ready - 1), "DC-VAST-" + (held - 1))) {
            assertThat(view.getElement().getTextRecursively().contains(dossier)).as(dossier).isEqualTo(!dossier.endsWith("--1"));
        }
    }

    private static Component view(WaitingPayables waiting) {
        ShowRuns showRuns = mock(ShowRuns.class);
        when(showRuns.waiting(anyInt())).thenReturn(waiting);
        CurrentActor actor = mock(CurrentActor.class);
        when(actor.get()).thenReturn(PaymentDesk.NELE);
        RunsView view = new RunsView(showRuns, mock(PrepareRun.class), mock(ReadBankFile.class), mock(SettleBankLine.class), mock(ClearDoubt.class), mock(Payables.class),
                actor, Clock.fixed(Instant.parse("2027-03-12T13:00:00Z"), ZoneOffset.UTC));
        BeforeEnterEvent event = mock(BeforeEnterEvent.class);
        when(event.getLocation()).thenReturn(new Location(RunsView.PATH));
        view.beforeEnter(event);
        return view;
    }

    private static List<WaitingPayable> some(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> new WaitingPayable(name + "-" + i, "Poetsbrigade bv", "BE43068999999501", BigDecimal.TEN,
                "de beslissing van 1 maart 2027", null)).toList();
    }

    private static List<String> texts(Component view, Class<? extends Component> type) {
        return DutchScreen.all(view).filter(type::isInstance).map(each -> each.getElement().getText()).toList();
    }
}
