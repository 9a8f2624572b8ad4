package be.dossierwerk.engine;

import java.util.function.Supplier;

/** Says who may take a task of a building block where the procedure that calls it is handled by others than the diagram names. */
public interface TaskGroups {

    /**
     * @param procedure the process that called the building block, asked only when it matters
     * @return the group that takes the place of {@code group}, or that group itself
     */
    String of(Supplier<String> procedure, String group);
}
