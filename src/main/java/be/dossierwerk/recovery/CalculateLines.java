package be.dossierwerk.recovery;

import be.dossierwerk.shared.Refused;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Computes the recovery from the lines that the handler typed in the procedure, each at the rate of its month (procedures.md 1.5). */
@Service
public class CalculateLines {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    private final RecoveryCourse course;
    private final RecoveryLedger ledger;
    private final ComputeRecovery computeRecovery;

    CalculateLines(RecoveryCourse course, RecoveryLedger ledger, ComputeRecovery computeRecovery) {
        this.course = course;
        this.ledger = ledger;
        this.computeRecovery = computeRecovery;
    }

    @Transactional
    public void calculate(String dossier) {
        computeRecovery.store(dossier, parse(course.facts(dossier).orElseThrow()));
    }

    /** What the lines would come to. @throws Refused recovery.lines.text, recovery.lines.none, recovery.no-rate, all on the field lijnen */
    Calculation look(String text) {
        try {
            List<VoucherLine> lines = parse(text);
            computeRecovery.check(lines);
            return Calculation.of(lines, ledger::rate);
        } catch (Refused refused) {
            throw refused.fields().stream().anyMatch(field -> field.name().equals("lijnen")) ? refused
                    : new Refused(refused.key(), List.of(new Refused.Field("lijnen", refused.key(), refused.args())), refused.args());
        }
    }

    static List<VoucherLine> parse(String text) {
        List<VoucherLine> lines = new ArrayList<>();
        int number = 0;
        for (String raw : text.strip().split("\\R")) {
            number++;
            if (raw.isBlank()) {
                continue;
            }
            String[] parts = raw.split(";", 4);
            try {
                String proven = parts[2].strip().toLowerCase(java.util.Locale.ROOT);
                if (parts[3].isBlank() || !proven.equals("bewezen") && !proven.equals("niet bewezen")) {
                    throw wrong(number);
                }
                lines.add(new VoucherLine(YearMonth.parse(parts[0].strip(), MONTH), Integer.parseInt(parts[1].strip()), proven.equals("bewezen"), parts[3].strip()));
            } catch (ArrayIndexOutOfBoundsException | NumberFormatException | DateTimeParseException e) {
                throw wrong(number);
            }
        }
        return lines;
    }

    /** As the handler types them. */
    static String text(Calculation calculation) {
        return calculation.facts().stream().map(line -> "%s; %d; %s; %s".formatted(MONTH.format(line.month()), line.vouchers(),
                line.proven() ? "bewezen" : "niet bewezen", line.evidence())).collect(Collectors.joining("\n"));
    }

    private static Refused wrong(int line) {
        return new Refused("recovery.lines.text", List.of(new Refused.Field("lijnen", "recovery.lines.text", line)), line);
    }
}
