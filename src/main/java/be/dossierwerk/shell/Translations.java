package be.dossierwerk.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** Gives the screens the same texts as everybody else: the message bundles. */
@Component
class Translations implements I18NProvider {

    private final transient MessageSource messages;

    Translations(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Language.SPOKEN;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... args) {
        if (key == null || key.isEmpty()) {
            return "";
        }
        try {
            return messages.getMessage(key, args, Language.nearest(locale));
        } catch (NoSuchMessageException e) {
            LoggerFactory.getLogger(Translations.class).warn("No text for {}", key);
            return key;
        }
    }
}
