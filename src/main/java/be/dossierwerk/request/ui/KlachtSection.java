package be.dossierwerk.request.ui;

import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.request.ComplainedAbout;
import be.dossierwerk.request.Klachten;
import be.dossierwerk.request.Requests;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Set;

/** What the complaint says, about whom it is, and what was found. */
@org.springframework.stereotype.Component
class KlachtSection implements DossierSection {

    /** Not the committees, whose members are outside the department. Others read it while the diagram gives them a task of it. */
    private static final Set<String> READERS = Set.of(Roles.INTAKE, Roles.HANDLER, Roles.TEAM_LEAD, Roles.HEAD, Roles.LAWYER, Roles.AUDITOR);

    private final CurrentActor currentActor;
    private final Klachten klachten;
    private final Requests requests;
    private final ComplainedAbout complainedAbout;
    private final OpenWork openWork;

    KlachtSection(Klachten klachten, Requests requests, ComplainedAbout complainedAbout, OpenWork openWork, CurrentActor currentActor) {
        this.currentActor = currentActor;
        this.klachten = klachten;
        this.requests = requests;
        this.complainedAbout = complainedAbout;
        this.openWork = openWork;
    }

    @Override
    public int order() {
        return 31;
    }

    @Override
    public String title() {
        return "request.klacht.title";
    }

    @Override
    public boolean shows(String dossier) {
        var actor = currentActor.get();
        return klachten.find(dossier).isPresent() && (READERS.stream().anyMatch(actor::has) || works(dossier, actor)) && !complainedAbout.of(dossier).containsKey(actor.id());
    }

    private boolean works(String dossier, Actor actor) {
        return openWork.ofDossier(dossier).stream().anyMatch(row -> row.groups().stream().anyMatch(actor::has));
    }

    @Override
    public Component of(String dossier) {
        Div section = new Div();
        klachten.find(dossier).ifPresent(klacht -> {
            String names = String.join(", ", complainedAbout.of(dossier).values());
            section.add(new Facts()
                    .fact("channel", requests.find(dossier).map(request -> section.getTranslation("request.screen.channel." + request.channel())).orElse(null))
                    .fact("about", requests.find(dossier).map(Requests.Request::about).orElse(null))
                    .fact("happened-on", Dates.prose(klacht.happenedOn())).fact("told", klacht.told())
                    .fact("people", names.isEmpty() ? section.getTranslation("request.people.none") : section.getTranslation("request.people.kept-out", names))
                    .fact("refusal", klacht.refusal() == null ? null : section.getTranslation("request.refusal." + klacht.refusal()))
                    .fact("explanation", klacht.explanation()).fact("findings", klacht.findings()).fact("heard", klacht.heard())
                    .fact("judgement", klacht.judgement() == null ? null : section.getTranslation("request.judgement." + klacht.judgement()))
                    .fact("reasons", klacht.reasons()).fact("measures", klacht.measures()));
        });
        return section;
    }
}
