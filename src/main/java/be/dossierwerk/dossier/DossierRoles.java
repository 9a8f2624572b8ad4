package be.dossierwerk.dossier;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.Roles;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** Who may do what with any dossier. The first role of each list is the one a refusal names. */
final class DossierRoles {

    /** Everybody of the department and its partners; never an applicant or a machine. */
    static final String[] READERS = {Roles.HANDLER, Roles.INTAKE, Roles.LAWYER, Roles.SECRETARIAT, Roles.COMMITTEE, Roles.CHAIR, Roles.TEAM_LEAD,
            Roles.HEAD, Roles.SIGNATORY, Roles.INSPECTOR, Roles.FINES, Roles.FUND_SECRETARIAT, Roles.FUND_COMMITTEE, Roles.FINANCE,
            Roles.AUDITOR, Roles.MANAGER};
    /** An auditor looks on, and who manages the procedures does not work in dossiers. */
    static final String[] WRITERS = without(READERS, Roles.AUDITOR, Roles.MANAGER);
    /** Who advises or signs does not build the file. */
    static final String[] FILERS = without(WRITERS, Roles.COMMITTEE, Roles.CHAIR, Roles.SIGNATORY, Roles.FUND_COMMITTEE);
    /** Convictions and other documents of kind BRON. */
    static final String[] CONFIDENTIAL = {Roles.HANDLER, Roles.LAWYER, Roles.HEAD, Roles.TEAM_LEAD};
    /** National numbers of parties: intake checks who applies. */
    static final String[] IDENTITY = {Roles.HANDLER, Roles.INTAKE, Roles.LAWYER, Roles.HEAD, Roles.TEAM_LEAD};

    private DossierRoles() { }

    static boolean holds(Actor actor, String... roles) {
        return Arrays.stream(roles).anyMatch(actor::has);
    }

    private static String[] without(String[] roles, String... left) {
        Set<String> out = Set.of(left);
        return Stream.of(roles).filter(role -> !out.contains(role)).toArray(String[]::new);
    }
}
