package be.dossierwerk.activity;

import be.dossierwerk.security.Actor;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes imports, their figures and their rejections, always many rows a statement. */
@Component
class ImportLedger {

    private final JdbcClient jdbc;

    ImportLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nextId() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('activity_import', 'id'))").query(Long.class).single();
    }

    /** The import that read a file with this content and brought figures. */
    Optional<ActivityImport> bySha256(String sha256) {
        return jdbc.sql("select * from activity_import where sha256 = ? and accepted > 0").param(sha256).query((row, i) -> read(row)).optional();
    }

    Optional<ActivityImport> byId(long id) {
        return jdbc.sql("select * from activity_import where id = ?").param(id).query((row, i) -> read(row)).optional();
    }

    /** Newest first. */
    List<ActivityImport> latest(int limit) {
        return jdbc.sql("select * from activity_import order by id desc limit ?").param(limit).query((row, i) -> read(row)).list();
    }

    void add(ActivityImport done, Actor by) {
        jdbc.sql("""
                insert into activity_import (id, file_name, sha256, received_at, received_by, received_by_name, rows, accepted, rejected, months, replaced,
                                             status)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::date[], ?::date[], ?)""")
                .params(done.id(), done.fileName(), done.sha256(), OffsetDateTime.ofInstant(done.receivedAt(), ZoneOffset.UTC), by.id(), by.name(),
                        done.rows(), done.accepted(), done.rejected(), days(done.months()), days(done.replaced()), done.status().name())
                .update();
    }

    /** From now on the figures of these months come from this import. Returns the months that had figures. */
    Set<YearMonth> supersede(Collection<YearMonth> months, long by) {
        return new HashSet<>(jdbc.sql("""
                with gone as (update activity_month set superseded_by = ? where month = any(?::date[]) and superseded_by is null returning month)
                select distinct month from gone""")
                .params(by, days(months)).query((row, i) -> month(row, 1)).list());
    }

    /** Adds figures in the order of the file; of two rows about the same month of the same undertaking the first counts. Returns the rows added. */
    Set<Integer> addFigures(long id, List<ActivityRow> rows) {
        return new HashSet<>(jdbc.sql("""
                insert into activity_month (enterprise_number, month, vouchers, amount, import, file_row)
                select enterprise, month, vouchers, amount, ?, file_row
                from unnest(?::text[], ?::date[], ?::integer[], ?::numeric[], ?::integer[]) as given (enterprise, month, vouchers, amount, file_row)
                order by file_row
                on conflict (enterprise_number, month) where superseded_by is null do nothing returning file_row""")
                .params(id, texts(rows, ActivityRow::enterpriseNumber), texts(rows, row -> row.month().atDay(1)), texts(rows, ActivityRow::vouchers),
                        texts(rows, row -> row.amount().toPlainString()), texts(rows, ActivityRow::row))
                .query(Integer.class).list());
    }

    /** In which row of this import the figures of these rows stand already. */
    Map<Integer, Integer> firstRows(long id, List<ActivityRow> rows) {
        return jdbc.sql("""
                select given.file_row, month.file_row
                from unnest(?::text[], ?::date[], ?::integer[]) as given (enterprise, month, file_row)
                join activity_month month on month.enterprise_number = given.enterprise and month.month = given.month and month.import = ?""")
                .params(texts(rows, ActivityRow::enterpriseNumber), texts(rows, row -> row.month().atDay(1)), texts(rows, ActivityRow::row), id)
                .query((row, i) -> Map.entry(row.getInt(1), row.getInt(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void addRejections(long id, List<ActivityRow> rows) {
        List<ActivityRow> of = new ArrayList<>();
        List<ActivityRow.Wrong> each = new ArrayList<>();
        rows.forEach(row -> row.wrong().forEach(wrong -> {
            of.add(row);
            each.add(wrong);
        }));
        jdbc.sql("""
                insert into activity_rejection (import, file_row, column_name, value, message, enterprise_number, month)
                select ?, file_row, name, value, message, enterprise, month
                from unnest(?::integer[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[])
                     as given (file_row, name, value, message, enterprise, month)""")
                .params(id, texts(of, ActivityRow::row), texts(each, ActivityRow.Wrong::column), texts(each, ActivityRow.Wrong::value),
                        texts(each, ActivityRow.Wrong::message), texts(each, ActivityRow.Wrong::about),
                        texts(of, row -> row.month() == null ? null : row.month().atDay(1)))
                .update();
    }

    static YearMonth month(ResultSet row, int column) throws SQLException {
        return YearMonth.from(row.getObject(column, LocalDate.class));
    }

    /** PostgreSQL reads every type from text, and its driver writes arrays of text. */
    private static <T> String[] texts(Collection<T> all, Function<T, Object> value) {
        return all.stream().map(value).map(each -> each == null ? null : each.toString()).toArray(String[]::new);
    }

    static String[] days(Collection<YearMonth> months) {
        return texts(months, month -> month.atDay(1));
    }


    private static ActivityImport read(ResultSet row) throws SQLException {
        return new ActivityImport(row.getLong("id"), row.getString("file_name"), row.getString("sha256"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(), row.getString("received_by_name"), row.getInt("rows"),
                row.getInt("accepted"), row.getInt("rejected"), months(row.getArray("months")), months(row.getArray("replaced")),
                ActivityImport.Status.valueOf(row.getString("status")));
    }

    private static List<YearMonth> months(Array days) throws SQLException {
        return Arrays.stream((Date[]) days.getArray()).map(Date::toLocalDate).map(YearMonth::from).toList();
    }
}
