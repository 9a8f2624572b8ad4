package be.dossierwerk.fine;

import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The people of a fine at work, on a clock that the test moves. */
public final class FineDesk {

    /** No other test of this process used these undertakings and reports. */
    private static final AtomicInteger FREE = new AtomicInteger(3_000);

    private final Acts acts;
    private final DemoPeople people;
    private final CurrentActor currentActor;
    private final RegisterFine registerFine;
    private final DueJobs jobs;
    private final MovableClock clock;

    public FineDesk(Acts acts, DemoPeople people, CurrentActor currentActor, RegisterFine registerFine, DueJobs jobs, MovableClock clock) {
        this.acts = acts;
        this.people = people;
        this.currentActor = currentActor;
        this.registerFine = registerFine;
        this.jobs = jobs;
        this.clock = clock;
    }

    public void at(LocalDate day, LocalTime time) {
        clock.moveTo(ZonedDateTime.of(day, time, MovableClock.BRUSSELS));
        jobs.run();
    }

    /** The moment comes, but nothing that runs by itself did yet. */
    public void atWithoutJobs(LocalDate day, LocalTime time) {
        clock.moveTo(ZonedDateTime.of(day, time, MovableClock.BRUSSELS));
    }

    public <T> T as(String person, Supplier<T> work) {
        return currentActor.as(people.actor(person), work);
    }

    public void send(String person, String dossier, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), dossier, task, new HashMap<>(fields));
    }

    public RegisterFine.Report report(LocalDate reportOn, LocalDate prosecutorOn) {
        int n = FREE.getAndIncrement();
        return new RegisterFine.Report("AN.69.F1.%06d/27".formatted(n), reportOn, InventedApplications.make(n, reportOn, true).undertaking().enterpriseNumber(), "Poets en Plooi bv", List.of("I01"),
                "Zestig dienstencheques zonder gewerkte uren.", prosecutorOn, null);
    }

    public String registered(LocalDate reportOn, LocalDate prosecutorOn) {
        return as("fien", () -> registerFine.register(report(reportOn, prosecutorOn)));
    }

    /** The cell finds a fine opportune; the undertaking answers nothing. */
    public void heardInVain(String dossier) {
        send("fien", dossier, "UserTask_OpportuniteitBeoordelen", opportune());
        at(LocalDate.now(clock).plusDays(20), LocalTime.of(9, 0));
    }

    public void amount(String dossier, String amount) {
        send("fien", dossier, "UserTask_BedragBepalen", Map.of("niveau", "NIVEAU_2", "werknemers", "1", "bedrag", amount, "motivering", "De feiten zijn ernstig en niet rechtgezet."));
    }

    /** The draft and its legal check; the signatory's task is open. */
    public void readyToSign(String dossier) {
        send("fien", dossier, "UserTask_BeslissingOpstellen", Map.of("motieven", "De onderneming antwoordde niet. Het bedrag past bij de ernst."));
        send("joke", dossier, "UserTask_JuridischNazicht", TypedForms.legalCheck(true));
    }

    public void sign(String dossier) {
        send("karel", dossier, "UserTask_Ondertekenen", TypedForms.signature());
        jobs.run();
    }

    public void post(String dossier) {
        send("els", dossier, "UserTask_ZendingRegistreren", TypedForms.posted(LocalDate.now(clock), 1));
        jobs.run();
    }

    /** From the register to the posted decision on one course without defence. */
    public void imposed(String dossier, String amount) {
        heardInVain(dossier);
        amount(dossier, amount);
        readyToSign(dossier);
        sign(dossier);
        post(dossier);
    }

    public static Map<String, Object> opportune() {
        return Map.of("oordeel", "OPPORTUUN", "motivering", "De feiten zijn ernstig.");
    }
}
