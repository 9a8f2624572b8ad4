package be.dossierwerk.casework;

import be.dossierwerk.engine.TaskGroups;
import be.dossierwerk.security.Roles;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** A building block names the handler; a procedure may be handled by others. */
@Component
class GroupsOfProcedures implements TaskGroups {

    private final List<Procedure> procedures;

    GroupsOfProcedures(List<Procedure> procedures) {
        this.procedures = procedures.stream().filter(procedure -> !procedure.handledBy().equals(Roles.HANDLER)).toList();
    }

    @Override
    public String of(Supplier<String> procedure, String group) {
        if (!group.equals(Roles.HANDLER) || procedures.isEmpty()) {
            return group;
        }
        String called = procedure.get();
        return procedures.stream().filter(each -> each.process().equals(called)).map(Procedure::handledBy).findFirst().orElse(group);
    }
}
