package be.dossierwerk.engine;

/** Says who may take a task of a building block where the procedure that calls it is handled by others than the diagram names. */
public interface TaskGroups {

    /** @return the group that takes the place of {@code group}, or that group itself */
    String of(String dossier, String group);
}
