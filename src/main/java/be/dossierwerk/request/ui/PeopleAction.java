package be.dossierwerk.request.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.request.ComplainedAbout;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.ui.ActDialog;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says which colleagues a complaint is about, so that they keep out of it. */
@Component
class PeopleAction implements DossierAction {

    private final ComplainedAbout complainedAbout;

    PeopleAction(ComplainedAbout complainedAbout) {
        this.complainedAbout = complainedAbout;
    }

    @Override
    public String label() {
        return "request.people.title";
    }

    @Override
    public boolean offered(String dossier) {
        return complainedAbout.available(dossier);
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("request.people.title", "request.people.what", "request.people.done");
        MultiSelectComboBox<Actor> people = dialog.field("people", choice(dialog.getTranslation("request.people.label"), complainedAbout));
        people.setRequiredIndicatorVisible(false);
        var named = complainedAbout.of(dossier).keySet();
        people.setValue(complainedAbout.possible().stream().filter(person -> named.contains(person.id())).collect(Collectors.toSet()));
        dialog.offer("request.people.confirm", () -> complainedAbout.name(dossier, people.getValue().stream().map(Actor::id).toList()), done);
    }

    static MultiSelectComboBox<Actor> choice(String label, ComplainedAbout complainedAbout) {
        MultiSelectComboBox<Actor> people = new MultiSelectComboBox<>(label);
        people.setItems(complainedAbout.possible());
        people.setItemLabelGenerator(Actor::name);
        people.setWidthFull();
        return people;
    }
}
