package be.dossierwerk.reimbursement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.payment.Payable;
import be.dossierwerk.payment.Payables;
import be.dossierwerk.reimbursement.ReimbursementClaims.Filed;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Iban;
import be.dossierwerk.shared.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The bank sent a payment back: somebody finds out which account is right, and it is paid again in a next run. */
@Service
class CheckAccount implements TaskAction {

    private final ReimbursementClaims claims;
    private final Payables payables;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;

    CheckAccount(ReimbursementClaims claims, Payables payables, CurrentActor currentActor, Processes processes, AuditLog audit) {
        this.claims = claims;
        this.payables = payables;
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
    }

    @Override
    public String formKey() {
        return "opleiding-terugbetaling/rekening-nagaan";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        Filed claim = claims.get(task.dossier());
        Payable payable = payables.of(task.dossier()).orElseThrow().payable();
        Map<String, Object> shown = new HashMap<>();
        shown.put("reden", claim.returnedBecause());
        shown.put("begunstigde", payable.beneficiary());
        shown.put("rekening", Iban.format(payable.iban()));
        return shown;
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        String dossier = task.dossier();
        String beneficiary = (String) data.get("begunstigde");
        String iban = (String) data.get("rekening");
        if (!Iban.isValid(iban)) {
            throw new Refused("reimbursement.field.iban", List.of(new Refused.Field("rekening", "reimbursement.field.iban")));
        }
        Payable before = payables.of(dossier).orElseThrow().payable();
        boolean same = Iban.parse(iban).compact().equals(before.iban()) && beneficiary.strip().equals(before.beneficiary());
        if (!same) {
            payables.changeAccount(dossier, beneficiary, iban, (String) data.get("toelichting"));
        }
        claims.returned(dossier, null);
        audit.record(AuditLog.Entry.of(dossier, "REKENING_NAGEGAAN", (same ? "%s ging na dat de rekening juist is; het bedrag wordt opnieuw betaald."
                : "%s ging na welke rekening juist is; het bedrag wordt op die rekening betaald.").formatted(actor.name())).because((String) data.get("toelichting")));
        processes.complete(task.id(), Map.of());
    }
}
