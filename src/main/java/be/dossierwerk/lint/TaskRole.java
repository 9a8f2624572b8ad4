package be.dossierwerk.lint;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What a task does with a decision (taakrol): the diagram says it of every user task, so that separation of duties can be proven. */
enum TaskRole {

    VOORBEREIDEN("voorbereiden"), ADVISEREN("adviseren"), NAZIEN("nazien"), BESLISSEN("beslissen"), ONDERTEKENEN("ondertekenen"), UITVOEREN("uitvoeren");

    /** What these forms do is fixed in the product, whatever the diagram says of the task. */
    private static final Map<String, TaskRole> FIXED = Map.of("bouwstenen/juridisch-nazicht", NAZIEN, "bouwstenen/beslissing-goedkeuren", BESLISSEN,
            "bouwstenen/ondertekenen", ONDERTEKENEN, "klacht/antwoord-opstellen", VOORBEREIDEN, "klacht/antwoord-nazien", NAZIEN,
            "opleidingsbudget/verdeling-voorstellen", VOORBEREIDEN, "opleidingsbudget/verdeling-nazien", BESLISSEN,
            "opleiding-terugbetaling/tweede-controle", NAZIEN, "terugvordering/lijnen-ingeven", VOORBEREIDEN, "terugvordering/berekening-nazien", NAZIEN);

    final String word;

    TaskRole(String word) {
        this.word = word;
    }

    static Optional<TaskRole> of(String value) {
        return Arrays.stream(values()).filter(role -> role.name().equals(value)).findFirst();
    }

    /** What a task with this form certainly does; empty where only the diagram can tell. */
    static Optional<TaskRole> ofForm(String form) {
        return form.endsWith("/beslissing-opstellen") ? Optional.of(VOORBEREIDEN) : Optional.ofNullable(FIXED.get(form));
    }

    boolean decides() {
        return this == NAZIEN || this == BESLISSEN || this == ONDERTEKENEN;
    }
}
