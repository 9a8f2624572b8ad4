package be.dossierwerk.infringement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.AttachedFile;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.withdrawal.ConvertedToInfringement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens an infringement file from a report, or adds the report to the file that is open; the same reference twice is one report (procedures.md 1.4). */
@Service
public class ReceiveInspectionReport {

    /** {@code first}: this call recorded the report; otherwise an earlier one with the same reference did. */
    public record Receipt(String dossier, boolean first) { }

    private static final Set<String> ORIGINS = Set.of("VSI", "KLACHT", "RISICOSIGNAAL");
    private static final int REFERENCE_LIMIT = 100;
    private static final int TEXT_LIMIT = 20_000;

    private final CurrentActor currentActor;
    private final Recognitions recognitions;
    private final Additions additions;
    private final Dossiers dossiers;
    private final Terms terms;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReceiveInspectionReport(CurrentActor currentActor, Recognitions recognitions, Additions additions, Dossiers dossiers, Terms terms, Processes processes, AuditLog audit,
                            JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.recognitions = recognitions;
        this.additions = additions;
        this.dossiers = dossiers;
        this.terms = terms;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @throws Refused infringement.report.invalid with every wrong field, infringement.report.unknown-undertaking, infringement.report.open when a file
     *         is open and the report is not to be added to it, or infringement.report.other-content
     */
    @Transactional
    public Receipt receive(InspectionReport report) {
        currentActor.require(Roles.INSPECTOR, Roles.HANDLER, Roles.TEAM_LEAD, ApiAccounts.ROLE);
        List<Refused.Field> wrong = wrong(report);
        if (!wrong.isEmpty()) {
            throw new Refused("infringement.report.invalid", wrong, wrong.size());
        }
        return keep(report);
    }

    /** Goes on with an ex officio file that became an infringement file; asks no role: the procedure does it. The day is the day of the conversion. */
    @Transactional
    Receipt takeOver(ConvertedToInfringement converted) {
        Receipt receipt = keep(new InspectionReport(converted.dossier(), "INTREKKING", converted.enterpriseNumber(), LocalDate.now(clock),
                converted.reason() == null ? "Omgezet uit dossier " + converted.dossier() + "." : converted.reason(),
                List.of(), List.of(), true));
        if (receipt.first()) {
            dossiers.link(converted.dossier(), receipt.dossier(), "Gaat verder als inbreukdossier");
        }
        return receipt;
    }

    private Receipt keep(InspectionReport report) {
        String reference = report.reference().strip();
        String number = EnterpriseNumber.parse(report.enterpriseNumber()).digits();
        additions.lockUndertaking(number);
        record Known(String dossier, String fingerprint) { }
        Optional<Known> known = jdbc.sql("select dossier, fingerprint from infringement_report where reference = ?").param(reference).query(Known.class).optional();
        String fingerprint = fingerprint(report);
        if (known.isPresent()) {
            if (!known.get().fingerprint.equals(fingerprint)) {
                throw new Refused("infringement.report.other-content", reference, known.get().dossier);
            }
            return new Receipt(known.get().dossier, false);
        }
        Optional<String> open = jdbc.sql("select dossier from infringement_case where enterprise_number = ? and outcome is null").param(number).query(String.class).optional();
        if (open.isPresent() && !report.addToOpen()) {
            throw refused("enterpriseNumber", "infringement.report.open", open.get());
        }
        String dossier = open.orElseGet(() -> openFile(report, number));
        record(report, reference, dossier, fingerprint);
        if (open.isPresent() && additions.closed(dossier)) {
            additions.handled(dossier, additions.open(dossier), "NIEUW_DOSSIER", "NIEUW_DOSSIER");
            audit.record(AuditLog.Entry.of(dossier, "VERSLAG_VOOR_NIEUW_DOSSIER", "%s voegde het verslag %s van %s toe. De nota voor de commissie is al aan de beurt: het verslag gaat verder in een nieuw dossier, na dit dossier."
                    .formatted(currentActor.get().name(), reference, Dates.prose(report.dated()))));
        } else if (open.isPresent()) {
            audit.record(AuditLog.Entry.of(dossier, "VERSLAG_TOEGEVOEGD", "%s voegde het verslag %s van %s toe; de beslissingstermijn begint opnieuw.".formatted(
                    currentActor.get().name(), reference, Dates.prose(report.dated()))));
            terms.stop(dossier, InfringementModel.DECISION_TERM, LocalDate.now(clock));
            terms.start(dossier, InfringementModel.DECISION_TERM, LocalDate.now(clock));
        } else {
            begin(dossier);
        }
        return new Receipt(dossier, true);
    }

    /**
     * A file ended: what was left for a file of its own, or joined too late to be judged, goes on in a new one, unless the recognition ends.
     * Asks no role: the procedure does it.
     */
    @Transactional
    void carryOn(String dossier, boolean recognitionEnds) {
        List<Additions.Report> left = additions.left(dossier);
        if (left.isEmpty()) {
            return;
        }
        var own = dossiers.get(dossier);
        String named = left.stream().map(Additions.Report::reference).collect(Collectors.joining(", "));
        Optional<Recognitions.Recognition> recognition = recognitionEnds ? Optional.empty() : recognitions.active(own.enterpriseNumber());
        if (recognition.isEmpty()) {
            additions.handled(dossier, left, "ZONDER_VOORWERP", "ZONDER_VOORWERP");
            audit.record(AuditLog.Entry.of(dossier, "VERSLAG_ZONDER_VOORWERP", "Het verslag %s leidt niet tot een nieuw dossier: de erkenning eindigt.".formatted(named)));
            return;
        }
        String next = openFile(recognition.get(), own.source(), left.stream().map(Additions.Report::facts).collect(Collectors.joining("\n\n")));
        jdbc.sql("""
                insert into infringement (id, dossier, code, facts, from_on, until_on, vouchers, amount, report, document, state)
                select gen_random_uuid(), ?, code, facts, from_on, until_on, vouchers, amount, report, document, 'GEMELD' from infringement
                where dossier = ? and report = any(?) order by position""").params(next, dossier, Additions.references(left)).update();
        additions.handled(dossier, left, "NIEUW_DOSSIER", "NIEUW_DOSSIER");
        if (own.handler() != null) {
            dossiers.handler(next, own.handler(), own.handlerName());
        }
        dossiers.link(dossier, next, "Gaat verder als nieuw inbreukdossier");
        audit.record(AuditLog.Entry.of(dossier, "NIEUW_INBREUKDOSSIER", "Het verslag %s gaat verder in dossier %s.".formatted(named, next)));
        begin(next);
    }

    private void begin(String dossier) {
        terms.start(dossier, InfringementModel.DECISION_TERM, LocalDate.now(clock));
        processes.start(InfringementModel.PROCESS, dossier, Map.of());
    }

    private String openFile(InspectionReport report, String number) {
        Recognitions.Recognition recognition = recognitions.active(number)
                .orElseThrow(() -> refused("enterpriseNumber", "infringement.report.unknown-undertaking", report.enterpriseNumber().strip()));
        return openFile(recognition, Set.of("RISICOSIGNAAL", "INTREKKING").contains(report.origin()) ? "AMBTSHALVE" : report.origin(), report.facts().strip());
    }

    private String openFile(Recognitions.Recognition recognition, String source, String facts) {
        String dossier = dossiers.open(new Dossiers.NewDossier(InfringementModel.PROCESS, "INB", recognition.name(), recognition.enterpriseNumber(),
                recognition.municipality(), source, LocalDate.now(clock), null, recognition.email()));
        jdbc.sql("insert into infringement_case (dossier, recognition, enterprise_number, facts) values (?, ?, ?, ?)")
                .params(dossier, recognition.dossier(), recognition.enterpriseNumber(), facts).update();
        return dossier;
    }

    private void record(InspectionReport report, String reference, String dossier, String fingerprint) {
        jdbc.sql("insert into infringement_report (reference, dossier, origin, dated, received_on, facts, fingerprint, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(reference, dossier, report.origin(), report.dated(), LocalDate.now(clock), report.facts().strip(), fingerprint, OffsetDateTime.now(clock)).update();
        UUID evidence = null;
        for (AttachedFile attachment : report.attachments()) {
            UUID document = dossiers.attach(dossier, "VERSLAG", "Verslag " + reference, attachment.fileName(), attachment.content(), report.dated());
            evidence = evidence == null ? document : evidence;
        }
        for (InspectionReport.Reported each : report.infringements()) {
            jdbc.sql("""
                    insert into infringement (id, dossier, code, facts, from_on, until_on, vouchers, amount, report, document, state)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'GEMELD')""")
                    .params(Arrays.asList(UUID.randomUUID(), dossier, each.code(), each.facts() == null ? report.facts().strip() : each.facts().strip(), each.from(),
                            each.until(), each.vouchers(), each.amount(), reference, evidence)).update();
        }
    }

    /** Everything that is wrong with the report by itself, by its JSON path. */
    @Transactional(readOnly = true)
    public List<Refused.Field> wrong(InspectionReport report) {
        List<Refused.Field> wrong = new ArrayList<>();
        if (blank(report.reference()) || report.reference().strip().length() > REFERENCE_LIMIT) {
            wrong.add(new Refused.Field("reference", "infringement.report.reference", REFERENCE_LIMIT));
        }
        if (report.origin() == null || !ORIGINS.contains(report.origin())) {
            wrong.add(new Refused.Field("origin", "infringement.report.origin"));
        }
        if (!EnterpriseNumber.isValid(report.enterpriseNumber())) {
            wrong.add(new Refused.Field("enterpriseNumber", "infringement.report.number"));
        }
        if (report.dated() == null || report.dated().isAfter(LocalDate.now(clock))) {
            wrong.add(new Refused.Field("dated", "infringement.report.dated"));
        }
        if (blank(report.facts()) || report.facts().length() > TEXT_LIMIT) {
            wrong.add(new Refused.Field("facts", "infringement.report.facts", TEXT_LIMIT));
        }
        Set<String> kinds = new HashSet<>(jdbc.sql("select code from infringement_kind where valid_to is null").query(String.class).list());
        for (int i = 0; i < report.infringements().size(); i++) {
            InspectionReport.Reported each = report.infringements().get(i);
            if (each == null || each.code() == null || !kinds.contains(each.code())) {
                wrong.add(new Refused.Field("infringements[%d].code".formatted(i), "infringement.report.code"));
                continue;
            }
            if (each.vouchers() != null && each.vouchers() < 0 || each.amount() != null && (each.amount().signum() < 0 || each.amount().scale() > 2)) {
                wrong.add(new Refused.Field("infringements[%d].amount".formatted(i), "infringement.report.amount"));
            }
            if (each.from() != null && each.until() != null && each.until().isBefore(each.from())) {
                wrong.add(new Refused.Field("infringements[%d].until".formatted(i), "infringement.report.period"));
            }
        }
        return wrong;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static Refused refused(String field, String key, Object... args) {
        return new Refused(key, List.of(new Refused.Field(field, key, args)), args);
    }

    private static String fingerprint(InspectionReport report) {
        StringBuilder content = new StringBuilder().append(report.origin()).append('|').append(EnterpriseNumber.parse(report.enterpriseNumber()).digits()).append('|')
                .append(report.dated()).append('|').append(report.facts().strip()).append('|').append(report.infringements());
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(content.toString().getBytes(StandardCharsets.UTF_8));
            report.attachments().forEach(attachment -> sha.update(attachment.content()));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
