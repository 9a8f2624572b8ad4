package be.dossierwerk.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What was asked of the product and what it answered, kept outside it: a line for each event, on the disk before the next step. */
final class IntentLedger implements AutoCloseable {

    enum Outcome { ASKED, ACKED, REFUSED, UNKNOWN }

    static final String APPLICATION = "AANVRAAG";
    static final String PAYMENT = "BETALING";

    /** {@code on}: the task of a step, the enterprise number of an application, or the dossier that is paid for. {@code dossier}: null until an application is acknowledged. */
    record Intent(UUID id, String action, String on, String dossier, Outcome outcome) {

        boolean isStep() {
            return action.startsWith("UserTask_");
        }

        boolean isApplication() {
            return action.equals(APPLICATION);
        }

        boolean isPayment() {
            return action.equals(PAYMENT);
        }
    }

    private final FileChannel file;
    private final Map<UUID, Intent> last = new HashMap<>();
    private long unknown;

    IntentLedger(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    synchronized void note(UUID id, String action, String on, String dossier, Outcome outcome) {
        try {
            String line = String.join("\t", id.toString(), action, on, String.valueOf(dossier), outcome.name()) + "\n";
            file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (outcome == Outcome.UNKNOWN) {
            unknown++;
        }
        Intent before = last.get(id);
        // What was acknowledged once stays so, whatever becomes of a second sending.
        if (before == null || before.outcome != Outcome.ACKED || outcome == Outcome.ACKED) {
            last.put(id, new Intent(id, action, on, dossier, outcome));
        }
    }

    /** The last word on each intent. */
    synchronized Map<UUID, Intent> intents() {
        return new HashMap<>(last);
    }

    /** How often an answer was lost. */
    synchronized long unknown() {
        return unknown;
    }

    synchronized long count(Outcome outcome) {
        return last.values().stream().filter(intent -> intent.outcome == outcome).count();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
