package be.dossierwerk.dossier;

/** Something a person may do with a dossier outside a task. Every bean of this type becomes an item in the menu of the dossier page. */
public interface DossierAction {

    /** The key of the item's name in the messages. */
    String label();

    /** Whether the acting person may do it now, in this dossier. */
    boolean offered(String dossierNumber);

    /** Opens a dialog that calls a use case; {@code done} draws the page again. */
    void open(String dossierNumber, Runnable done);
}
