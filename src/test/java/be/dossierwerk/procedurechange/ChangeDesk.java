package be.dossierwerk.procedurechange;

import be.dossierwerk.demo.Acts;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.inbox.Colleagues;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of changes share: who draws, lays before, approves, and what holds afterwards. */
final class ChangeDesk {

    static final String KLACHT = "bpmn/klacht/klacht.bpmn";
    /** A Tuesday. */
    static final LocalDate DAY = LocalDate.of(2027, 6, 1);

    final List<String> changes = new ArrayList<>();
    private final ApplicationContext spring;

    ChangeDesk(ApplicationContext spring) {
        this.spring = spring;
        bean(DueJobs.class).byHand();
        bean(DemoPeople.class).all().forEach(bean(Colleagues.class)::know);
    }

    <T> T bean(Class<T> type) {
        return spring.getBean(type);
    }

    void at(LocalDate day) {
        bean(MovableClock.class).moveTo(ZonedDateTime.of(day, LocalTime.of(9, 0), MovableClock.BRUSSELS));
        bean(DueJobs.class).run();
    }

    <T> T as(String person, Supplier<T> work) {
        return bean(CurrentActor.class).as(bean(DemoPeople.class).actor(person), work);
    }

    void does(String person, Runnable work) {
        as(person, () -> {
            work.run();
            return null;
        });
    }

    String start(String person, String title) {
        String change = as(person, () -> bean(StartChange.class).start(title, "Collega's vroegen erom.", KLACHT));
        changes.add(change);
        return change;
    }

    /** The complaint's diagram as it holds now, with another word for one of its tasks. */
    static byte[] renamed(String diagram, String word) {
        return diagram.replaceFirst("name=\"Klacht onderzoeken[^\"]*\"", "name=\"Klacht onderzoeken " + word + "\"").getBytes(StandardCharsets.UTF_8);
    }

    String published() {
        return bean(PublishedDiagrams.class).current().text(KLACHT).orElseThrow();
    }

    DiagramSet set() {
        return bean(PublishedDiagrams.class).current();
    }

    SaveChangeDraft.Saved save(String person, String change, String word, Long base) {
        return as(person, () -> bean(SaveChangeDraft.class).save(change, KLACHT, renamed(published(), word), base, "Naam gewijzigd"));
    }

    void submit(String person, String change, LocalDate from, Rollout rollout, String... chosen) {
        does(person, () -> bean(SubmitChange.class).submit(change, new SubmitChange.Plan(from, rollout, Set.of(chosen), "De taak heet anders.")));
    }

    void approve(String person, String change) {
        does(person, () -> bean(ApproveChange.class).approve(change, bean(Changes.class).laidBefore(change)));
    }

    /** Drawn, laid before and approved, to hold at once. */
    String publish(String title, String word, Rollout rollout, String... chosen) {
        String change = start("pieter", title);
        save("pieter", change, word, null);
        submit("pieter", change, LocalDate.now(bean(MovableClock.class)), rollout, chosen);
        approve("hilde", change);
        bean(DueJobs.class).run();
        return change;
    }

    void send(String person, String change, String task, Map<String, Object> fields) {
        bean(Acts.class).send(bean(DemoPeople.class).actor(person), change, task, fields);
    }

    ChangeState state(String change) {
        return bean(Changes.class).get(change).state();
    }

    List<String> open(String change) {
        return bean(OpenWork.class).ofDossier(change).stream().map(OpenWork.Row::taskKey).toList();
    }

    /** The names that the complaint's task has in what holds for new dossiers. */
    boolean holds(String word) {
        return published().contains("\"Klacht onderzoeken " + word + "\"");
    }

    String text(String change) {
        return new String(bean(ChangeDrafts.class).file(change, KLACHT).orElseThrow(), StandardCharsets.UTF_8);
    }

    /** The version of the diagram that a dossier runs by: the deployment. */
    String deploymentOf(String dossier) {
        return bean(JdbcClient.class).sql("""
                select d.deployment_id_ from act_hi_procinst p join act_re_procdef d on d.id_ = p.proc_def_id_
                where p.business_key_ = ? and p.super_process_instance_id_ is null""").param(dossier).query(String.class).single();
    }

    static List<String> wrong(Runnable act) {
        try {
            act.run();
            return List.of();
        } catch (Refused refused) {
            return refused.fields().isEmpty() ? List.of(refused.key()) : refused.fields().stream().map(Refused.Field::name).toList();
        }
    }
}
