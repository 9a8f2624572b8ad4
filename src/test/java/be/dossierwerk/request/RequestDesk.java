package be.dossierwerk.request;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.Colleagues;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.ShowTask;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.AttachedFile;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of complaints and of openness requests share: who does what on which day, and what the dossier says afterwards. */
final class RequestDesk {

    /** A Tuesday. */
    static final LocalDate RECEIVED = LocalDate.of(2027, 6, 1);

    final List<String> dossiers = new ArrayList<>();
    private final ApplicationContext spring;

    RequestDesk(ApplicationContext spring) {
        this.spring = spring;
        bean(DueJobs.class).byHand();
        bean(DemoPeople.class).all().forEach(bean(Colleagues.class)::know);
    }

    <T> T bean(Class<T> type) {
        return spring.getBean(type);
    }

    void at(LocalDate day, LocalTime time) {
        bean(MovableClock.class).moveTo(ZonedDateTime.of(day, time, MovableClock.BRUSSELS));
        bean(DueJobs.class).run();
    }

    void morning(LocalDate day) {
        at(day, LocalTime.of(9, 0));
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

    /** Sends what the form shows, with these fields over it. */
    void send(String person, String dossier, String task, Map<String, Object> fields) {
        send(bean(DemoPeople.class).actor(person), dossier, task, fields);
    }

    void send(Actor person, String dossier, String task, Map<String, Object> fields) {
        bean(Acts.class).send(person, dossier, task, new HashMap<>(fields));
    }

    Map<String, Object> shown(String dossier, String task) {
        return as("an", () -> bean(ShowTask.class).show(bean(Acts.class).task(dossier, task)).values());
    }

    /** From the lawyer's check to the post office, three working days later the appeal term begins. */
    void sign(String dossier) {
        send("joke", dossier, "UserTask_JuridischNazicht", TypedForms.legalCheck(true));
        send("karel", dossier, "UserTask_Ondertekenen", TypedForms.signature());
        bean(DueJobs.class).run();
        send("els", dossier, "UserTask_ZendingRegistreren", TypedForms.posted(today(), 1));
        bean(DueJobs.class).run();
    }

    String klacht(LocalDate received, LocalDate happened, boolean anonymous, String... people) {
        return klacht(UUID.randomUUID(), received, happened, anonymous, people);
    }

    String klacht(UUID action, LocalDate received, LocalDate happened, boolean anonymous, String... people) {
        morning(received);
        return kept(as("els", () -> bean(RegisterKlacht.class).register(action, new RegisterKlacht.Klacht(anonymous
                ? new Requester(null, null, null, null, null, Channel.BRIEF, received, null) : requester(received, null), anonymous, happened,
                "Ik belde vijf keer en niemand belde terug.", Set.of(people)), papers())));
    }

    String openbaarheid(LocalDate registered, String about, String... documents) {
        morning(registered);
        return kept(as("els", () -> bean(RegisterOpenbaarheid.class).register(UUID.randomUUID(), new RegisterOpenbaarheid.Openbaarheid(requester(registered, about),
                String.join("\n", documents)), papers())));
    }

    static Requester requester(LocalDate received, String about) {
        return new Requester("Mia Lambrecht", "Kade 1 bus 3", "9000", "Gent", "mia@voorbeeld.be", Channel.BRIEF, received, about);
    }

    static List<AttachedFile> papers() {
        return List.of(new AttachedFile("brief.pdf", InventedApplications.proofOfDeposit("Brief").content()));
    }

    LocalDate today() {
        return LocalDate.now(bean(MovableClock.class));
    }

    LocalDate due(String dossier, String rule) {
        return bean(Terms.class).due(dossier, rule);
    }

    /** On which day the timer of that element fires, at midnight: the day after the last one. */
    LocalDate timer(String dossier, String element) {
        return bean(ManagementService.class).createJobQuery().timers().list().stream().filter(job -> dossierOf(job).equals(dossier))
                .filter(job -> element.equals(bean(ManagementService.class).createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId()).singleResult().getActivityId()))
                .map(job -> job.getDuedate().toInstant().atZone(MovableClock.BRUSSELS).toLocalDate()).findFirst().orElse(null);
    }

    private String dossierOf(Job job) {
        return bean(JdbcClient.class).sql("select business_key_ from act_hi_procinst where id_ = ?").param(job.getProcessInstanceId()).query(String.class).single();
    }

    String outcome(String dossier) {
        return bean(Dossiers.class).get(dossier).outcome();
    }

    List<String> running(String dossier) {
        return bean(Terms.class).of(dossier).stream().filter(term -> term.stoppedOn() == null).map(TermStanding::rule).toList();
    }

    List<String> open(String dossier) {
        return bean(OpenWork.class).ofDossier(dossier).stream().map(OpenWork.Row::taskKey).toList();
    }

    List<String> letters(String dossier) {
        return bean(Letters.class).of(dossier).stream().map(Letters.Letter::kind).toList();
    }

    /** Everything that the dossier's last letter of that kind states. */
    String facts(String dossier, String kind) {
        return bean(JdbcClient.class).sql("select facts::text from letter where dossier = ? and kind = ? order by made_at desc limit 1").params(dossier, kind)
                .query(String.class).single();
    }

    List<String> sentences(String dossier) {
        return bean(AuditLog.class).of(dossier).stream().map(AuditLog.Line::sentence).toList();
    }

    /** The names of the fields that are refused; empty when nothing is. */
    static List<String> wrong(Runnable act) {
        try {
            act.run();
            return List.of();
        } catch (Refused refused) {
            return refused.fields().stream().map(Refused.Field::name).toList();
        }
    }

    private String kept(String dossier) {
        dossiers.add(dossier);
        return dossier;
    }
}
