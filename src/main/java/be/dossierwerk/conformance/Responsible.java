package be.dossierwerk.conformance;

import be.dossierwerk.security.Roles;

/** Who sees findings, and who handles them; the first role is the one a refusal names. */
final class Responsible {

    static final String[] READERS = {Roles.AUDITOR, Roles.HEAD, Roles.LAWYER, Roles.TEAM_LEAD};
    static final String[] HANDLERS = {Roles.TEAM_LEAD, Roles.HEAD};

    private Responsible() { }
}
