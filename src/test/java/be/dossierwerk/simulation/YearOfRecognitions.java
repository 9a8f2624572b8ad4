package be.dossierwerk.simulation;

import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.Colleagues;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Recognitions that real people of the demo decide on the real engine, one a week, signed on Tuesdays; made once for all tests. */
public final class YearOfRecognitions {

    static final int DOSSIERS = 24;
    /** A Monday. No other test works in the year and a half before {@link #TODAY}: a simulation reads all that was done then. */
    private static final LocalDate FIRST = LocalDate.of(2035, 1, 8);
    private static final LocalDate TODAY = LocalDate.of(2035, 12, 17);

    private final ApplicationContext spring;

    private YearOfRecognitions(ApplicationContext spring) {
        this.spring = spring;
    }

    /** Leaves the clock in December of that year, and the background at rest. */
    public static void make(ApplicationContext spring) {
        YearOfRecognitions year = new YearOfRecognitions(spring);
        spring.getBean(DemoPeople.class).all().forEach(spring.getBean(Colleagues.class)::know);
        spring.getBean(DueJobs.class).byHand();
        if (!spring.getBean(JdbcClient.class).sql("select exists (select from dossier where received_on = ?)").param(FIRST).query(Boolean.class).single()) {
            for (int n = 0; n < DOSSIERS; n++) {
                year.recognise(n);
            }
        }
        year.on(TODAY, 9);
    }

    private void recognise(int n) {
        LocalDate day = FIRST.plusWeeks(n);
        on(day, 10);
        Application application = InventedApplications.make(3_000 + n, day, true);
        String dossier = spring.getBean(Acts.class).file(Actor.SYSTEM, application, "PORTAAL", day, InventedApplications.attachments(application));
        spring.getBean(DueJobs.class).run();
        on(day.plusDays(2), 11);
        send("an", dossier, "UserTask_VolledigheidNagaan", TypedForms.complete());
        send("an", dossier, "UserTask_BronnenNagaan", TypedForms.cleanSources());
        send("an", dossier, "UserTask_OndernemingsplanBeoordelen", TypedForms.goodPlan());
        send("an", dossier, "UserTask_WaarborgNagaan", TypedForms.depositPaid(day.minusDays(10)));
        send("an", dossier, "UserTask_VoorwaardenBeoordelen", TypedForms.conditionsMet());
        send("an", dossier, "UserTask_NotaOpstellen", TypedForms.note("GUNSTIG"));
        on(day.plusDays(3), 9);
        send("sofie", dossier, "UserTask_OpAgendaPlaatsen", TypedForms.agenda(day.plusDays(9)));
        on(day.plusDays(9), 14);
        send("sofie", dossier, "UserTask_AdviesRegistreren", TypedForms.advice("GUNSTIG", day.plusDays(9)));
        send("an", dossier, "UserTask_BeslissingOpstellen", TypedForms.decision("ERKEND", application.activities().stream().map(Enum::name).toList()));
        on(day.plusDays(11), 10);
        send("joke", dossier, "UserTask_JuridischNazicht", TypedForms.legalCheck(true));
        LocalDate tuesday = day.plusDays(n % 3 == 0 ? 22 : 15);
        on(tuesday, 16);
        send("karel", dossier, "UserTask_Ondertekenen", TypedForms.signature());
        on(tuesday.plusDays(1), 10);
        send("els", dossier, "UserTask_ZendingRegistreren", TypedForms.posted(tuesday.plusDays(1), n));
    }

    private void send(String who, String dossier, String task, Map<String, Object> fields) {
        spring.getBean(Acts.class).send(spring.getBean(DemoPeople.class).actor(who), dossier, task, fields);
        spring.getBean(DueJobs.class).run();
    }

    private void on(LocalDate day, int hour) {
        spring.getBean(MovableClock.class).moveTo(ZonedDateTime.of(day, LocalTime.of(hour, 0), MovableClock.BRUSSELS));
    }
}
