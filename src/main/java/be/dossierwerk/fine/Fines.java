package be.dossierwerk.fine;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.fine.FineEntry.Kind;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.InstalmentPlan;
import be.dossierwerk.shared.InstalmentPlan.Instalment;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The fines, as they stand; who adds to one holds the lock of its dossier. */
@Service
public class Fines {

    /** A line of the register; {@code lastDay} is the running term's, or null. {@code outcome}: null while the dossier is open. */
    public record Line(String dossier, String subject, String reportNumber, LocalDate prosecutorOn, LocalDate lastDay, boolean running, BigDecimal amount,
                       BigDecimal due, String state, String outcome) { }

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final Clock clock;

    Fines(JdbcClient jdbc, CurrentActor currentActor, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    public boolean has(String dossier) {
        return jdbc.sql("select exists (select from fine where dossier = ?)").param(dossier).query(Boolean.class).single();
    }

    public Optional<Fine> find(String dossier) {
        return jdbc.sql("select * from fine where dossier = ?").param(dossier).query((row, i) -> fine(row)).optional()
                .map(fine -> new Fine(dossier, fine.report(), fine.prosecutor(), fine.opportunity(), fine.outlook(), fine.proposal(), fine.appeal(), entries(dossier), plan(dossier).orElse(null)));
    }

    /** @throws Refused fine.unknown */
    public Fine get(String dossier) {
        return find(dossier).orElseThrow(() -> new Refused("fine.unknown", dossier));
    }

    /** The dossier of the fine for this report, however its number is written. */
    public Optional<String> ofReport(String number) {
        return jdbc.sql("select dossier from fine where upper(regexp_replace(report_number, '[^A-Za-z0-9]', '', 'g')) = upper(regexp_replace(?, '[^A-Za-z0-9]', '', 'g'))")
                .param(number).query(String.class).optional();
    }

    /**
     * The register: what can still be imposed first, by its last day; then what waits for the prosecutor, what is being collected and what ended.
     * @param open only dossiers that did not end
     */
    public List<Line> register(boolean open, String text) {
        String like = text == null || text.isBlank() ? null : "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return jdbc.sql("""
                select f.dossier, d.subject, f.report_number, f.prosecutor_on, coalesce(t.due_on, f.last_day) as last_day, t.id is not null as running, f.amount,
                       d.state, d.outcome, coalesce((select sum(case e.kind when 'OPGELEGD' then e.amount when 'TERUGBETALING' then e.amount else -e.amount end)
                           from fine_entry e where e.dossier = f.dossier and e.kind <> 'TEGENGEBOEKT'
                           and not exists (select from fine_entry undo where undo.counters = e.id)), 0) as due
                from fine f join dossier d on d.number = f.dossier
                left join term t on t.dossier = f.dossier and t.rule = 'T-AGB-01' and t.stopped_on is null
                where (not :open or d.closed_on is null)
                  and (:text::text is null or d.subject ilike :text or f.dossier ilike :text or f.report_number ilike :text)
                order by d.closed_on is not null, t.id is null, coalesce(t.due_on, f.last_day) nulls first, f.dossier""")
                .param("open", open).param("text", like, java.sql.Types.VARCHAR)
                .query((row, i) -> new Line(row.getString("dossier"), row.getString("subject"), row.getString("report_number"),
                        row.getObject("prosecutor_on", LocalDate.class), row.getObject("last_day", LocalDate.class), row.getBoolean("running"),
                        row.getBigDecimal("amount"), row.getBigDecimal("due"), row.getString("state"), row.getString("outcome"))).list();
    }

    /** Open fines that were imposed. */
    List<String> collected() {
        return jdbc.sql("""
                select f.dossier from fine f join dossier d on d.number = f.dossier where d.closed_on is null
                and exists (select from fine_entry e where e.dossier = f.dossier) order by 1""").query(String.class).list();
    }

    /** Takes the lock of the dossier first. @throws Refused fine.unknown */
    Fine locked(String dossier) {
        audit.lock(dossier);
        return get(dossier);
    }

    void add(String dossier, Kind kind, BigDecimal amount, LocalDate valuedOn, Long counters, String reference, String reason) {
        Actor actor = currentActor.get();
        jdbc.sql("""
                insert into fine_entry (dossier, kind, amount, valued_on, counters, reference, reason, recorded_at, recorded_by, recorded_by_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(dossier, kind.name(), amount.setScale(2), valuedOn, counters, reference, reason, OffsetDateTime.now(clock), actor.id(), actor.name()))
                .update();
    }

    void addPlan(String dossier, BigDecimal total, List<Instalment> instalments) {
        Actor actor = currentActor.get();
        long plan = jdbc.sql("insert into fine_plan (dossier, total, agreed_on, agreed_by, agreed_by_name) values (?, ?, ?, ?, ?) returning id")
                .params(dossier, total, LocalDate.now(clock), actor.id(), actor.name()).query(Long.class).single();
        int position = 1;
        for (Instalment instalment : instalments) {
            jdbc.sql("insert into fine_instalment (plan, position, due_on, amount) values (?, ?, ?, ?)")
                    .params(plan, position++, instalment.dueOn(), instalment.amount()).update();
        }
    }

    /** @throws Refused fine.amount */
    static void checkAmount(BigDecimal amount) {
        if (!Euros.payable(amount)) {
            throw new Refused("fine.amount", List.of(new Refused.Field("amount", "fine.amount")));
        }
    }

    /** @throws Refused fine.future */
    void checkDay(LocalDate day) {
        if (day == null || day.isAfter(LocalDate.now(clock))) {
            throw new Refused("fine.future", List.of(new Refused.Field("day", "fine.future")));
        }
    }

    /** Without what was paid and agreed: that is read when the connection of this row is back. */
    private static Fine fine(ResultSet row) throws SQLException {
        String dossier = row.getString("dossier");
        String decision = row.getString("prosecutor_decision");
        Boolean opportune = row.getObject("opportune", Boolean.class);
        BigDecimal amount = row.getBigDecimal("amount");
        LocalDate appealed = row.getObject("appealed_on", LocalDate.class);
        return new Fine(dossier, new Fine.Report(row.getString("report_number"), row.getObject("report_on", LocalDate.class),
                List.of((String[]) row.getArray("offences").getArray()), row.getString("facts"), row.getString("from_dossier")),
                decision == null ? null : new Fine.Prosecutor(decision.equals("VERVOLGING"), row.getObject("prosecutor_on", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)),
                opportune == null ? null : new Fine.Opportunity(opportune, row.getString("opportune_because")), row.getString("outlook"),
                amount == null ? null : new Fine.Proposal(row.getString("level"), row.getInt("workers"), amount, row.getString("amount_because")),
                appealed == null ? null : new Fine.Appeal(appealed, row.getString("appeal_role_number"), row.getString("ruling"),
                        row.getObject("ruled_on", LocalDate.class), row.getString("ruling_because")), List.of(), null);
    }

    private List<FineEntry> entries(String dossier) {
        return jdbc.sql("select * from fine_entry where dossier = ? order by id").param(dossier).query((row, i) -> new FineEntry(row.getLong("id"),
                Kind.valueOf(row.getString("kind")), row.getBigDecimal("amount"), row.getObject("valued_on", LocalDate.class), row.getObject("counters", Long.class),
                row.getString("reference"), row.getString("reason"), row.getString("recorded_by_name"))).list();
    }

    private Optional<InstalmentPlan> plan(String dossier) {
        record Agreed(long id, LocalDate agreedOn, String agreedByName, BigDecimal total) { }
        return jdbc.sql("select id, agreed_on, agreed_by_name, total from fine_plan where dossier = ? order by id desc limit 1").param(dossier).query(Agreed.class).optional()
                .map(plan -> new InstalmentPlan(plan.agreedOn, plan.agreedByName, plan.total,
                        jdbc.sql("select due_on, amount from fine_instalment where plan = ? order by position").param(plan.id)
                                .query((line, n) -> new Instalment(line.getObject(1, LocalDate.class), line.getBigDecimal(2))).list()));
    }
}
