package be.dossierwerk.payment;

import java.time.Instant;
import java.util.List;

/**
 * What was read of a bank's file, line by line in its order. {@code first} is false when this very file was read before: nothing changed, and the report is
 * that of the earlier time.
 */
public record BankReport(long id, String fileName, String kind, Instant readAt, String readByName, boolean first, List<BankLine> lines) {

    public long count(BankLine.Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    public long forPerson() {
        return lines.stream().filter(line -> line.outcome().forPerson() && line.settled() == null).count();
    }
}
