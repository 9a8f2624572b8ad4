package be.dossierwerk.procedurechange;

import be.dossierwerk.demo.Acts;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.inbox.Colleagues;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.request.Channel;
import be.dossierwerk.request.RegisterKlacht;
import be.dossierwerk.request.Requester;
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
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the tests of changes share: who draws, lays before, approves, and what holds afterwards. Registered as an extension of a class with one instance:
 * after each test the clock runs again, and after the last one the product holds again, for other test classes share this database.
 */
final class ChangeDesk implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    static final String KLACHT = "bpmn/klacht/klacht.bpmn";
    /** A Tuesday. */
    static final LocalDate DAY = LocalDate.of(2027, 6, 1);

    final List<String> changes = new ArrayList<>();
    private ApplicationContext spring;
    private DiagramSet before;

    @Override
    public void beforeAll(ExtensionContext test) {
        spring = SpringExtension.getApplicationContext(test);
        bean(DueJobs.class).byHand();
        bean(DemoPeople.class).all().forEach(bean(Colleagues.class)::know);
        before = set();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        bean(MovableClock.class).release();
    }

    @Override
    public void afterAll(ExtensionContext test) {
        if (!set().hash().equals(before.hash())) {
            bean(TransactionTemplate.class).executeWithoutResult(on -> bean(PublishedDiagrams.class).publish(before, PublishedDiagrams.Source.PRODUCT));
        }
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

    /** Told on this day, about what happened some days before. */
    String complaint() {
        LocalDate day = LocalDate.now(bean(MovableClock.class));
        return as("els", () -> bean(RegisterKlacht.class).register(UUID.randomUUID(), new RegisterKlacht.Klacht(new Requester("Mia Lambrecht", "Kade 1", "9000", "Gent",
                "mia@voorbeeld.be", Channel.MONDELING, day, null), false, day.minusDays(3), "Niemand belde terug.", Set.of()), List.of()));
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
