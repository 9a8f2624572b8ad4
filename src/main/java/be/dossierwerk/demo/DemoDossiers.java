package be.dossierwerk.demo;

import be.dossierwerk.alert.DeliverAlerts;
import be.dossierwerk.appeal.CloseAppealWindows;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.EndExpired;
import be.dossierwerk.deadline.EscalationLadder;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.ClaimTask;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.SaveDraft;
import be.dossierwerk.inbox.ShowTask;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.recognition.DropApplication;
import be.dossierwerk.recognition.GiveFormalNotice;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets some sixty dossiers live through the real procedure, day by day on a moved clock up to today, so that every
 * history, term and letter is true. Some stand still half-way: work for the inbox, and a few that are late.
 */
@Component
class DemoDossiers {

    /** How a dossier ends when nobody stops it. */
    private enum Course { GRANTED, GRANTED_AFTER_REQUEST, PARTIAL, REFUSED, NO_FOLLOW_UP, DROPPED }

    private static final Logger LOG = LoggerFactory.getLogger(DemoDossiers.class);
    /** The first of them were recognised more than a year ago: without vouchers since, they are inactive. */
    private static final int VETERANS = 14;
    private static final int OLD = 24;

    private final Acts acts;
    private final DemoPeople people;
    private final CurrentActor currentActor;
    private final Dossiers dossiers;
    private final OpenWork openWork;
    private final ClaimTask claimTask;
    private final ShowTask showTask;
    private final SaveDraft saveDraft;
    private final DropApplication dropApplication;
    private final GiveFormalNotice giveFormalNotice;
    private final EventfulClock eventfulClock;
    private final Letters letters;
    private final EscalationLadder ladder;
    private final EndExpired endExpired;
    private final CloseAppealWindows closeAppealWindows;
    private final DeliverAlerts deliverAlerts;
    private final DueJobs jobs;
    private final MovableClock clock;

    DemoDossiers(Acts acts, DemoPeople people, CurrentActor currentActor, Dossiers dossiers, OpenWork openWork, ClaimTask claimTask,
                 ShowTask showTask, SaveDraft saveDraft, DropApplication dropApplication, GiveFormalNotice giveFormalNotice, EventfulClock eventfulClock,
                 Letters letters, EscalationLadder ladder, EndExpired endExpired, CloseAppealWindows closeAppealWindows, DeliverAlerts deliverAlerts, DueJobs jobs, MovableClock clock) {
        this.acts = acts;
        this.people = people;
        this.currentActor = currentActor;
        this.dossiers = dossiers;
        this.openWork = openWork;
        this.claimTask = claimTask;
        this.showTask = showTask;
        this.saveDraft = saveDraft;
        this.dropApplication = dropApplication;
        this.giveFormalNotice = giveFormalNotice;
        this.eventfulClock = eventfulClock;
        this.letters = letters;
        this.ladder = ladder;
        this.endExpired = endExpired;
        this.closeAppealWindows = closeAppealWindows;
        this.deliverAlerts = deliverAlerts;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Plays the days from the first application to today, with the lives of other procedures among them. */
    void play(int count, List<Life> others) {
        LocalDate today = LocalDate.now(clock);
        PriorityQueue<Life> lives = new PriorityQueue<>(others);
        for (int i = 0; i < count; i++) {
            int n = i;
            LocalDate received = Life.workday(today.minusDays(n < VETERANS ? 580 - n * 6L : n < OLD ? 260 - n * 6L : 2L * (count - n)));
            lives.add(new Life(n, received, day -> Optional.of(file(n, day)), stalled(n, steps(n, received))));
        }
        jobs.byHand();
        try {
            for (LocalDate day = lives.element().on(); !day.isAfter(today); day = day.plusDays(1)) {
                live(day, lives);
            }
            clock.release();
            jobs.run();
        } finally {
            clock.release();
            jobs.inBackground();
        }
        handOutWork();
        LOG.info("Demo data: {} dossiers played", count);
    }

    private void live(LocalDate day, PriorityQueue<Life> lives) {
        moveTo(day, LocalTime.of(0, 30));
        jobs.run();
        ladder.sweep();
        endExpired.sweep();
        closeAppealWindows.sweep();
        LocalTime hour = LocalTime.of(8, 45);
        while (!lives.isEmpty() && !lives.element().on().isAfter(day)) {
            Life life = lives.remove();
            moveTo(day, hour);
            hour = hour.plusMinutes(7);
            if (goesOn(life, day)) {
                lives.add(life);
            }
            jobs.run();
        }
        moveTo(day, LocalTime.of(17, 0));
        deliverAlerts.deliverDue();
        letters.dispatchDue();
    }

    /** One dossier that cannot go on stops by itself, and not the product that starts. */
    private static boolean goesOn(Life life, LocalDate day) {
        try {
            return life.live(day);
        } catch (RuntimeException e) {
            LOG.error("A demo dossier stopped half-way: {} {}", life, e instanceof Refused refused ? refused.fields() : "", e);
            return false;
        }
    }

    /** Never later than now: nobody works in the future. */
    private void moveTo(LocalDate day, LocalTime at) {
        Instant wanted = ZonedDateTime.of(day, at, MovableClock.BRUSSELS).toInstant();
        clock.moveTo(wanted.isAfter(clock.real()) ? clock.real() : wanted);
    }

    private String file(int n, LocalDate day) {
        boolean paper = n % 3 == 0;
        Application application = InventedApplications.make(n, day, !course(n).equals(Course.GRANTED_AFTER_REQUEST) && course(n) != Course.NO_FOLLOW_UP);
        return acts.file(paper ? person("els") : Actor.SYSTEM, application, paper ? "PAPIER" : "PORTAAL",
                paper ? day.minusDays(1) : day, InventedApplications.attachments(application));
    }

    private static Course course(int n) {
        return switch (n % 12) {
            case 5, 11 -> Course.GRANTED_AFTER_REQUEST;
            case 6 -> Course.PARTIAL;
            case 7, 8 -> Course.REFUSED;
            case 9 -> Course.NO_FOLLOW_UP;
            case 10 -> Course.DROPPED;
            default -> Course.GRANTED;
        };
    }

    /** Some dossiers stop half-way, so that every state has examples. */
    private static List<Life.Step> stalled(int n, List<Life.Step> steps) {
        int until = switch (n) {
            case 20 -> 5;
            case 30 -> 8;
            case 33, 36 -> 3;
            case 25 -> 9;
            case 27, 28, 40 -> 10;
            default -> steps.size();
        };
        return steps.subList(0, Math.min(until, steps.size()));
    }

    private List<Life.Step> steps(int n, LocalDate received) {
        Course course = course(n);
        Actor handler = person(n % 2 == 0 ? "an" : "bram");
        Application application = InventedApplications.make(n, received, true);
        List<String> asked = application.activities().stream().map(Enum::name).toList();
        List<Life.Step> steps = new ArrayList<>();
        if (course == Course.GRANTED_AFTER_REQUEST || course == Course.NO_FOLLOW_UP) {
            steps.add(task(3, handler, "UserTask_VolledigheidNagaan", day -> TypedForms.depositMissing()));
            if (course == Course.NO_FOLLOW_UP) {
                return steps;
            }
            steps.add(task(13, person("els"), "UserTask_AanvullingRegistreren", dossier -> {
                dossiers.attach(dossier, "BEWIJS_BORGSOM", "Bewijs van de borgsom", "bewijs-borgsom.pdf",
                        InventedApplications.proofOfDeposit(application.undertaking().name()).content(), today());
                return TypedForms.depositReceived(today());
            }));
        }
        steps.add(task(2, handler, "UserTask_VolledigheidNagaan", day -> TypedForms.complete()));
        boolean refused = course == Course.REFUSED;
        steps.add(task(3, handler, "UserTask_BronnenNagaan", day -> refused ? TypedForms.debts() : TypedForms.cleanSources()));
        steps.add(task(0, handler, "UserTask_OndernemingsplanBeoordelen", day -> TypedForms.goodPlan()));
        steps.add(task(1, handler, "UserTask_WaarborgNagaan", day -> TypedForms.depositPaid(received.minusDays(10))));
        if (course == Course.DROPPED) {
            steps.add(new Life.Step(last -> last.plusDays(4), dossier -> currentActor.as(person("els"), () -> {
                dropApplication.drop(dossier, "De onderneming ziet af van haar plannen.");
                return null;
            })));
            return steps;
        }
        steps.add(task(2, handler, "UserTask_VoorwaardenBeoordelen", day -> refused ? TypedForms.conditionsWithDebt() : TypedForms.conditionsMet()));
        String outlook = refused ? "ONGUNSTIG" : course == Course.PARTIAL ? "GEDEELTELIJK" : "GUNSTIG";
        steps.add(task(2, handler, "UserTask_NotaOpstellen", day -> TypedForms.note(outlook)));
        if (refused && n % 12 == 7) {
            steps.add(task(9, person("els"), "UserTask_VerweerRegistreren", day -> TypedForms.defence(today())));
            steps.add(task(2, handler, "UserTask_VerweerBeoordelen", day -> TypedForms.defenceRejected()));
        }
        // Without a defence the hearing ends by itself after fourteen days.
        steps.add(task(refused && n % 12 == 8 ? 18 : 1, person("sofie"), "UserTask_OpAgendaPlaatsen", day -> TypedForms.agenda(session(today().plusDays(2)))));
        steps.add(new Life.Step(last -> session(last.plusDays(2)), dossier -> acts.send(person("sofie"), dossier, "UserTask_AdviesRegistreren",
                TypedForms.advice(refused ? "ONGUNSTIG" : "GUNSTIG", today()))));
        List<String> granted = refused ? List.of() : course == Course.PARTIAL
                ? asked.stream().filter(activity -> !activity.equals("STRIJKEN_ATELIER")).toList() : asked;
        String outcome = refused ? "GEWEIGERD" : course == Course.PARTIAL ? "GEDEELTELIJK_ERKEND" : "ERKEND";
        steps.add(task(2, handler, "UserTask_BeslissingOpstellen", day -> TypedForms.decision(outcome, granted)));
        if (n % 10 == 4) {
            steps.add(task(2, person("joke"), "UserTask_JuridischNazicht", day -> TypedForms.legalCheck(false)));
            steps.add(task(1, handler, "UserTask_BeslissingOpstellen", day -> TypedForms.decision(outcome, granted)));
        }
        steps.add(task(3, person("joke"), "UserTask_JuridischNazicht", day -> TypedForms.legalCheck(true)));
        steps.add(task(4 + n % 9, person("karel"), "UserTask_Ondertekenen", day -> TypedForms.signature()));
        steps.add(task(1, person("els"), "UserTask_ZendingRegistreren", day -> TypedForms.posted(today(), n)));
        return steps;
    }

    private Life.Step task(int days, Actor by, String key, java.util.function.Function<String, Map<String, Object>> fields) {
        return new Life.Step(last -> last.plusDays(days), dossier -> acts.send(by, dossier, key, fields.apply(dossier)));
    }

    /** What makes today look like a day at work: claimed tasks, a half-typed form, a note, a formal notice. */
    private void handOutWork() {
        for (String id : List.of("an", "bram", "joke")) {
            currentActor.as(person(id), () -> {
                openWork.list(OpenWork.Tab.GROUPS, OpenWork.Filter.NONE, null, 0, 40).stream().filter(OpenWork.Row::isFree)
                        .filter(row -> Math.floorMod(row.dossier().hashCode(), 3) == 0)
                        .filter(row -> showTask.show(row.taskId()).mayWork()).limit(4).forEach(row -> claimTask.claim(row.taskId()));
                return null;
            });
        }
        currentActor.as(person("an"), () -> {
            var mine = openWork.list(OpenWork.Tab.MINE, OpenWork.Filter.NONE, null, 0, 1);
            mine.forEach(row -> {
                dossiers.note(row.dossier(), "Gebeld met de zaakvoerder: de stukken over het atelier volgen deze week.");
                saveDraft.save(row.taskId(), Map.of("opmerking", "Nog na te gaan bij de KBO.", "motivering", "Het plan is realistisch, maar"));
            });
            openWork.list(OpenWork.Tab.GROUPS, OpenWork.Filter.NONE, null, 0, 40).stream().map(OpenWork.Row::dossier)
                    .filter(dossier -> eventfulClock.suits(dossier, LocalDate.now(clock))).findFirst().ifPresent(eventfulClock::happen);
            return null;
        });
        late().ifPresent(row -> currentActor.as(person("els"), () -> {
            giveFormalNotice.give(row.dossier(), LocalDate.now(clock).minusDays(3));
            return null;
        }));
    }

    /** The application that is latest of all: its applicant lost patience. */
    private Optional<OpenWork.Row> late() {
        return currentActor.as(person("tom"), () -> openWork.list(OpenWork.Tab.TEAM, OpenWork.Filter.NONE, null, 0, 40).stream()
                .filter(row -> row.dossier().startsWith("DC-ERK-") && giveFormalNotice.available(row.dossier())).findFirst());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Actor person(String id) {
        return people.actor(id);
    }

    /** The committee meets every other Thursday. */
    static LocalDate session(LocalDate from) {
        LocalDate day = from;
        while (day.getDayOfWeek() != DayOfWeek.THURSDAY || day.toEpochDay() / 7 % 2 != 0) {
            day = day.plusDays(1);
        }
        return day;
    }
}
