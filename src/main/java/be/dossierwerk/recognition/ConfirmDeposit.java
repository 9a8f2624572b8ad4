package be.dossierwerk.recognition;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The handler checks the deposit of 25 000 euro with the Deposito- en Consignatiekas (C11). */
@Service
class ConfirmDeposit implements TaskAction {

    private final CurrentActor currentActor;
    private final Processes processes;
    private final Deposits deposits;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ConfirmDeposit(CurrentActor currentActor, Processes processes, Deposits deposits, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.processes = processes;
        this.deposits = deposits;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "erkenning/waarborg-nagaan";
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var handler = currentActor.get();
        boolean confirmed = "JA".equals(data.get("bevestigd"));
        if (data.get("gestortOp") instanceof LocalDate paidOn && paidOn.isAfter(LocalDate.now(clock))) {
            throw new Refused("recognition.field.future", List.of(new Refused.Field("gestortOp", "recognition.field.future")));
        }
        jdbc.sql("""
                update recognition set deposit_confirmed = ?, deposit_amount = ?, deposit_paid_on = ?, deposit_reference = ?,
                       deposit_status = case when ? then 'GEBLOKKEERD' else deposit_status end where dossier = ?""")
                .params(confirmed, data.get("bedrag"), data.get("gestortOp"), data.get("referentie"), confirmed, task.dossier()).update();
        audit.record(AuditLog.Entry.of(task.dossier(), "WAARBORG_NAGEGAAN", confirmed
                ? "%s bevestigde dat de borgsom gestort is.".formatted(handler.name())
                : "%s kon de borgsom niet bevestigen.".formatted(handler.name())));
        if (confirmed) {
            String number = jdbc.sql("select enterprise_number from recognition where dossier = ?").param(task.dossier()).query(String.class).single();
            deposits.received(new Deposits.Payment(task.dossier(), number, (BigDecimal) data.get("bedrag"), (LocalDate) data.get("gestortOp"),
                    (String) data.get("referentie")));
        }
        processes.complete(task.id(), Map.of());
    }
}
