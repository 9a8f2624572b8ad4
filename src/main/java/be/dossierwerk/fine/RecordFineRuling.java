package be.dossierwerk.fine;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.ContestedDecisions;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.fine.FineEntry.Kind;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the labour court ruled: the fine stays, becomes lower or is undone by a counter-entry; what was paid too much is to be refunded. */
@Service
public class RecordFineRuling implements TaskAction {

    /** {@code code}: BEVESTIGD, VERMINDERD or VERNIETIGD; {@code amount}: the new fine in euro, only for VERMINDERD. */
    public record Ruling(String code, LocalDate on, BigDecimal amount, String because) { }

    private static final String LOWER = "VERMINDERD";
    private static final String ANNULLED = "VERNIETIGD";

    private final CurrentActor currentActor;
    private final Fines fines;
    private final FollowFine followFine;
    private final ContestedDecisions decisions;
    private final Terms terms;
    private final Dossiers dossiers;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    RecordFineRuling(CurrentActor currentActor, Fines fines, FollowFine followFine, ContestedDecisions decisions, Terms terms, Dossiers dossiers, Processes processes, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.fines = fines;
        this.followFine = followFine;
        this.decisions = decisions;
        this.terms = terms;
        this.dossiers = dossiers;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "administratieve-geldboete/uitspraak-registreren";
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        Fine after = apply(task.dossier(), new Ruling((String) data.get("uitspraak"), (LocalDate) data.get("uitgesprokenOp"), (BigDecimal) data.get("bedrag"),
                (String) data.get("motivering")));
        boolean payable = after.due().signum() > 0;
        if (payable) {
            // A plan from before the ruling counts no more: the term to pay starts again.
            terms.start(task.dossier(), FineModel.PAYMENT_TERM, LocalDate.now(clock));
            dossiers.state(task.dossier(), "WACHT_OP_BETALING");
        }
        Map<String, Object> facts = new HashMap<>(FineModel.ANNULLED.with(after.appeal().ruling().equals(ANNULLED)));
        facts.putAll(FineModel.PAYABLE.with(payable));
        processes.complete(task.id(), facts);
    }

    /**
     * For a fine whose procedure had ended before the appeal.
     * @throws Refused security.role-missing; fine.unknown, fine.ruling.task, fine.ruling.none; fine.ruling.day, fine.ruling.amount, fine.ruling.because
     */
    @Transactional
    public void record(String dossier, Ruling ruling) {
        currentActor.require(Roles.FINES, Roles.LAWYER);
        if (processes.runs(dossier)) {
            throw new Refused("fine.ruling.task");
        }
        boolean handedOver = fines.get(dossier).due().signum() > 0;
        Fine after = apply(dossier, ruling);
        if (handedOver) {
            followFine.tellCollection(dossier, after.due().signum() > 0 ? "DWANGBEVEL_HERVAT" : "DWANGBEVEL_INGETROKKEN");
        }
        LocalDate today = LocalDate.now(clock);
        terms.stopAll(dossier, today);
        dossiers.close(dossier, ruling.code().equals(ANNULLED) ? ANNULLED : after.due().signum() > 0 ? "OVERGEDRAGEN_AAN_INVORDERING" : "BETAALD", today);
    }

    private Fine apply(String dossier, Ruling ruling) {
        Actor actor = currentActor.get();
        Fine fine = fines.locked(dossier);
        if (!fine.underAppeal()) {
            throw new Refused("fine.ruling.none");
        }
        FineEntry imposed = fine.imposed().orElseThrow(() -> new Refused("fine.ruling.none"));
        if (ruling.on() == null || ruling.on().isAfter(LocalDate.now(clock)) || ruling.on().isBefore(fine.appeal().filedOn())) {
            throw wrong("uitgesprokenOp", "fine.ruling.day", Dates.prose(fine.appeal().filedOn()));
        }
        if (ruling.because() == null || ruling.because().isBlank()) {
            throw wrong("motivering", "fine.ruling.because");
        }
        if (ruling.code().equals(LOWER) && (!Euros.payable(ruling.amount()) || ruling.amount().compareTo(imposed.amount()) >= 0)) {
            throw wrong("bedrag", "fine.ruling.amount", Euros.prose(imposed.amount()));
        }
        switch (ruling.code()) {
            case LOWER -> fines.add(dossier, Kind.VERMINDERING, imposed.amount().subtract(ruling.amount()), ruling.on(), null, null, ruling.because());
            case ANNULLED -> {
                fines.add(dossier, Kind.TEGENGEBOEKT, imposed.amount(), ruling.on(), imposed.id(), null, ruling.because());
                decisions.newest(dossier).ifPresent(besluit -> decisions.annul(dossier, besluit, ruling.on(), ruling.because().strip()));
            }
            default -> { }
        }
        jdbc.sql("update fine set ruling = ?, ruled_on = ?, ruling_because = ? where dossier = ?").params(ruling.code(), ruling.on(), ruling.because().strip(), dossier).update();
        Fine after = fines.get(dossier);
        audit.record(AuditLog.Entry.of(dossier, "ARBEIDSRECHTBANK_OORDEELDE", "%s registreerde de uitspraak van de arbeidsrechtbank van %s: de geldboete %s.%s".formatted(
                actor.name(), Dates.prose(ruling.on()), switch (ruling.code()) {
                    case LOWER -> "wordt verlaagd tot " + Euros.prose(ruling.amount());
                    case ANNULLED -> "is vernietigd";
                    default -> "blijft bestaan";
                }, after.overpaid().signum() == 0 ? "" : " Er is %s terug te betalen.".formatted(Euros.prose(after.overpaid())))).because(ruling.because().strip()));
        return after;
    }

    private static Refused wrong(String field, String key, Object... args) {
        return new Refused(key, List.of(new Refused.Field(field, key, args)), args);
    }
}
