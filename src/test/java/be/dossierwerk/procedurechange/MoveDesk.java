package be.dossierwerk.procedurechange;

import static be.dossierwerk.demo.TypedForms.*;

import be.dossierwerk.deadline.EscalationLadder;
import be.dossierwerk.deadline.PauseGround;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.inbox.ClaimTask;
import be.dossierwerk.inbox.Colleagues;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.SaveDraft;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.request.Channel;
import be.dossierwerk.request.RegisterKlacht;
import be.dossierwerk.request.Requester;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.AttachedFile;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.withdrawal.FileVoluntaryRequest;
import be.dossierwerk.withdrawal.RecognisedFixture;
import be.dossierwerk.withdrawal.VoluntaryReason;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tests of moving share: dossiers in every state, sets of diagrams that differ, and all that a dossier is, line by line. */
public final class MoveDesk {

    private static final AtomicInteger UNDERTAKINGS = new AtomicInteger(4_000);

    public final JdbcClient jdbc;
    private final ApplicationContext spring;

    public MoveDesk(ApplicationContext spring) {
        this.spring = spring;
        this.jdbc = bean(JdbcClient.class);
        bean(DueJobs.class).byHand();
        bean(DemoPeople.class).all().forEach(bean(Colleagues.class)::know);
    }

    public <T> T bean(Class<T> type) {
        return spring.getBean(type);
    }

    public <T> T as(String person, Supplier<T> work) {
        return bean(CurrentActor.class).as(bean(DemoPeople.class).actor(person), work);
    }

    public void does(String person, Runnable work) {
        as(person, () -> {
            work.run();
            return null;
        });
    }

    public void at(LocalDate day) {
        bean(MovableClock.class).moveTo(ZonedDateTime.of(day, LocalTime.of(9, 0), MovableClock.BRUSSELS));
        bean(DueJobs.class).run();
    }

    public LocalDate today() {
        return LocalDate.now(bean(MovableClock.class));
    }

    /** A recognition, filed on that day and looked at two days later. */
    public String recognition(LocalDate received, boolean complete) {
        at(received);
        Application application = InventedApplications.make(UNDERTAKINGS.getAndIncrement(), received, complete);
        return bean(Acts.class).file(bean(DemoPeople.class).actor("els"), application, "PAPIER", received, InventedApplications.attachments(application));
    }

    public String complaint(LocalDate received) {
        at(received);
        return as("els", () -> bean(RegisterKlacht.class).register(UUID.randomUUID(), new RegisterKlacht.Klacht(new Requester("Mia Lambrecht", "Kade 1", "9000", "Gent",
                "mia@voorbeeld.be", Channel.BRIEF, received, null), false, received.minusDays(5), "Niemand belde terug.", Set.of()), papers()));
    }

    public String withdrawal(LocalDate received) {
        at(received);
        int n = RecognisedFixture.reserve(1);
        RecognisedFixture.recognise(jdbc, n, "Poetsdienst De Linde " + n);
        return as("els", () -> bean(FileVoluntaryRequest.class).file(UUID.randomUUID(), new FileVoluntaryRequest.Request(RecognisedFixture.dossier(n), received,
                VoluntaryReason.STOPZETTING, "De zaakvoerder gaat met pensioen.", null, received.plusDays(30), "Leen Verhoeven"), papers()));
    }

    private static List<AttachedFile> papers() {
        return List.of(new AttachedFile("brief.pdf", InventedApplications.proofOfDeposit("Brief").content()));
    }

    public void send(String person, String dossier, String task, Map<String, Object> fields) {
        bean(Acts.class).send(bean(DemoPeople.class).actor(person), dossier, task, new HashMap<>(fields));
    }

    public List<String> open(String dossier) {
        return bean(OpenWork.class).ofDossier(dossier).stream().map(OpenWork.Row::taskKey).sorted().toList();
    }

    public String task(String dossier, String key) {
        return bean(Acts.class).task(dossier, key);
    }

    public void claim(String person, String dossier, String key) {
        does(person, () -> bean(ClaimTask.class).claim(task(dossier, key)));
    }

    public void draft(String person, String dossier, String key, Map<String, Object> fields) {
        does(person, () -> bean(SaveDraft.class).save(task(dossier, key), fields));
    }

    /** One random step, or nothing where the dossier waits for something that this walk does not do. */
    public void step(Random random, String dossier) {
        List<String> open = open(dossier);
        if (open.isEmpty()) {
            return;
        }
        if (random.nextInt(10) == 0 && dossier.contains("-ERK-") && !open.get(0).equals("UserTask_VolledigheidNagaan") && !open.get(0).equals("UserTask_AanvullingRegistreren")) {
            pauseOrResume(dossier);
            return;
        }
        String task = open.get(random.nextInt(open.size()));
        if (random.nextInt(6) == 0) {
            bean(OpenWork.class).ofDossier(dossier).stream().filter(row -> row.taskKey().equals(task) && row.isFree() && row.groups().contains("dc-dossierbehandelaar"))
                    .findFirst().ifPresent(row -> {
                        claim(random.nextBoolean() ? "an" : "bram", dossier, task);
                    });
            return;
        }
        String person = bean(OpenWork.class).ofDossier(dossier).stream().filter(row -> row.taskKey().equals(task) && !row.isFree()).map(OpenWork.Row::assignee).findFirst().orElse("an");
        switch (task) {
            case "UserTask_VolledigheidNagaan" -> send(person, dossier, task, random.nextBoolean() ? complete() : depositMissing());
            case "UserTask_AanvullingRegistreren" -> {
                if (random.nextInt(6) == 0) {
                    send(person, dossier, task, depositReceived(today()));
                }
            }
            case "UserTask_BronnenNagaan" -> send(person, dossier, task, random.nextBoolean() ? cleanSources() : debts());
            case "UserTask_OndernemingsplanBeoordelen" -> send(person, dossier, task, goodPlan());
            case "UserTask_WaarborgNagaan" -> send(person, dossier, task, depositPaid(today().minusDays(10)));
            case "UserTask_VoorwaardenBeoordelen" -> send(person, dossier, task, random.nextBoolean() ? conditionsMet() : conditionsWithDebt());
            case "UserTask_NotaOpstellen" -> send(person, dossier, task, note(random.nextBoolean() ? "GUNSTIG" : "ONGUNSTIG"));
            case "UserTask_OntvankelijkheidNagaan" -> send(person, dossier, task, Map.of("ontvankelijk", "JA"));
            case "UserTask_KlachtOnderzoeken" -> send(person, dossier, task, Map.of("bevindingen", "Vijf oproepen zonder antwoord."));
            case "UserTask_AntwoordOpstellen" -> send(person, dossier, task, Map.of("oordeel", "ONGEGROND", "motivering", "Wij belden u terug."));
            case "UserTask_AntwoordNazien" -> {
                if (random.nextInt(4) == 0) {
                    send("lieve", dossier, task, Map.of("akkoord", "NEE", "opmerking", "Zeg ook dat het ons spijt."));
                }
            }
            case "UserTask_OpAgendaPlaatsen" -> pauseOrResume(dossier);
            default -> { }
        }
    }

    private void pauseOrResume(String dossier) {
        Terms terms = bean(Terms.class);
        does("an", () -> {
            boolean paused = terms.openPauses(dossier).stream().anyMatch(pause -> pause.ground() == PauseGround.AANVULLING_AANVRAGER);
            if (paused) {
                terms.resume(dossier, PauseGround.AANVULLING_AANVRAGER, today(), "het stuk kwam");
            } else {
                terms.pause(dossier, PauseGround.AANVULLING_AANVRAGER, today(), "wacht op een stuk");
            }
        });
    }

    public void sweep() {
        bean(EscalationLadder.class).sweep();
    }

    public String published() {
        return bean(PublishedDiagrams.class).newest().orElseThrow();
    }

    public DiagramSet set(String deployment) {
        return bean(PublishedDiagrams.class).of(deployment);
    }

    /** The set with one text in one file replaced; the text must be there. */
    public static DiagramSet with(DiagramSet set, String path, String from, String to) {
        String text = set.text(path).orElseThrow();
        if (!text.contains(from)) {
            throw new IllegalArgumentException(path + " does not say " + from);
        }
        return set.with(Map.of(path, text.replace(from, to).getBytes(StandardCharsets.UTF_8)));
    }

    /** As the publication does it: all files, as one deployment. */
    public String deploy(DiagramSet set) {
        var deployment = bean(RepositoryService.class).createDeployment().name("proefset").source("proef");
        set.files().forEach((path, content) -> deployment.addInputStream(path, new java.io.ByteArrayInputStream(content)));
        return deployment.deploy().getId();
    }

    /** To the diagrams of that deployment. */
    public void move(String dossier, String deployment) {
        bean(TransactionTemplate.class).executeWithoutResult(status -> bean(MoveDossier.class).move(dossier, deployment));
    }

    /** A reminder more, another group, another explanation and a task more. */
    public static DiagramSet harmless(DiagramSet set) {
        DiagramSet reminded = with(set, VOLLEDIGHEID, "    <bpmn:boundaryEvent id=\"Timer_TweedeMaandVoorbij\"", REMINDER + "    <bpmn:boundaryEvent id=\"Timer_TweedeMaandVoorbij\"");
        DiagramSet regrouped = with(reminded, ERKENNING, "camunda:formKey=\"erkenning/ondernemingsplan-beoordelen\" camunda:candidateGroups=\"dc-dossierbehandelaar\"",
                "camunda:formKey=\"erkenning/ondernemingsplan-beoordelen\" camunda:candidateGroups=\"dc-jurist\"");
        DiagramSet explained = with(regrouped, KLACHT, "Zoek uit wat er gebeurde en hoor wie erbij betrokken was.", "Zoek uit wat er gebeurde en hoor iedereen.");
        DiagramSet routed = with(explained, KLACHT, "<bpmn:sequenceFlow id=\"Flow_KlachtOnderzoekenNaarOpnieuwOpstellen\" sourceRef=\"UserTask_KlachtOnderzoeken\" targetRef=\"Gateway_OpnieuwOpstellen\" />",
                "<bpmn:sequenceFlow id=\"Flow_KlachtOnderzoekenNaarOpnieuwOpstellen\" sourceRef=\"UserTask_KlachtOnderzoeken\" targetRef=\"UserTask_BevindingenNalezen\" />"
                + "<bpmn:sequenceFlow id=\"Flow_BevindingenNalezenNaarOpnieuwOpstellen\" sourceRef=\"UserTask_BevindingenNalezen\" targetRef=\"Gateway_OpnieuwOpstellen\" />");
        DiagramSet entered = with(routed, KLACHT, "<bpmn:incoming>Flow_KlachtOnderzoekenNaarOpnieuwOpstellen</bpmn:incoming>", "<bpmn:incoming>Flow_BevindingenNalezenNaarOpnieuwOpstellen</bpmn:incoming>");
        return with(entered, KLACHT, "    <bpmn:userTask id=\"UserTask_AntwoordOpstellen\"", """
                    <bpmn:userTask id="UserTask_BevindingenNalezen" name="Bevindingen nalezen" camunda:formKey="klacht/klacht-onderzoeken" camunda:candidateGroups="dc-jurist">
                      <bpmn:incoming>Flow_KlachtOnderzoekenNaarOpnieuwOpstellen</bpmn:incoming>
                      <bpmn:outgoing>Flow_BevindingenNalezenNaarOpnieuwOpstellen</bpmn:outgoing>
                    </bpmn:userTask>
                    <bpmn:userTask id="UserTask_AntwoordOpstellen\"""");
    }

    public static final String VOLLEDIGHEID = "bpmn/bouwstenen/volledigheid.bpmn";
    public static final String ERKENNING = "bpmn/erkenning/erkenning.bpmn";
    public static final String KLACHT = "bpmn/klacht/klacht.bpmn";
    private static final String REMINDER = """
                <bpmn:boundaryEvent id="Timer_LaatsteHerinnering" name="Nog tien dagen" cancelActivity="false" attachedToRef="UserTask_AanvullingRegistreren">
                  <bpmn:outgoing>Flow_LaatsteHerinnering</bpmn:outgoing>
                  <bpmn:timerEventDefinition id="Timer_LaatsteHerinnering_Termijn">
                    <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${deadlines.before('T-REC-04B', 10, execution.processBusinessKey)}</bpmn:timeDate>
                  </bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                <bpmn:serviceTask id="ServiceTask_LaatsteHerinnering" name="Laatste herinnering sturen" camunda:delegateExpression="${sendReminderDelegate}">
                  <bpmn:incoming>Flow_LaatsteHerinnering</bpmn:incoming>
                  <bpmn:outgoing>Flow_LaatsteHerinneringNaarHerinnerd</bpmn:outgoing>
                </bpmn:serviceTask>
                <bpmn:endEvent id="EndEvent_LaatstHerinnerd" name="Laatst herinnerd">
                  <bpmn:incoming>Flow_LaatsteHerinneringNaarHerinnerd</bpmn:incoming>
                </bpmn:endEvent>
                <bpmn:sequenceFlow id="Flow_LaatsteHerinnering" sourceRef="Timer_LaatsteHerinnering" targetRef="ServiceTask_LaatsteHerinnering" />
                <bpmn:sequenceFlow id="Flow_LaatsteHerinneringNaarHerinnerd" sourceRef="ServiceTask_LaatsteHerinnering" targetRef="EndEvent_LaatstHerinnerd" />
            """;

    /** Everything of a dossier that could differ, by table; neither ids of definitions nor counters of versions. */
    public Map<String, Set<String>> all(String dossier) {
        Map<String, Set<String>> all = new TreeMap<>();
        read(all, "term", "select t::text from term t where dossier = ?", dossier);
        read(all, "term_entry", "select t::text from term_entry t where dossier = ?", dossier);
        read(all, "term_escalation", "select e::text from term_escalation e join term t on t.id = e.term where t.dossier = ?", dossier);
        read(all, "timer", "select d.act_id_ || ' ' || j.duedate_ || ' ' || j.retries_ || ' ' || j.id_ from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_ where process_instance_id_ in (" + INSTANCES + ")", dossier);
        read(all, "task", "select t.id_ || ' ' || t.task_def_key_ || ' ' || t.name_ || ' ' || t.create_time_ from act_ru_task t where proc_inst_id_ in (" + INSTANCES + ")", dossier);
        read(all, "group", "select t.task_def_key_ || ' ' || l.group_id_ from act_ru_identitylink l join act_ru_task t on t.id_ = l.task_id_ where t.proc_inst_id_ in (" + INSTANCES + ")", dossier);
        read(all, "message", "select event_name_ || ' ' || activity_id_ from act_ru_event_subscr where proc_inst_id_ in (" + INSTANCES + ")", dossier);
        read(all, "place", "select id_ || ' ' || coalesce(act_id_, '-') || ' ' || is_active_ || ' ' || coalesce(parent_id_, '-') from act_ru_execution where proc_inst_id_ in (" + INSTANCES + ")", dossier);
        read(all, "variable", "select name_ || ' ' || coalesce(text_, '') || ' ' || coalesce(long_, 0) from act_ru_variable where proc_inst_id_ in (" + INSTANCES + ")", dossier);
        read(all, "inbox", "select (to_jsonb(r) - 'version' - 'deployment')::text from inbox_row r where dossier = ?", dossier);
        read(all, "inbox_group", "select r.task_key || ' ' || (to_jsonb(g) - 'task_id')::text from inbox_row_group g join inbox_row r using (task_id) where dossier = ?", dossier);
        read(all, "draft", "select (to_jsonb(f))::text from form_draft f join inbox_row r using (task_id) where dossier = ?", dossier);
        read(all, "letter", "select l.id || ' ' || l.kind from letter l where dossier = ?", dossier);
        read(all, "definition", "select id_ || ' ' || proc_def_id_ from act_ru_execution where id_ in (" + INSTANCES + ")", dossier);
        return all;
    }

    private static final String INSTANCES = "select id_ from act_ru_execution where parent_id_ is null and business_key_ = ?";

    private void read(Map<String, Set<String>> all, String what, String sql, String dossier) {
        all.put(what, new TreeSet<>(jdbc.sql(sql).param(dossier).query(String.class).list()));
    }

    public List<String> timers(String dossier) {
        return new ArrayList<>(new TreeSet<>(jdbc.sql("select d.act_id_ || ' ' || j.duedate_::date from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_ where process_instance_id_ in (" + INSTANCES + ")")
                .param(dossier).query(String.class).list()));
    }
}
