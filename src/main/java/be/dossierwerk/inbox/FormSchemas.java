package be.dossierwerk.inbox;

import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.PublishedDiagrams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The forms of tasks: of the set of diagrams that the task belongs to, otherwise the product's own. Each is read once. */
@Component
class FormSchemas {

    private final PublishedDiagrams published;
    private final Map<String, FormSchema> ofSets = new ConcurrentHashMap<>();
    private final Map<String, Optional<FormSchema>> ofProduct = new ConcurrentHashMap<>();

    FormSchemas(PublishedDiagrams published) {
        this.published = published;
    }

    /**
     * The form of that task: the procedure's own, {@code erkenning/x}, goes before the building block's, {@code bouwstenen/x}.
     *
     * @throws IllegalStateException when a diagram names a form that is not there
     */
    FormSchema of(Assignments.Held held) {
        List<String> keys = keys(held);
        String deployment = held.task().deployment();
        if (deployment != null) {
            DiagramSet set = published.of(deployment);
            Optional<String> path = keys.stream().map(FormSchemas::path).filter(set.paths()::contains).findFirst();
            if (path.isPresent()) {
                return ofSets.computeIfAbsent(deployment + " " + path.get(), key -> read(path.get(), new ByteArrayInputStream(set.files().get(path.get()))));
            }
        }
        return ofProduct(held).orElseThrow(() -> new IllegalStateException("form " + held.task().formKey() + " is not there"));
    }

    /** The form of that task as the product brings it, so with the fields that its use case knows; empty for a form that only a changed procedure has. */
    Optional<FormSchema> ofProduct(Assignments.Held held) {
        return keys(held).stream().map(this::ofProduct).flatMap(Optional::stream).findFirst();
    }

    Optional<FormSchema> ofProduct(String formKey) {
        return ofProduct.computeIfAbsent(formKey, key -> {
            ClassPathResource file = new ClassPathResource(path(key));
            try {
                return file.exists() ? Optional.of(read(key, file.getInputStream())) : Optional.empty();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static List<String> keys(Assignments.Held held) {
        String key = String.valueOf(held.task().formKey());
        return Stream.of(held.procedure() + "/" + key.substring(key.indexOf('/') + 1), key).distinct().toList();
    }

    private static String path(String formKey) {
        return "forms/" + formKey + ".form";
    }

    private static FormSchema read(String name, InputStream content) {
        try (content) {
            return FormSchema.read(content);
        } catch (IOException e) {
            throw new IllegalStateException("form " + name + " cannot be read", e);
        }
    }
}
