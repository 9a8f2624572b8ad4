package be.dossierwerk.fine;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.fine.FineEntry.Kind;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the product itself does in the course of a fine, from a decision to its end (procedures.md 1.6). */
@Service
public class FollowFine {

    private static final int POSTAL_DAYS = 3;

    private final Fines fines;
    private final SendApplicantLetter letter;
    private final Letters letters;
    private final Terms terms;
    private final Dossiers dossiers;
    private final Processes processes;
    private final AuditLog audit;
    private final Clock clock;

    FollowFine(Fines fines, SendApplicantLetter letter, Letters letters, Terms terms, Dossiers dossiers, Processes processes, AuditLog audit, Clock clock) {
        this.fines = fines;
        this.letter = letter;
        this.letters = letters;
        this.terms = terms;
        this.dossiers = dossiers;
        this.processes = processes;
        this.audit = audit;
        this.clock = clock;
    }

    /** A fine and a criminal sentence exclude each other. */
    @Transactional
    public void closeProsecuted(String dossier) {
        close(dossier, "STRAFVERVOLGING");
    }

    @Transactional
    public void closeNotOpportune(String dossier) {
        Fine fine = fines.get(dossier);
        letters.notifySystem(dossier, "vsi", "BOETE_NIET_OPPORTUUN", Map.of("procesVerbaal", fine.report().number(), "reden", fine.opportunity().because()));
        audit.record(AuditLog.Entry.of(dossier, "INSPECTIE_VERWITTIGD", "De inspectie kreeg bericht dat er geen geldboete komt voor proces-verbaal %s."
                .formatted(fine.report().number())));
        close(dossier, "NIET_OPPORTUUN");
    }

    /** The last day went by, or the letter left after it. */
    @Transactional
    public void lapse(String dossier) {
        LocalDate last = terms.due(dossier, FineModel.IMPOSE_TERM);
        terms.expire(dossier, FineModel.IMPOSE_TERM);
        audit.record(AuditLog.Entry.of(dossier, "BOETETERMIJN_VERSTREKEN", "De laatste dag om een geldboete op te leggen was %s. Er kan geen geldboete meer komen."
                .formatted(Dates.prose(last))));
        close(dossier, "TERMIJN_VERSTREKEN");
    }

    @Transactional
    public void closeWithout(String dossier) {
        close(dossier, FineModel.NONE);
    }

    /** From the day on which the decision left the fine is owed; the term to appeal starts on the last day on which the letter can have arrived. */
    @Transactional
    public void book(String dossier) {
        Fine fine = fines.locked(dossier);
        LocalDate notified = letters.of(dossier).stream().filter(each -> each.kind().equals("beslissing-geldboete") && each.sentOn() != null)
                .map(Letters.Letter::sentOn).max(LocalDate::compareTo).orElse(LocalDate.now(clock));
        terms.stop(dossier, FineModel.IMPOSE_TERM, notified);
        fines.add(dossier, Kind.OPGELEGD, fine.proposal().amount(), notified, null, null, null);
        audit.record(AuditLog.Entry.of(dossier, "BOETE_OPGELEGD", "De geldboete van %s werd op %s opgelegd en betekend.".formatted(
                Euros.prose(fine.proposal().amount()), Dates.prose(notified))));
        terms.start(dossier, FineModel.PAYMENT_TERM, notified);
        terms.start(dossier, FineModel.APPEAL_TERM, terms.workingDay(notified, POSTAL_DAYS));
        dossiers.state(dossier, "WACHT_OP_BETALING");
    }

    /** A missed instalment comes here too: then no other payment term runs. */
    @Transactional
    public void remind(String dossier) {
        LocalDate today = LocalDate.now(clock);
        stopPaymentTerms(dossier, today);
        terms.start(dossier, FineModel.REMINDER_TERM, today);
        letter.send(dossier, "herinnering-geldboete", "Herinnering: u moet uw geldboete nog betalen",
                Map.of("uiterlijk", terms.due(dossier, FineModel.REMINDER_TERM)));
    }

    @Transactional
    public void confirmPlan(String dossier) {
        LocalDate today = LocalDate.now(clock);
        stopPaymentTerms(dossier, today);
        List<Map<String, String>> parts = fines.get(dossier).planOn(today).orElseThrow().items().stream()
                .map(item -> Map.of("dag", Dates.table(item.dueOn()), "bedrag", Euros.prose(item.amount()))).toList();
        letter.send(dossier, "afbetalingsplan", "Uw afbetalingsplan", Map.of("aflossingen", parts));
    }

    /** All is paid. */
    @Transactional
    public void settle(String dossier) {
        stopPaymentTerms(dossier, LocalDate.now(clock));
    }

    /** What counted as paid was not: who was fined has the time to pay again. */
    @Transactional
    public void collectAgain(String dossier) {
        dossiers.reopen(dossier, "een betaling is tegengeboekt");
        dossiers.state(dossier, "WACHT_OP_BETALING");
        terms.start(dossier, FineModel.PAYMENT_TERM, LocalDate.now(clock));
        processes.startAt(FineModel.PROCESS, dossier, FineModel.COLLECT, Map.of());
    }

    @Transactional
    public void closePaid(String dossier) {
        close(dossier, "BETAALD");
    }

    /** The tax service that collects by force gets the facts; payments stay bookable. */
    @Transactional
    public void handOver(String dossier) {
        Fine fine = fines.locked(dossier);
        letters.notifySystem(dossier, "invordering", "DWANGBEVEL_GEVRAAGD", Map.of("ondernemingsnummer", dossiers.get(dossier).enterpriseNumber(),
                "bedrag", fine.amount().orElseThrow().toPlainString(), "saldo", fine.due().toPlainString()));
        audit.record(AuditLog.Entry.of(dossier, "AAN_INVORDERING_OVERGEDRAGEN",
                "De geldboete ging naar de dienst die invordert. Er is nog %s te betalen.".formatted(Euros.prose(fine.due()))));
        close(dossier, "OVERGEDRAGEN_AAN_INVORDERING");
    }

    /** The service that collects by force, to which the fine was handed over, hears what changed. */
    @Transactional
    public void tellCollection(String dossier, String message) {
        letters.notifySystem(dossier, "invordering", message, Map.of("saldo", fines.get(dossier).due().toPlainString()));
    }

    @Transactional
    public void closeAnnulled(String dossier) {
        close(dossier, "VERNIETIGD");
    }

    private void stopPaymentTerms(String dossier, LocalDate on) {
        terms.stop(dossier, FineModel.PAYMENT_TERM, on);
        terms.stop(dossier, FineModel.REMINDER_TERM, on);
    }

    private void close(String dossier, String outcome) {
        LocalDate today = LocalDate.now(clock);
        terms.stopAll(dossier, today);
        dossiers.close(dossier, outcome, today);
    }
}
