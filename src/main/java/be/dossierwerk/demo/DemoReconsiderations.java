package be.dossierwerk.demo;

import be.dossierwerk.appeal.FileHeroverweging;
import be.dossierwerk.appeal.HadAPart;
import be.dossierwerk.appeal.NotifiedDecisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reconsiderations of the demo: a refusal that was confirmed by other people, a request that came too late, and one of this week. */
@Component
class DemoReconsiderations {

    /** The weeks in which a refusal may turn up, for the days of an application depend on the sessions of the committee. */
    private static final int WEEKS = 80;

    private final DemoSteps steps;
    private final FileHeroverweging fileHeroverweging;
    private final NotifiedDecisions decisions;
    private final HadAPart hadAPart;
    private boolean confirmed;
    private boolean late;

    DemoReconsiderations(DemoSteps steps, FileHeroverweging fileHeroverweging, NotifiedDecisions decisions, HadAPart hadAPart) {
        this.steps = steps;
        this.hadAPart = hadAPart;
        this.fileHeroverweging = fileHeroverweging;
        this.decisions = decisions;
    }

    /** To be lived on the moved clock, among the lives of the applications. */
    List<Life> lives(LocalDate today) {
        List<Life> lives = new ArrayList<>();
        for (int week = WEEKS; week > 8; week--) {
            LocalDate day = Life.workday(today.minusWeeks(week));
            lives.add(Life.of(120, day, this::aboutARefusal, byAnother(2, "UserTask_OntvankelijkheidNagaan", () -> Map.of("ontvankelijk", "JA", "toelichting",
                    "De vraag kwam op tijd en de aanvrager wil erkend worden.", "horen", "NEE")), byAnother(12, "UserTask_BeslissingOpstellen", () -> Map.of("uitkomst",
                    "BEVESTIGD", "motieven", "De schuld bestond nog op de dag van de beslissing. Een afbetalingsplan van later verandert dat niet.")),
                    steps.task(2, "mira", "UserTask_JuridischNazicht", () -> TypedForms.legalCheck(true)), steps.task(3, "hans", "UserTask_Ondertekenen", TypedForms::signature),
                    steps.task(1, "els", "UserTask_ZendingRegistreren", () -> TypedForms.posted(steps.today(), 840))));
            lives.add(Life.of(121, day.plusDays(1), this::tooLate, byAnother(3, "UserTask_OntvankelijkheidNagaan", () -> Map.of("toelichting",
                    "De vraag kwam weken na de laatste dag, zonder reden."))));
        }
        lives.add(Life.of(122, Life.workdayBefore(today.minusDays(3)), this::aboutTheLastDecision));
        return lives;
    }

    /** The first refusal that is less than three weeks old. */
    private Optional<String> aboutARefusal(LocalDate day) {
        if (confirmed) {
            return Optional.empty();
        }
        Optional<String> dossier = refusals(day).filter(decision -> decision.notifiedOn().isAfter(day.minusDays(20)) && !decision.notifiedOn().isAfter(day)).findFirst()
                .map(decision -> file(decision, day, "De RSZ aanvaardde intussen een afbetalingsplan."));
        confirmed = dossier.isPresent();
        return dossier;
    }

    private Optional<String> tooLate(LocalDate day) {
        if (late || !confirmed) {
            return Optional.empty();
        }
        Optional<String> dossier = refusals(day).filter(decision -> decision.notifiedOn().isBefore(day.minusDays(60)) && decision.notifiedOn().isAfter(day.minusDays(120)))
                .findFirst().map(decision -> file(decision, day, "Wij hebben de brief laat gelezen."));
        late = dossier.isPresent();
        return dossier;
    }

    private Optional<String> aboutTheLastDecision(LocalDate day) {
        return decisions.search("", 0, 1).stream().findFirst().map(decision -> file(decision, day, "De beslissing houdt geen rekening met de stukken van vorige maand."));
    }

    private Stream<NotifiedDecisions.Decision> refusals(LocalDate day) {
        return decisions.search("DC-ERK", 0, 100).stream().filter(decision -> decision.title().contains("weigering") && decision.sentOn().isBefore(day));
    }

    /** By the handler who had no part in the contested decision. */
    private Life.Step byAnother(int days, String task, Supplier<Map<String, Object>> fields) {
        return Life.Step.after(days, dossier -> steps.send(hadAPart.keptOut(dossier).containsKey("an") ? "bram" : "an", dossier, task, fields.get()));
    }

    private String file(NotifiedDecisions.Decision decision, LocalDate day, String grounds) {
        return steps.as("els", () -> fileHeroverweging.file(UUID.randomUUID(), new FileHeroverweging.Request(decision.besluit(), day, grounds),
                List.of(new FileHeroverweging.Attachment("vraag.pdf", InventedApplications.request(decision.subject())))));
    }
}
