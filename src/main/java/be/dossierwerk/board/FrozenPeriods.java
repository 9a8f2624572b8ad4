package be.dossierwerk.board;

import be.dossierwerk.board.Figures.NormFigure;
import be.dossierwerk.board.Figures.Volume;
import be.dossierwerk.board.Figures.VolumeFigure;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowBoard.Result;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The periods that were frozen, by whom, and who signed them. */
@Service
public class FrozenPeriods {

    /** {@code frozenAt}: what was known then counts; {@code signedByName}: null until a second person signed, like {@code signedAt}. */
    public record Frozen(long id, String name, Period period, Period other, Instant frozenAt, String frozenBy, String frozenByName, String sha256, String signedByName, Instant signedAt) { }

    private final Definitions definitions;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    FrozenPeriods(Definitions definitions, JdbcClient jdbc, CurrentActor currentActor) {
        this.definitions = definitions;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Frozen> all() {
        currentActor.require(ShowBoard.READERS);
        return jdbc.sql("select p.*, s.signed_by_name, s.signed_at from frozen_period p left join frozen_signature s on s.period = p.id order by p.id desc").query(FrozenPeriods::frozen).list();
    }

    /** @throws Refused security.role-missing; board.frozen.unknown */
    @Transactional(readOnly = true)
    public Frozen of(long id) {
        return all().stream().filter(each -> each.id == id).findFirst().orElseThrow(() -> new Refused("board.frozen.unknown"));
    }

    /** As they were frozen, in the versions that held then. */
    @Transactional(readOnly = true)
    public Figures figures(Frozen frozen) {
        currentActor.require(ShowBoard.READERS);
        List<NormFigure> norms = jdbc.sql("""
                select f.code, f.version, f.counted, f.met, f.other_counted, f.other_met from frozen_norm f join board_norm n using (code, version) where f.period = ? order by n.place""")
                .param(frozen.id).query((row, i) -> new NormFigure(definitions.version(row.getString(1), row.getInt(2)).definition(), row.getInt(2), new Result(row.getLong(3), row.getLong(4)),
                        new Result(row.getLong(5), row.getLong(6)))).list();
        List<VolumeFigure> volumes = jdbc.sql("select measure, indicator, name, place, event, filter, sums, value, other_value from frozen_volume where period = ? order by place").param(frozen.id)
                .query((row, i) -> new VolumeFigure(new Volume(row.getString(1), row.getString(2), row.getString(3), row.getInt(4), row.getString(5), row.getString(6), row.getBoolean(7)),
                        amount(row, 8), amount(row, 9))).list();
        return new Figures(frozen.period, frozen.other, frozen.frozenAt, norms, volumes);
    }

    /** What is counted has no cents. */
    private static BigDecimal amount(ResultSet row, int column) throws SQLException {
        return row.getBoolean("sums") ? row.getBigDecimal(column) : row.getBigDecimal(column).setScale(0, RoundingMode.UNNECESSARY);
    }

    private static Frozen frozen(ResultSet row, int number) throws SQLException {
        OffsetDateTime signed = row.getObject("signed_at", OffsetDateTime.class);
        return new Frozen(row.getLong("id"), row.getString("name"), new Period(row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class)),
                new Period(row.getObject("other_from", LocalDate.class), row.getObject("other_to", LocalDate.class)), row.getObject("frozen_at", OffsetDateTime.class).toInstant(),
                row.getString("frozen_by"), row.getString("frozen_by_name"), row.getString("sha256"), row.getString("signed_by_name"), signed == null ? null : signed.toInstant());
    }
}
