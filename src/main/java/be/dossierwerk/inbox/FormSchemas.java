package be.dossierwerk.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The forms of {@code forms/}, each read once. */
@Component
class FormSchemas {

    private final Map<String, FormSchema> read = new ConcurrentHashMap<>();

    /** The form of that task: the procedure's own, {@code erkenning/x}, goes before the building block's, {@code bouwstenen/x}. */
    FormSchema of(Assignments.Held held) {
        String key = held.task().formKey();
        String own = held.procedure() + "/" + key.substring(key.indexOf('/') + 1);
        return get(new ClassPathResource("forms/" + own + ".form").exists() ? own : key);
    }

    /** @throws IllegalStateException when a diagram names a form that is not there */
    FormSchema get(String formKey) {
        return read.computeIfAbsent(String.valueOf(formKey), key -> {
            try (InputStream in = new ClassPathResource("forms/" + key + ".form").getInputStream()) {
                return FormSchema.read(in);
            } catch (IOException e) {
                throw new IllegalStateException("form " + key + " cannot be read", e);
            }
        });
    }
}
