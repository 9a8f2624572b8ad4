package be.dossierwerk.fine;

import be.dossierwerk.casework.CaseworkModel;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cell changes the amount while it drafts the decision, such as after the lawyer sent it back (procedures.md 1.6). */
@Service
public class ChangeFineAmount {

    private final CurrentActor currentActor;
    private final Fines fines;
    private final ProposedAmount proposed;
    private final OpenWork openWork;

    ChangeFineAmount(CurrentActor currentActor, Fines fines, ProposedAmount proposed, OpenWork openWork) {
        this.currentActor = currentActor;
        this.fines = fines;
        this.proposed = proposed;
        this.openWork = openWork;
    }

    /** Only while the decision is being drafted; a defence that convinced leaves no amount to change. */
    public boolean available(String dossier) {
        return fines.find(dossier).map(fine -> fine.proposal() != null).orElse(false)
                && openWork.ofDossier(dossier).stream().anyMatch(row -> row.taskKey().equals(CaseworkModel.DRAFT));
    }

    /** @throws Refused security.role-missing, fine.unknown, fine.change.too-late; as {@link ProposedAmount#keep} */
    @Transactional
    public void change(String dossier, Fine.Proposal given) {
        var actor = currentActor.require(Roles.FINES);
        fines.locked(dossier);
        if (!available(dossier)) {
            throw new Refused("fine.change.too-late");
        }
        proposed.keep(dossier, given, actor);
    }
}
