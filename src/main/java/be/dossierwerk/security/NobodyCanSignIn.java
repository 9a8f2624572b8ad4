package be.dossierwerk.security;

/** Stops the start-up when nobody could sign in, or only invented people on real data. */
class NobodyCanSignIn extends RuntimeException {

    private final String action;

    NobodyCanSignIn(String reason, String action) {
        super(reason);
        this.action = action;
    }

    /** What the person who starts the product can do about it. */
    String action() {
        return action;
    }
}
