package be.dossierwerk.deadline;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the rules of the terms, with every version they had or will have, and the changes that wait for a decision. */
@Service
public class ShowTermRules {

    /** Versions by code, newest first; proposals with the longest waiting first. */
    public record Rules(List<RuleVersion> versions, List<RuleProposal> open) { }

    private final RuleVersions versions;
    private final CurrentActor currentActor;

    ShowTermRules(RuleVersions versions, CurrentActor currentActor) {
        this.versions = versions;
        this.currentActor = currentActor;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing unless manager, lawyer, auditor, head or team lead */
    @Transactional(readOnly = true)
    public Rules all() {
        currentActor.require(Roles.MANAGER, Roles.LAWYER, Roles.AUDITOR, Roles.HEAD, Roles.TEAM_LEAD);
        return new Rules(versions.all(), versions.open());
    }

    /** The names of the terms by code, which everybody reads on a dossier. */
    @Transactional(readOnly = true)
    public Map<String, String> names() {
        return versions.all().stream().collect(Collectors.toMap(RuleVersion::code, RuleVersion::name, (newest, older) -> newest));
    }
}
