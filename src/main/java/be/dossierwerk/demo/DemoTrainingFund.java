package be.dossierwerk.demo;

import be.dossierwerk.demo.Life.Step;
import be.dossierwerk.parameter.DatedParameter;
import be.dossierwerk.parameter.ParameterKind;
import be.dossierwerk.parameter.RecordParameter;
import be.dossierwerk.payment.CheckRun;
import be.dossierwerk.payment.PrepareRun;
import be.dossierwerk.payment.ReadBankFile;
import be.dossierwerk.payment.ReleaseRun;
import be.dossierwerk.payment.SendRun;
import be.dossierwerk.recognition.Recognitions.Recognition;
import be.dossierwerk.reimbursement.Claim;
import be.dossierwerk.reimbursement.FileClaim;
import be.dossierwerk.reimbursement.ReimbursementParameter;
import be.dossierwerk.reimbursement.TrainerKind;
import be.dossierwerk.training.FileTraining;
import be.dossierwerk.training.Training;
import be.dossierwerk.training.TrainingKind;
import be.dossierwerk.training.TrainingTheme;
import be.dossierwerk.training.Trainings;
import be.dossierwerk.trainingbudget.BudgetParameter;
import be.dossierwerk.trainingbudget.StartBudgetYear;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The training fund of the demo: the budget of this year, two approved trainings, a group file of which each training stands elsewhere, and claims:
 * one was paid, one is refused because a newcomer has no budget yet, one is to be checked.
 */
@Component
class DemoTrainingFund implements DemoPart {

    private static final String ERGONOMICS = "Ergonomisch tillen en bukken";
    private static final String EXAMPLE = "Voorbeeldgegevens; het echte bedrag staat in de begroting of een besluit.";
    private static final String PROVIDER = InventedApplications.enterpriseNumber(900);
    /** By the number of their application: of the group file, and those that claim. */
    private static final int GROUP = 16;
    private static final int CLAIMS_PAID = 11;
    private static final int CLAIMS_WITHOUT_BUDGET = 15;

    private final DemoSteps steps;
    private final DemoBank bank;
    private final FileTraining fileTraining;
    private final Trainings trainings;
    private final RecordParameter recordParameter;
    private final StartBudgetYear startBudgetYear;
    private final FileClaim fileClaim;
    private final PrepareRun prepareRun;
    private final CheckRun checkRun;
    private final ReleaseRun releaseRun;
    private final SendRun sendRun;
    private final ReadBankFile readBankFile;
    private String ergonomics;

    DemoTrainingFund(DemoSteps steps, DemoBank bank, FileTraining fileTraining, Trainings trainings, RecordParameter recordParameter,
                     StartBudgetYear startBudgetYear, FileClaim fileClaim, PrepareRun prepareRun,
                     CheckRun checkRun, ReleaseRun releaseRun, SendRun sendRun, ReadBankFile readBankFile) {
        this.steps = steps;
        this.bank = bank;
        this.fileTraining = fileTraining;
        this.trainings = trainings;
        this.recordParameter = recordParameter;
        this.startBudgetYear = startBudgetYear;
        this.fileClaim = fileClaim;
        this.prepareRun = prepareRun;
        this.checkRun = checkRun;
        this.releaseRun = releaseRun;
        this.sendRun = sendRun;
        this.readBankFile = readBankFile;
    }

    /** The last year whose January is over, so that its figures are known. */
    static int budgetYear(LocalDate today) {
        return today.minusDays(25).getYear();
    }

    @Override
    public List<Life> lives(LocalDate today) {
        LocalDate january = Life.workday(LocalDate.of(budgetYear(today), 1, 11));
        List<Life> lives = new ArrayList<>(List.of(budget(january), approved(today), given(today), group(today)));
        lives.addAll(claims(today));
        return lives;
    }

    private Life budget(LocalDate day) {
        return Life.of(120, day, first -> {
            record(Map.of(BudgetParameter.TOTAAL, "60000.00", BudgetParameter.RESERVE, "12000.00"), first.withDayOfYear(1), first.withMonth(12).withDayOfMonth(31));
            return Optional.of(steps.as("tom", () -> startBudgetYear.start(first.getYear())));
        }, steps.task(0, "tom", "UserTask_VerdelingVoorstellen", Map::of),
                steps.task(2, "nele", "UserTask_VerdelingNazien", () -> Map.of("akkoord", "JA", "vastleggingsnummer", "VL-%d-0117".formatted(day.getYear()))));
    }

    /** An undertaking that teaches its own people. */
    private Life approved(LocalDate today) {
        return new Life(121, Life.workdayBefore(today.minusDays(125)), day -> steps.recognised(CLAIMS_PAID).map(recognition -> {
            ergonomics = file(recognition, day, List.of(), training(ERGONOMICS, TrainingTheme.ERGONOMIE, day.plusDays(60)));
            return ergonomics;
        }), Stream.concat(examined("NIET_NODIG").stream(), Stream.concat(advised("GUNSTIG").stream(), steps.decision(3, Map.of("uitkomst", "GOEDGEKEURD"), false, 821).stream()))
                .toList());
    }

    /** By a provider outside; its registration was found. */
    private Life given(LocalDate today) {
        List<Step> course = new ArrayList<>();
        course.add(complete());
        course.add(steps.task(3, "an", "UserTask_Vooronderzoek", () -> {
            Map<String, Object> findings = findings("GEREGISTREERD");
            findings.put("registratieVan", steps.today().minusYears(2).toString());
            findings.put("registratieTot", steps.today().plusYears(2).toString());
            findings.put("registratieBron", "Register van het departement");
            return findings;
        }));
        course.addAll(advised("GUNSTIG"));
        course.addAll(steps.decision(4, Map.of("uitkomst", "GOEDGEKEURD"), false, 822));
        return new Life(122, Life.workdayBefore(today.minusDays(100)), day -> Optional.of(steps.as("els", () -> fileTraining.file(UUID.randomUUID(),
                new FileTraining.Request(new FileTraining.Applicant(true, PROVIDER, "Vorming Thuis vzw", "KR-20411", "Kerkstraat 12", "9000", "Gent",
                        "info@vormingthuis.example"), day, List.of(), List.of(new FileTraining.Asked("Nederlands op de werkvloer", TrainingTheme.NEDERLANDS, TrainingKind.EXTERN,
                        "Vlot spreken met klanten", "Afspraken maken, producten en toestellen benoemen", "Lessen in groep van twaalf", "Huishoudhulpen die Nederlands leren",
                        new BigDecimal("24"), 12, "Hilde Baert", "Vijftien jaar lesgever Nederlands", PROVIDER, "Vorming Thuis vzw", "KR-20411", new BigDecimal("240.00"),
                        "Nederlands", List.of(new Trainings.Session(day.plusDays(90), "Gent")), List.of()))), List.of()))), course);
    }

    /** Four trainings: one is approved, one waits for the signature, on a negative advice came a reaction, of one something is missing. */
    private Life group(LocalDate today) {
        List<Step> course = new ArrayList<>();
        course.add(Step.after(2, group -> {
            for (int i = 0; i < 3; i++) {
                steps.send("an", part(group, i), "UserTask_VolledigheidNagaan", TypedForms.complete());
            }
            steps.send("an", part(group, 3), "UserTask_VolledigheidNagaan", Map.of("ontbreekt", List.of("LESGEVER"), "toelichting", "Wie geeft deze opleiding, en welke ervaring heeft die?"));
        }));
        course.add(Step.after(3, group -> {
            for (int i = 0; i < 3; i++) {
                steps.send("an", part(group, i), "UserTask_Vooronderzoek", findings("NIET_NODIG"));
            }
        }));
        course.add(Step.after(1, group -> steps.send("sofie", part(group, 0), "UserTask_OpleidingAgenderen", TypedForms.agenda(DemoDossiers.session(steps.today().plusDays(2))))));
        course.add(new Step(last -> DemoDossiers.session(last.plusDays(2)), group -> {
            for (int i = 0; i < 3; i++) {
                steps.send("sofie", part(group, i), "UserTask_OpleidingAdviesRegistreren", TypedForms.advice(i == 2 ? "ONGUNSTIG" : "GUNSTIG", steps.today()));
            }
        }));
        course.add(Step.after(4, group -> steps.send("els", part(group, 2), "UserTask_ReactieRegistreren", Map.of("ontvangenOp", steps.today().toString(),
                "samenvatting", "Wie bloemen schikt, let op netheid. Dat hoort volgens ons bij het werk."))));
        List<Step> decided = steps.decision(1, Map.of("uitkomst", "GOEDGEKEURD"), false, 823);
        decided.forEach(step -> course.add(new Step(step.when(), group -> step.act().accept(part(group, 0)))));
        course.add(Step.after(0, group -> steps.send("an", part(group, 1), "UserTask_BeslissingOpstellen", Map.of("uitkomst", "GOEDGEKEURD"))));
        course.add(Step.after(1, group -> steps.send("joke", part(group, 1), "UserTask_JuridischNazicht", TypedForms.legalCheck(true))));
        return new Life(123, Life.workdayBefore(today.minusDays(42)), day -> steps.recognised(GROUP).map(recognition -> file(recognition, day,
                Stream.of(CLAIMS_PAID, CLAIMS_WITHOUT_BUDGET).flatMap(n -> steps.recognised(n).stream()).map(Recognition::enterpriseNumber).toList(),
                training("Omgaan met ontevreden klanten", TrainingTheme.KLANTEN, day.plusDays(50)), training("Veilig werken met schoonmaakproducten",
                        TrainingTheme.VEILIGHEID_HYGIENE, day.plusDays(55)), training("Bloemschikken voor de klant", TrainingTheme.ANDER, day.plusDays(60)),
                training("Eerste hulp bij huishoudelijke ongevallen", TrainingTheme.EHBO, day.plusDays(64)))), course);
    }

    private List<Life> claims(LocalDate today) {
        Life paid = new Life(125, Life.workdayBefore(today.minusDays(45)), day -> claim(CLAIMS_PAID, day, day.minusDays(18), 1), Stream.concat(reviewed().stream(), Stream.of(
                Step.after(2, dossier -> pay()))).toList());
        Life refused = new Life(126, Life.workdayBefore(today.minusDays(20)), day -> claim(CLAIMS_WITHOUT_BUDGET, day, day.minusDays(9), 5), reviewed());
        Life toCheck = Life.of(127, Life.workdayBefore(today.minusDays(2)), day -> claim(CLAIMS_PAID, day, day.minusDays(12), 9));
        return List.of(paid, refused, toCheck);
    }

    private List<Step> reviewed() {
        List<Step> course = new ArrayList<>();
        course.add(steps.task(3, "bram", "UserTask_AanvraagControleren", () -> Map.of("keuze", "ALLES", "opmerking", "De aanwezigheidslijst is getekend en klopt met de uren.")));
        course.addAll(steps.decision(1, Map.of(), false, 825));
        return course;
    }

    /** Three persons and the bank. */
    private void pay() {
        String run = steps.as("nele", () -> prepareRun.prepare(steps.today(), List.of()));
        as("tom", () -> checkRun.check(run, true, null));
        as("lieve", () -> releaseRun.release(run));
        as("nele", () -> sendRun.send(run));
        as("nele", () -> readBankFile.read("rekeninguittreksel-%s.xml".formatted(run), bank.statement(run)));
    }

    private Optional<String> claim(int n, LocalDate day, LocalDate lesson, int firstPerson) {
        if (ergonomics == null || trainings.find(ergonomics).filter(training -> training.approvedOn() != null).isEmpty()) {
            return Optional.empty();
        }
        record(Map.of(ReimbursementParameter.LESGEVER_INTERN, "40", ReimbursementParameter.LESGEVER_TERREIN_EXTERN, "40", ReimbursementParameter.FACTUUR_MAXIMUM, "1500",
                ReimbursementParameter.FACTUUR_BTW_TELT_MEE, "0", ReimbursementParameter.INDIENEN_DAGEN, "180"), LocalDate.of(day.getYear() - 1, 1, 1), null);
        List<Claim.Participant> people = new ArrayList<>();
        for (int i = firstPerson; i < firstPerson + 4; i++) {
            people.add(new Claim.Participant(InventedApplications.nationalNumber(i), new BigDecimal("3.5"), LocalDate.of(2020, 1, 1).plusMonths(i), null));
        }
        return steps.recognised(n).map(recognition -> steps.as("els", () -> fileClaim.file(UUID.randomUUID(), new FileClaim.Request(recognition.dossier(), day,
                recognition.name(), "BE71096123456769", false, "Leen Verhoeven", List.of(new FileClaim.Lesson(ergonomics, lesson, LocalTime.of(9, 0), LocalTime.of(12, 30),
                TrainerKind.EIGEN, new BigDecimal("3.5"), people, null))), List.of(new FileClaim.Proof(FileClaim.ProofKind.AANWEZIGHEIDSLIJST, "aanwezigheidslijst.pdf",
                InventedApplications.attendance(recognition.name(), ERGONOMICS, lesson))))));
    }

    private void record(Map<? extends ParameterKind, String> amounts, LocalDate from, LocalDate to) {
        as("nele", () -> amounts.forEach((kind, amount) -> recordParameter.record(new DatedParameter<>(kind, new BigDecimal(amount), from, to, EXAMPLE))));
    }

    private String file(Recognition recognition, LocalDate day, List<String> others, FileTraining.Asked... asked) {
        return steps.as("els", () -> fileTraining.file(UUID.randomUUID(), new FileTraining.Request(new FileTraining.Applicant(false, recognition.enterpriseNumber(), null, null,
                null, null, null, null), day, others, List.of(asked)), List.of()));
    }

    private static FileTraining.Asked training(String title, TrainingTheme theme, LocalDate session) {
        return new FileTraining.Asked(title, theme, TrainingKind.INTERN, "Minder klachten en beter werk", "Theorie in de voormiddag, oefenen in de namiddag",
                "Oefenen in kleine groepen", "Huishoudhulpen", new BigDecimal("7"), 12, "Greet Maes", "Tien jaar ergotherapeut", null, null, null, null, "Nederlands",
                List.of(new Trainings.Session(Life.workday(session), "Zaal van de onderneming")), List.of());
    }

    private Step complete() {
        return steps.task(2, "an", "UserTask_VolledigheidNagaan", TypedForms::complete);
    }

    private List<Step> examined(String registration) {
        return List.of(complete(), steps.task(3, "an", "UserTask_Vooronderzoek", () -> findings(registration)));
    }

    private static Map<String, Object> findings(String registration) {
        return new HashMap<>(Map.of("themaPast", "JA", "registratie", registration, "bevindingen", "Het programma past bij het werk van een huishoudhulp.", "vooruitzicht", "GUNSTIG"));
    }

    private List<Step> advised(String advice) {
        return List.of(steps.task(2, "sofie", "UserTask_OpleidingAgenderen", () -> TypedForms.agenda(DemoDossiers.session(steps.today().plusDays(2)))),
                new Step(last -> DemoDossiers.session(last.plusDays(2)), dossier -> steps.send("sofie", dossier, "UserTask_OpleidingAdviesRegistreren",
                        TypedForms.advice(advice, steps.today()))));
    }

    private String part(String group, int position) {
        return trainings.ofFile(group).stream().map(Training::dossier).skip(position).findFirst().orElseThrow();
    }

    private void as(String person, Runnable act) {
        steps.as(person, (Supplier<Void>) () -> {
            act.run();
            return null;
        });
    }
}
