package be.dossierwerk.payment;

/** The file of a run as it is kept, under the name that it always has. {@code sha256} of its bytes, in hexadecimal digits. */
public record PaymentFile(String messageId, byte[] content, String sha256) {

    public String fileName() {
        return messageId + ".xml";
    }
}
