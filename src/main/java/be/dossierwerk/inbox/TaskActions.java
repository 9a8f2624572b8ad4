package be.dossierwerk.inbox;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The use cases of tasks, by the form that each sends. */
@Component
class TaskActions {

    /** Looked up at first use, because some of them need who asks; and once, because a container that is asked at each step takes a good part of its time. */
    private final Supplier<Map<String, TaskAction>> byForm;

    TaskActions(ObjectProvider<TaskAction> actions) {
        this.byForm = SingletonSupplier.of(() -> actions.stream().collect(Collectors.toMap(TaskAction::formKey, Function.identity())));
    }

    /** Empty for a form that only a changed procedure has. */
    Optional<TaskAction> of(String formKey) {
        return Optional.ofNullable(byForm.get().get(formKey));
    }
}
