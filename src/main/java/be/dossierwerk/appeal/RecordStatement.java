package be.dossierwerk.appeal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.TermStanding;
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
import java.util.Optional;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What came from the registry or went to it outside a task: statements of the applicant, the report of the auditor, our note on the suspension. */
@Service
public class RecordStatement {

    /** What people choose from; the file has its task. */
    public static final List<StatementKind> CHOICES = List.of(StatementKind.MEMORIE_VAN_WEDERANTWOORD, StatementKind.AUDITORAATSVERSLAG,
            StatementKind.LAATSTE_MEMORIE_VERZOEKER, StatementKind.NOTA, StatementKind.MEMORIE_VAN_ANTWOORD, StatementKind.LAATSTE_MEMORIE, StatementKind.ANDER);
    /** Our own statements have their tasks too, until their terms end. */
    private static final Map<StatementKind, String> OWN_TERMS = Map.of(StatementKind.MEMORIE_VAN_ANTWOORD, BeroepRvSModel.DEFENCE_TERM,
            StatementKind.LAATSTE_MEMORIE, BeroepRvSModel.LAST_STATEMENT_TERM);

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
        } else if (OWN_TERMS.containsKey(kind) && !missed(dossier, kind)) {
            wrong.add(new Refused.Field("kind", "appeal.rvs.field.statement-task"));
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
        if (OWN_TERMS.containsKey(kind)) {
            correct(dossier, kind, day);
        } else if (kind == StatementKind.MEMORIE_VAN_WEDERANTWOORD) {
            terms.stop(dossier, BeroepRvSModel.REPLY_TERM, day);
        } else if (kind == StatementKind.AUDITORAATSVERSLAG) {
            terms.start(dossier, BeroepRvSModel.LAST_STATEMENT_TERM, day);
            processes.correlate(BeroepRvSModel.AUDITOR_REPORTED, dossier, Map.of());
        }
    }

    /** Whether its term ended and no such statement is known. */
    private boolean missed(String dossier, StatementKind kind) {
        return lastDay(dossier, kind).isPresent() && file.statements(dossier).stream().noneMatch(known -> known.kind() == kind);
    }

    /** Of the term that ended; empty while it runs, and before it began. */
    private Optional<LocalDate> lastDay(String dossier, StatementKind kind) {
        return terms.of(dossier).stream().filter(term -> term.rule().equals(OWN_TERMS.get(kind)) && term.stoppedOn() != null).map(TermStanding::due)
                .reduce((earlier, later) -> later);
    }

    /** What was registered late was perhaps filed in time: then the line that it was missed does not hold. */
    private void correct(String dossier, StatementKind kind, LocalDate day) {
        boolean inTime = !day.isAfter(lastDay(dossier, kind).orElseThrow());
        audit.record(AuditLog.Entry.of(dossier, "MEMORIE_LATER_GEREGISTREERD", (inTime
                ? "%s werd op tijd ingediend en is later geregistreerd. De regel dat er geen memorie was, geldt niet meer."
                : "%s werd na de laatste dag ingediend. De Raad van State houdt er geen rekening mee.").formatted(sentence(kind.inWords()))));
        if (kind == StatementKind.MEMORIE_VAN_ANTWOORD && inTime && file.statements(dossier).stream().noneMatch(known -> known.kind() == StatementKind.MEMORIE_VAN_WEDERANTWOORD)) {
            terms.start(dossier, BeroepRvSModel.REPLY_TERM, day);
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
        return sentence(words.replaceFirst("^(het|de|een) ", ""));
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
