package be.dossierwerk.board;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.board.CountPeriod.Counted;
import be.dossierwerk.board.Figures.NormFigure;
import be.dossierwerk.board.Figures.Volume;
import be.dossierwerk.board.Figures.VolumeFigure;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Freezes the figures of a period as they follow from what is known now; nobody changes them afterwards, and their fingerprint stands in the sealed chain (ADR 0033). */
@Service
public class FreezePeriod {

    static final String ACTION = "PERIODE_BEVROREN";

    private final Definitions definitions;
    private final CountPeriod countPeriod;
    private final HistoryLock history;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final Clock clock;

    FreezePeriod(Definitions definitions, CountPeriod countPeriod, HistoryLock history, AuditLog audit, CurrentActor currentActor, JdbcClient jdbc, Clock clock) {
        this.definitions = definitions;
        this.countPeriod = countPeriod;
        this.history = history;
        this.audit = audit;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @return the number of the frozen period
     * @throws be.dossierwerk.shared.Refused security.role-missing; board.frozen.invalid with all wrong fields
     */
    @Transactional
    public long freeze(PeriodToFreeze wanted) {
        Actor actor = currentActor.require(Roles.HEAD, Roles.MANAGER);
        wanted.check(LocalDate.now(clock));
        audit.lock(AuditLog.DEPARTMENT);
        history.toStandStill();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Figures figures = countPeriod.count(wanted.period(), wanted.other(), now, norms(), volumes());
        long id = keep(wanted, figures, actor);
        audit.record(AuditLog.Entry.of(AuditLog.DEPARTMENT, ACTION, "%s bevroor de boordtabel van %s tot en met %s als \"%s\", met vingerafdruk %s.".formatted(actor.name(),
                Dates.prose(wanted.from()), Dates.prose(wanted.to()), wanted.name().strip(), figures.sha256())).changing(Map.of(), Map.of("periode", id, "sha256", figures.sha256())));
        return id;
    }

    private List<Counted> norms() {
        return definitions.current().stream().map(norm -> new Counted(definitions.versions(norm.code()).get(0).definition(), norm.version())).toList();
    }

    private List<Volume> volumes() {
        return jdbc.sql("select measure, indicator, name, place, event, filter, sums from board_volume order by place")
                .query((row, i) -> new Volume(row.getString(1), row.getString(2), row.getString(3), row.getInt(4), row.getString(5), row.getString(6), row.getBoolean(7))).list();
    }

    private long keep(PeriodToFreeze wanted, Figures figures, Actor actor) {
        long id = jdbc.sql("""
                insert into frozen_period (name, from_day, to_day, other_from, other_to, frozen_at, frozen_by, frozen_by_name, sha256) values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(wanted.name().strip(), wanted.from(), wanted.to(), wanted.otherFrom(), wanted.otherTo(), KnownLives.at(figures.known()), actor.id(), actor.name(), figures.sha256())
                .query(Long.class).single();
        for (NormFigure norm : figures.norms()) {
            jdbc.sql("insert into frozen_norm (period, code, version, counted, met, other_counted, other_met) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(id, norm.definition().code(), norm.version(), norm.now().counted(), norm.now().met(), norm.before().counted(), norm.before().met()).update();
        }
        for (VolumeFigure figure : figures.volumes()) {
            Volume volume = figure.volume();
            jdbc.sql("insert into frozen_volume (period, measure, indicator, name, place, event, filter, sums, value, other_value) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(id, volume.measure(), volume.indicator(), volume.name(), volume.place(), volume.event(), volume.filter(), volume.sums(), figure.now(), figure.before()).update();
        }
        return id;
    }
}
