package be.dossierwerk.fine;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.infringement.InfringementFile;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers a report of offences for which a fine may be imposed, and starts the procedure (procedures.md 1.6). The same report twice is one dossier. */
@Service
public class RegisterFine {

    /** {@code offences}: codes of the catalogue of infringements; {@code prosecutorOn} and {@code fromDossier} may be null; {@code name}: of the offender. */
    public record Report(String number, LocalDate on, String enterpriseNumber, String name, List<String> offences, String facts, LocalDate prosecutorOn,
                         String fromDossier) { }

    private static final int TEXT_LIMIT = 10_000;
    private static final int NUMBER_LIMIT = 60;

    private final Fines fines;
    private final FineTerm fineTerm;
    private final InfringementFile infringements;
    private final Recognitions recognitions;
    private final Dossiers dossiers;
    private final Processes processes;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    RegisterFine(Fines fines, FineTerm fineTerm, InfringementFile infringements, Recognitions recognitions, Dossiers dossiers, Processes processes,
                 CurrentActor currentActor, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.fines = fines;
        this.fineTerm = fineTerm;
        this.infringements = infringements;
        this.recognitions = recognitions;
        this.dossiers = dossiers;
        this.processes = processes;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @return the number of the fine's dossier, also when this report was registered before
     * @throws Refused security.role-missing; fine.report.wrong with the fields number, on, enterpriseNumber, name, offences, facts, prosecutorOn;
     *                 fine.report.other-undertaking, fine.report.prosecutor-in-dossier
     */
    @Transactional
    public String register(Report report) {
        var actor = currentActor.require(Roles.FINES, Roles.HANDLER);
        check(report);
        // Who registers the same report at the same moment waits here, and finds the dossier.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 16))").param(report.number().replaceAll("[^A-Za-z0-9]", "").toUpperCase()).query().singleRow();
        Optional<String> before = fines.ofReport(report.number());
        if (before.isPresent()) {
            checkSame(before.get(), report);
            link(before.get(), report.fromDossier());
            return before.get();
        }
        String digits = EnterpriseNumber.parse(report.enterpriseNumber()).digits();
        var recognition = recognitions.latest(digits);
        String dossier = dossiers.open(new Dossiers.NewDossier(FineModel.PROCESS, "AGB", recognition.map(Recognitions.Recognition::name).orElse(report.name()), digits,
                recognition.map(Recognitions.Recognition::municipality).orElse(null), "VSI", LocalDate.now(clock), actor.has(Roles.FINES) ? actor.id() : null,
                recognition.map(Recognitions.Recognition::email).orElse(null)));
        jdbc.sql("insert into fine (dossier, report_number, report_on, offences, facts, from_dossier) values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(dossier, report.number().strip(), report.on(), report.offences().stream().sorted().toArray(String[]::new), report.facts().strip(),
                        report.fromDossier())).update();
        audit.record(AuditLog.Entry.of(dossier, "PROCES_VERBAAL_GEREGISTREERD", "%s registreerde proces-verbaal %s van %s.".formatted(
                actor.name(), report.number().strip(), Dates.prose(report.on()))));
        link(dossier, report.fromDossier());
        if (report.prosecutorOn() == null) {
            dossiers.state(dossier, "WACHT_OP_PARKET");
        } else {
            fineTerm.start(dossier, report.prosecutorOn());
        }
        processes.start(FineModel.PROCESS, dossier, FineModel.PROSECUTOR_KNOWN.with(report.prosecutorOn() != null));
        return dossier;
    }

    /** One report is about one undertaking, and what the prosecutor decided is recorded in the dossier that there is. */
    private void checkSame(String dossier, Report report) {
        if (!dossiers.get(dossier).enterpriseNumber().equals(EnterpriseNumber.parse(report.enterpriseNumber()).digits())) {
            throw wrong("enterpriseNumber", "fine.report.other-undertaking", dossier);
        }
        Fine.Prosecutor known = fines.get(dossier).prosecutor();
        if (report.prosecutorOn() != null && (known == null || known.prosecutes() || !known.on().equals(report.prosecutorOn()))) {
            throw wrong("prosecutorOn", "fine.report.prosecutor-in-dossier", dossier);
        }
    }

    private static Refused wrong(String field, String key, String dossier) {
        return new Refused(key, List.of(new Refused.Field(field, key, dossier)), dossier);
    }

    private void link(String dossier, String from) {
        if (from != null) {
            dossiers.link(dossier, from, "Administratieve geldboete");
        }
    }

    private void check(Report report) {
        List<Refused.Field> wrong = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        if (blank(report.number()) || report.number().strip().length() > NUMBER_LIMIT || report.number().replaceAll("[^A-Za-z0-9]", "").isEmpty()) {
            wrong.add(new Refused.Field("number", "fine.field.number"));
        }
        if (report.on() == null || report.on().isAfter(today)) {
            wrong.add(new Refused.Field("on", "fine.field.report-day"));
        }
        if (!EnterpriseNumber.isValid(report.enterpriseNumber())) {
            wrong.add(new Refused.Field("enterpriseNumber", "fine.field.enterprise-number"));
        } else if (blank(report.name()) && recognitions.latest(EnterpriseNumber.parse(report.enterpriseNumber()).digits()).isEmpty()) {
            wrong.add(new Refused.Field("name", "fine.field.name"));
        }
        if (report.offences().isEmpty() || !infringements.kinds().keySet().containsAll(report.offences())) {
            wrong.add(new Refused.Field("offences", "fine.field.offences"));
        }
        if (blank(report.facts()) || report.facts().length() > TEXT_LIMIT) {
            wrong.add(new Refused.Field("facts", "fine.field.facts", TEXT_LIMIT));
        }
        if (report.prosecutorOn() != null && (report.prosecutorOn().isAfter(today) || report.on() != null && report.prosecutorOn().isBefore(report.on()))) {
            wrong.add(new Refused.Field("prosecutorOn", "fine.field.prosecutor-day"));
        }
        if (report.fromDossier() != null) {
            dossiers.get(report.fromDossier());
        }
        if (!wrong.isEmpty()) {
            throw new Refused("fine.report.wrong", wrong, wrong.size());
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
