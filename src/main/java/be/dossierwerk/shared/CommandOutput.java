package be.dossierwerk.shared;

import java.io.PrintStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;

/** What a command says: in UTF-8, whatever the machine takes for its own. */
public final class CommandOutput {

    private static final String NO_CONNECTION = "08";

    private CommandOutput() { }

    public static void say(PrintStream to, String text) {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        to.write(bytes, 0, bytes.length);
        to.flush();
    }

    /** In Dutch; empty when it was neither that the product could not start nor that the database does not answer. */
    public static Optional<String> notStarted(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart) {
                return Optional.of(cause.getMessage());
            }
            if (cause instanceof ConnectException || cause instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().startsWith(NO_CONNECTION)) {
                return Optional.of("De databank antwoordt niet: " + cause.getMessage());
            }
        }
        return Optional.empty();
    }
}
