package be.dossierwerk.procedurechange;

import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a manager begin a change of a procedure or a building block; several at once is fine. */
@Service
public class StartChange {

    private final PublishedDiagrams published;
    private final OpenChange openChange;
    private final CurrentActor currentActor;

    StartChange(PublishedDiagrams published, OpenChange openChange, CurrentActor currentActor) {
        this.published = published;
        this.openChange = openChange;
        this.currentActor = currentActor;
    }

    /**
     * @param procedure the path of the diagram to begin with; others can be changed along
     * @return the number of the dossier of the change
     * @throws Refused security.role-missing unless manager; procedurechange.invalid with the fields title, reason, procedure
     */
    @Transactional
    public String start(String title, String reason, String procedure) {
        currentActor.require(Roles.MANAGER);
        List<Refused.Field> wrong = new ArrayList<>();
        Text.check(wrong, "title", title, Text.TITLE);
        Text.check(wrong, "reason", reason, Text.LONG);
        if (procedure == null || !procedure.endsWith(".bpmn") || !published.current().paths().contains(procedure)) {
            wrong.add(new Refused.Field("procedure", "procedurechange.field.procedure"));
        }
        Text.refuse(wrong);
        return openChange.open(new OpenChange.NewChange(title.strip(), reason.strip(), procedure, Changes.Kind.WIJZIGING, null, null));
    }
}
