package be.dossierwerk.payment;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.payment.BankLine.Direction;
import be.dossierwerk.payment.BankLine.Outcome;
import be.dossierwerk.payment.PayableStanding.Kind;
import be.dossierwerk.payment.Reconciliation.Judged;
import be.dossierwerk.payment.Reconciliation.Order;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what the bank tells: a statement (camt.053.001.08) or the fate of an order (pain.002.001.10), matched by the reference of each payment.
 * One transaction for the whole file; what cannot be matched is reported line by line, and a file whose totals differ is not read at all.
 */
@Service
public class ReadBankFile {

    public static final int MOST_MEGABYTES = 10;

    /** The audit trail has one chain for all files of the bank; no dossier number looks like this. */
    static final String SUBJECT = "BANKBESTANDEN";
    private static final int LONGEST_NAME = 200;

    private final PayableLedger payables;
    private final RunLedger runs;
    private final BankLedger bank;
    private final Debtor debtor;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;

    ReadBankFile(PayableLedger payables, RunLedger runs, BankLedger bank, Debtor debtor, AuditLog audit, CurrentActor currentActor,
                 ApplicationEventPublisher events) {
        this.payables = payables;
        this.runs = runs;
        this.bank = bank;
        this.debtor = debtor;
        this.audit = audit;
        this.currentActor = currentActor;
        this.events = events;
    }

    /**
     * @throws Refused security.role-missing unless bookkeeping or team lead; payment.debtor; payment.bank.too-large, payment.bank.encoding, payment.bank.kind,
     *                 payment.bank.unreadable, payment.bank.account, payment.bank.total, payment.bank.empty: then nothing changed
     */
    @Transactional
    public BankReport read(String fileName, byte[] content) {
        currentActor.require(Roles.FINANCE, Roles.TEAM_LEAD);
        if (content.length > MOST_MEGABYTES * 1024 * 1024) {
            throw new Refused("payment.bank.too-large", MOST_MEGABYTES);
        }
        String sha256 = CreditTransferFile.sha256(content);
        audit.lock(SUBJECT);
        var earlier = bank.read(sha256);
        if (earlier.isPresent()) {
            return bank.report(earlier.get(), false).orElseThrow();
        }
        BankFile file = BankFile.read(content, debtor.account().iban());
        List<BankEntry> entries = new ArrayList<>(file.entries());
        file.wholes().forEach(whole -> entries.addAll(ofWhole(whole)));
        if (entries.isEmpty()) {
            throw new Refused("payment.bank.empty");
        }
        List<String> references = entries.stream().map(BankEntry::endToEnd).filter(Objects::nonNull).distinct().toList();
        runs.hold(bank.orders(references).values().stream().map(Order::run).distinct().toList());
        List<Judged> judged = Reconciliation.judge(entries, bank.orders(references));
        List<Judged> doubts = doubts(judged);
        long id = bank.add(name(fileName), sha256, file, judged);
        List<Judged> done = judged.stream().filter(line -> line.outcome().applied()).toList();
        done.forEach(line -> apply(id, line));
        doubts.forEach(line -> payables.move(line.order().payable(), Kind.BETWIST, line.order().line(), id, line.entry().bookedOn(), line.entry().bankReference(),
                line.why().words()));
        tell(name(fileName), judged, done, doubts);
        // Last, so that whoever listens sees everything; in the order of the dossiers, as they are locked.
        done.stream().sorted(Comparator.comparing(line -> line.order().dossier())).forEach(line -> events.publishEvent(line.outcome() == Outcome.BETAALD
                ? new PayablePaid(line.order().dossier(), line.entry().bookedOn(), line.order().amount())
                : new PayableReturned(line.order().dossier(), line.entry().reason())));
        return bank.report(id, true).orElseThrow();
    }

    /** Each payment of a file that the bank refused as a whole; none of a file that it took. */
    private List<BankEntry> ofWhole(BankFile.Whole whole) {
        PaymentRun run = whole.message() == null ? null : runs.numberOfMessage(whole.message()).flatMap(runs::find).orElse(null);
        if (run == null) {
            return List.of(new BankEntry(whole.place(), whole.message() == null ? null : whole.message(), whole.refused() ? Direction.GEWEIGERD : Direction.AANVAARD,
                    null, null, null, null, true, whole.reason(), null));
        }
        if (whole.count() != null && whole.count() != run.lines() || whole.total() != null && whole.total().compareTo(run.total()) != 0) {
            throw new Refused("payment.bank.total", whole.message(), (whole.count() == null ? "" : whole.count() + " / ")
                    + (whole.total() == null ? "" : whole.total().toPlainString()), run.lines() + " / " + run.total().toPlainString());
        }
        if (whole.place().equals("0")) {
            return List.of();
        }
        return runs.lines(run.id()).stream().map(line -> new BankEntry(whole.place(), line.endToEnd(), whole.refused() ? Direction.GEWEIGERD : Direction.AANVAARD,
                null, null, null, null, true, whole.reason(), whole.message())).toList();
    }

    private void apply(long file, Judged line) {
        Order order = line.order();
        BankEntry entry = line.entry();
        LineState state = LineState.valueOf(line.outcome().name());
        runs.settle(order.line(), state);
        payables.move(order.payable(), Kind.valueOf(line.outcome().name()), order.line(), file, entry.bookedOn(), entry.bankReference(),
                state == LineState.BETAALD ? null : entry.reason());
    }

    /** A contradiction makes a payable wait once; the same words of the bank, told again, do not. */
    private List<Judged> doubts(List<Judged> judged) {
        Map<Long, Judged> first = new TreeMap<>();
        judged.stream().filter(line -> line.outcome().doubtful() && !bank.toldBefore(line.entry())).forEach(line -> first.putIfAbsent(line.order().payable(), line));
        return List.copyOf(first.values());
    }

    private void tell(String fileName, List<Judged> judged, List<Judged> done, List<Judged> doubts) {
        String actor = currentActor.get().name();
        String read = "%s las het bankbestand \"%s\" in: %s.".formatted(actor, fileName, counts(judged));
        audit.record(AuditLog.Entry.of(SUBJECT, "BANKBESTAND_GELEZEN", read));
        Map<String, List<Judged>> byRun = done.stream().collect(Collectors.groupingBy(line -> line.order().run(), TreeMap::new, Collectors.toList()));
        byRun.forEach((run, lines) -> audit.record(AuditLog.Entry.of(run, "BANKBESTAND_GELEZEN", "%s las het bankbestand \"%s\" in. Van betaalronde %s: %s.".formatted(
                actor, fileName, run, counts(lines)))));
        Map<String, List<Runnable>> byDossier = new TreeMap<>();
        done.forEach(line -> byDossier.computeIfAbsent(line.order().dossier(), dossier -> new ArrayList<>()).add(() -> audit.record(ofDossier(line))));
        doubts.forEach(line -> byDossier.computeIfAbsent(line.order().dossier(), dossier -> new ArrayList<>()).add(() -> audit.record(AuditLog.Entry.of(
                line.order().dossier(), "BETALING_BETWIST", "De bank en onze boeken spreken elkaar tegen over de betaling met kenmerk %s: %s. De betaling wacht tot iemand dat uitklaart."
                        .formatted(line.entry().endToEnd(), line.why().words())))));
        byDossier.values().forEach(records -> records.forEach(Runnable::run));
    }

    private static AuditLog.Entry ofDossier(Judged line) {
        Order order = line.order();
        BankEntry entry = line.entry();
        return switch (line.outcome()) {
            case BETAALD -> AuditLog.Entry.of(order.dossier(), "BETALING_BETAALD", "De bank betaalde %s op %s. Kenmerk: %s.".formatted(
                    Euros.prose(order.amount()), Dates.prose(entry.bookedOn()), entry.endToEnd()));
            case TERUGGESTORT -> AuditLog.Entry.of(order.dossier(), "BETALING_TERUGGESTORT", "De bank stortte %s terug op %s. De betaling kan opnieuw in een ronde."
                    .formatted(Euros.prose(order.amount()), Dates.prose(entry.bookedOn()))).because(entry.reason());
            default -> AuditLog.Entry.of(order.dossier(), "BETALING_GEWEIGERD", "De bank weigerde de betaling van %s met kenmerk %s. De betaling kan opnieuw in een ronde."
                    .formatted(Euros.prose(order.amount()), entry.endToEnd())).because(entry.reason());
        };
    }

    private static String counts(List<Judged> lines) {
        Map<Outcome, Long> counts = lines.stream().collect(Collectors.groupingBy(Judged::outcome, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream().map(count -> count.getValue() + " " + words(count.getKey())).collect(Collectors.joining(", "));
    }

    private static String words(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String name(String fileName) {
        String plain = fileName == null || fileName.isBlank() ? "zonder naam" : fileName.strip().replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }
}
