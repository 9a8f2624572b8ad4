package be.dossierwerk.payment;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Runs, what waits for the next one, and what the bank told; for who works with them. */
@Service
public class ShowRuns {

    static final String[] READERS = {Roles.FINANCE, Roles.TEAM_LEAD, Roles.HEAD, Roles.SIGNATORY, Roles.AUDITOR};

    private final PayableQueue queue;
    private final PayableLedger payables;
    private final RunLedger runs;
    private final BankLedger bank;
    private final AuditLog audit;
    private final CurrentActor currentActor;

    ShowRuns(PayableQueue queue, PayableLedger payables, RunLedger runs, BankLedger bank, AuditLog audit, CurrentActor currentActor) {
        this.queue = queue;
        this.payables = payables;
        this.runs = runs;
        this.bank = bank;
        this.audit = audit;
        this.currentActor = currentActor;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<PaymentRun> latest(int limit) {
        currentActor.require(READERS);
        return runs.latest(limit);
    }

    @Transactional(readOnly = true)
    public Optional<PaymentRun> find(String number) {
        currentActor.require(READERS);
        return runs.find(number);
    }

    /** In the order of the file. */
    @Transactional(readOnly = true)
    public List<RunLine> lines(PaymentRun run) {
        currentActor.require(READERS);
        return runs.lines(run.id());
    }

    /** Who did what with the run, oldest first. */
    @Transactional(readOnly = true)
    public List<AuditLog.Line> history(PaymentRun run) {
        currentActor.require(READERS);
        return audit.of(run.number());
    }

    /** The file as the bank gets it. @throws Refused payment.run.unknown when there is none */
    @Transactional(readOnly = true)
    public PaymentFile file(String number) {
        currentActor.require(READERS);
        return runs.file(number).orElseThrow(() -> new Refused("payment.run.unknown", number));
    }

    /** What the next runs would take and what a procedure holds back, with the oldest of each, at most {@code limit}. */
    @Transactional(readOnly = true)
    public WaitingPayables waiting(int limit) {
        currentActor.require(READERS);
        List<String> ready = new ArrayList<>();
        List<String> held = new ArrayList<>();
        queue.read(page -> {
            ready.addAll(page.ready());
            held.addAll(page.held());
            return true;
        });
        return new WaitingPayables(ready.size(), held.size(), oldest(ready, limit), oldest(held, limit));
    }

    /** About which the bank and the books disagree. */
    @Transactional(readOnly = true)
    public List<WaitingPayable> doubted(int limit) {
        currentActor.require(READERS);
        return payables.doubted(limit);
    }

    /** Lines of the bank that belong to no payment or could not be read, and that nobody settled yet; oldest first. */
    @Transactional(readOnly = true)
    public List<OpenBankLine> openBankLines(int limit) {
        currentActor.require(READERS);
        return bank.open(limit);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<BankFileSummary> bankFiles(int limit) {
        currentActor.require(READERS);
        return bank.latest(limit);
    }

    /** What came of each line of a file. @throws Refused payment.bank.unknown */
    @Transactional(readOnly = true)
    public BankReport bankFile(long id) {
        currentActor.require(READERS);
        return bank.report(id, true).orElseThrow(() -> new Refused("payment.bank.unknown"));
    }

    private List<WaitingPayable> oldest(List<String> dossiers, int limit) {
        return payables.waiting(dossiers.subList(0, Math.min(limit, dossiers.size())));
    }
}
