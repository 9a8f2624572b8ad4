package be.dossierwerk.training;

import be.dossierwerk.casework.MissingItems;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A file with its trainings: where each of them stands, why, and until when; asks no role, the page does. */
@Service
public class ShowTrainingFile {

    /**
     * {@code step}: the open task in words, null when it has ended; {@code session}: of the committee, the last one; {@code why}: one or two sentences;
     * {@code clock}: of 120 days, null before the file is complete.
     */
    public record Line(Training training, List<String> undertakings, String taskId, String taskKey, String step, Set<String> groups, LocalDate session, String why,
                       TermStanding clock) {

        /** Whether the open task is one for this person's roles. */
        public boolean mayDo(Actor actor) {
            return groups.stream().anyMatch(actor::has);
        }
    }

    /** {@code toAdvise}: sessions of which trainings wait for their advice, the oldest first. */
    public record Sheet(Trainings.TrainingFile file, LocalDate receivedOn, List<Trainings.Undertaking> undertakings, List<Line> lines, List<LocalDate> toAdvise) {

        public long count(TrainingStatus status) {
            return lines.stream().filter(line -> line.training().status() == status).count();
        }
    }

    private record Part(String training, LocalDate session, String advice) { }

    private final Trainings trainings;
    private final OpenWork openWork;
    private final Terms terms;
    private final MissingItems missingItems;
    private final Dossiers dossiers;
    private final JdbcClient jdbc;

    ShowTrainingFile(Trainings trainings, OpenWork openWork, Terms terms, MissingItems missingItems, Dossiers dossiers, JdbcClient jdbc) {
        this.trainings = trainings;
        this.openWork = openWork;
        this.terms = terms;
        this.missingItems = missingItems;
        this.dossiers = dossiers;
        this.jdbc = jdbc;
    }

    /** @throws Refused dossier.unknown */
    @Transactional(readOnly = true)
    public Sheet show(String number) {
        Trainings.TrainingFile file = trainings.file(number).orElseThrow(() -> new Refused("dossier.unknown", number));
        List<Training> all = trainings.ofFile(number);
        Map<String, List<String>> partners = trainings.partners(number);
        Map<String, List<TermStanding>> clocks = terms.ofAll(all.stream().map(Training::dossier).toList());
        List<Part> parts = jdbc.sql("""
                select p.training, i.session_on as session, p.advice from training_agenda_part p join training_agenda_item i on i.id = p.item
                where i.file = ? order by i.session_on""").param(number).query(Part.class).list();
        List<Line> lines = new ArrayList<>();
        for (Training each : all) {
            Optional<OpenWork.Row> open = openWork.ofDossier(each.dossier()).stream().findFirst();
            List<TermStanding> standing = clocks.getOrDefault(each.dossier(), List.of());
            Optional<Part> last = parts.stream().filter(part -> part.training().equals(each.dossier())).reduce((first, second) -> second);
            lines.add(new Line(each, partners.getOrDefault(each.dossier(), List.of()), open.map(OpenWork.Row::taskId).orElse(null),
                    open.map(OpenWork.Row::taskKey).orElse(null), open.map(OpenWork.Row::taskName).orElse(null),
                    open.map(OpenWork.Row::groups).orElse(Set.of()), last.map(Part::session).orElse(null), why(each, open, standing, last),
                    standing.stream().filter(term -> term.rule().equals(TrainingModel.DECISION_TERM)).findFirst().orElse(null)));
        }
        List<LocalDate> toAdvise = parts.stream().filter(part -> part.advice() == null && lines.stream().anyMatch(line -> line.training().dossier().equals(part.training())
                && TrainingModel.RECORD_ADVICE.equals(line.taskKey()))).map(Part::session).distinct().sorted().toList();
        return new Sheet(file, dossiers.get(number).receivedOn(), trainings.undertakings(number), lines, toAdvise);
    }

    private String why(Training training, Optional<OpenWork.Row> open, List<TermStanding> standing, Optional<Part> last) {
        return switch (training.status()) {
            case GOEDGEKEURD -> "Goedgekeurd op %s. Sessies vanaf %s komen in aanmerking%s.".formatted(Dates.prose(training.approvedOn()), Dates.prose(training.eligibleFrom()),
                    training.validTo() == null ? "" : " tot en met " + Dates.prose(training.validTo()));
            case GEWEIGERD -> "Geweigerd%s. De redenen staan in de beslissing.".formatted(last.map(ShowTrainingFile::advised).orElse(""));
            case ZONDER_GEVOLG -> "Afgesloten: de aanvrager maakte het dossier niet volledig. Het ontbrak aan: %s.".formatted(String.join(", ", missingItems.openInWords(training.dossier())));
            case INGETROKKEN_DOOR_AANVRAGER -> "De aanvrager trok de aanvraag in.";
            default -> open.map(row -> waits(training, row, standing, last)).orElse("Dossierwerk werkt aan de volgende stap.");
        };
    }

    private String waits(Training training, OpenWork.Row row, List<TermStanding> standing, Optional<Part> last) {
        return switch (row.taskKey()) {
            case "UserTask_VolledigheidNagaan" -> "Wij gaan na of het dossier volledig is.";
            case "UserTask_AanvullingRegistreren" -> "Wacht op de aanvrager. Er ontbreekt: %s.%s".formatted(String.join(", ", missingItems.openInWords(training.dossier())),
                    until(standing, "T-REC-04"));
            case "UserTask_Vooronderzoek" -> "Wij onderzoeken de opleiding.";
            case TrainingModel.PLACE -> last.filter(part -> "UITGESTELD".equals(part.advice())).map(part -> "De commissie stelde de opleiding op %s uit. Ze moet opnieuw op de agenda."
                    .formatted(Dates.prose(part.session()))).orElse("Klaar voor de agenda van de commissie.");
            case TrainingModel.RECORD_ADVICE -> "Staat op de agenda van de commissie van %s.".formatted(last.map(part -> Dates.prose(part.session())).orElse(""));
            case TrainingModel.RECORD_REACTION -> "Wacht op de aanvrager. Het advies is negatief.%s".formatted(until(standing, TrainingModel.REACTION_TERM));
            case "UserTask_ReactieBeoordelen" -> "De aanvrager reageerde op het negatieve advies. Wij beoordelen de reactie.";
            case "UserTask_BeslissingOpstellen", "UserTask_JuridischNazicht", "UserTask_Ondertekenen" -> "Wij nemen een beslissing%s.".formatted(last.map(ShowTrainingFile::advised)
                    .orElse(" zonder advies"));
            default -> row.taskName() + ".";
        };
    }

    private static String advised(Part part) {
        return part.advice() == null ? " zonder advies" : switch (part.advice()) {
            case "GUNSTIG" -> " na een gunstig advies";
            case "VOORWAARDELIJK" -> " na een gunstig advies onder voorwaarden";
            case "ONGUNSTIG" -> " na een negatief advies";
            default -> " zonder advies";
        };
    }

    private static String until(List<TermStanding> standing, String rule) {
        return standing.stream().filter(term -> term.rule().equals(rule) && term.stoppedOn() == null && term.due() != null).findFirst()
                .map(term -> " De aanvrager kan antwoorden tot en met %s.".formatted(Dates.prose(term.due()))).orElse("");
    }
}
