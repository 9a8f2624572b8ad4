package be.dossierwerk.payment;

import be.dossierwerk.payment.PayableStanding.Kind;
import be.dossierwerk.payment.PayableStanding.Movement;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and adds payables and their movements. */
@Component
class PayableLedger {

    /** A payable that no decision took away and no order holds. */
    record Open(long id, int nextAttempt, Payable payable) { }

    /** What the next run could take. */
    record Candidate(long payable, String dossier) { }

    /** The order that the newest contradiction is about, and what the bank said. */
    record Dispute(long line, String run, LocalDate bookedOn, String bankReference) { }

    private static final String FACTS = """
            p.id, p.dossier, a.beneficiary, a.iban, p.amount,
            coalesce(p.free_text, '+++' || substr(p.structured, 1, 3) || '/' || substr(p.structured, 4, 4) || '/' || substr(p.structured, 8) || '+++') as communication,
            p.granted_by""";
    private static final String NEWEST_ACCOUNT = " join lateral (select * from payment_account a where a.payable = p.id order by a.id desc limit 1) a on true ";

    private static final String WAITING = "select p.dossier, a.beneficiary, a.iban, p.amount, p.granted_by, "
            + "(select m.reason from payment_movement m where m.payable = p.id order by m.id desc limit 1) as why from payment_payable p" + NEWEST_ACCOUNT;
    private static final String DOUBTED = """
            select newest.payable from (select distinct on (payable) payable, kind from payment_movement where kind in ('BETWIST', 'UITGEKLAARD')
                                        order by payable, id desc) newest where newest.kind = 'BETWIST'""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    PayableLedger(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Without a value when the dossier has one already. */
    Optional<Long> add(Payable payable) {
        Actor actor = currentActor.get();
        Optional<Long> id = jdbc.sql("""
                insert into payment_payable (dossier, amount, structured, free_text, granted_by, added_at, added_by, added_by_name)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (dossier) do nothing returning id""")
                .params(payable.dossier(), payable.amount(), payable.structured() ? payable.digits() : null,
                        payable.structured() ? null : payable.communication(), payable.grantedBy(), now(), actor.id(), actor.name())
                .query(Long.class).optional();
        id.ifPresent(added -> {
            account(added, payable.beneficiary(), payable.iban(), null);
            move(added, Kind.TOEGEVOEGD, null);
        });
        return id;
    }

    void account(long payable, String beneficiary, String iban, String reason) {
        Actor actor = currentActor.get();
        jdbc.sql("insert into payment_account (payable, beneficiary, iban, reason, recorded_at, recorded_by, recorded_by_name) values (?, ?, ?, ?, ?, ?, ?)")
                .params(payable, beneficiary, iban, reason, now(), actor.id(), actor.name()).update();
    }

    void move(long payable, Kind kind, String reason) {
        move(payable, kind, null, null, null, null, reason);
    }

    void move(long payable, Kind kind, Long line, Long bankFile, LocalDate valuedOn, String bankReference, String reason) {
        Actor actor = currentActor.get();
        jdbc.sql("""
                insert into payment_movement (payable, kind, line, bank_file, valued_on, bank_reference, reason, recorded_at, recorded_by, recorded_by_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(payable, kind.name(), line, bankFile, valuedOn, bankReference, reason, now(), actor.id(), actor.name()).update();
    }

    boolean has(String dossier) {
        return jdbc.sql("select exists (select from payment_payable where dossier = ?)").param(dossier).query(Boolean.class).single();
    }

    /** Waits for whoever moves it. */
    Optional<Long> lock(String dossier) {
        return jdbc.sql("select id from payment_payable where dossier = ? for update").param(dossier).query(Long.class).optional();
    }

    /** As the decision gave it, with the account of that day. */
    Optional<Payable> granted(String dossier) {
        return jdbc.sql("select " + FACTS + " from payment_payable p join lateral "
                        + "(select * from payment_account a where a.payable = p.id order by a.id limit 1) a on true where p.dossier = ?")
                .param(dossier).query((row, i) -> payable(row)).optional();
    }

    Optional<PayableStanding> standing(String dossier) {
        List<Movement> movements = movements(dossier);
        return jdbc.sql("select " + FACTS + ", s.state, s.doubted, (select l.state from payment_movement m join payment_line l on l.id = m.line where m.payable = p.id "
                        + "and m.kind = 'BETWIST' order by m.id desc limit 1) as disputed from payment_payable p" + NEWEST_ACCOUNT
                        + "join payment_standing s on s.payable = p.id where p.dossier = ?")
                .param(dossier).query((row, i) -> new PayableStanding(payable(row), PayableState.valueOf(row.getString("state")), row.getBoolean("doubted"),
                        newest(movements, true), newest(movements, false),
                        row.getString("disputed") == null ? null : LineState.valueOf(row.getString("disputed")), movements)).optional();
    }

    /** Oldest first. */
    List<WaitingPayable> waiting(Collection<String> dossiers) {
        return jdbc.sql(WAITING + "where p.dossier = any(?) order by p.id").param(dossiers.toArray(String[]::new)).query(WaitingPayable.class).list();
    }

    /** About which the bank and the books disagree, oldest first. */
    List<WaitingPayable> doubted(int limit) {
        return jdbc.sql(WAITING + "where p.id in (" + DOUBTED + ") order by p.id limit ?").param(limit).query(WaitingPayable.class).list();
    }

    /** Oldest first, those that came after this one (0: all); nothing is locked, so each may be gone a moment later. */
    List<Candidate> candidates(long after, int limit) {
        return jdbc.sql("select payable, dossier from payment_payable_now where payable > ? order by payable limit ?").params(after, limit)
                .query(Candidate.class).list();
    }

    /** Those of the dossiers that can still be paid, locked in one order. */
    List<Open> lockOpen(Collection<String> dossiers) {
        String[] all = dossiers.toArray(String[]::new);
        jdbc.sql("select id from payment_payable where dossier = any(?) order by id for update").param(all).query(Long.class).list();
        return jdbc.sql("select " + FACTS + ", coalesce((select max(attempt) from payment_line l where l.payable = p.id), 0) + 1 as next_attempt "
                        + "from payment_payable p" + NEWEST_ACCOUNT + "join payment_standing s on s.payable = p.id "
                        + "where p.dossier = any(?) and s.state = 'BETAALBAAR' order by p.id")
                .param(all).query((row, i) -> new Open(row.getLong("id"), row.getInt("next_attempt"), payable(row))).list();
    }

    Optional<Dispute> dispute(String dossier) {
        return jdbc.sql("""
                select m.line, r.number, m.valued_on, m.bank_reference from payment_movement m join payment_payable p on p.id = m.payable
                join payment_line l on l.id = m.line join payment_run r on r.id = l.run where p.dossier = ? and m.kind = 'BETWIST' order by m.id desc limit 1""")
                .param(dossier).query((row, i) -> new Dispute(row.getLong("line"), row.getString("number"), row.getObject("valued_on", LocalDate.class),
                        row.getString("bank_reference"))).optional();
    }

    private List<Movement> movements(String dossier) {
        return jdbc.sql("""
                select m.kind, coalesce(l.attempt, 0) as attempt, r.number, m.valued_on, m.reason, m.recorded_at, m.recorded_by_name
                from payment_movement m left join payment_line l on l.id = m.line left join payment_run r on r.id = l.run
                where m.payable = (select p.id from payment_payable p where p.dossier = ?) order by m.id""").param(dossier)
                .query((row, i) -> new Movement(Kind.valueOf(row.getString("kind")), row.getInt("attempt"), row.getString("number"),
                        row.getObject("valued_on", LocalDate.class), row.getString("reason"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(), row.getString("recorded_by_name"))).list();
    }

    private static String newest(List<Movement> movements, boolean run) {
        String newest = null;
        for (Movement movement : movements) {
            newest = !run ? movement.reason() : movement.run() == null ? newest : movement.run();
        }
        return newest;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Payable payable(ResultSet row) throws SQLException {
        return new Payable(row.getString("dossier"), row.getString("beneficiary"), row.getString("iban"), row.getBigDecimal("amount"),
                row.getString("communication"), row.getString("granted_by"));
    }
}
