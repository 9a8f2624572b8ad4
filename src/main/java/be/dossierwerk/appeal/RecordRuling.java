package be.dossierwerk.appeal;

import be.dossierwerk.audit.AuditLog;
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
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lawyer records what the Council of State ruled; the procedure then carries out what follows (procedures.md 1.10). */
@Service
public class RecordRuling {

    /** {@code number}: of the judgment (arrest). */
    public record Ruling(RvSRuling ruling, LocalDate ruledOn, String number, String grounds, String fileName, byte[] content) { }

    private static final int NUMBER_LIMIT = 60;
    private static final int TEXT_LIMIT = 5_000;

    private final BeroepRvSFile file;
    private final RecordStatement statements;
    private final Contests contests;
    private final Dossiers dossiers;
    private final Processes processes;
    private final CheckConflict checkConflict;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    RecordRuling(BeroepRvSFile file, RecordStatement statements, Contests contests, Dossiers dossiers, Processes processes, CheckConflict checkConflict, CurrentActor currentActor,
                 AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.file = file;
        this.statements = statements;
        this.contests = contests;
        this.dossiers = dossiers;
        this.processes = processes;
        this.checkConflict = checkConflict;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What can be ruled now: on the suspension first, when that was asked; it can be asked later too. An annulment or a withdrawal may come at once. */
    public List<RvSRuling> possible(String dossier) {
        Optional<BeroepRvSFile.Petition> petition = file.find(dossier);
        if (petition.isEmpty() || file.ruling(dossier, "EINDE").isPresent()) {
            return List.of();
        }
        if (file.ruling(dossier, "SCHORSING").isPresent()) {
            return List.of(RvSRuling.VERWORPEN, RvSRuling.VERNIETIGD, RvSRuling.AFSTAND);
        }
        return petition.get().kind().suspension() ? List.of(RvSRuling.GESCHORST, RvSRuling.SCHORSING_VERWORPEN, RvSRuling.VERNIETIGD, RvSRuling.AFSTAND)
                : List.of(RvSRuling.VERWORPEN, RvSRuling.VERNIETIGD, RvSRuling.AFSTAND, RvSRuling.GESCHORST, RvSRuling.SCHORSING_VERWORPEN);
    }

    /** @throws Refused {@code appeal.rvs.ruling.invalid} with the wrong fields: ruling, ruledOn, number, grounds, file */
    @Transactional
    public void record(String dossier, Ruling given) {
        var lawyer = currentActor.require(Roles.LAWYER);
        checkConflict.act(dossier, "Uitspraak van de Raad van State registreren", Roles.LAWYER);
        audit.lock(dossier);
        List<RvSRuling> possible = possible(dossier);
        if (possible.isEmpty()) {
            throw new Refused("appeal.rvs.ruling.none");
        }
        List<Refused.Field> wrong = new ArrayList<>();
        if (given.ruling() == null || !possible.contains(given.ruling())) {
            wrong.add(new Refused.Field("ruling", given.ruling() == null ? "appeal.rvs.field.ruling" : "appeal.rvs.field.ruling-order"));
        }
        statements.checkDay(dossier, "ruledOn", given.ruledOn(), wrong);
        file.ruling(dossier, "SCHORSING").filter(before -> given.ruledOn() != null && given.ruledOn().isBefore(before.ruledOn())).ifPresent(before ->
                wrong.add(new Refused.Field("ruledOn", "appeal.rvs.field.before-suspension", Dates.prose(before.ruledOn()))));
        if (given.number() == null || given.number().isBlank() || given.number().length() > NUMBER_LIMIT) {
            wrong.add(new Refused.Field("number", "appeal.rvs.field.number", NUMBER_LIMIT));
        }
        if (given.grounds() == null || given.grounds().isBlank() || given.grounds().length() > TEXT_LIMIT) {
            wrong.add(new Refused.Field("grounds", "appeal.rvs.field.grounds", TEXT_LIMIT));
        }
        if (given.content() == null) {
            wrong.add(new Refused.Field("file", "appeal.rvs.field.file"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused("appeal.rvs.ruling.invalid", wrong, wrong.size());
        }
        keep(dossier, given, lawyer.name());
        switch (given.ruling()) {
            case GESCHORST, SCHORSING_VERWORPEN -> processes.correlate(BeroepRvSModel.SUSPENSION_RULED, dossier,
                    BeroepRvSModel.SUSPENDED.with(given.ruling() == RvSRuling.GESCHORST));
            case VERWORPEN, VERNIETIGD -> processes.correlate(BeroepRvSModel.RULED, dossier, BeroepRvSModel.ANNULLED.with(given.ruling() == RvSRuling.VERNIETIGD));
            case AFSTAND -> processes.correlate(BeroepRvSModel.WITHDRAWN, dossier, java.util.Map.of());
        }
    }

    private void keep(String dossier, Ruling given, String who) {
        String number = given.number().strip();
        UUID document = dossiers.attach(dossier, "ARREST", "Arrest " + number, given.fileName(), given.content(), given.ruledOn());
        jdbc.sql("""
                insert into council_ruling (dossier, stage, ruling, ruled_on, number, grounds, document, recorded_at, recorded_by_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(dossier, given.ruling().stage(), given.ruling().name(), given.ruledOn(), number, given.grounds().strip(), document,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), who)).update();
        audit.record(AuditLog.Entry.of(dossier, "UITSPRAAK_GEREGISTREERD", "De Raad van State %s met arrest %s van %s; %s registreerde dit.".formatted(
                given.ruling().verb(), number, Dates.prose(given.ruledOn()), who)).because(given.grounds().strip()));
        Contests.Contest contest = contests.of(dossier).orElseThrow();
        audit.record(AuditLog.Entry.of(contest.contested(), "UITSPRAAK_RVS", "De Raad van State %s met arrest %s van %s (dossier %s).".formatted(
                given.ruling().verb(), number, Dates.prose(given.ruledOn()), dossier)));
    }
}
