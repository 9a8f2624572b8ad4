package be.dossierwerk.withdrawal.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.recognition.RecognisedUndertakings;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From the dossier of a recognition that holds to the request to withdraw it. */
@Component
class RequestVoluntaryAction implements DossierAction {

    private final RecognisedUndertakings undertakings;
    private final CurrentActor currentActor;

    RequestVoluntaryAction(RecognisedUndertakings undertakings, CurrentActor currentActor) {
        this.undertakings = undertakings;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "withdrawal.screen.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return (actor.has(Roles.INTAKE) || actor.has(Roles.HANDLER)) && number(dossier).isPresent();
    }

    @Override
    public void open(String dossier, Runnable done) {
        number(dossier).ifPresent(number -> UI.getCurrent().navigate("intrekking-aanvragen", QueryParameters.of("erkenning", number)));
    }

    private Optional<String> number(String dossier) {
        return undertakings.of(dossier).filter(entry -> entry.endedOn() == null).map(RecognisedUndertakings.Entry::recognitionNumber);
    }
}
