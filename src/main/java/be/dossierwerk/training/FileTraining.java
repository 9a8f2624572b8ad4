package be.dossierwerk.training;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.AttachedFile;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registers that approval is asked for one or more trainings and starts a procedure for each (procedures.md 1.7, ADR 0013). The day of receipt is
 * the first eligible day of each training; it is sealed in its audit chain.
 */
@Service
public class FileTraining {

    /** Who asks: a recognised undertaking by its enterprise number, or an external provider, whose name, address and quality number are given too. */
    public record Applicant(boolean provider, String enterpriseNumber, String name, String qualityNumber, String street, String postalCode, String municipality,
                            String email) { }

    /**
     * {@code hours}: length of the whole training; {@code price} in euro a participant, or null; {@code provider}: who gives an external training;
     * {@code undertakings}: enterprise numbers of those that take part in this training, none when all of the file do.
     */
    public record Asked(String title, TrainingTheme theme, TrainingKind kind, String goal, String content, String method, String audience, BigDecimal hours,
                        Integer maxParticipants, String trainer, String experience, String providerNumber, String providerName, String qualityNumber,
                        BigDecimal price, String language, List<Trainings.Session> sessions, List<String> undertakings) {

        public Asked {
            sessions = List.copyOf(sessions);
            undertakings = List.copyOf(undertakings);
        }
    }

    /** {@code undertakings}: enterprise numbers of the recognised undertakings that take part, beside the applicant itself. */
    public record Request(Applicant applicant, LocalDate receivedOn, List<String> undertakings, List<Asked> trainings) { }

    static final int MOST_TRAININGS = 100;

    private final Recognitions recognitions;
    private final TrainingRules rules;
    private final Dossiers dossiers;
    private final Terms terms;
    private final Processes processes;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    FileTraining(Recognitions recognitions, TrainingRules rules, Dossiers dossiers, Terms terms, Processes processes, CurrentActor currentActor, AuditLog audit, JdbcClient jdbc,
                 Clock clock) {
        this.recognitions = recognitions;
        this.rules = rules;
        this.dossiers = dossiers;
        this.terms = terms;
        this.processes = processes;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param action made when the form opened; the same for every try
     * @return the number of the file: the group dossier, or the dossier of the one training
     * @throws Refused {@code training.request.invalid} with every wrong field; those of a training as {@code trainings[0].title}
     */
    @Transactional
    public String file(UUID action, Request request, List<AttachedFile> attachments) {
        Actor actor = currentActor.require(Roles.INTAKE, Roles.HANDLER, Roles.FUND_SECRETARIAT, ApiAccounts.ROLE);
        // A second try waits here for the first, and then finds its file.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 13))").param(action.toString()).query().singleRow();
        Optional<String> before = jdbc.sql("select number from training_file where action_id = ?").param(action).query(String.class).optional();
        if (before.isPresent()) {
            return before.get();
        }
        Map<String, Recognitions.Recognition> taking = check(request);
        Recognitions.Recognition recognition = request.applicant().provider() ? null
                : taking.get(EnterpriseNumber.parse(request.applicant().enterpriseNumber()).digits());
        boolean group = request.trainings().size() > 1;
        List<String> opened = new ArrayList<>();
        String file = null;
        if (group) {
            file = open(TrainingModel.GROUP, "GRP", request, recognition, actor);
        }
        for (Asked asked : request.trainings()) {
            String dossier = open(TrainingModel.PROCESS, "OPL", request, recognition, actor);
            if (file == null) {
                file = dossier;
            }
            if (opened.isEmpty()) {
                keepFile(file, action, request, recognition, taking);
            }
            opened.add(dossier);
            keepTraining(dossier, file, opened.size(), request, asked, actor);
            if (group) {
                dossiers.link(file, dossier, "Opleiding in dit groepsdossier");
            }
        }
        String number = file;
        attachments.forEach(each -> dossiers.attach(number, "BRIEFWISSELING", "Aanvraag tot goedkeuring van opleidingen", each.fileName(), each.content(),
                request.receivedOn()));
        if (group) {
            audit.record(AuditLog.Entry.of(file, "OPLEIDINGEN_INGEDIEND", "Dit groepsdossier bevat %d opleidingen. Elke opleiding heeft haar eigen dossier: %s."
                    .formatted(opened.size(), String.join(", ", opened))).changing(Map.of(), Map.of("eligibleFrom", request.receivedOn().toString(),
                    "trainings", opened)));
        }
        for (String dossier : opened) {
            terms.start(dossier, "T-REC-00", request.receivedOn());
            processes.start(TrainingModel.PROCESS, dossier, Map.of());
        }
        return file;
    }

    private String open(String procedure, String prefix, Request request, Recognitions.Recognition recognition, Actor actor) {
        Applicant applicant = request.applicant();
        return dossiers.open(new Dossiers.NewDossier(procedure, prefix, recognition == null ? applicant.name().strip() : recognition.name(),
                EnterpriseNumber.parse(applicant.enterpriseNumber()).digits(), recognition == null ? text(applicant.municipality()) : recognition.municipality(),
                actor.has(ApiAccounts.ROLE) ? "PORTAAL" : "PAPIER", request.receivedOn(), null,
                recognition == null ? text(applicant.email()) : recognition.email()));
    }

    private void keepFile(String file, UUID action, Request request, Recognitions.Recognition recognition, Map<String, Recognitions.Recognition> taking) {
        Applicant applicant = request.applicant();
        jdbc.sql("""
                insert into training_file (number, action_id, applicant_kind, enterprise_number, name, recognition, quality_number, street, postal_code,
                                           municipality, email) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(recognition == null
                        ? Arrays.asList(file, action, "VERSTREKKER", EnterpriseNumber.parse(applicant.enterpriseNumber()).digits(), applicant.name().strip(), null,
                                text(applicant.qualityNumber()), text(applicant.street()), text(applicant.postalCode()), text(applicant.municipality()),
                                text(applicant.email()))
                        : Arrays.asList(file, action, "ERKENDE_ONDERNEMING", recognition.enterpriseNumber(), recognition.name(), recognition.dossier(), null,
                                recognition.street(), recognition.postalCode(), recognition.municipality(), recognition.email())).update();
        taking.values().forEach(each -> jdbc.sql("insert into training_undertaking (file, enterprise_number, name, recognition) values (?, ?, ?, ?)")
                .params(file, each.enterpriseNumber(), each.name(), each.dossier()).update());
    }

    private void keepTraining(String dossier, String file, int position, Request request, Asked asked, Actor actor) {
        Map<String, Object> filed = canonical(request, asked);
        String sha256 = sha256(filed);
        jdbc.sql("""
                insert into training (dossier, file, position, title, theme, kind, goal, content, method, audience, hours, max_participants, trainer, experience,
                                      provider_number, provider_name, quality_number, price, language, eligible_from, filed_at, filed_sha256)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(dossier, file, position, asked.title().strip(), asked.theme().name(), asked.kind().name(), asked.goal().strip(),
                        asked.content().strip(), asked.method().strip(), asked.audience().strip(), asked.hours(), asked.maxParticipants(), asked.trainer().strip(),
                        asked.experience().strip(), asked.kind() == TrainingKind.EXTERN ? EnterpriseNumber.parse(asked.providerNumber()).digits() : null,
                        asked.kind() == TrainingKind.EXTERN ? asked.providerName().strip() : null, asked.kind() == TrainingKind.EXTERN ? text(asked.qualityNumber()) : null, asked.price(), asked.language().strip(), request.receivedOn(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), sha256)).update();
        asked.sessions().stream().distinct().forEach(session -> jdbc.sql("insert into training_session (training, held_on, place) values (?, ?, ?)")
                .params(dossier, session.heldOn(), session.place().strip()).update());
        partners(request, asked).forEach(each -> jdbc.sql("insert into training_partner (training, file, enterprise_number) values (?, ?, ?)")
                .params(dossier, file, each).update());
        Map<String, Object> sealed = new HashMap<>(filed);
        sealed.put("sha256", sha256);
        audit.record(AuditLog.Entry.of(dossier, "OPLEIDING_INGEDIEND",
                "%s diende de opleiding \"%s\" in op %s. Sessies vanaf die dag komen in aanmerking voor terugbetaling als de opleiding wordt goedgekeurd.".formatted(
                        actor.has(ApiAccounts.ROLE) ? dossiers.get(dossier).subject() : actor.name() + " registreerde de aanvraag: " + dossiers.get(dossier).subject(),
                        asked.title().strip(), Dates.prose(request.receivedOn()))).changing(Map.of(), sealed));
    }

    /** The undertakings that take part in one training: those that it names, or all of the file. */
    private static Set<String> partners(Request request, Asked asked) {
        Set<String> partners = new TreeSet<>();
        asked.undertakings().forEach(each -> partners.add(EnterpriseNumber.parse(each).digits()));
        if (partners.isEmpty()) {
            request.undertakings().forEach(each -> partners.add(EnterpriseNumber.parse(each).digits()));
            if (!request.applicant().provider()) {
                partners.add(EnterpriseNumber.parse(request.applicant().enterpriseNumber()).digits());
            }
        }
        return partners;
    }

    /** What was filed, always in the same order and the same words. */
    private static Map<String, Object> canonical(Request request, Asked asked) {
        Map<String, Object> filed = new LinkedHashMap<>();
        filed.put("eligibleFrom", request.receivedOn().toString());
        filed.put("applicant", EnterpriseNumber.parse(request.applicant().enterpriseNumber()).digits());
        filed.put("undertakings", List.copyOf(partners(request, asked)));
        filed.put("title", asked.title().strip());
        filed.put("theme", asked.theme().name());
        filed.put("kind", asked.kind().name());
        filed.put("hours", asked.hours().stripTrailingZeros().toPlainString());
        filed.put("maxParticipants", asked.maxParticipants());
        filed.put("goal", asked.goal().strip());
        filed.put("content", asked.content().strip());
        filed.put("method", asked.method().strip());
        filed.put("audience", asked.audience().strip());
        filed.put("trainer", asked.trainer().strip());
        filed.put("experience", asked.experience().strip());
        if (asked.kind() == TrainingKind.EXTERN) {
            filed.put("provider", EnterpriseNumber.parse(asked.providerNumber()).digits());
        }
        if (asked.price() != null) {
            filed.put("price", asked.price().toPlainString());
        }
        filed.put("sessions", asked.sessions().stream().distinct().map(session -> session.heldOn() + " " + session.place().strip()).sorted().toList());
        return filed;
    }

    private static String sha256(Map<String, Object> filed) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(filed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the recognised undertakings that take part, by enterprise number; the applicant first when it is one */
    private Map<String, Recognitions.Recognition> check(Request request) {
        List<Refused.Field> wrong = new ArrayList<>();
        Map<String, Recognitions.Recognition> taking = new LinkedHashMap<>();
        checkApplicant(request.applicant(), taking, wrong);
        new LinkedHashSet<>(request.undertakings()).forEach(each -> rules.undertaking("undertakings", each, taking, wrong));
        LocalDate received = request.receivedOn();
        if (received == null) {
            wrong.add(new Refused.Field("receivedOn", "training.field.date"));
        } else if (received.isAfter(LocalDate.now(clock))) {
            wrong.add(new Refused.Field("receivedOn", "training.field.received-future"));
        }
        if (request.trainings().isEmpty() || request.trainings().size() > MOST_TRAININGS) {
            wrong.add(new Refused.Field("trainings", "training.field.trainings", MOST_TRAININGS));
        }
        for (int i = 0; i < request.trainings().size(); i++) {
            rules.check("trainings[" + i + "].", request.trainings().get(i), taking, wrong);
        }
        if (!wrong.isEmpty()) {
            throw new Refused("training.request.invalid", wrong, wrong.size());
        }
        return taking;
    }

    private void checkApplicant(Applicant applicant, Map<String, Recognitions.Recognition> taking, List<Refused.Field> wrong) {
        if (!applicant.provider()) {
            rules.undertaking("applicant.enterpriseNumber", applicant.enterpriseNumber(), taking, wrong);
            return;
        }
        TrainingRules.valid("applicant.enterpriseNumber", applicant.enterpriseNumber(), wrong);
        TrainingRules.required("applicant.name", applicant.name(), TrainingRules.NAME_LIMIT, wrong);
        TrainingRules.required("applicant.street", applicant.street(), TrainingRules.NAME_LIMIT, wrong);
        TrainingRules.required("applicant.postalCode", applicant.postalCode(), TrainingRules.NAME_LIMIT, wrong);
        TrainingRules.required("applicant.municipality", applicant.municipality(), TrainingRules.NAME_LIMIT, wrong);
    }

    private static String text(String value) {
        return TrainingRules.text(value);
    }
}
