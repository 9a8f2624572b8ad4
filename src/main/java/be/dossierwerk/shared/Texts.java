package be.dossierwerk.shared;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The texts of {@code messages/*.properties} for whoever has no screen: REST, letters, logs. Dutch where a language is not spoken. */
@Component
public class Texts {

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    /** @throws org.springframework.context.NoSuchMessageException when no bundle has the key */
    public String of(Locale locale, String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    public String of(Locale locale, Refused refused) {
        return of(locale, refused.key(), refused.args());
    }

    public String of(Locale locale, Refused.Field field) {
        return of(locale, field.key(), field.args());
    }
}
