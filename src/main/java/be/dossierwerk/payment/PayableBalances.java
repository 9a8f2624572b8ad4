package be.dossierwerk.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the payments of many dossiers stand, in one question: for overviews. Asks no role; changes nothing. */
@Service
public class PayableBalances {

    /** {@code amount}: granted, in euro; {@code run}: the newest one that it was in, or null; {@code paidOn}: the day of the bank, null while it is not paid. */
    public record Balance(BigDecimal amount, PayableState state, String run, LocalDate paidOn) {

        /** In euro. */
        public BigDecimal paid() {
            return state == PayableState.BETAALD ? amount : BigDecimal.ZERO.setScale(2);
        }
    }

    private final JdbcClient jdbc;

    PayableBalances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By dossier; one of which nothing was handed over to be paid is not in it. */
    @Transactional(readOnly = true)
    public Map<String, Balance> of(Collection<String> dossiers) {
        Map<String, Balance> balances = new HashMap<>();
        jdbc.sql("""
                select p.dossier, p.amount, s.state,
                       (select r.number from payment_line l join payment_run r on r.id = l.run where l.payable = p.id order by l.attempt desc limit 1) as run,
                       (select max(m.valued_on) from payment_movement m where m.payable = p.id and m.kind in ('BETAALD', 'TOCH_BETAALD') and s.state = 'BETAALD') as paid_on
                from payment_payable p join payment_standing s on s.payable = p.id where p.dossier = any(?)""").param(dossiers.toArray(String[]::new)).query(row -> {
            balances.put(row.getString("dossier"), new Balance(row.getBigDecimal("amount"), PayableState.valueOf(row.getString("state")), row.getString("run"),
                    row.getObject("paid_on", LocalDate.class)));
        });
        return balances;
    }
}
