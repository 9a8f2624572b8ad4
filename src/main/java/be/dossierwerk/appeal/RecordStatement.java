package be.dossierwerk.appeal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.CheckConflict;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What came from the registry or went to it outside a task: statements of the applicant, the report of the auditor, our note on the suspension. */
@Service
public class RecordStatement {

    /** What people choose from; the file and our own statements have their tasks. */
    public static final List<StatementKind> CHOICES = List.of(StatementKind.MEMORIE_VAN_WEDERANTWOORD, StatementKind.AUDITORAATSVERSLAG,
            StatementKind.LAATSTE_MEMORIE_VERZOEKER, StatementKind.NOTA, StatementKind.ANDER);

    private final BeroepRvSFile file;
    private final Dossiers dossiers;
    private final Terms terms;
    private final Processes processes;
    private final CheckConflict checkConflict;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    RecordStatement(BeroepRvSFile file, Dossiers dossiers, Terms terms, Processes processes, CheckConflict checkConflict, CurrentActor currentActor, AuditLog audit, JdbcClient jdbc,
                    Clock clock) {
        this.file = file;
        this.dossiers = dossiers;
        this.terms = terms;
        this.processes = processes;
        this.checkConflict = checkConflict;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public boolean available(String dossier) {
        return file.find(dossier).isPresent() && dossiers.get(dossier).closedOn() == null;
    }

    /** @throws Refused {@code appeal.rvs.statement.invalid} with the wrong fields: kind, day, file */
    @Transactional
    public void record(String dossier, StatementKind kind, LocalDate day, String fileName, byte[] content) {
        var actor = currentActor.require(Roles.LAWYER, Roles.INTAKE);
        checkConflict.act(dossier, "Processtuk registreren", Roles.LAWYER);
        audit.lock(dossier);
        if (!available(dossier)) {
            throw new Refused("appeal.rvs.closed");
        }
        List<Refused.Field> wrong = new ArrayList<>();
        if (kind == null || !CHOICES.contains(kind)) {
            wrong.add(new Refused.Field("kind", "appeal.rvs.field.statement-kind"));
        } else if (kind == StatementKind.AUDITORAATSVERSLAG && !processes.awaits(BeroepRvSModel.AUDITOR_REPORTED, dossier)) {
            wrong.add(new Refused.Field("kind", "appeal.rvs.field.auditor-too-early"));
        }
        checkDay(dossier, "day", day, wrong);
        if (content == null) {
            wrong.add(new Refused.Field("file", "appeal.rvs.field.file"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused("appeal.rvs.statement.invalid", wrong, wrong.size());
        }
        UUID document = dossiers.attach(dossier, "PROCESSTUK", capital(kind.inWords()), fileName, content, day);
        keep(dossier, kind, day, document, null);
        audit.record(AuditLog.Entry.of(dossier, "PROCESSTUK_GEREGISTREERD", (kind.ours() ? "%s registreerde dat het departement op %s %s indiende."
                : "%s registreerde dat op %s %s aankwam.").formatted(actor.name(), Dates.prose(day), kind.inWords())));
        if (kind == StatementKind.MEMORIE_VAN_WEDERANTWOORD) {
            terms.stop(dossier, BeroepRvSModel.REPLY_TERM, day);
        } else if (kind == StatementKind.AUDITORAATSVERSLAG) {
            terms.start(dossier, BeroepRvSModel.LAST_STATEMENT_TERM, day);
            processes.correlate(BeroepRvSModel.AUDITOR_REPORTED, dossier, Map.of());
        }
    }

    /** A day that something came or went: not before the petition was served and not later than today. */
    void checkDay(String dossier, String field, LocalDate day, List<Refused.Field> wrong) {
        LocalDate served = file.get(dossier).servedOn();
        if (day == null) {
            wrong.add(new Refused.Field(field, "appeal.rvs.field.date"));
        } else if (day.isAfter(LocalDate.now(clock))) {
            wrong.add(new Refused.Field(field, "appeal.rvs.field.future"));
        } else if (day.isBefore(served)) {
            wrong.add(new Refused.Field(field, "appeal.rvs.field.before-service", Dates.prose(served)));
        }
    }

    void keep(String dossier, StatementKind kind, LocalDate day, UUID document, String remark) {
        jdbc.sql("insert into council_statement (id, dossier, kind, day, document, remark, recorded_at, recorded_by_name) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(UUID.randomUUID(), dossier, kind.name(), day, document, remark, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        currentActor.get().name())).update();
    }

    private static String capital(String words) {
        String bare = words.replaceFirst("^(het|de|een) ", "");
        return bare.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + bare.substring(1);
    }
}
