package be.dossierwerk.board;

import static be.dossierwerk.demo.TypedForms.*;

import be.dossierwerk.deadline.Justification;
import be.dossierwerk.deadline.PauseByHand;
import be.dossierwerk.deadline.PauseGround;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.fine.RegisterFine;
import be.dossierwerk.procedurechange.MoveDesk;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.recognition.DropApplication;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.AttachedFile;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.training.DropTraining;
import be.dossierwerk.training.FileTraining;
import be.dossierwerk.training.TrainingKind;
import be.dossierwerk.training.TrainingTheme;
import be.dossierwerk.training.Trainings;
import be.dossierwerk.withdrawal.DropVoluntaryRequest;
import be.dossierwerk.withdrawal.FileVoluntaryRequest;
import be.dossierwerk.withdrawal.RecognisedFixture;
import be.dossierwerk.withdrawal.VoluntaryReason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Random lives of dossiers on the real engine, on a clock that moves with them; each writes down its own script. */
final class PlayedLives {

    private final MoveDesk desk;
    private final Random random;
    private LocalDate today;
    private String dossier;
    private ScriptOfLife script;
    private LocalDate completeSince;
    private LocalDate askedOn;

    PlayedLives(MoveDesk desk, Random random) {
        this.desk = desk;
        this.random = random;
    }

    /** The dossier of the life that was played last. */
    String dossier() {
        return dossier;
    }

    ScriptOfLife recognition(int n, String number, LocalDate received) {
        boolean online = random.nextBoolean();
        boolean whole = random.nextInt(4) > 0;
        begin(received);
        Application application = InventedApplications.make(n, received, whole);
        script = new ScriptOfLife(number, "DC", "FIRST", online ? "ONLINE" : "PAPER", application.undertaking().enterpriseNumber());
        dossier = desk.bean(Acts.class).file(desk.bean(DemoPeople.class).actor("els"), application, online ? "PORTAAL" : "PAPIER", received, List.of());
        script.day("RECEIVED", received);
        completeness(received, whole ? complete() : depositMissing(), on -> send("els", "UserTask_AanvullingRegistreren", depositReceived(on)));
        if (oneIn(3)) {
            return script;
        }
        send("an", "UserTask_BronnenNagaan", cleanSources());
        send("an", "UserTask_OndernemingsplanBeoordelen", goodPlan());
        send("an", "UserTask_WaarborgNagaan", depositPaid(received.minusDays(10)));
        days(4);
        send("an", "UserTask_VoorwaardenBeoordelen", conditionsMet());
        send("an", "UserTask_NotaOpstellen", note("GUNSTIG"));
        days(3);
        if (oneIn(12)) {
            dropRecognition();
            return script;
        }
        if (!atCommittee()) {
            return script;
        }
        decided(decision("ERKEND", application.activities().stream().map(Enum::name).toList()));
        if (script.tells("SIGNED") && oneIn(15)) {
            dropRecognition();
        }
        return script;
    }

    /** False when the life stops there. */
    private boolean atCommittee() {
        send("sofie", "UserTask_OpAgendaPlaatsen", agenda(today.plusDays(2)));
        script.day("SENT_TO_COMMITTEE", today);
        script.clock("PAUSED", today);
        if (oneIn(10)) {
            return false;
        }
        if (oneIn(10)) {
            // Seventy days after the file was complete, and as many more as it waited, the diagram goes on without advice.
            days(2);
            answer();
            at(completeSince.plusDays(110));
            script.clock("RESUMED", today);
            return true;
        }
        days(10);
        if (oneIn(6)) {
            send("sofie", "UserTask_AdviesRegistreren", advice("UITGESTELD", today));
            days(4);
            send("sofie", "UserTask_OpAgendaPlaatsen", agenda(today.plusDays(1)));
            days(6);
        }
        LocalDate given = today;
        at(today.plusDays(random.nextInt(3)));
        send("sofie", "UserTask_AdviesRegistreren", advice("GUNSTIG", given));
        script.day("ADVICE_GIVEN", given);
        script.clock("RESUMED", given);
        return true;
    }

    private void dropRecognition() {
        desk.does("els", () -> desk.bean(DropApplication.class).drop(dossier, "De onderneming ziet ervan af."));
        cancelled();
    }

    private void cancelled() {
        runsBySelf();
        script.not("DECIDED");
        script.not("SIGNED");
        script.day("CANCELLED", today);
    }

    ScriptOfLife training(int n, String number, LocalDate received) {
        begin(received);
        String provider = InventedApplications.make(n, received, true).undertaking().enterpriseNumber();
        script = new ScriptOfLife(number, "OFDC", "APPROVAL", "PAPER", provider);
        dossier = desk.as("els", () -> desk.bean(FileTraining.class).file(UUID.randomUUID(), new FileTraining.Request(new FileTraining.Applicant(true, provider, "Vorming " + n,
                "KR-" + n, "Kerkstraat 12", "9000", "Gent", "info@vorming.example"), received, List.of(), List.of(new FileTraining.Asked("Nederlands " + n, TrainingTheme.NEDERLANDS,
                TrainingKind.EXTERN, "Vlot spreken", "Afspraken maken", "Lessen in groep", "Huishoudhulpen", new BigDecimal("24"), 12, "Hilde Baert", "Vijftien jaar lesgever",
                provider, "Vorming " + n, "KR-" + n, new BigDecimal("240.00"), "Nederlands", List.of(new Trainings.Session(received.plusDays(200), "Gent")), List.of()))), List.of()));
        script.day("RECEIVED", received);
        boolean whole = random.nextInt(3) > 0;
        completeness(received, whole ? complete() : Map.of("ontbreekt", List.of("LESGEVER"), "toelichting", "Wie geeft deze opleiding?"),
                on -> send("els", "UserTask_AanvullingRegistreren", Map.of("ontvangenOp", on.toString(), "ontvangen", List.of("LESGEVER"), "toelichting", "Per brief.")));
        days(4);
        if (oneIn(5)) {
            desk.does("els", () -> desk.bean(DropTraining.class).drop(dossier, "De lesgever is ziek."));
            cancelled();
            return script;
        }
        Map<String, Object> findings = new HashMap<>(Map.of("themaPast", "JA", "registratie", "GEREGISTREERD", "bevindingen", "Het programma past.", "vooruitzicht", "GUNSTIG"));
        findings.putAll(Map.of("registratieVan", today.minusYears(2).toString(), "registratieTot", today.plusYears(2).toString(), "registratieBron", "Register"));
        send("an", "UserTask_Vooronderzoek", findings);
        days(3);
        send("sofie", "UserTask_OpleidingAgenderen", agenda(today));
        script.day("SENT_TO_COMMITTEE", today);
        days(15);
        boolean negative = oneIn(3);
        send("sofie", "UserTask_OpleidingAdviesRegistreren", advice(negative ? "ONGUNSTIG" : "GUNSTIG", today));
        script.day("ADVICE_GIVEN", today);
        if (negative) {
            script.clock("PAUSED", today);
            at(today.plusDays(random.nextInt(12)));
            send("els", "UserTask_ReactieRegistreren", Map.of("ontvangenOp", today.toString(), "samenvatting", "Het hoort bij het werk."));
            script.clock("RESUMED", today);
            days(3);
            send("an", "UserTask_ReactieBeoordelen", Map.of("antwoord", "Dat overtuigt.", "vooruitzicht", "GUNSTIG"));
        }
        if (oneIn(4)) {
            at(today.plusDays(110 + random.nextInt(60)));
        }
        decided(negative ? Map.of("uitkomst", "GOEDGEKEURD", "afwijkingAdvies", "De reactie overtuigt.") : Map.of("uitkomst", "GOEDGEKEURD"));
        return script;
    }

    ScriptOfLife fine(int n, String number, LocalDate waived) {
        begin(waived.plusDays(3 + random.nextInt(20)));
        String undertaking = InventedApplications.make(n, waived, true).undertaking().enterpriseNumber();
        script = new ScriptOfLife(number, "AG", "PJ", "PAPER", undertaking);
        dossier = desk.as("fien", () -> desk.bean(RegisterFine.class).register(new RegisterFine.Report("AN.69.F1.8%05d/30".formatted(n), waived.minusDays(40), undertaking, "Poets " + n,
                List.of("I01"), "Zestig dienstencheques zonder gewerkte uren.", waived, null)));
        script.day("RECEIVED", today);
        script.day("PROSECUTION_WAIVED", waived);
        // Eight months at most: the diagram ends a later one.
        at(today.plusDays(random.nextInt(150)));
        if (oneIn(3)) {
            send("fien", "UserTask_OpportuniteitBeoordelen", Map.of("oordeel", "NIET_OPPORTUUN", "motivering", "Alles is rechtgezet."));
            script.day("NOT_OPPORTUNE", today);
            return script;
        }
        send("fien", "UserTask_OpportuniteitBeoordelen", Map.of("oordeel", "OPPORTUUN", "motivering", "De feiten zijn ernstig."));
        at(today.plusDays(20));
        String amount = (300 + random.nextInt(100)) + ".00";
        send("fien", "UserTask_BedragBepalen", Map.of("niveau", "NIVEAU_2", "werknemers", "1", "bedrag", amount, "motivering", "De feiten zijn ernstig."));
        send("fien", "UserTask_BeslissingOpstellen", Map.of("motieven", "De onderneming antwoordde niet."));
        send("joke", "UserTask_JuridischNazicht", legalCheck(true));
        script.day("DECIDED", today);
        at(today.plusDays(random.nextInt(6)));
        send("karel", "UserTask_Ondertekenen", signature());
        script.day("SIGNED", today);
        at(today.plusDays(random.nextInt(4)));
        send("els", "UserTask_ZendingRegistreren", posted(today, n));
        runsBySelf();
        script.day("FINE_IMPOSED", today, amount);
        return script;
    }

    private void begin(LocalDate day) {
        dossier = null;
        askedOn = null;
        at(day);
    }

    /** Nothing is judged of it; what happened must be the same. */
    ScriptOfLife requestToWithdraw(String number, LocalDate received) {
        begin(received);
        int n = RecognisedFixture.reserve(1);
        String undertaking = RecognisedFixture.recognise(desk.jdbc, n, "Poetsdienst " + n);
        script = new ScriptOfLife(number, "DC", "VOLUNTARY", "PAPER", undertaking);
        dossier = desk.as("els", () -> desk.bean(FileVoluntaryRequest.class).file(UUID.randomUUID(), new FileVoluntaryRequest.Request(RecognisedFixture.dossier(n), received,
                VoluntaryReason.STOPZETTING, "De zaakvoerder gaat met pensioen.", null, received.plusDays(30), "Leen Verhoeven"),
                List.of(new AttachedFile("brief.pdf", InventedApplications.proofOfDeposit("Brief").content()))));
        script.day("RECEIVED", received);
        if (oneIn(2)) {
            at(today.plusDays(random.nextInt(10)));
            desk.does("els", () -> desk.bean(DropVoluntaryRequest.class).drop(dossier, "De zaakvoerder gaat toch door."));
            cancelled();
        }
        return script;
    }

    private interface Supply {

        void came(LocalDate on);
    }

    private void completeness(LocalDate received, Map<String, Object> first, Supply supply) {
        at(received.plusDays(1 + random.nextInt(5)));
        Map<String, Object> answer = new HashMap<>(first);
        completeSince = received.plusDays(random.nextInt(2));
        if (first.containsKey("toelichting")) {
            send("an", "UserTask_VolledigheidNagaan", answer);
            script.clock("PAUSED", today);
            completeSince = today.plusDays(2 + random.nextInt(15));
            at(completeSince.plusDays(random.nextInt(3)));
            supply.came(completeSince);
            script.clock("RESUMED", completeSince);
            at(today.plusDays(random.nextInt(4)));
            answer = new HashMap<>(complete());
        }
        answer.put("datumVolledig", completeSince.toString());
        send("an", "UserTask_VolledigheidNagaan", answer);
        script.day("COMPLETE", completeSince);
    }

    private void decided(Map<String, Object> draft) {
        days(6);
        send("an", "UserTask_BeslissingOpstellen", draft);
        days(3);
        if (oneIn(8)) {
            send("joke", "UserTask_JuridischNazicht", legalCheck(false));
            days(2);
            send("an", "UserTask_BeslissingOpstellen", draft);
        }
        send("joke", "UserTask_JuridischNazicht", legalCheck(true));
        script.day("DECIDED", today);
        if (oneIn(12)) {
            return;
        }
        days(8);
        if (oneIn(8)) {
            send("karel", "UserTask_Ondertekenen", Map.of("ondertekend", "NEE", "reden", "De datum klopt niet."));
            script.not("DECIDED");
            send("an", "UserTask_BeslissingOpstellen", draft);
            days(2);
            send("joke", "UserTask_JuridischNazicht", legalCheck(true));
            script.day("DECIDED", today);
            days(3);
        }
        send("karel", "UserTask_Ondertekenen", signature());
        script.day("SIGNED", today);
    }

    /** At most so many days go by; meanwhile something is asked of the applicant, or answered. */
    private void days(int most) {
        at(today.plusDays(random.nextInt(most + 1)));
        if (askedOn == null && oneIn(6)) {
            LocalDate since = today.minusDays(random.nextInt(3));
            askedOn = since.isBefore(completeSince) ? completeSince : since;
            desk.does("an", () -> desk.bean(PauseByHand.class).pause(dossier, askedOn, new Justification<>(PauseGround.AANVULLING_AANVRAGER, "Onze brief", "Gevraagd: balans")));
            script.clock("PAUSED", askedOn);
        } else if (oneIn(2)) {
            answer();
        }
    }

    private void answer() {
        if (askedOn != null) {
            LocalDate came = today.minusDays(random.nextInt(2));
            LocalDate on = came.isBefore(askedOn) ? askedOn : came;
            desk.does("an", () -> desk.bean(PauseByHand.class).resume(dossier, on, new Justification<>(PauseGround.AANVULLING_AANVRAGER, "Brief", "Balans ontvangen")));
            script.clock("RESUMED", on);
            askedOn = null;
        }
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private void at(LocalDate day) {
        today = day;
        desk.bean(MovableClock.class).moveTo(ZonedDateTime.of(day, LocalTime.of(9, 0), MovableClock.BRUSSELS));
        if (dossier != null) {
            runsBySelf();
        }
    }

    private void send(String person, String task, Map<String, Object> fields) {
        desk.send(person, dossier, task, fields);
    }

    /** What is due in this dossier; those of other tests rest. */
    private void runsBySelf() {
        ManagementService jobs = desk.bean(ManagementService.class);
        boolean again = true;
        while (again) {
            again = false;
            for (ProcessInstance instance : desk.bean(RuntimeService.class).createProcessInstanceQuery().processInstanceBusinessKey(dossier).list()) {
                List<Job> due = jobs.createJobQuery().processInstanceId(instance.getId()).executable().orderByJobDuedate().asc().listPage(0, 1);
                if (!due.isEmpty()) {
                    jobs.executeJob(due.get(0).getId());
                    again = true;
                    break;
                }
            }
        }
    }
}
