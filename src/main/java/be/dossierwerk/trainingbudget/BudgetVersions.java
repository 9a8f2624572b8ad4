package be.dossierwerk.trainingbudget;

import be.dossierwerk.recognition.Recognitions.Recognition;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and adds the years, their proposals and what was recorded. Whoever adds holds the lock of the year's dossier. */
@Component
class BudgetVersions {

    private static final String SELECT = """
            select v.id, v.year, v.version, y.dossier, v.reference_on, v.total, v.reserve, v.threshold, v.quarters, v.all_vouchers, v.rejected_rows, v.granted,
                   v.fingerprint, v.proposed_at, v.proposed_by, v.proposed_by_name, r.commitment_number, r.recorded_at, r.recorded_by_name
            from training_version v join training_year y on y.year = v.year left join training_record r on r.version = v.id""";

    private final JdbcClient jdbc;
    private final Clock clock;

    BudgetVersions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<String> dossier(int year) {
        return jdbc.sql("select dossier from training_year where year = ?").param(year).query(String.class).optional();
    }

    Optional<Integer> year(String dossier) {
        return jdbc.sql("select year from training_year where dossier = ?").param(dossier).query(Integer.class).optional();
    }

    /** Newest first. */
    List<Integer> years() {
        return jdbc.sql("select year from training_year order by year desc").query(Integer.class).list();
    }

    void open(int year, String dossier) {
        jdbc.sql("insert into training_year (year, dossier, opened_at) values (?, ?, ?)").params(year, dossier, now()).update();
    }

    /** Oldest first. */
    List<BudgetVersion> of(int year) {
        return jdbc.sql(SELECT + " where v.year = ? order by v.version").param(year).query(BudgetVersions::version).list();
    }

    Optional<BudgetVersion> recorded(int year) {
        return jdbc.sql(SELECT + " where v.year = ? and r.year is not null").param(year).query(BudgetVersions::version).optional();
    }

    /** @throws Refused trainingbudget.not-proposed */
    BudgetVersion newest(int year) {
        List<BudgetVersion> all = of(year);
        if (all.isEmpty()) {
            throw new Refused("trainingbudget.not-proposed", String.valueOf(year));
        }
        return all.get(all.size() - 1);
    }

    void add(int year, int version, LocalDate reference, Distribution.Rules rules, long allVouchers, int rejectedRows, Distribution distribution,
             String fingerprint, Actor by, Map<String, Recognition> recognitions) {
        long id = jdbc.sql("""
                insert into training_version (year, version, reference_on, total, reserve, threshold, quarters, all_vouchers, rejected_rows, granted, fingerprint,
                                              proposed_at, proposed_by, proposed_by_name)
                values (?, ?, ?, ?, ?, ?, ?::numeric[], ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(year, version, reference, rules.total(), rules.reserve(), rules.threshold(),
                        rules.quarters().stream().map(BigDecimal::toPlainString).toArray(String[]::new), allVouchers, rejectedRows, distribution.granted(),
                        fingerprint, now(), by.id(), by.name()).query(Long.class).single();
        List<Distribution.Share> shares = distribution.shares();
        Function<Function<Distribution.Share, Object>, String[]> column = value -> shares.stream().map(value)
                .map(each -> each == null ? null : each.toString()).toArray(String[]::new);
        Function<Function<Recognition, Object>, String[]> known = value -> column.apply(share -> value.apply(recognitions.get(share.candidate().enterpriseNumber())));
        jdbc.sql("""
                insert into training_share (version, enterprise_number, position, recognition, name, municipality, recognised_on, ended_on, vouchers, basis,
                                            amount, sentence, sums)
                select ?, s.enterprise, s.position, s.recognition, s.name, s.municipality, s.recognised, s.ended, s.vouchers, s.basis, s.amount, s.sentence, s.sums
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::date[], ?::bigint[], ?::text[], ?::numeric[], ?::text[], ?::text[])
                     with ordinality as s (enterprise, recognition, name, municipality, recognised, ended, vouchers, basis, amount, sentence, sums, position)""")
                .params(id, column.apply(share -> share.candidate().enterpriseNumber()), known.apply(Recognition::dossier), known.apply(Recognition::name),
                        known.apply(Recognition::municipality), column.apply(share -> share.candidate().recognisedOn()),
                        column.apply(share -> share.candidate().endedOn()), column.apply(share -> share.candidate().vouchers()),
                        column.apply(Distribution.Share::basis), column.apply(Distribution.Share::amount),
                        column.apply(share -> ShareWords.sentence(year, rules, share)), column.apply(share -> ShareWords.sums(rules, allVouchers, share))).update();
    }

    void record(BudgetVersion version, String commitmentNumber, Actor by) {
        jdbc.sql("insert into training_record (year, version, commitment_number, recorded_at, recorded_by, recorded_by_name) values (?, ?, ?, ?, ?, ?)")
                .params(version.year(), version.id(), commitmentNumber, now(), by.id(), by.name()).update();
    }

    OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static BudgetVersion version(ResultSet row, int number) throws SQLException {
        OffsetDateTime recorded = row.getObject("recorded_at", OffsetDateTime.class);
        return new BudgetVersion(row.getLong("id"), row.getInt("year"), row.getInt("version"), row.getString("dossier"), row.getObject("reference_on", LocalDate.class),
                new Distribution.Rules(row.getBigDecimal("total"), row.getBigDecimal("reserve"), row.getLong("threshold"),
                        Arrays.asList((BigDecimal[]) row.getArray("quarters").getArray())),
                row.getLong("all_vouchers"), row.getInt("rejected_rows"), row.getBigDecimal("granted"), row.getString("fingerprint"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(), row.getString("proposed_by"), row.getString("proposed_by_name"),
                row.getString("commitment_number"), recorded == null ? null : recorded.toInstant(), row.getString("recorded_by_name"));
    }
}
