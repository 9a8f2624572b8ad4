package be.dossierwerk.browser;

import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.DemoPeople;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Brings dossiers to the step at which a browser test begins, by the use cases and not by the screens. */
record BackOffice(Acts acts, DemoPeople people) {

    String file(int n, LocalDate received) {
        Application application = InventedApplications.make(n, received, true);
        return acts.file(people.actor("els"), application, "PAPIER", received, InventedApplications.attachments(application));
    }

    String complete(int n, LocalDate today) {
        String dossier = file(n, today);
        act(dossier, "an", "UserTask_VolledigheidNagaan", TypedForms.complete());
        return dossier;
    }

    String checked(int n, LocalDate today) {
        String dossier = complete(n, today);
        act(dossier, "an", "UserTask_BronnenNagaan", TypedForms.cleanSources());
        act(dossier, "an", "UserTask_OndernemingsplanBeoordelen", TypedForms.goodPlan());
        act(dossier, "an", "UserTask_WaarborgNagaan", TypedForms.depositPaid(today.minusDays(5)));
        return dossier;
    }

    String onTheAgenda(int n, LocalDate today) {
        String dossier = checked(n, today);
        act(dossier, "an", "UserTask_VoorwaardenBeoordelen", TypedForms.conditionsMet());
        act(dossier, "an", "UserTask_NotaOpstellen", TypedForms.note("GUNSTIG"));
        act(dossier, "sofie", "UserTask_OpAgendaPlaatsen", TypedForms.agenda(today));
        return dossier;
    }

    void advised(String dossier, LocalDate today) {
        act(dossier, "sofie", "UserTask_AdviesRegistreren", TypedForms.advice("GUNSTIG", today));
    }

    /** After the advice: drafted and checked, so that the signatory can sign. */
    void readyToSign(String dossier) {
        act(dossier, "an", "UserTask_BeslissingOpstellen", TypedForms.decision("ERKEND", List.of("SCHOONMAKEN")));
        act(dossier, "joke", "UserTask_JuridischNazicht", TypedForms.legalCheck(true));
    }

    void act(String dossier, String person, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), dossier, task, fields);
    }
}
