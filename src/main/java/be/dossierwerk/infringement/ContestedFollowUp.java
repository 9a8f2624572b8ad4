package be.dossierwerk.infringement;

import be.dossierwerk.casework.ContestedAct;
import be.dossierwerk.casework.ReopenProcedure;
import be.dossierwerk.withdrawal.WithdrawalRulings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a decision in the follow-up of conditions when somebody else rules on it (procedures.md 1.4, 1.10). */
@Service
class ContestedFollowUp implements ContestedAct {

    private static final List<Restart> STEPS = List.of(new Restart("UserTask_VoorwaardenBeoordelen", "Voorwaarden beoordelen"),
            new Restart("CallActivity_Horen", "Onderneming horen"), new Restart("CallActivity_Besluit", "Beslissing opstellen"));

    private final WithdrawalRulings rulings;
    private final ReopenProcedure reopenProcedure;

    ContestedFollowUp(WithdrawalRulings rulings, ReopenProcedure reopenProcedure) {
        this.rulings = rulings;
        this.reopenProcedure = reopenProcedure;
    }

    @Override
    public String process() {
        return InfringementModel.FOLLOW_UP;
    }

    @Override
    public List<Restart> restarts(String dossier, UUID besluit) {
        return STEPS;
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
    @Transactional
    public void reopen(String dossier, String element, LocalDate on, String because) {
        reopenProcedure.at(dossier, new ReopenProcedure.Start(ReopenProcedure.step(STEPS, element), List.of(InfringementModel.CONDITIONS_TERM), Map.of()), on, because);
    }
}
