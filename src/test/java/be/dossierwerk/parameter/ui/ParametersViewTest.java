package be.dossierwerk.parameter.ui;

import static be.dossierwerk.shared.ui.DutchScreen.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import be.dossierwerk.parameter.DatedParameter;
import be.dossierwerk.parameter.DatedParameters;
import be.dossierwerk.parameter.RecordParameter;
import be.dossierwerk.reimbursement.ReimbursementParameter;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ui.DutchScreen;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The amounts of a day as they are drawn, without a browser. */
class ParametersViewTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 12);
    private static final List<ReimbursementParameter> ALL = List.of(ReimbursementParameter.values());

    @RegisterExtension final DutchScreen screen = new DutchScreen("parameter", "reimbursement", "shared");

    private final DatedParameters parameters = mock(DatedParameters.class);
    private final CurrentActor currentActor = mock(CurrentActor.class);
    private final MovableClock clock = new MovableClock();

    @BeforeEach
    void a_person_looks() {
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(10, 0), MovableClock.BRUSSELS));
        when(parameters.on(TODAY, ALL)).thenReturn(Map.of(ReimbursementParameter.LOON_INTERN, value(ReimbursementParameter.LOON_INTERN, "14.50"),
                ReimbursementParameter.INDIENEN_DAGEN, value(ReimbursementParameter.INDIENEN_DAGEN, "90.00"),
                ReimbursementParameter.FACTUUR_BTW_TELT_MEE, value(ReimbursementParameter.FACTUUR_BTW_TELT_MEE, "0.00")));
        when(parameters.on(LocalDate.of(2020, 1, 1), ALL)).thenReturn(Map.of());
    }

    @Test
    void what_holds_on_a_day_and_what_nobody_recorded_is_said() {
        assertThat(cells(view(Roles.HANDLER, ""))).contains("€ 14,50", "90 dagen", "Nee", "01/01/2017", "Besluit").filteredOn("Nog niet genoteerd"::equals)
                .hasSize(ReimbursementParameter.values().length - 3);
        assertThat(cells(view(Roles.HANDLER, "?dag=2020-01-01"))).filteredOn("Nog niet genoteerd"::equals).hasSize(ReimbursementParameter.values().length);
        assertThat(cells(view(Roles.HANDLER, "?dag=gisteren"))).contains("90 dagen");
    }

    @ParameterizedTest
    @CsvSource({Roles.FINANCE + ", true", Roles.LAWYER + ", true", Roles.HANDLER + ", false", Roles.AUDITOR + ", false"})
    void only_bookkeeper_and_lawyer_record(String role, boolean may) {
        assertThat(all(view(role, "")).anyMatch(Button.class::isInstance)).isEqualTo(may);
    }

    private ParametersView view(String role, String query) {
        when(currentActor.get()).thenReturn(new Actor("x", "Iemand", Set.of(role)));
        ParametersView view = new ParametersView(parameters, mock(RecordParameter.class), List.of(() -> ALL), currentActor, clock);
        BeforeEnterEvent event = mock(BeforeEnterEvent.class);
        when(event.getLocation()).thenReturn(new Location("bedragen" + query));
        view.beforeEnter(event);
        return view;
    }

    private static DatedParameter<ReimbursementParameter> value(ReimbursementParameter parameter, String amount) {
        return new DatedParameter<>(parameter, new BigDecimal(amount), LocalDate.of(2017, 1, 1), null, "Besluit");
    }

    private static List<String> cells(Component root) {
        return all(root).filter(Span.class::isInstance).map(span -> ((Span) span).getText()).toList();
    }
}
