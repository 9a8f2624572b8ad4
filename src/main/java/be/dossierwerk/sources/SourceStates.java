package be.dossierwerk.sources;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the sources are doing and what waits for them, for those who lead and those who audit. */
@Service
public class SourceStates {

    /** By the last time it was asked. NOT_SET: no address is configured. */
    public enum Standing {
        ANSWERS, SILENT, NEVER_ASKED, NOT_SET
    }

    /**
     * {@code since}: the last time it was asked; the last error stays known after it is over; {@code resting}: it is left alone for a moment;
     * {@code withPerson} counts those of the waiting questions that a person looks up too; {@code oldest} and {@code nextTry} are null when nothing waits.
     */
    public record State(Source source, Standing standing, Instant since, Unavailable lastError, Instant lastErrorAt, boolean resting, int waiting,
                        int withPerson, Instant oldest, Instant nextTry) { }

    /** A notice as it came in; {@code status} as the sender was told. */
    public record Notice(long id, SourceNotice notice, ReceiveNotice.Status status, Instant receivedAt) { }

    /** What a person has to look up for one dossier; {@code sources} in words. */
    public record ToLookUp(String dossier, String enterpriseNumber, String sources, Instant since) { }

    private record Try(String outcome, Instant at) { }

    private record Waiting(int all, int withPerson, Instant oldest, Instant nextTry) { }

    private final JdbcClient jdbc;
    private final RestingSources resting;
    private final SourceSettings settings;
    private final SimulatedSources simulated;
    private final CurrentActor currentActor;

    SourceStates(JdbcClient jdbc, RestingSources resting, SourceSettings settings, SimulatedSources simulated, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.resting = resting;
        this.settings = settings;
        this.simulated = simulated;
        this.currentActor = currentActor;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing */
    @Transactional(readOnly = true)
    public List<State> all() {
        maySee();
        return Stream.of(Source.values()).map(this::state).toList();
    }

    /** The last ones, newest first. @throws be.dossierwerk.shared.Refused security.role-missing */
    @Transactional(readOnly = true)
    public List<Notice> notices(int limit) {
        maySee();
        return jdbc.sql("""
                select id, kind, source, reference, enterprise_number, dated, amount, plan, successor, status, received_at from source_notice
                order by id desc limit ?""").param(limit)
                .query((row, i) -> new Notice(row.getLong(1), new SourceNotice(SourceNotice.Kind.valueOf(row.getString(2)), Source.valueOf(row.getString(3)),
                        row.getString(4), row.getString(5), row.getObject(6, LocalDate.class), row.getBigDecimal(7),
                        row.getString(8) == null ? null : RepaymentPlan.valueOf(row.getString(8)), row.getString(9)),
                        ReceiveNotice.Status.valueOf(row.getString(10)), instant(row, 11))).list();
    }

    /** Dossiers of which a person has to look something up, longest waiting first. @throws be.dossierwerk.shared.Refused security.role-missing */
    @Transactional(readOnly = true)
    public List<ToLookUp> toLookUp(int limit) {
        maySee();
        return jdbc.sql("""
                select dossier, enterprise_number, string_agg(source, ',' order by source), min(first_asked_at) as since from source_question
                where status = 'PERSON_ASKED' group by dossier, enterprise_number order by since, dossier limit ?""").param(limit)
                .query((row, i) -> new ToLookUp(row.getString(1), row.getString(2), row.getString(3), instant(row, 4))).list();
    }

    private State state(Source source) {
        Optional<Try> last = last(source, "outcome <> 'MET_DE_HAND'");
        Optional<Try> error = last(source, "outcome in ('TIJD_VERSTREKEN', 'ONBEREIKBAAR', 'ONGELDIG_ANTWOORD')");
        Waiting waiting = jdbc.sql("""
                select count(*), count(*) filter (where status = 'PERSON_ASKED'), min(first_asked_at), min(next_try_at) from source_question
                where source = ? and status <> 'ANSWERED'""").param(source.name())
                .query((row, i) -> new Waiting(row.getInt(1), row.getInt(2), instant(row, 3), instant(row, 4))).single();
        return new State(source, standing(last), last.map(Try::at).orElse(null), error.map(each -> Unavailable.valueOf(each.outcome)).orElse(null),
                error.map(Try::at).orElse(null), resting.resting(source), waiting.all, waiting.withPerson, waiting.oldest, waiting.nextTry);
    }

    private Standing standing(Optional<Try> last) {
        if (settings.url().isBlank() && !simulated.running()) {
            return Standing.NOT_SET;
        }
        return last.map(each -> switch (each.outcome) {
            case "BEANTWOORD", "ONBEKEND_NUMMER" -> Standing.ANSWERS;
            default -> Standing.SILENT;
        }).orElse(Standing.NEVER_ASKED);
    }

    private Optional<Try> last(Source source, String condition) {
        return jdbc.sql("select outcome, answered_at from source_answer where source = ? and " + condition + " order by id desc limit 1")
                .param(source.name()).query((row, i) -> new Try(row.getString(1), instant(row, 2))).optional();
    }

    private void maySee() {
        currentActor.require(Roles.TEAM_LEAD, Roles.HANDLER, Roles.MANAGER, Roles.AUDITOR);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
