package be.dossierwerk.casework;

import be.dossierwerk.engine.TaskGroups;
import be.dossierwerk.security.Roles;
import org.springframework.stereotype.Component;

/** A building block names the handler; a procedure may be handled by others. */
@Component
class GroupsOfProcedures implements TaskGroups {

    private final Procedures procedures;

    GroupsOfProcedures(Procedures procedures) {
        this.procedures = procedures;
    }

    @Override
    public String of(String dossier, String group) {
        return group.equals(Roles.HANDLER) ? procedures.find(dossier).map(Procedure::handledBy).orElse(group) : group;
    }
}
