package be.dossierwerk.faults;

import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.recognition.Application;
import java.time.LocalDate;
import java.util.Map;

/** Who does what in a recognition that is granted, and what they type. */
final class RecognitionForms {

    static final String LAST = "UserTask_ZendingRegistreren";

    private RecognitionForms() { }

    static String person(String taskKey, int n) {
        return switch (taskKey) {
            case "UserTask_OpAgendaPlaatsen", "UserTask_AdviesRegistreren" -> "sofie";
            case "UserTask_JuridischNazicht" -> "joke";
            case "UserTask_Ondertekenen" -> "karel";
            case LAST -> "els";
            default -> n % 2 == 0 ? "an" : "bram";
        };
    }

    static Map<String, Object> typed(String taskKey, Application application, int n, LocalDate today) {
        return switch (taskKey) {
            case "UserTask_VolledigheidNagaan" -> TypedForms.complete();
            case "UserTask_BronnenNagaan" -> TypedForms.cleanSources();
            case "UserTask_OndernemingsplanBeoordelen" -> TypedForms.goodPlan();
            case "UserTask_WaarborgNagaan" -> TypedForms.depositPaid(today.minusDays(10));
            case "UserTask_VoorwaardenBeoordelen" -> TypedForms.conditionsMet();
            case "UserTask_NotaOpstellen" -> TypedForms.note("GUNSTIG");
            case "UserTask_OpAgendaPlaatsen" -> TypedForms.agenda(today);
            case "UserTask_AdviesRegistreren" -> TypedForms.advice("GUNSTIG", today);
            case "UserTask_BeslissingOpstellen" -> TypedForms.decision("ERKEND", application.activities().stream().map(Enum::name).toList());
            case "UserTask_JuridischNazicht" -> TypedForms.legalCheck(true);
            case "UserTask_Ondertekenen" -> TypedForms.signature();
            case LAST -> TypedForms.posted(today, n);
            default -> throw new IllegalArgumentException("no form for " + taskKey);
        };
    }
}
