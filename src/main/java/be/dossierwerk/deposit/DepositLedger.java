package be.dossierwerk.deposit;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deposit.DepositMovement.Kind;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and adds movements. Whoever adds holds the lock of the account's dossier, so that a balance never goes below zero. */
@Component
class DepositLedger {

    private static final String COLUMNS = "id, kind, amount, valued_on, authority, beneficiary, counters, reference, ground, reason, linked, recorded_at, recorded_by_name";

    /** A movement before it is written. */
    record Draft(Kind kind, BigDecimal amount, LocalDate valuedOn, String authority, Beneficiary to, Long counters, String reference,
                 String ground, String reason, boolean linked) {

        Draft(Kind kind, BigDecimal amount, LocalDate valuedOn, String authority, Beneficiary to, Long counters, String reference, String ground,
              String reason) {
            this(kind, amount, valuedOn, authority, to, counters, reference, ground, reason, false);
        }
    }

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final Clock clock;

    DepositLedger(JdbcClient jdbc, CurrentActor currentActor, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Both dossiers in one order, so that two people who move money both ways do not wait for each other. */
    void lock(String dossier, String authority) {
        lock(Stream.of(dossier, authority));
    }

    void lock(Stream<String> dossiers) {
        dossiers.distinct().sorted().forEach(audit::lock);
    }

    void open(String dossier, String enterpriseNumber, String reference, LocalDate on) {
        jdbc.sql("insert into deposit_account (dossier, enterprise_number, reference, opened_on) values (?, ?, ?, ?)")
                .params(dossier, enterpriseNumber, reference, on).update();
    }

    Optional<DepositStanding> find(String dossier) {
        record Account(long id, String enterpriseNumber, String reference) { }
        return jdbc.sql("select id, enterprise_number, reference from deposit_account where dossier = ?").param(dossier).query(Account.class).optional()
                .map(account -> new DepositStanding(dossier, account.enterpriseNumber, account.reference, movements(account.id)));
    }

    /** @throws Refused deposit.unknown */
    DepositStanding get(String dossier) {
        return find(dossier).orElseThrow(() -> new Refused("deposit.unknown", dossier));
    }

    /** The dossiers of the accounts of an undertaking, oldest first. */
    List<String> dossiersOf(String enterpriseNumber) {
        return jdbc.sql("select dossier from deposit_account where enterprise_number = ? order by id").param(enterpriseNumber)
                .query(String.class).list();
    }

    /** The dossiers of the accounts that this dossier opened or moved money on, oldest first. */
    List<String> dossiersConcerning(String dossier) {
        return jdbc.sql("""
                select dossier from deposit_account a where dossier = ?
                or exists (select from deposit_movement m where m.account = a.id and m.authority = ?) order by id""")
                .params(dossier, dossier).query(String.class).list();
    }

    long add(String dossier, Draft draft) {
        Actor actor = currentActor.get();
        return jdbc.sql("""
                insert into deposit_movement (account, kind, amount, valued_on, authority, beneficiary, counters, reference, ground, reason,
                                              linked, recorded_at, recorded_by, recorded_by_name)
                select id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from deposit_account where dossier = ? returning id""")
                .params(draft.kind().name(), draft.amount().setScale(2, RoundingMode.UNNECESSARY), draft.valuedOn(), draft.authority(),
                        draft.to() == null ? null : draft.to().name(), draft.counters(), draft.reference(), draft.ground(), draft.reason(),
                        draft.linked(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), actor.id(), actor.name(), dossier)
                .query(Long.class).single();
    }

    /** Told in the dossier of the account and, where that is another one, in the dossier on whose authority it happened. */
    void tell(String dossier, String authority, String action, String sentence, String reason) {
        audit.record(AuditLog.Entry.of(dossier, action, sentence).because(reason));
        if (!authority.equals(dossier)) {
            audit.record(AuditLog.Entry.of(authority, action, sentence + " De waarborg hoort bij dossier %s.".formatted(dossier)).because(reason));
        }
    }

    String actor() {
        return currentActor.get().name();
    }

    private List<DepositMovement> movements(long account) {
        return jdbc.sql("select " + COLUMNS + " from deposit_movement where account = ? order by id").param(account)
                .query(DepositLedger::movement).list();
    }

    private static DepositMovement movement(ResultSet row, int number) throws SQLException {
        String to = row.getString("beneficiary");
        return new DepositMovement(row.getLong("id"), Kind.valueOf(row.getString("kind")), row.getBigDecimal("amount"),
                row.getObject("valued_on", LocalDate.class), row.getString("authority"), to == null ? null : Beneficiary.valueOf(to),
                row.getObject("counters", Long.class), row.getString("reference"), row.getString("ground"), row.getString("reason"),
                row.getBoolean("linked"), row.getObject("recorded_at", OffsetDateTime.class).toInstant(), row.getString("recorded_by_name"));
    }
}
