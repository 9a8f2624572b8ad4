package be.dossierwerk.board;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.board.PublishedFigure.Domain;
import be.dossierwerk.board.PublishedFigure.Unit;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A manager writes down a figure that was published of a year. A later one of the same year corrects an earlier one; both stay. */
@Service
public class RecordPublishedFigure {

    /** {@code domain}, {@code unit}: of a name that is not known yet; a known one keeps its own. */
    public record Figure(String measure, Domain domain, String name, Unit unit, BigDecimal value) { }

    private final Publications publications;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final Clock clock;

    RecordPublishedFigure(Publications publications, JdbcClient jdbc, CurrentActor currentActor, AuditLog audit, Clock clock) {
        this.publications = publications;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refused security.role-missing; board.figure.wrong with the fields domain, name, unit, value, year, publication, publishedOn */
    @Transactional
    public void record(Figure figure, Publication where) {
        Actor actor = currentActor.require(Roles.MANAGER);
        LocalDate today = LocalDate.now(clock);
        List<Refused.Field> wrong = check(figure);
        where.check(wrong, today.getYear(), today);
        if (!wrong.isEmpty()) {
            throw new Refused("board.figure.wrong", wrong, wrong.size());
        }
        audit.lock(AuditLog.DEPARTMENT);
        Optional<PublishedFigure> known = publications.figures(figure.measure).stream().filter(each -> each.name().equals(figure.name.strip())).findFirst();
        jdbc.sql("""
                insert into board_figure (measure, domain, name, volume, unit, year, value, publication, published_on, recorded_at, recorded_by_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(figure.measure, known.map(PublishedFigure::domain).orElse(figure.domain).name(), figure.name.strip(), known.map(PublishedFigure::volume).orElse(null),
                        known.map(PublishedFigure::unit).orElse(figure.unit).name(), where.year(), figure.value, where.title().strip(), where.publishedOn(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), actor.name()).update();
        audit.record(AuditLog.Entry.of(AuditLog.DEPARTMENT, "GEPUBLICEERD_CIJFER_GENOTEERD", "%s noteerde het gepubliceerde cijfer van %d voor \"%s\" van de maatregel %s: %s."
                .formatted(actor.name(), where.year(), figure.name.strip(), publications.name(figure.measure), figure.value.toPlainString().replace('.', ','))).because(where.title().strip()));
    }

    private List<Refused.Field> check(Figure figure) {
        List<Refused.Field> wrong = new ArrayList<>();
        if (figure.domain == null) {
            wrong.add(new Refused.Field("domain", "board.figure.domain"));
        }
        if (figure.name == null || figure.name.isBlank()) {
            wrong.add(new Refused.Field("name", "board.figure.name"));
        }
        if (figure.unit == null) {
            wrong.add(new Refused.Field("unit", "board.figure.unit"));
        }
        if (!Publication.keeps(figure.value)) {
            wrong.add(new Refused.Field("value", "board.figure.value"));
        }
        return wrong;
    }
}
