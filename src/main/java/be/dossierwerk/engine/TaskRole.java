package be.dossierwerk.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a task does with a decision (taakrol), in the order in which a dossier meets it: the diagram says it of every user task, so that separation of
 * duties can be proven.
 */
public enum TaskRole {

    VOORBEREIDEN("voorbereiden"), ADVISEREN("adviseren"), NAZIEN("nazien"), BESLISSEN("beslissen"), ONDERTEKENEN("ondertekenen"), UITVOEREN("uitvoeren");

    /** What these forms do is fixed in the product, whatever the diagram says of the task. */
    private static final Map<String, TaskRole> FIXED = Map.of("bouwstenen/juridisch-nazicht", NAZIEN, "bouwstenen/beslissing-goedkeuren", BESLISSEN,
            "bouwstenen/ondertekenen", ONDERTEKENEN, "klacht/antwoord-opstellen", VOORBEREIDEN, "klacht/antwoord-nazien", NAZIEN,
            "opleidingsbudget/verdeling-voorstellen", VOORBEREIDEN, "opleidingsbudget/verdeling-nazien", BESLISSEN,
            "opleiding-terugbetaling/tweede-controle", NAZIEN, "terugvordering/lijnen-ingeven", VOORBEREIDEN, "terugvordering/berekening-nazien", NAZIEN);

    private final String word;

    TaskRole(String word) {
        this.word = word;
    }

    /** As a sentence says it. */
    public String word() {
        return word;
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }

    public static Optional<TaskRole> of(String value) {
        return Arrays.stream(values()).filter(role -> role.name().equals(value)).findFirst();
    }

    /** What a task with this form certainly does; empty where only the diagram can tell. */
    public static Optional<TaskRole> ofForm(String form) {
        return form.endsWith("/beslissing-opstellen") ? Optional.of(VOORBEREIDEN) : Optional.ofNullable(FIXED.get(form));
    }

    public boolean decides() {
        return this == NAZIEN || this == BESLISSEN || this == ONDERTEKENEN;
    }
}
