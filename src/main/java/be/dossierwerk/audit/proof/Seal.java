package be.dossierwerk.audit.proof;

/** The root over all chains on a day, signed and time-stamped; each names the one before. {@code token}: RFC 3161, over the SHA-256 of the statement. */
public record Seal(long serial, String sealedAt, long leaves, String root, String previous, byte[] signature, String keyId, byte[] token) {

    private static final String MARK = "dossierwerk-zegel-1\n";

    public static String statement(long serial, String sealedAt, long leaves, String root, String previous) {
        return MARK + String.join("\n", String.valueOf(serial), sealedAt, String.valueOf(leaves), root, previous);
    }

    public String statement() {
        return statement(serial, sealedAt, leaves, root, previous);
    }
}
