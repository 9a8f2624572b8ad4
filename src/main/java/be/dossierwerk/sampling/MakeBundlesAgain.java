package be.dossierwerk.sampling;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import org.springframework.stereotype.Service;

/** The bundles that failed are tried once more. */
@Service
public class MakeBundlesAgain {

    private final KeepBundle keepBundle;
    private final BundleWork work;
    private final CurrentActor currentActor;

    MakeBundlesAgain(KeepBundle keepBundle, BundleWork work, CurrentActor currentActor) {
        this.keepBundle = keepBundle;
        this.work = work;
        this.currentActor = currentActor;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing */
    public void make(String sample) {
        Actor actor = currentActor.require(Roles.AUDITOR);
        keepBundle.tryAgain(sample);
        work.begin(sample, actor);
    }
}
