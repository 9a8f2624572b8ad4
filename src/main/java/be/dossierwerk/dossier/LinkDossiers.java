package be.dossierwerk.dossier;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A colleague ties two dossiers that have to do with each other; both tell it. */
@Service
public class LinkDossiers {

    private static final int REASON_LIMIT = 500;

    private final Dossiers dossiers;
    private final CurrentActor currentActor;

    LinkDossiers(Dossiers dossiers, CurrentActor currentActor) {
        this.dossiers = dossiers;
        this.currentActor = currentActor;
    }

    /** @throws Refused with the fields other and reason, or dossier.unknown */
    @Transactional
    public void link(String number, String otherNumber, String reason) {
        currentActor.require(DossierRoles.WRITERS);
        Dossiers.Details one = dossiers.get(number);
        if (otherNumber == null || otherNumber.isBlank()) {
            throw refused("other", "dossier.link.other-required");
        }
        Dossiers.Details two = dossiers.find(otherNumber.strip()).orElseThrow(() -> refused("other", "dossier.unknown", otherNumber.strip()));
        if (one.number().equals(two.number())) {
            throw refused("other", "dossier.link.itself");
        }
        if (reason == null || reason.isBlank()) {
            throw refused("reason", "dossier.link.reason-required");
        }
        if (reason.length() > REASON_LIMIT) {
            throw refused("reason", "dossier.link.reason-too-long", REASON_LIMIT);
        }
        if (!dossiers.link(one.number(), two.number(), reason)) {
            throw refused("other", "dossier.link.exists", two.number());
        }
    }

    private static Refused refused(String field, String key, Object... args) {
        return new Refused(key, List.of(new Refused.Field(field, key, args)), args);
    }
}
