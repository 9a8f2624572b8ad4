package be.dossierwerk.board;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.board.BudgetLine.Flow;
import be.dossierwerk.board.BudgetLine.Stage;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A manager writes down the commitments and payments of a year for a line of the budget. Later ones of the same year correct earlier ones; both stay. */
@Service
public class RecordBudgetLine {

    /** {@code objective}, {@code name}: of the line; {@code committed}: null for receipts. In euro. */
    public record Amounts(String objective, String name, Stage stage, BigDecimal committed, BigDecimal paid) { }

    private final Publications publications;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final Clock clock;

    RecordBudgetLine(Publications publications, JdbcClient jdbc, CurrentActor currentActor, AuditLog audit, Clock clock) {
        this.publications = publications;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refused security.role-missing; board.figure.wrong with the fields line, stage, committed, paid, year, publication, publishedOn */
    @Transactional
    public void record(String measure, Amounts amounts, Publication where) {
        Actor actor = currentActor.require(Roles.MANAGER);
        LocalDate today = LocalDate.now(clock);
        BudgetLine line = publications.budget(measure).stream().filter(each -> each.objective().equals(amounts.objective) && each.name().equals(amounts.name)).findFirst().orElse(null);
        List<Refused.Field> wrong = check(line, amounts);
        // A budget is made before its year.
        where.check(wrong, today.getYear() + 1, today);
        if (!wrong.isEmpty()) {
            throw new Refused("board.figure.wrong", wrong, wrong.size());
        }
        audit.lock(AuditLog.DEPARTMENT);
        jdbc.sql("""
                insert into board_budget (objective, name, measures, article, year, stage, flow, committed, paid, publication, published_on, recorded_at, recorded_by_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(line.objective(), line.name(), line.measures().toArray(String[]::new), line.article(), where.year(), amounts.stage.name(), line.flow().name(), amounts.committed,
                        amounts.paid, where.title().strip(), where.publishedOn(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), actor.name()).update();
        audit.record(AuditLog.Entry.of(AuditLog.DEPARTMENT, "BEGROTING_GENOTEERD", "%s noteerde voor %s in de begroting van %d (%s): %s%s %s.".formatted(actor.name(), line.name(), where.year(),
                amounts.stage == Stage.GEREALISEERD ? "gerealiseerd" : "begroot", line.flow() == Flow.UITGAVEN ? "VAK " + Euros.prose(amounts.committed) + ", " : "",
                line.flow() == Flow.UITGAVEN ? "VEK" : "ontvangsten", Euros.prose(amounts.paid))).because(where.title().strip()));
    }

    private static List<Refused.Field> check(BudgetLine line, Amounts amounts) {
        List<Refused.Field> wrong = new ArrayList<>();
        if (line == null) {
            wrong.add(new Refused.Field("line", "board.figure.line"));
        }
        if (amounts.stage == null) {
            wrong.add(new Refused.Field("stage", "board.figure.stage"));
        }
        boolean receipts = line != null && line.flow() == Flow.ONTVANGSTEN;
        if (receipts ? amounts.committed != null : !Publication.keeps(amounts.committed)) {
            wrong.add(new Refused.Field("committed", receipts ? "board.figure.no-commitments" : "board.figure.value"));
        }
        if (!Publication.keeps(amounts.paid)) {
            wrong.add(new Refused.Field("paid", "board.figure.value"));
        }
        return wrong;
    }
}
