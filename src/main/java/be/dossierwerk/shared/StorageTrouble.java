package be.dossierwerk.shared;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/** Why the database keeps nothing now: no fault of the product, and over by itself once somebody makes room or gives it back. */
public enum StorageTrouble {

    VOL, ALLEEN_LEZEN, WEG;

    private static final String DISK_FULL = "53100";
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String READ_ONLY_TRANSACTION = "25006";
    private static final String CONNECTION = "08";
    private static final String SERVER_STOPS = "57P0";

    /** Looks at the failure and at all that caused it; empty when it is something else. */
    public static Optional<StorageTrouble> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                StorageTrouble trouble = of(sql);
                if (trouble != null) {
                    return Optional.of(trouble);
                }
            }
        }
        return Optional.empty();
    }

    /** The key of the sentence that people read. */
    public String key() {
        return "shared.storage." + this;
    }

    private static StorageTrouble of(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.equals(DISK_FULL)) {
            return VOL;
        }
        if (state.equals(READ_ONLY_TRANSACTION)) {
            return ALLEEN_LEZEN;
        }
        return state.startsWith(CONNECTION) || state.startsWith(SERVER_STOPS) || state.equals(TOO_MANY_CONNECTIONS)
                || failure instanceof SQLTransientConnectionException ? WEG : null;
    }
}
