package be.dossierwerk.board;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in the events of dossiers that do not run on our diagrams (history README). Good rows count, the others are told one by one with line and reason;
 * rows that are known already change nothing, so a file can be sent again. One transaction: a crash leaves what was there before.
 *
 * @see "ADR 0036"
 */
@Service
public class ImportHistory {

    /** {@code known}: rows that were there already. {@code again}: this very file was read before and brings nothing now; {@code id} is of that time. */
    public record Outcome(long id, int rows, int accepted, int known, int rejected, boolean again) { }

    /** The events of history README. */
    static final Set<String> EVENTS = Set.of("RECEIVED", "COMPLETE", "PAUSED", "RESUMED", "ADMISSIBLE", "SENT_TO_COMMITTEE", "ADVICE_GIVEN", "DECIDED", "SIGNED", "SETTLED", "PAID",
            "CANCELLED", "REGISTERED", "TREATED", "ASSESSED", "CALL_LAUNCHED", "CALL_CLOSED", "PERIOD_OPENED", "EMPLOYMENT_STARTED", "PROSECUTION_WAIVED", "FINE_IMPOSED", "NOT_OPPORTUNE",
            "APPEALED", "INSPECTED", "WARNED", "RECOVERY_PROPOSED", "WITHDRAWN");

    /** Of a row, in the order of the file. */
    public static final List<String> COLUMNS = HistoryRow.COLUMNS;
    /** Of a file that comes by screen or REST: ten years of all measures. */
    public static final int MOST_MEGABYTES = 500;

    private static final int MOST_REJECTED = 50_000;
    private static final int LONGEST_NAME = 200;

    private final BoardNorms norms;
    private final StagedHistory staged;
    private final JudgeDossiers judgeDossiers;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final Clock clock;

    ImportHistory(BoardNorms norms, JudgeDossiers judgeDossiers, AuditLog audit, CurrentActor currentActor, JdbcClient jdbc, JdbcTemplate template, Clock clock) {
        this.norms = norms;
        this.staged = new StagedHistory(template, clock);
        this.judgeDossiers = judgeDossiers;
        this.audit = audit;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Carries dossiers on: what lies before what is known of a dossier is a wrong date.
     *
     * @throws Refused security.role-missing; board.import.busy; board.file.empty, packed, header, column-order, no-rows, too-many-rejected: then nothing changed
     */
    @Transactional
    public Outcome importFile(String name, Path file) {
        return take(name, file, false);
    }

    /** Fills up what was forgotten or rejected before: rows may also lie before what is known of their dossier. @throws Refused as {@link #importFile} */
    @Transactional
    public Outcome supplement(String name, Path file) {
        return take(name, file, true);
    }

    private Outcome take(String name, Path file, boolean supplement) {
        String by = currentActor.require(Roles.HEAD, Roles.MANAGER, ApiAccounts.ROLE).name();
        if (!jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('history_import', 36))").query(Boolean.class).single()) {
            throw new Refused("board.import.busy");
        }
        StagedHistory.Rows rows = staged.begin();
        String sha256 = HistoryFile.read(file, norms.measures(), LocalDateTime.now(clock), row -> {
            rows.add(row);
            refuseTooMany(rows.rejected());
        });
        rows.end();
        int rejected = rows.rejected() + staged.refuseOtherHeads() + staged.refuseRepeats() + staged.refuseDisorder();
        int known = staged.removeKnown();
        rejected += supplement ? 0 : staged.refuseEarlierThanKnown();
        refuseTooMany(rejected);
        int accepted = rows.all() - known - rejected;
        Optional<Long> earlier = accepted > 0 ? Optional.empty() : jdbc.sql("select id from history_import where sha256 = ? and rejected = ? order by id desc limit 1").params(sha256, rejected).query(Long.class).optional();
        if (earlier.isPresent()) {
            return new Outcome(earlier.get(), rows.all(), accepted, known, rejected, true);
        }
        // Before anything is recorded: a period that is frozen meanwhile sees all of this file or nothing (HistoryLock).
        audit.lock(AuditLog.DEPARTMENT);
        judgeDossiers.judge(staged.add());
        Outcome done = new Outcome(keep(plain(name), sha256, by, rows.all(), accepted, known, rejected), rows.all(), accepted, known, rejected, false);
        staged.keepRejections(done.id);
        audit.record(AuditLog.Entry.of(AuditLog.DEPARTMENT, "GESCHIEDENIS_INGELEZEN", "%s las het bestand \"%s\" in%s: %d rijen, waarvan %d nieuw, %d al bekend en %d geweigerd."
                .formatted(by, plain(name), supplement ? " als aanvulling" : "", done.rows, done.accepted, done.known, done.rejected)).changing(Map.of(), Map.of("invoer", done.id, "sha256", sha256)));
        return done;
    }

    private static void refuseTooMany(int rejected) {
        if (rejected > MOST_REJECTED) {
            throw new Refused("board.file.too-many-rejected", MOST_REJECTED);
        }
    }

    private static String plain(String name) {
        String plain = name == null || name.isBlank() ? "zonder naam" : name.strip().replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }

    private long keep(String name, String sha256, String by, int rows, int accepted, int known, int rejected) {
        return jdbc.sql("insert into history_import (name, sha256, at, by_name, rows, accepted, known, rejected) values (?, ?, ?, ?, ?, ?, ?, ?) returning id")
                .params(name, sha256, OffsetDateTime.now(clock), by, rows, accepted, known, rejected).query(Long.class).single();
    }
}
