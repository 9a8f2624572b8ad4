package be.dossierwerk.withdrawal;

import be.dossierwerk.security.Roles;

/** What can be done for many files of a batch at once: whose work it is, and the task that it completes in each file. */
public enum BatchAct {
    STARTEN(Roles.TEAM_LEAD, null),
    OPSTELLEN(Roles.HANDLER, "UserTask_BeslissingOpstellen"),
    NAZIEN(Roles.LAWYER, "UserTask_JuridischNazicht"),
    GOEDKEUREN(Roles.HEAD, "UserTask_BeslissingGoedkeuren"),
    ONDERTEKENEN(Roles.SIGNATORY, "UserTask_Ondertekenen"),
    VERZENDEN(Roles.INTAKE, "UserTask_ZendingRegistreren");

    private final String role;
    private final String task;

    BatchAct(String role, String task) {
        this.role = role;
        this.task = task;
    }

    public String role() {
        return role;
    }

    /** Element id in the diagram; null for the start. */
    public String task() {
        return task;
    }
}
