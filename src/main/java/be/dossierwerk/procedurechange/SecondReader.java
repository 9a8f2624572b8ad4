package be.dossierwerk.procedurechange;

import be.dossierwerk.procedurechange.Changes.Change;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The way to a change that was laid before others, for a manager who wrote nothing of it. */
@Component
class SecondReader {

    /** {@code by}: who decides. */
    record Review(Change change, Actor by) { }

    private final OpenDraft openDraft;
    private final ChangeAuthors authors;

    SecondReader(OpenDraft openDraft, ChangeAuthors authors) {
        this.openDraft = openDraft;
        this.authors = authors;
    }

    /** @throws Refused security.role-missing; procedurechange.not-open.*; procedurechange.four-eyes for who wrote any of it */
    @Transactional(propagation = Propagation.MANDATORY)
    Review lock(String change) {
        Change found = openDraft.lock(change, ChangeState.TER_BEOORDELING);
        Actor actor = openDraft.manager();
        if (authors.of(found).containsKey(actor.id())) {
            throw new Refused("procedurechange.four-eyes");
        }
        return new Review(found, actor);
    }
}
