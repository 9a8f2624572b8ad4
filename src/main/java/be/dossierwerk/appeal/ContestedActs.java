package be.dossierwerk.appeal;

import be.dossierwerk.casework.ContestedAct;
import be.dossierwerk.dossier.Dossiers;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds what a dossier's procedure can do with a decision that falls away. */
@Component
class ContestedActs {

    private final ObjectProvider<ContestedAct> acts;
    private final Dossiers dossiers;

    ContestedActs(ObjectProvider<ContestedAct> acts, Dossiers dossiers) {
        this.acts = acts;
        this.dossiers = dossiers;
    }

    /** Empty for a procedure whose decisions cannot be undone. */
    Optional<ContestedAct> of(String dossier) {
        String process = dossiers.get(dossier).procedure();
        return acts.stream().filter(act -> act.process().equals(process)).findFirst();
    }
}
