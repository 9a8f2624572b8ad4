package be.dossierwerk.withdrawal;

import be.dossierwerk.casework.CaseworkModel;
import be.dossierwerk.casework.ContestedAct;
import be.dossierwerk.casework.ReopenProcedure;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of the decision about an ex officio withdrawal (procedures.md 1.3, 1.10) when somebody else rules on it. */
@Service
class ContestedExOfficio implements ContestedAct {

    private static final Restart HEAR = new Restart("CallActivity_Horen", "Onderneming horen");
    private static final Restart ADVISE = new Restart("CallActivity_Commissie", "Advies van de commissie vragen");
    private static final Restart DECIDE = new Restart("CallActivity_Besluit", "Beslissing opstellen");

    private final WithdrawalRulings rulings;
    private final ReopenProcedure reopenProcedure;
    private final ExOfficioFiles files;
    private final ExOfficioGrounds grounds;

    ContestedExOfficio(WithdrawalRulings rulings, ReopenProcedure reopenProcedure, ExOfficioFiles files, ExOfficioGrounds grounds) {
        this.rulings = rulings;
        this.reopenProcedure = reopenProcedure;
        this.files = files;
        this.grounds = grounds;
    }

    @Override
    public String process() {
        return ExOfficioModel.PROCESS;
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

    /** The committee only where the ground asks its advice. */
    @Override
    public List<Restart> restarts(String dossier, UUID besluit) {
        return files.get(dossier).committee() ? List.of(HEAR, ADVISE, DECIDE) : List.of(HEAR, DECIDE);
    }

    @Override
    @Transactional
    public void reopen(String dossier, String element, LocalDate on, String because) {
        ExOfficioFile file = files.get(dossier);
        Restart step = ReopenProcedure.step(restarts(dossier, null), element);
        Map<String, Object> variables = new HashMap<>(ExOfficioModel.HEARING.with(file.hearing()));
        variables.putAll(ExOfficioModel.COMMITTEE.with(file.committee()));
        variables.putAll(ExOfficioModel.PROOF_AWAITED.with(grounds.find(file.ground(), on).orElseThrow().awaitsProof()));
        List<String> terms = step == ADVISE ? List.of(ExOfficioModel.DECISION_TERM, CaseworkModel.ADVICE_TERM) : List.of(ExOfficioModel.DECISION_TERM);
        reopenProcedure.at(dossier, new ReopenProcedure.Start(step, terms, variables), on, because);
    }
}
