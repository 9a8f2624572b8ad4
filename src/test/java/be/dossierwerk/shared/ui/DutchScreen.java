package be.dossierwerk.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinService;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A screen in Dutch without a browser. A test in which a text was asked that these modules do not have, fails. */
public final class DutchScreen implements BeforeEachCallback, AfterEachCallback {

    private static final Locale DUTCH = Locale.forLanguageTag("nl-BE");

    private final String[] modules;
    private final List<String> unknownKeys = new ArrayList<>();
    /** Vaadin itself holds both weakly. */
    private VaadinService service;
    private UI ui;

    public DutchScreen(String... modules) {
        this.modules = modules;
    }

    /** The component and everything in it, from the top. */
    public static Stream<Component> all(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(DutchScreen::all));
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        Properties texts = new Properties();
        for (String module : modules) {
            try (var in = new InputStreamReader(DutchScreen.class.getResourceAsStream("/messages/" + module + ".properties"), StandardCharsets.UTF_8)) {
                texts.load(in);
            }
        }
        I18NProvider dutch = new I18NProvider() {
            @Override
            public List<Locale> getProvidedLocales() {
                return List.of(DUTCH);
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
        service = mock(VaadinService.class);
        when(service.getInstantiator()).thenReturn(instantiator);
        VaadinService.setCurrent(service);
        ui = new UI();
        ui.setLocale(DUTCH);
        UI.setCurrent(ui);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        UI.setCurrent(null);
        VaadinService.setCurrent(null);
        assertThat(unknownKeys).isEmpty();
    }
}
