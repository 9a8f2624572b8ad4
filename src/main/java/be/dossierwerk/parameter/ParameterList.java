package be.dossierwerk.parameter;

import java.util.List;

/** The amounts and limits of one module; a bean makes them appear on the screen where they are recorded. */
public interface ParameterList {

    /** All of one list. */
    List<? extends ParameterKind> kinds();

    /** {@code parameter.LIST} is its title and {@code parameter.LIST.explanation} says what the amounts do. */
    default String list() {
        return kinds().get(0).list();
    }
}
