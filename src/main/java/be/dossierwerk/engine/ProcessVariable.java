package be.dossierwerk.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;

/** A routing fact that a diagram reads: its name and type. Codes and flags only, never personal data (house.md 3.8). */
public record ProcessVariable<T>(String name, Class<T> type) {

    public T get(VariableScope scope) {
        return type.cast(scope.getVariable(name));
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }

    public Map<String, Object> with(T value) {
        return Map.of(name, value);
    }
}
