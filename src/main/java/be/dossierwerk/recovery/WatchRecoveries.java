package be.dossierwerk.recovery;

import be.dossierwerk.alert.HoldWarnings;
import be.dossierwerk.alert.Warning;
import be.dossierwerk.recovery.Limitation.Phase;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Warns of money that nobody follows: a claim that becomes time-barred (procedures.md 1.5, alarm 6 months before), and a balance in a recovery that
 * ended, as when what paid it was undone. One question for all recoveries.
 */
@Service
public class WatchRecoveries {

    /** {@code open}: in euro, by the calculation before the decision; negative when the department has to give back. {@code limitation}: null without lines. */
    record Watched(String dossier, String handler, boolean decided, boolean closed, boolean handedOver, BigDecimal open, Limitation limitation) { }

    private static final String LIMITATION = "VERJARING";
    private static final String BALANCE = "SALDO";
    private static final int NEAR = 90;
    private static final int TOO_LATE = 100;

    /** What is countered and what counters does not count; a file that ended without a decision claims nothing. */
    private static final String MONEY = """
            with entry as (
                select dossier, kind, amount, exists (select from recovery_entry undo where undo.counters = e.id) as undone from recovery_entry e where kind <> 'TEGENGEBOEKT'),
            money as (
                select dossier, bool_or(kind = 'VASTGESTELD') as ever_decided, bool_or(kind = 'VASTGESTELD' and not undone) as decided,
                       sum(case when undone then 0 when kind in ('VASTGESTELD', 'TERUGBETALING') then amount else -amount end) as balance
                from entry group by dossier),
            computed as (select distinct on (dossier) dossier, id, total from recovery_calculation order by dossier, id desc),
            oldest as (select calculation, min(month) as month from recovery_line where not proven group by calculation),
            chosen as (select distinct on (dossier) dossier, limitation_kind from recovery_limitation_choice order by dossier, id desc),
            term as (select distinct on (kind) kind, years, alarm_months, source from limitation_term where valid_from <= :today order by kind, valid_from desc),
            standing as (
                select r.dossier, d.handler, coalesce(m.decided, false) as decided, d.closed_on is not null as closed,
                       coalesce(d.outcome = 'OVERGEDRAGEN_AAN_INVORDERING', false) as handed_over,
                       coalesce(m.balance, 0) + case when d.closed_on is null and not coalesce(m.ever_decided, false) then coalesce(c.total, 0) else 0 end as open,
                       t.kind, o.month, t.years, t.alarm_months, t.source
                from recovery r
                left join dossier d on d.number = r.dossier
                left join money m on m.dossier = r.dossier
                left join computed c on c.dossier = r.dossier
                left join oldest o on o.calculation = c.id
                left join chosen h on h.dossier = r.dossier
                join term t on t.kind = coalesce(h.limitation_kind, r.limitation_kind)
                where r.dossier = coalesce(:only, r.dossier))
            select * from standing where open <> 0 order by dossier""";

    private final JdbcClient jdbc;
    private final HoldWarnings holdWarnings;
    private final Clock clock;

    WatchRecoveries(JdbcClient jdbc, HoldWarnings holdWarnings, Clock clock) {
        this.jdbc = jdbc;
        this.holdWarnings = holdWarnings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    @Transactional
    public void look() {
        hold(null);
    }

    /** What was paid warns of nothing from that moment on. */
    @EventListener
    @Transactional
    public void moved(RecoveryMoved moved) {
        hold(moved.dossier());
    }

    private void hold(String only) {
        List<Watched> watched = watched(only);
        holdWarnings.hold(LIMITATION, only, watched.stream().flatMap(this::limitation).toList());
        holdWarnings.hold(BALANCE, only, watched.stream().flatMap(this::balance).toList());
    }

    List<Watched> watched(String only) {
        return jdbc.sql(MONEY).param("today", LocalDate.now(clock)).param("only", only, java.sql.Types.VARCHAR).query((row, i) -> {
            LocalDate month = row.getObject("month", LocalDate.class);
            return new Watched(row.getString("dossier"), row.getString("handler"), row.getBoolean("decided"), row.getBoolean("closed"), row.getBoolean("handed_over"),
                    row.getBigDecimal("open"), month == null ? null : new Limitation(LimitationKind.valueOf(row.getString("kind")), month, row.getInt("years"),
                            row.getInt("alarm_months"), row.getString("source")));
        }).list();
    }

    /** The handler, every lawyer and every team lead: whoever of them acts first stops the limitation. */
    private Stream<Warning> limitation(Watched recovery) {
        Phase phase = recovery.limitation() == null || recovery.open().signum() < 0 ? Phase.LOOPT : recovery.limitation().phase(LocalDate.now(clock));
        if (phase == Phase.LOOPT) {
            return Stream.empty();
        }
        boolean late = phase == Phase.VERJAARD;
        LocalDate on = recovery.limitation().on();
        String sentence = (late ? "Deze terugvordering is verjaard sinds %s. " : "Deze terugvordering verjaart op %s. ").formatted(Dates.prose(on))
                + (recovery.decided() ? "Er staat nog %s open." : "Er is nog geen beslissing; het gaat om %s.").formatted(Euros.prose(recovery.open()));
        List<Warning> warnings = new ArrayList<>();
        if (recovery.handler() != null) {
            warnings.add(warning(recovery, late, Roles.HANDLER, recovery.handler(), sentence));
        }
        warnings.add(warning(recovery, late, Roles.LAWYER, null, sentence));
        warnings.add(warning(recovery, late, Roles.TEAM_LEAD, null, sentence));
        return warnings.stream();
    }

    private static Warning warning(Watched recovery, boolean late, String role, String person, String sentence) {
        return new Warning(recovery.dossier(), late ? TOO_LATE : NEAR, late ? recovery.limitation().on() : recovery.limitation().alarmFrom(), role, person, sentence);
    }

    /** No task is left in a dossier that ended; the service that collects by force follows what it got. */
    private Stream<Warning> balance(Watched recovery) {
        if (!recovery.closed() || recovery.handedOver() && recovery.open().signum() > 0) {
            return Stream.empty();
        }
        String amount = Euros.prose(recovery.open().abs());
        return Stream.of(new Warning(recovery.dossier(), TOO_LATE, LocalDate.now(clock), Roles.FINANCE, null, recovery.open().signum() < 0
                ? "Deze terugvordering is afgesloten en de onderneming betaalde %s te veel. Betaal dat terug.".formatted(amount)
                : "Deze terugvordering is afgesloten, maar een boeking werd ongedaan gemaakt. Er staat weer %s open: volg de betaling op.".formatted(amount)));
    }
}
