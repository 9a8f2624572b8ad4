package be.dossierwerk.withdrawal;

import be.dossierwerk.activity.VoucherActivity;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Set;
import java.util.HashSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists who submitted no vouchers as a batch that a team lead can start; the same period is one batch, however often it is selected (AMB-INACT). */
@Service
public class SelectInactive {

    private static final Logger LOG = LoggerFactory.getLogger(SelectInactive.class);

    private final VoucherActivity activity;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SelectInactive(VoucherActivity activity, CurrentActor currentActor, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.activity = activity;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Over the whole months before that day, as many as the parameter says. Who has a file on this ground from that period, or an open one on
     * any ground, is left out; who is no longer inactive leaves a batch that selected it and did not start it.
     * @return the batch
     * @throws Refused security.role-missing, activity.reference.future, or activity.months.missing: a missing month is not inactivity
     */
    @Transactional
    public long select(LocalDate reference) {
        Actor actor = currentActor.get();
        if (!actor.equals(Actor.SYSTEM)) {
            currentActor.require(Roles.TEAM_LEAD);
        }
        VoucherActivity.Inactivity found = activity.inactiveSince(reference, activity.inactivityMonths(reference));
        jdbc.sql("select pg_advisory_xact_lock(29)").query().singleRow();
        jdbc.sql("""
                insert into withdrawal_batch (ground, first_month, last_month, selected_at, selected_by, selected_by_name, rows_of_nobody)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (ground, first_month, last_month) do update set rows_of_nobody = excluded.rows_of_nobody""")
                .params(ExOfficioGround.INACTIVE, found.first().atDay(1), found.last().atDay(1), OffsetDateTime.now(clock), actor.id(), actor.name(),
                        found.rowsOfNobody()).update();
        long batch = jdbc.sql("select id from withdrawal_batch where ground = ? and first_month = ? and last_month = ?")
                .params(ExOfficioGround.INACTIVE, found.first().atDay(1), found.last().atDay(1)).query(Long.class).single();
        Set<String> examined = examined(found.first());
        Set<String> listed = new HashSet<>();
        found.inactive().stream().filter(each -> !examined.contains(each.enterpriseNumber())).forEach(each -> add(batch, each, false, listed));
        found.uncertain().stream().filter(each -> !examined.contains(each.enterpriseNumber())).forEach(each -> add(batch, each, true, listed));
        jdbc.sql("delete from withdrawal_batch_item where batch = ? and dossier is null and not enterprise_number = any(?)")
                .params(batch, listed.toArray(String[]::new)).update();
        return batch;
    }

    /** In the morning of the fifth, when the file of the month before has come in. */
    @Scheduled(cron = "${dossierwerk.inactive-selection.cron:0 15 6 5 * *}", zone = "Europe/Brussels")
    void everyMonth() {
        try {
            transaction.executeWithoutResult(status -> select(LocalDate.now(clock)));
        } catch (Refused refused) {
            LOG.warn("Inactive undertakings were not selected: {} {}", refused.key(), Arrays.toString(refused.args()));
        }
    }

    private void add(long batch, VoucherActivity.Undertaking undertaking, boolean uncertain, Set<String> listed) {
        YearMonth last = undertaking.lastActive();
        jdbc.sql("""
                insert into withdrawal_batch_item (batch, enterprise_number, recognition_number, name, last_active, uncertain) values (?, ?, ?, ?, ?, ?)
                on conflict (batch, enterprise_number) do update set uncertain = excluded.uncertain, last_active = excluded.last_active
                where withdrawal_batch_item.dossier is null""")
                .params(Arrays.asList(batch, undertaking.enterpriseNumber(), undertaking.recognitionNumber(), undertaking.name(),
                        last == null ? null : last.atDay(1), uncertain)).update();
        listed.add(undertaking.enterpriseNumber());
    }

    private Set<String> examined(YearMonth first) {
        return new HashSet<>(jdbc.sql("""
                select e.enterprise_number from ex_officio e join dossier d on d.number = e.dossier
                where d.closed_on is null or e.ground = ? and d.received_on >= ?""").params(ExOfficioGround.INACTIVE, first.atDay(1)).query(String.class).list());
    }
}
