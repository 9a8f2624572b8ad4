package be.dossierwerk.parameter.ui;

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
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.VaadinService;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The amounts of a day as they are drawn, without a browser. */
class ParametersViewTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 12);
    private static final List<ReimbursementParameter> ALL = List.of(ReimbursementParameter.values());

    private final DatedParameters parameters = mock(DatedParameters.class);
    private final CurrentActor currentActor = mock(CurrentActor.class);
    private final MovableClock clock = new MovableClock();
    private final List<String> unknownKeys = new ArrayList<>();

    /** Vaadin itself holds it weakly. */
    private UI ui;

    @BeforeEach
    void a_person_looks() throws IOException {
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(10, 0), MovableClock.BRUSSELS));
        Properties texts = new Properties();
        for (String file : List.of("parameter", "reimbursement", "shared")) {
            try (var in = new InputStreamReader(getClass().getResourceAsStream("/messages/" + file + ".properties"), StandardCharsets.UTF_8)) {
                texts.load(in);
            }
        }
        I18NProvider dutch = new I18NProvider() {
            @Override
            public List<Locale> getProvidedLocales() {
                return List.of(Locale.forLanguageTag("nl-BE"));
            }

            @Override
            public String getTranslation(String key, Locale locale, Object... args) {
                String text = texts.getProperty(key);
                if (text == null) {
                    unknownKeys.add(key);
                    return key;
                }
                return args.length == 0 ? text : new MessageFormat(text, locale).format(args);
            }
        };
        Instantiator instantiator = mock(Instantiator.class);
        when(instantiator.getI18NProvider()).thenReturn(dutch);
        VaadinService service = mock(VaadinService.class);
        when(service.getInstantiator()).thenReturn(instantiator);
        VaadinService.setCurrent(service);
        ui = new UI();
        ui.setLocale(Locale.forLanguageTag("nl-BE"));
        UI.setCurrent(ui);
        when(parameters.on(TODAY, ALL)).thenReturn(Map.of(ReimbursementParameter.LOON_INTERN, value(ReimbursementParameter.LOON_INTERN, "14.50"),
                ReimbursementParameter.INDIENEN_DAGEN, value(ReimbursementParameter.INDIENEN_DAGEN, "90.00"),
                ReimbursementParameter.FACTUUR_BTW_TELT_MEE, value(ReimbursementParameter.FACTUUR_BTW_TELT_MEE, "0.00")));
        when(parameters.on(LocalDate.of(2020, 1, 1), ALL)).thenReturn(Map.of());
    }

    @AfterEach
    void every_text_was_there() {
        UI.setCurrent(null);
        VaadinService.setCurrent(null);
        assertThat(unknownKeys).isEmpty();
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

    private static Stream<Component> all(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(ParametersViewTest::all));
    }
}
