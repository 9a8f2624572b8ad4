package be.dossierwerk.faults;

import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.evidence.WholeCheck;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Recognitions that lie open in a database and are brought to their end by people, whatever engine or release began them. */
final class BegunDossiers {

    /** More steps than any recognition has; every round is a day later. */
    private static final int DAYS = 40;
    private static final Map<String, List<String>> PEOPLE = Map.of(
            "UserTask_AanvullingRegistreren", List.of("els"), "UserTask_VerweerRegistreren", List.of("els"), "UserTask_ZendingRegistreren", List.of("els"),
            "UserTask_OpAgendaPlaatsen", List.of("sofie"), "UserTask_AdviesRegistreren", List.of("sofie"),
            "UserTask_JuridischNazicht", List.of("joke", "mira"), "UserTask_Ondertekenen", List.of("karel", "hans"));
    private static final List<String> HANDLERS = List.of("an", "bram");

    private final ApplicationContext product;
    private final Map<String, String> stuck = new HashMap<>();

    BegunDossiers(ApplicationContext product) {
        this.product = product;
    }

    /** What came of them: how many were open, how many ended, and of the others why not. */
    record Outcome(int open, int ended, Map<String, String> stuck, List<String> wrongChains) { }

    Outcome goOn() {
        List<String> open = recognitions();
        product.getBean(DueJobs.class).byHand();
        for (int day = 0; day < DAYS; day++) {
            open.forEach(this::step);
            product.getBean(MovableClock.class).moveOn(Duration.ofDays(1));
            product.getBean(DueJobs.class).run();
        }
        List<String> left = recognitions();
        stuck.keySet().retainAll(left);
        left.forEach(dossier -> stuck.putIfAbsent(dossier, "waits for " + work(dossier).stream().map(OpenWork.Row::taskKey).toList()));
        return new Outcome(open.size(), open.size() - left.size(), Map.copyOf(stuck), WholeCheck.of(product));
    }

    private List<String> recognitions() {
        return product.getBean(JdbcClient.class).sql("select distinct dossier from inbox_row where procedure = 'erkenning' order by dossier").query(String.class).list();
    }

    private List<OpenWork.Row> work(String dossier) {
        return product.getBean(OpenWork.class).ofDossier(dossier);
    }

    private void step(String dossier) {
        for (OpenWork.Row task : work(dossier)) {
            Optional<Map<String, Object>> typed = typed(task.taskKey(), LocalDate.now(product.getBean(MovableClock.class)), dossier);
            typed.ifPresent(form -> send(dossier, task, form));
        }
    }

    /** Whoever may and is not kept out by a rule. */
    private void send(String dossier, OpenWork.Row task, Map<String, Object> form) {
        List<String> tried = new ArrayList<>();
        for (String person : PEOPLE.getOrDefault(task.taskKey(), HANDLERS)) {
            try {
                product.getBean(Acts.class).send(product.getBean(DemoPeople.class).actor(person), dossier, task.taskKey(), form);
                product.getBean(DueJobs.class).run();
                stuck.remove(dossier);
                return;
            } catch (Refused refused) {
                tried.add(person + ": " + refused.getMessage() + " " + refused.fields());
            }
        }
        stuck.put(dossier, task.taskKey() + " " + tried);
    }

    private static Optional<Map<String, Object>> typed(String task, LocalDate today, String dossier) {
        return Optional.ofNullable(switch (task) {
            case "UserTask_VolledigheidNagaan" -> TypedForms.complete();
            case "UserTask_AanvullingRegistreren" -> TypedForms.depositReceived(today);
            case "UserTask_BronnenNagaan" -> TypedForms.cleanSources();
            case "UserTask_OndernemingsplanBeoordelen" -> TypedForms.goodPlan();
            case "UserTask_WaarborgNagaan" -> TypedForms.depositPaid(today.minusDays(1));
            case "UserTask_VoorwaardenBeoordelen" -> TypedForms.conditionsMet();
            case "UserTask_NotaOpstellen" -> TypedForms.note("GUNSTIG");
            case "UserTask_VerweerRegistreren" -> TypedForms.defence(today);
            case "UserTask_VerweerBeoordelen" -> TypedForms.defenceRejected();
            case "UserTask_OpAgendaPlaatsen" -> TypedForms.agenda(today.plusDays(1));
            case "UserTask_AdviesRegistreren" -> TypedForms.advice("GUNSTIG", today);
            case "UserTask_BeslissingOpstellen" -> Map.of("afwijkingAdvies", "De onderneming zette recht wat de commissie noemde.");
            case "UserTask_JuridischNazicht" -> TypedForms.legalCheck(true);
            case "UserTask_Ondertekenen" -> TypedForms.signature();
            case "UserTask_ZendingRegistreren" -> TypedForms.posted(today, Math.floorMod(dossier.hashCode(), 9_000_000));
            default -> null;
        });
    }
}
