package be.dossierwerk.recovery;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.recovery.RecoveryEntry.Kind;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.InstalmentPlan;
import be.dossierwerk.shared.InstalmentPlan.Instalment;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and adds what is known of recoveries. Whoever adds holds the lock of the dossier. */
@Component
class RecoveryLedger {

    /** An entry before it is written; what does not concern its kind is null. */
    record Draft(Kind kind, BigDecimal amount, LocalDate valuedOn, String reference, String reason, Long counters, Reduction reduction,
                 String depositDossier, Long depositMovement) {

        static Draft of(Kind kind, BigDecimal amount, LocalDate valuedOn, String reference, String reason) {
            return new Draft(kind, amount, valuedOn, reference, reason, null, null, null, null);
        }
    }

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RecoveryLedger(JdbcClient jdbc, CurrentActor currentActor, AuditLog audit, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    String actor() {
        return currentActor.get().name();
    }

    void tell(String dossier, String action, String sentence, String reason) {
        audit.record(AuditLog.Entry.of(dossier, action, sentence).because(reason));
    }

    /** For who follows the ledger; after everything was written. */
    void moved(String dossier, RecoveryMoved.What what) {
        events.publishEvent(new RecoveryMoved(dossier, what));
    }

    void open(String dossier, String enterpriseNumber, LimitationKind kind) {
        Actor actor = currentActor.get();
        jdbc.sql("insert into recovery (dossier, enterprise_number, limitation_kind, opened_at, opened_by, opened_by_name) values (?, ?, ?, ?, ?, ?)")
                .params(dossier, enterpriseNumber, kind.name(), now(), actor.id(), actor.name()).update();
    }

    /** Takes the lock of the dossier first. @throws Refused recovery.unknown */
    RecoveryStanding locked(String dossier) {
        audit.lock(dossier);
        return get(dossier);
    }

    void lock(String dossier) {
        audit.lock(dossier);
    }

    /** In one order, so that two people who move money between the same files do not wait for each other. */
    void lock(Stream<String> dossiers) {
        dossiers.distinct().sorted().forEach(audit::lock);
    }

    /** @throws Refused recovery.unknown */
    RecoveryStanding get(String dossier) {
        return find(dossier).orElseThrow(() -> new Refused("recovery.unknown", dossier));
    }

    boolean has(String dossier) {
        return jdbc.sql("select exists (select from recovery where dossier = ?)").param(dossier).query(Boolean.class).single();
    }

    /** Whether the procedure leads this recovery; then its lines come in through its tasks. */
    boolean inProcedure(String dossier) {
        return jdbc.sql("select exists (select from recovery_course where dossier = ?)").param(dossier).query(Boolean.class).single();
    }

    Optional<RecoveryStanding> find(String dossier) {
        return jdbc.sql("select enterprise_number from recovery where dossier = ?").param(dossier).query(String.class).optional().map(enterpriseNumber -> {
            Calculation calculation = calculation(dossier).orElse(null);
            List<RecoveryEntry> entries = entries(dossier);
            return new RecoveryStanding(dossier, enterpriseNumber, calculation, entries, plan(dossier).filter(plan -> holds(plan, entries)).orElse(null),
                    calculation == null ? null : limitation(limitationKind(dossier), calculation).orElse(null));
        });
    }

    /** A plan for a decision that was annulled is none for a later one. */
    private static boolean holds(InstalmentPlan plan, List<RecoveryEntry> entries) {
        return entries.stream().filter(entry -> entry.kind() == Kind.VASTGESTELD).reduce((first, last) -> last)
                .map(decision -> !plan.agreedOn().isBefore(decision.valuedOn())).orElse(true);
    }

    /** What was chosen last, else what the recovery was opened with. */
    LimitationKind limitationKind(String dossier) {
        return jdbc.sql("""
                select coalesce((select c.limitation_kind from recovery_limitation_choice c where c.dossier = r.dossier order by c.id desc limit 1), r.limitation_kind)
                from recovery r where r.dossier = ?""").param(dossier).query((row, i) -> LimitationKind.valueOf(row.getString(1))).single();
    }

    void choose(String dossier, LimitationKind kind) {
        Actor actor = currentActor.get();
        jdbc.sql("insert into recovery_limitation_choice (dossier, limitation_kind, recorded_at, recorded_by, recorded_by_name) values (?, ?, ?, ?, ?)")
                .params(dossier, kind.name(), now(), actor.id(), actor.name()).update();
    }

    /** In years, by the term in force today. */
    int limitationYears(LimitationKind kind) {
        return jdbc.sql("select years from limitation_term where kind = ? and valid_from <= ? order by valid_from desc limit 1").params(kind.name(), today())
                .query(Integer.class).single();
    }

    List<String> dossiersOf(String enterpriseNumber) {
        return jdbc.sql("select dossier from recovery where enterprise_number = ? order by opened_at, dossier").param(enterpriseNumber)
                .query(String.class).list();
    }

    /** The recovery that a movement of a deposit paid. */
    String dossierOfMovement(long movement) {
        return jdbc.sql("select dossier from recovery_entry where deposit_movement = ?").param(movement).query(String.class).single();
    }

    /** The rate of a month: of the newest start before it, the one that was recorded last. Empty where a rate ended and no other began. */
    Optional<VoucherRate> rate(YearMonth month) {
        return jdbc.sql("select valid_from, valid_to, intervention, purchase_price, source from voucher_rate where valid_from <= ? order by valid_from desc, id desc limit 1")
                .param(month.atDay(1)).query(RecoveryLedger::rate).optional().filter(rate -> rate.covers(month));
    }

    /** Every rate that was recorded, newest first. */
    List<VoucherRate> rates() {
        return jdbc.sql("select valid_from, valid_to, intervention, purchase_price, source from voucher_rate order by valid_from desc, id desc")
                .query(RecoveryLedger::rate).list();
    }

    void addRate(VoucherRate rate) {
        Actor actor = currentActor.get();
        jdbc.sql("""
                insert into voucher_rate (valid_from, valid_to, intervention, purchase_price, source, recorded_at, recorded_by, recorded_by_name)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(rate.validFrom(), rate.validTo(), rate.intervention(), rate.purchasePrice(), rate.source(), now(), actor.id(), actor.name()).update();
    }

    void addCalculation(String dossier, Calculation calculation) {
        Actor actor = currentActor.get();
        long id = jdbc.sql("""
                insert into recovery_calculation (dossier, total, computed_at, computed_by, computed_by_name) values (?, ?, ?, ?, ?) returning id""")
                .params(dossier, calculation.total(), now(), actor.id(), actor.name()).query(Long.class).single();
        int position = 1;
        for (Calculation.Line line : calculation.lines()) {
            jdbc.sql("""
                    insert into recovery_line (calculation, position, month, vouchers, proven, evidence, intervention_rate, purchase_rate, intervention, purchase)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(id, position++, line.facts().month().atDay(1), line.facts().vouchers(), line.facts().proven(), line.facts().evidence(),
                            line.interventionRate(), line.purchaseRate(), line.intervention(), line.purchase()).update();
        }
    }

    long add(String dossier, Draft draft) {
        Actor actor = currentActor.get();
        Reduction reduction = draft.reduction();
        return jdbc.sql("""
                insert into recovery_entry (dossier, kind, amount, valued_on, counters, reference, reason, reduction, proposed_by, deposit_dossier,
                                            deposit_movement, recorded_at, recorded_by, recorded_by_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(dossier, draft.kind().name(), draft.amount().setScale(2, RoundingMode.UNNECESSARY), draft.valuedOn(), draft.counters(),
                        draft.reference(), draft.reason(), reduction == null ? null : reduction.id(), reduction == null ? null : reduction.proposedBy(),
                        draft.depositDossier(), draft.depositMovement(), now(), actor.id(), actor.name())
                .query(Long.class).single();
    }

    void addPlan(String dossier, BigDecimal total, List<Instalment> instalments) {
        Actor actor = currentActor.get();
        long id = jdbc.sql("insert into instalment_plan (dossier, total, agreed_on, agreed_by, agreed_by_name) values (?, ?, ?, ?, ?) returning id")
                .params(dossier, total, today(), actor.id(), actor.name()).query(Long.class).single();
        int position = 1;
        for (Instalment instalment : instalments) {
            jdbc.sql("insert into instalment (plan, position, due_on, amount) values (?, ?, ?, ?)")
                    .params(id, position++, instalment.dueOn(), instalment.amount()).update();
        }
    }

    long addReduction(String dossier, BigDecimal amount, String reason) {
        Actor actor = currentActor.get();
        return jdbc.sql("""
                insert into recovery_reduction (dossier, amount, reason, proposed_at, proposed_by, proposed_by_name) values (?, ?, ?, ?, ?, ?) returning id""")
                .params(dossier, amount, reason, now(), actor.id(), actor.name()).query(Long.class).single();
    }

    void rejectReduction(long reduction, String reason) {
        Actor actor = currentActor.get();
        jdbc.sql("insert into recovery_reduction_rejection (reduction, reason, rejected_at, rejected_by, rejected_by_name) values (?, ?, ?, ?, ?)")
                .params(reduction, reason, now(), actor.id(), actor.name()).update();
    }

    /** Those of a dossier that nobody confirmed or rejected, oldest first. */
    List<Reduction> openReductions(String dossier) {
        return jdbc.sql("""
                select id, dossier, amount, reason, proposed_by, proposed_by_name, proposed_at from recovery_reduction r where dossier = ?
                and not exists (select from recovery_entry e where e.reduction = r.id)
                and not exists (select from recovery_reduction_rejection x where x.reduction = r.id) order by id""")
                .param(dossier).query((row, i) -> new Reduction(row.getLong(1), row.getString(2), row.getBigDecimal(3), row.getString(4), row.getString(5),
                        row.getString(6), row.getObject(7, OffsetDateTime.class).toInstant())).list();
    }

    /** Takes the lock of its dossier. @throws Refused recovery.reduction-decided when it is not open */
    Reduction openReduction(long id) {
        String dossier = jdbc.sql("select dossier from recovery_reduction where id = ?").param(id).query(String.class).optional()
                .orElseThrow(() -> new Refused("recovery.reduction-decided"));
        audit.lock(dossier);
        return openReductions(dossier).stream().filter(one -> one.id() == id).findFirst().orElseThrow(() -> new Refused("recovery.reduction-decided"));
    }

    /** @throws Refused recovery.amount */
    static void checkAmount(BigDecimal amount) {
        if (!Euros.payable(amount)) {
            throw new Refused("recovery.amount", List.of(new Refused.Field("amount", "recovery.amount")));
        }
    }

    /** @throws Refused recovery.amount, or recovery.more-than-due: only real money may be more than what is owed */
    static void checkWithinDebt(BigDecimal amount, RecoveryStanding standing) {
        checkAmount(amount);
        if (amount.compareTo(standing.due()) > 0) {
            String due = Euros.prose(standing.due());
            throw new Refused("recovery.more-than-due", List.of(new Refused.Field("amount", "recovery.more-than-due", due)), due);
        }
    }

    /** @throws Refused recovery.future */
    void checkDay(LocalDate day) {
        if (day == null || day.isAfter(today())) {
            throw new Refused("recovery.future", List.of(new Refused.Field("day", "recovery.future")));
        }
    }

    /** @throws Refused recovery.reason */
    static String reason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refused("recovery.reason", List.of(new Refused.Field("reason", "recovery.reason")));
        }
        return reason.strip();
    }

    private Optional<Calculation> calculation(String dossier) {
        record Made(long id, BigDecimal total) { }
        return jdbc.sql("select id, total from recovery_calculation where dossier = ? order by id desc limit 1").param(dossier).query(Made.class).optional()
                .map(made -> new Calculation(lines(made.id), made.total));
    }

    private List<Calculation.Line> lines(long calculation) {
        return jdbc.sql("select * from recovery_line where calculation = ? order by position").param(calculation)
                .query((row, i) -> new Calculation.Line(new VoucherLine(YearMonth.from(row.getObject("month", LocalDate.class)), row.getInt("vouchers"),
                        row.getBoolean("proven"), row.getString("evidence")), row.getBigDecimal("intervention_rate"), row.getBigDecimal("purchase_rate"),
                        row.getBigDecimal("intervention"), row.getBigDecimal("purchase"))).list();
    }

    private List<RecoveryEntry> entries(String dossier) {
        return jdbc.sql("select * from recovery_entry where dossier = ? order by id").param(dossier)
                .query((row, i) -> new RecoveryEntry(row.getLong("id"), Kind.valueOf(row.getString("kind")), row.getBigDecimal("amount"),
                        row.getObject("valued_on", LocalDate.class), row.getObject("counters", Long.class), row.getString("reference"),
                        row.getString("reason"), row.getString("deposit_dossier"), row.getObject("deposit_movement", Long.class),
                        row.getString("recorded_by_name"))).list();
    }

    private Optional<InstalmentPlan> plan(String dossier) {
        record Agreed(long id, LocalDate agreedOn, String agreedByName, BigDecimal total) { }
        return jdbc.sql("select id, agreed_on, agreed_by_name, total from instalment_plan where dossier = ? order by id desc limit 1").param(dossier).query(Agreed.class).optional()
                .map(plan -> new InstalmentPlan(plan.agreedOn, plan.agreedByName, plan.total,
                        jdbc.sql("select due_on, amount from instalment where plan = ? order by position").param(plan.id)
                                .query((line, n) -> new Instalment(line.getObject(1, LocalDate.class), line.getBigDecimal(2))).list()));
    }

    /** By the term that is in force today: a change of the law holds for claims that are not yet time-barred. */
    private Optional<Limitation> limitation(LimitationKind kind, Calculation calculation) {
        return calculation.oldest().map(month -> jdbc.sql("""
                select years, alarm_months, source from limitation_term where kind = ? and valid_from <= ? order by valid_from desc limit 1""")
                .params(kind.name(), today()).query((row, i) -> new Limitation(kind, month.atDay(1), row.getInt(1), row.getInt(2), row.getString(3))).single());
    }

    private static VoucherRate rate(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new VoucherRate(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class), row.getBigDecimal(3), row.getBigDecimal(4), row.getString(5));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
