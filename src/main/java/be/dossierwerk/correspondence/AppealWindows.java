package be.dossierwerk.correspondence;

import be.dossierwerk.deadline.AppealWindow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The appeal windows of notified decisions as they stand; of a corrected one the last. */
@Service
public class AppealWindows {

    /** {@code definitive}: the nightly duty noted that no appeal came. */
    public record Window(long id, UUID letter, String dossier, String title, UUID document, AppealWindow.Way way, LocalDate eventOn, boolean clauseMissing,
                         AppealWindow days, boolean definitive) { }

    private static final String SELECT = """
            select w.id, w.letter, w.dossier, l.title, l.document, w.way, w.event_on, w.clause_missing, w.notified_on, w.first_on, w.last_on, w.definitive_on,
                   exists (select from appeal_definitive d where d.appeal_window = w.id)
            from appeal_window w join letter l on l.id = w.letter
            where not exists (select from appeal_window later where later.replaces = w.id) and\s""";

    private final JdbcClient jdbc;

    AppealWindows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the decisions of this dossier, the first notified first. */
    public List<Window> of(String dossier) {
        return jdbc.sql(SELECT + "w.dossier = ? order by w.notified_on, w.id").param(dossier).query(AppealWindows::read).list();
    }

    /** Empty while the letter was not notified, or when another court hears the appeal. */
    public Optional<Window> ofLetter(UUID letter) {
        return jdbc.sql(SELECT + "w.letter = ?").param(letter).query(AppealWindows::read).optional();
    }

    private static Window read(ResultSet row, int i) throws SQLException {
        return new Window(row.getLong(1), row.getObject(2, UUID.class), row.getString(3), row.getString(4), row.getObject(5, UUID.class),
                AppealWindow.Way.valueOf(row.getString(6)), row.getObject(7, LocalDate.class), row.getBoolean(8), new AppealWindow(row.getObject(9, LocalDate.class),
                row.getObject(10, LocalDate.class), row.getObject(11, LocalDate.class), row.getObject(12, LocalDate.class)), row.getBoolean(13));
    }
}
