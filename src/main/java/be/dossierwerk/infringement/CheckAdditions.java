package be.dossierwerk.infringement;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Before the note for the committee: whether a report joined that nobody judged yet. Without one, what joins from now on goes on in a file of its own. */
@Service
public class CheckAdditions {

    private final Additions additions;

    CheckAdditions(Additions additions) {
        this.additions = additions;
    }

    @Transactional
    public boolean check(String dossier) {
        additions.lock(dossier);
        boolean added = !additions.open(dossier).isEmpty();
        if (!added) {
            additions.close(dossier);
        }
        return added;
    }
}
