package be.dossierwerk.procedurechange;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.procedurechange.Changes.Change;
import be.dossierwerk.procedurechange.Changes.Publication;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the last publication back in one action: a change with the files as they were, laid before the second manager, whose dossiers follow back. */
@Service
public class ReturnToPrevious {

    private final Changes changes;
    private final ChangeDrafts drafts;
    private final OpenChange openChange;
    private final SubmitChange submitChange;
    private final ChangeFindings findings;
    private final PublishedDiagrams published;
    private final CurrentActor currentActor;
    private final Clock clock;

    ReturnToPrevious(Changes changes, ChangeDrafts drafts, OpenChange openChange, SubmitChange submitChange, ChangeFindings findings, PublishedDiagrams published,
                     CurrentActor currentActor, Clock clock) {
        this.changes = changes;
        this.drafts = drafts;
        this.openChange = openChange;
        this.submitChange = submitChange;
        this.findings = findings;
        this.published = published;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * @param undone the change whose publication is taken back
     * @return the number of the new change; it stays a draft when something blocks by today's rules
     * @throws Refused security.role-missing; procedurechange.invalid with the field reason; procedurechange.return.not-last
     */
    @Transactional
    public String returnFrom(String undone, String reason) {
        Actor actor = currentActor.require(Roles.MANAGER);
        List<Refused.Field> wrong = new ArrayList<>();
        Text.check(wrong, "reason", reason, Text.LONG);
        Text.refuse(wrong);
        Change change = changes.get(undone);
        Publication publication = changes.publication(undone).filter(this::possible).orElseThrow(() -> new Refused("procedurechange.return.not-last"));
        String title = "Terug naar de versie v\u00f3\u00f3r \"%s\"".formatted(change.title());
        String number = openChange.open(new OpenChange.NewChange(title.substring(0, Math.min(title.length(), Text.TITLE)), reason.strip(), change.procedure(),
                Changes.Kind.TERUGKEER, null, publication.deployment()));
        DiagramSet before = published.of(publication.previous());
        Map<String, byte[]> asItWas = new TreeMap<>();
        before.differences(published.of(publication.deployment())).forEach(path -> asItWas.put(path, before.files().get(path)));
        drafts.begin(number, asItWas, "Zoals het was", actor);
        if (findings.of(drafts.proposal(number)).stream().noneMatch(DiagramFinding::blocks)) {
            submitChange.submit(number, new SubmitChange.Plan(LocalDate.now(clock), Rollout.ALLE, null,
                    "Wij gaan terug naar hoe het was: %s".formatted(reason.strip())));
        }
        return number;
    }

    /** As long as everything that it changed still stands as it put it; what a later set did to other files stays. */
    public boolean possible(Publication publication) {
        DiagramSet then = published.of(publication.deployment());
        return Collections.disjoint(published.of(publication.previous()).differences(then), then.differences(published.current()));
    }
}
