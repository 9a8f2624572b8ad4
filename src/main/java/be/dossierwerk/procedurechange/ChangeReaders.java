package be.dossierwerk.procedurechange;

import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.Roles;

/** Who may look at changes of procedures. */
public final class ChangeReaders {

    /** Only managers change anything; a lawyer may comment. */
    public static final String[] ROLES = {Roles.MANAGER, Roles.AUDITOR, Roles.LAWYER, Roles.HEAD, Roles.TEAM_LEAD};

    /** The drawing tool of the department reads and brings files over REST. */
    static final String[] WITH_TOOLS = {Roles.MANAGER, Roles.AUDITOR, Roles.LAWYER, Roles.HEAD, Roles.TEAM_LEAD, ApiAccounts.ROLE};

    private ChangeReaders() { }
}
