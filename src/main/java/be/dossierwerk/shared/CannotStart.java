package be.dossierwerk.shared;

/** Why the product cannot be started for a command, in Dutch. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String why) {
        super(why);
    }
}
