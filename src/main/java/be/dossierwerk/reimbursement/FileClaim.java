package be.dossierwerk.reimbursement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.recognition.Recognitions.Recognition;
import be.dossierwerk.reimbursement.Claim.Invoice;
import be.dossierwerk.reimbursement.Claim.Participant;
import be.dossierwerk.reimbursement.Claim.Session;
import be.dossierwerk.reimbursement.Claim.Training;
import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Iban;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers a claim with its sessions, attendance and invoices, takes the hours of the participants, and starts the procedure (procedures.md 1.9). */
@Service
public class FileClaim {

    /** {@code training}: its code; the rest as in {@link Session}. */
    public record Lesson(String training, LocalDate date, LocalTime start, LocalTime end, TrainerKind trainer, BigDecimal trainerHours, List<Participant> participants,
                         Invoice invoice) { }

    /** {@code recognition}: the dossier that granted it; {@code fundedElsewhere}: another fund pays the same hours; {@code declaredBy}: who signed that it is true. */
    public record Request(String recognition, LocalDate receivedOn, String beneficiary, String iban, boolean fundedElsewhere, String declaredBy, List<Lesson> lessons) { }

    public enum ProofKind { AANWEZIGHEIDSLIJST, FACTUUR, TEWERKSTELLING }

    public record Proof(ProofKind kind, String fileName, byte[] content) { }

    private record Checked(Recognition recognition, Claim draft, List<Refused.Field> wrong) { }

    private static final Map<ProofKind, String> TITLES = Map.of(ProofKind.AANWEZIGHEIDSLIJST, "Aanwezigheidslijst", ProofKind.FACTUUR, "Factuur van de opleiding",
            ProofKind.TEWERKSTELLING, "Bewijs van tewerkstelling");
    private static final int NAME_LIMIT = 70;
    /** Longer than any term to submit: whoever claims too late gets a decision with the reason, not an error. */
    private static final BigDecimal NO_LIMIT = new BigDecimal("36600");

    private final ReimbursementClaims claims;
    private final ReimbursementParameters parameters;
    private final Sessions sessions;
    private final ApprovedTrainings trainings;
    private final Recognitions recognitions;
    private final Dossiers dossiers;
    private final Terms terms;
    private final Processes processes;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    FileClaim(ReimbursementClaims claims, ReimbursementParameters parameters, Sessions sessions, ApprovedTrainings trainings, Recognitions recognitions,
              Dossiers dossiers, Terms terms, Processes processes, CurrentActor currentActor, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.claims = claims;
        this.parameters = parameters;
        this.sessions = sessions;
        this.trainings = trainings;
        this.recognitions = recognitions;
        this.dossiers = dossiers;
        this.terms = terms;
        this.processes = processes;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Everything or nothing. An amount that nobody recorded yet does not hold it up: the procedure asks a person.
     * @param action made when the form opened; the same for every try
     * @return the dossier number
     * @throws Refused reimbursement.claim-wrong and reimbursement.taken with every wrong field, named as in {@link ClaimCheck},
     *         and recognition, receivedOn, beneficiary, iban, declaredBy, proofs
     */
    @Transactional
    public String file(UUID action, Request request, List<Proof> proofs) {
        var actor = currentActor.require(Roles.INTAKE, Roles.HANDLER, Roles.FUND_SECRETARIAT, ApiAccounts.ROLE);
        // A second try waits here for the first, and then finds its dossier.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 32))").param(action.toString()).query().singleRow();
        Optional<String> before = claims.byAction(action);
        if (before.isPresent()) {
            return before.get();
        }
        Checked checked = check(request, proofs);
        if (!checked.wrong().isEmpty()) {
            throw new Refused("reimbursement.claim-wrong", checked.wrong(), checked.wrong().size());
        }
        Recognition recognition = checked.recognition();
        Claim draft = checked.draft();
        claims.lockBudget(draft.enterpriseNumber(), draft.year());
        String dossier = dossiers.open(new Dossiers.NewDossier(ReimbursementModel.PROCESS, "OFT", recognition.name(), recognition.enterpriseNumber(),
                recognition.municipality(), actor.has(ApiAccounts.ROLE) ? "PORTAAL" : "PAPIER", request.receivedOn(), null, recognition.email()));
        Claim claim = claim(dossier, request, recognition, trainings);
        sessions.take(claim, actor);
        claims.add(dossier, action, request, recognition.dossier(), claim, actor.id());
        for (Proof proof : proofs) {
            claims.proof(dossier, dossiers.attach(dossier, "BRIEFWISSELING", TITLES.get(proof.kind()), proof.fileName(), proof.content(), request.receivedOn()), proof.kind().name());
        }
        int people = claim.sessions().stream().mapToInt(session -> session.participants().size()).sum();
        audit.record(AuditLog.Entry.of(dossier, "TERUGBETALING_GEVRAAGD", "%s vraagt de terugbetaling van %s, samen %s. %s verklaarde dat geen ander fonds die uren betaalt.".formatted(
                actor.has(ApiAccounts.ROLE) ? recognition.name() : actor.name() + " registreerde dat " + recognition.name(),
                claim.sessions().size() == 1 ? "1 les" : claim.sessions().size() + " lessen", people == 1 ? "1 deelname" : people + " deelnames", request.declaredBy().strip())));
        dossiers.link(dossier, recognition.dossier(), "Terugbetaling van opleidingen");
        terms.start(dossier, "T-REC-00", request.receivedOn());
        terms.start(dossier, ReimbursementModel.PAYMENT_TERM, request.receivedOn());
        processes.start(ReimbursementModel.PROCESS, dossier, ReimbursementModel.REOPENED.with(false));
        return dossier;
    }

    /** What {@link #file} would refuse, without filing; which hours another claim has, only filing tells. Empty when nothing is wrong. */
    @Transactional(readOnly = true)
    public List<Refused.Field> wrong(Request request, List<Proof> proofs) {
        return check(request, proofs).wrong();
    }

    /** The number is not known before the dossier is open; what is wrong must be known before that. */
    private Checked check(Request request, List<Proof> proofs) {
        List<Refused.Field> wrong = new ArrayList<>();
        Recognition recognition = checkHead(request, proofs, wrong);
        List<Refused.Field> incomplete = incomplete(request.lessons());
        wrong.addAll(incomplete);
        if (recognition == null || request.receivedOn() == null || !incomplete.isEmpty()) {
            return new Checked(recognition, null, wrong);
        }
        Claim draft = claim("", request, recognition, trainings);
        wrong.addAll(ClaimCheck.of(draft, withoutLimit(parameters.amounts()), parameters::vatRates));
        wrong.addAll(trainers(draft));
        return new Checked(recognition, draft, wrong);
    }

    private Recognition checkHead(Request request, List<Proof> proofs, List<Refused.Field> wrong) {
        Recognition recognition = null;
        if (blank(request.recognition())) {
            wrong.add(new Refused.Field("recognition", "reimbursement.field.recognition"));
        } else {
            recognition = recognitions.of(request.recognition());
        }
        if (request.receivedOn() == null) {
            wrong.add(new Refused.Field("receivedOn", "reimbursement.field.received"));
        } else if (request.receivedOn().isAfter(LocalDate.now(clock))) {
            wrong.add(new Refused.Field("receivedOn", "reimbursement.field.received-future"));
        }
        if (blank(request.beneficiary()) || request.beneficiary().strip().length() > NAME_LIMIT) {
            wrong.add(new Refused.Field("beneficiary", "reimbursement.field.beneficiary", NAME_LIMIT));
        }
        if (!Iban.isValid(request.iban())) {
            wrong.add(new Refused.Field("iban", "reimbursement.field.iban"));
        }
        if (blank(request.declaredBy())) {
            wrong.add(new Refused.Field("declaredBy", "reimbursement.field.declared-by"));
        }
        Set<ProofKind> given = new HashSet<>();
        proofs.forEach(proof -> given.add(proof.kind()));
        if (!given.contains(ProofKind.AANWEZIGHEIDSLIJST)) {
            wrong.add(new Refused.Field("proofs", "reimbursement.field.attendance-list"));
        }
        if (!given.contains(ProofKind.FACTUUR) && request.lessons().stream().anyMatch(lesson -> lesson.invoice() != null)) {
            wrong.add(new Refused.Field("proofs", "reimbursement.field.invoice-file"));
        }
        return recognition;
    }

    /** What is not there at all; with that the claim cannot even be checked. */
    private static List<Refused.Field> incomplete(List<Lesson> lessons) {
        List<Refused.Field> wrong = new ArrayList<>();
        for (int i = 0; i < lessons.size(); i++) {
            Lesson lesson = lessons.get(i);
            String at = "sessions[" + i + "].";
            Map<String, Object> needed = new LinkedHashMap<>();
            needed.put("training", blank(lesson.training()) ? null : lesson.training());
            needed.put("date", lesson.date());
            needed.put("start", lesson.start());
            needed.put("end", lesson.end());
            needed.put("trainer", lesson.trainer());
            needed.forEach((name, value) -> {
                if (value == null) {
                    wrong.add(new Refused.Field(at + name, "reimbursement.field.needed"));
                }
            });
        }
        return wrong;
    }

    private static Claim claim(String dossier, Request request, Recognition recognition, ApprovedTrainings trainings) {
        List<Session> sessions = request.lessons().stream().map(lesson -> new Session(trainings.on(lesson.training().strip(), lesson.date())
                .orElseGet(() -> new Training(lesson.training().strip(), lesson.training().strip(), guess(lesson), null, null)),
                lesson.date(), lesson.start(), lesson.end(), lesson.trainer(), lesson.trainerHours(), lesson.participants(), lesson.invoice())).toList();
        int year = sessions.isEmpty() ? request.receivedOn().getYear() : sessions.get(0).date().getYear();
        return new Claim(dossier, recognition.enterpriseNumber(), recognition.recognisedOn(), recognition.endedOn() == null ? null : recognition.endedOn().minusDays(1),
                year, request.receivedOn(), request.fundedElsewhere(), sessions);
    }

    /** Of a training that nobody approved: so that only that is said, and nothing about its invoice. */
    private static TrainingType guess(Lesson lesson) {
        return lesson.invoice() != null ? TrainingType.EXTERN : TrainingType.INTERN;
    }

    private static List<Refused.Field> trainers(Claim claim) {
        List<Refused.Field> wrong = new ArrayList<>();
        for (int i = 0; i < claim.sessions().size(); i++) {
            Session session = claim.sessions().get(i);
            TrainerKind refused = switch (session.training().type()) {
                case INTERN -> TrainerKind.EXTERN;
                case EXTERN -> TrainerKind.EIGEN;
                case TERREIN -> null;
            };
            if (session.training().eligibleFrom() != null && session.trainer() == refused) {
                wrong.add(new Refused.Field("sessions[" + i + "].trainer", "reimbursement.trainer", session.training().title()));
            }
        }
        return wrong;
    }

    static Function<LocalDate, Map<ReimbursementParameter, BigDecimal>> withoutLimit(Function<LocalDate, Map<ReimbursementParameter, BigDecimal>> amounts) {
        return day -> {
            Map<ReimbursementParameter, BigDecimal> known = new HashMap<>(amounts.apply(day));
            known.put(ReimbursementParameter.INDIENEN_DAGEN, NO_LIMIT);
            return known;
        };
    }

    private static boolean blank(String typed) {
        return typed == null || typed.isBlank();
    }
}
