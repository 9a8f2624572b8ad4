package be.dossierwerk.trainingbudget;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.trainingbudget.BudgetMovement.Kind;
import be.dossierwerk.trainingbudget.Distribution.Basis;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and adds movements. Whoever adds holds the lock of the recognition dossier of the account, so that a budget never goes below zero. */
@Component
class BudgetLedger {

    private static final String ACCOUNT = "select id, enterprise_number, year, recognition, basis, sentence, sums from training_account";

    private record Account(long id, String enterpriseNumber, int year, String recognition, String basis, String sentence, String sums) { }

    private final JdbcClient jdbc;
    private final BudgetVersions versions;
    private final CurrentActor currentActor;
    private final AuditLog audit;

    BudgetLedger(JdbcClient jdbc, BudgetVersions versions, CurrentActor currentActor, AuditLog audit) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.currentActor = currentActor;
        this.audit = audit;
    }

    Optional<BudgetStanding> find(String enterpriseNumber, int year) {
        return jdbc.sql(ACCOUNT + " where enterprise_number = ? and year = ?").params(digits(enterpriseNumber), year).query(Account.class).optional().map(this::standing);
    }

    /** @throws Refused trainingbudget.no-budget */
    BudgetStanding get(String enterpriseNumber, int year) {
        return find(enterpriseNumber, year).orElseThrow(() -> new Refused("trainingbudget.no-budget", EnterpriseNumber.format(digits(enterpriseNumber)), String.valueOf(year)));
    }

    BudgetStanding byId(long account) {
        return standing(jdbc.sql(ACCOUNT + " where id = ?").param(account).query(Account.class).single());
    }

    /** Newest year first. */
    List<BudgetStanding> ofRecognition(String recognition) {
        return jdbc.sql(ACCOUNT + " where recognition = ? order by year desc").param(recognition).query(Account.class).list().stream().map(this::standing).toList();
    }

    boolean has(String recognition) {
        return jdbc.sql("select exists (select from training_account where recognition = ?)").param(recognition).query(Boolean.class).single();
    }

    boolean concerns(String dossier) {
        return jdbc.sql("""
                select exists (select from training_account where recognition = :dossier)
                    or exists (select from training_movement where authority = :dossier and kind <> 'TOEGEKEND')""").param("dossier", dossier)
                .query(Boolean.class).single();
    }

    /** The accounts on which this dossier moved money, newest year first; grants are of the dossier of a year and not counted. */
    List<BudgetStanding> concerning(String dossier) {
        return jdbc.sql(ACCOUNT + " a where exists (select from training_movement m where m.account = a.id and m.authority = ? and m.kind <> 'TOEGEKEND') order by year desc")
                .param(dossier)
                .query(Account.class).list().stream().map(this::standing).toList();
    }

    /** Both dossiers in one order, so that two people do not wait for each other; then what the account holds now. */
    BudgetStanding locked(String enterpriseNumber, int year, String authority) {
        String recognition = get(enterpriseNumber, year).recognition();
        Stream.of(recognition, authority).distinct().sorted().forEach(audit::lock);
        return get(enterpriseNumber, year);
    }

    void add(long account, Kind kind, BigDecimal amount, String authority, Long counters, String reason) {
        Actor actor = currentActor.get();
        jdbc.sql("""
                insert into training_movement (account, kind, amount, authority, counters, reason, recorded_at, recorded_by, recorded_by_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""").params(account, kind.name(), amount.setScale(2, RoundingMode.UNNECESSARY), authority, counters, reason,
                versions.now(), actor.id(), actor.name()).update();
    }

    /** Opens the account of everybody who is recognised and grants what the version says; returns how many accounts. */
    int openAll(BudgetVersion version) {
        int accounts = jdbc.sql("""
                insert into training_account (enterprise_number, year, recognition, basis, sentence, sums, opened_at)
                select enterprise_number, ?, recognition, basis, sentence, sums, ? from training_share where version = ? and basis <> 'NIET_ERKEND' order by position""")
                .params(version.year(), versions.now(), version.id()).update();
        Actor actor = currentActor.get();
        jdbc.sql("""
                insert into training_movement (account, kind, amount, authority, recorded_at, recorded_by, recorded_by_name)
                select a.id, 'TOEGEKEND', s.amount, ?, ?, ?, ? from training_account a
                join training_share s on s.version = ? and s.enterprise_number = a.enterprise_number
                where a.year = ? and s.amount > 0 order by a.id""")
                .params(version.dossier(), versions.now(), actor.id(), actor.name(), version.id(), version.year()).update();
        return accounts;
    }

    /** For one that came later. */
    long open(int year, String recognition, Distribution.Share share, String sentence, String sums) {
        long account = jdbc.sql("""
                insert into training_account (enterprise_number, year, recognition, basis, sentence, sums, opened_at) values (?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(share.candidate().enterpriseNumber(), year, recognition, share.basis().name(), sentence, sums, versions.now()).query(Long.class).single();
        jdbc.sql("insert into training_letter (account) values (?)").param(account).update();
        return account;
    }

    /** What newcomers of that year have been granted. */
    BigDecimal grantedToNewcomers(int year) {
        return jdbc.sql("""
                select coalesce(sum(m.amount), 0) from training_movement m join training_account a on a.id = m.account
                where a.year = ? and a.basis = 'NIEUW' and m.kind = 'TOEGEKEND' and not exists (select from training_movement o where o.counters = m.id)""")
                .param(year).query(BigDecimal.class).single();
    }

    private BudgetStanding standing(Account account) {
        return new BudgetStanding(account.id, account.enterpriseNumber, account.year, account.recognition, Basis.valueOf(account.basis), account.sentence, account.sums,
                jdbc.sql("select id, kind, amount, authority, counters, reason, recorded_at, recorded_by_name from training_movement where account = ? order by id")
                        .param(account.id).query((each, i) -> new BudgetMovement(each.getLong(1), Kind.valueOf(each.getString(2)), each.getBigDecimal(3), each.getString(4),
                                each.getObject(5, Long.class), each.getString(6), each.getObject(7, OffsetDateTime.class).toInstant(), each.getString(8))).list());
    }

    private static String digits(String enterpriseNumber) {
        return enterpriseNumber.replace(".", "").strip();
    }
}
