package be.dossierwerk.trainingbudget;

import be.dossierwerk.trainingbudget.BudgetVersion.Share;
import be.dossierwerk.trainingbudget.Distribution.Basis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The training budgets as people look at them: years, shares with their explanation, and how far the letters are. */
@Service
public class BudgetOverview {

    /** {@code message} is a text's key with its arguments: why the letter could not be made. */
    public record FailedLetter(String name, String recognition, String message, List<String> args) { }

    /** {@code byHand}: a person sent them. */
    public record Letters(int waiting, int sent, int failed, int byHand) { }

    /** In euro, over all undertakings of a year. */
    public record Use(BigDecimal granted, BigDecimal committed, BigDecimal paid) { }

    /** Why not everything is granted: {@code ofReserve} is kept for newcomers, {@code ofOthers} belongs to vouchers of who gets no share. In euro. */
    public record Leftover(BigDecimal ofReserve, BigDecimal ofOthers) { }

    private final BudgetVersions versions;
    private final JdbcClient jdbc;

    BudgetOverview(BudgetVersions versions, JdbcClient jdbc) {
        this.versions = versions;
        this.jdbc = jdbc;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Integer> years() {
        return versions.years();
    }

    /** The year of which this is the dossier. */
    @Transactional(readOnly = true)
    public Optional<Integer> yearOf(String dossier) {
        return versions.year(dossier);
    }

    @Transactional(readOnly = true)
    public Optional<String> dossier(int year) {
        return versions.dossier(year);
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<BudgetVersion> versions(int year) {
        return versions.of(year);
    }

    /** The recorded one, else the newest proposal. */
    @Transactional(readOnly = true)
    public Optional<BudgetVersion> current(int year) {
        List<BudgetVersion> all = versions.of(year);
        return all.stream().filter(BudgetVersion::recorded).findFirst().or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1)));
    }

    /** By name. @param text part of a name, or the beginning of an enterprise number; empty finds all. @param basis null finds all */
    @Transactional(readOnly = true)
    public List<Share> shares(long version, String text, Basis basis, int offset, int limit) {
        String words = text == null ? "" : text.strip().toLowerCase();
        return jdbc.sql("""
                select enterprise_number, name, municipality, recognition, recognised_on, vouchers, basis, amount, sentence, sums from training_share
                where version = :version and (:words = '' or lower(name) like '%' || :words || '%' or enterprise_number like :digits || '%')
                  and (:basis = '' or basis = :basis)
                order by lower(name), enterprise_number limit :limit offset :offset""")
                .param("version", version).param("words", words).param("digits", words.matches("[0-9. ]+") ? words.replaceAll("\\D", "") : "-")
                .param("basis", basis == null ? "" : basis.name()).param("limit", limit).param("offset", offset)
                .query((row, i) -> new Share(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getObject(5, LocalDate.class), row.getLong(6),
                        Basis.valueOf(row.getString(7)), row.getBigDecimal(8), row.getString(9), row.getString(10))).list();
    }

    @Transactional(readOnly = true)
    public Letters letters(int year) {
        return jdbc.sql("""
                select count(*) filter (where status = 'WACHT'), count(*) filter (where status = 'VERSTUURD'), count(*) filter (where status = 'GEWEIGERD'),
                       count(*) filter (where status = 'ZELF_VERSTUURD')
                from training_letter l join training_account a on a.id = l.account where a.year = ?""").param(year)
                .query((row, i) -> new Letters(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4))).single();
    }

    /** Oldest account first. */
    @Transactional(readOnly = true)
    public List<FailedLetter> failedLetters(int year, int limit) {
        return jdbc.sql("""
                select r.name, a.recognition, l.message_key, l.message_args from training_letter l join training_account a on a.id = l.account
                join recognition r on r.dossier = a.recognition where a.year = ? and l.status = 'GEWEIGERD' order by a.id limit ?""").params(year, limit)
                .query((row, i) -> new FailedLetter(row.getString(1), row.getString(2), row.getString(3), List.of((String[]) row.getArray(4).getArray()))).list();
    }

    @Transactional(readOnly = true)
    public Use use(int year) {
        return jdbc.sql("""
                select coalesce(sum(m.amount) filter (where m.kind = 'TOEGEKEND'), 0),
                       coalesce(sum(case m.kind when 'VASTGELEGD' then m.amount when 'VRIJGEGEVEN' then -m.amount when 'BETAALD' then -m.amount else 0 end), 0),
                       coalesce(sum(m.amount) filter (where m.kind = 'BETAALD'), 0)
                from training_movement m join training_account a on a.id = m.account
                where a.year = ? and not exists (select from training_movement o where o.counters = m.id)""").param(year)
                .query((row, i) -> new Use(row.getBigDecimal(1), row.getBigDecimal(2), row.getBigDecimal(3))).single();
    }

    /** As the books of a recorded year stand now, with newcomers that came later; of a proposal as it would be. */
    @Transactional(readOnly = true)
    public Leftover leftover(BudgetVersion version) {
        BigDecimal shares = jdbc.sql("select coalesce(sum(amount), 0.00) from training_share where version = ? and basis = 'AANDEEL'").param(version.id())
                .query(BigDecimal.class).single();
        BigDecimal given = version.recorded() ? use(version.year()).granted() : version.granted();
        return new Leftover(version.rules().reserve().subtract(given.subtract(shares)), version.rules().toShare().subtract(shares));
    }
}
