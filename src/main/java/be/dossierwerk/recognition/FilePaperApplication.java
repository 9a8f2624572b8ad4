package be.dossierwerk.recognition;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files the application that intake typed from paper, with the files that waited beside it, and ends the draft. */
@Service
public class FilePaperApplication {

    private final SubmitApplication submitApplication;
    private final IntakeDrafts drafts;
    private final CurrentActor currentActor;

    FilePaperApplication(SubmitApplication submitApplication, IntakeDrafts drafts, CurrentActor currentActor) {
        this.submitApplication = submitApplication;
        this.drafts = drafts;
        this.currentActor = currentActor;
    }

    /**
     * @param action made when the form opened; the same for every try
     * @return the dossier number
     * @throws be.dossierwerk.shared.Refused those of {@link SubmitApplication#submit}
     */
    @Transactional
    public String file(UUID action, PaperForm form) {
        currentActor.require(Roles.INTAKE);
        String dossier = submitApplication.submit(form.application(),
                new SubmitApplication.Receipt("PAPIER", form.receivedOn(), null, action, drafts.attachments()));
        drafts.discard();
        return dossier;
    }
}
