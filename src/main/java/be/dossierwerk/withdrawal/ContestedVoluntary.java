package be.dossierwerk.withdrawal;

import be.dossierwerk.casework.ContestedAct;
import be.dossierwerk.casework.ReopenProcedure;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of the decision about a withdrawal on request (procedures.md 1.2, 1.10) when somebody else rules on it. */
@Service
class ContestedVoluntary implements ContestedAct {

    private static final List<Restart> STEPS = List.of(new Restart("UserTask_VerzoekNagaan", "Verzoek en bevoegdheid nagaan"),
            new Restart("ServiceTask_OpenstaandePuntenZoeken", "Openstaande punten zoeken"), new Restart("CallActivity_Besluit", "Beslissing opstellen"));

    private final WithdrawalRulings rulings;
    private final ReopenProcedure reopenProcedure;
    private final VoluntaryRequests requests;

    ContestedVoluntary(WithdrawalRulings rulings, ReopenProcedure reopenProcedure, VoluntaryRequests requests) {
        this.rulings = rulings;
        this.reopenProcedure = reopenProcedure;
        this.requests = requests;
    }

    @Override
    public String process() {
        return VoluntaryModel.PROCESS;
    }

    @Override
    @Transactional
    public void suspend(String dossier, UUID besluit, LocalDate on, String reason) {
        rulings.suspend(dossier, besluit, on, reason);
    }

    @Override
    @Transactional
    public void resume(String dossier, UUID besluit, LocalDate on, String reason) {
        rulings.resume(dossier, besluit, on, reason);
    }

    @Override
    @Transactional
    public void annul(String dossier, UUID besluit, LocalDate on, String reason) {
        rulings.annul(dossier, besluit, on, reason);
    }

    @Override
    public List<Restart> restarts(String dossier, UUID besluit) {
        return STEPS;
    }

    @Override
    @Transactional
    public void reopen(String dossier, String element, LocalDate on, String because) {
        Restart step = ReopenProcedure.step(STEPS, element);
        requests.again(dossier);
        Map<String, Object> variables = new HashMap<>(VoluntaryModel.MAY_BIND.with(true));
        variables.putAll(VoluntaryModel.TRANSFERRED.with(requests.get(dossier).reason() == VoluntaryReason.FUSIE_OVERNAME));
        reopenProcedure.at(dossier, new ReopenProcedure.Start(step, List.of(VoluntaryModel.DECISION_TERM), variables), on, because);
    }
}
