package be.dossierwerk.withdrawal;

/** A procedure that can end a recognition; each gives one bean, and the building block {@code einde-erkenning} asks it what to do. */
public interface EndsRecognition {

    /** The process id, as the dossier carries it. */
    String process();

    /** The end that the notified decision of this dossier brings. */
    Ending ending(String dossier);
}
