package be.dossierwerk.infringement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What screens show of an infringement file and of the conditions that follow from it. */
@Service
public class InfringementFile {

    /** {@code state}: GEMELD, BEWEZEN or NIET_BEWEZEN; the rest may be null. */
    public record Found(String code, String name, String facts, LocalDate from, LocalDate until, Integer vouchers, BigDecimal amount, String state) { }

    /** {@code severity}: null before the qualification; {@code proposal}: what the table proposes, in words, or empty. */
    public record File(String severity, boolean repeated, BigDecimal undueAmount, String regularisation, String proposal, List<Found> infringements,
                       List<Retentions.Line> retentions) { }

    private final Cases cases;
    private final Retentions retentions;
    private final ProposeSanction proposeSanction;
    private final JdbcClient jdbc;

    InfringementFile(Cases cases, Retentions retentions, ProposeSanction proposeSanction, JdbcClient jdbc) {
        this.cases = cases;
        this.retentions = retentions;
        this.proposeSanction = proposeSanction;
        this.jdbc = jdbc;
    }

    /** Empty for a dossier of another procedure. */
    @Transactional(readOnly = true)
    public Optional<File> of(String dossier) {
        if (!jdbc.sql("select exists (select 1 from infringement_case where dossier = ?)").param(dossier).query(Boolean.class).single()) {
            return Optional.empty();
        }
        Cases.Case file = cases.of(dossier);
        List<Found> found = jdbc.sql("""
                select i.code, k.name, i.facts, i.from_on, i.until_on, i.vouchers, i.amount, i.state from infringement i
                join infringement_kind k on k.code = i.code and k.valid_to is null where i.dossier = ? order by i.position""").param(dossier)
                .query((row, i) -> new Found(row.getString(1), row.getString(2), row.getString(3), row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class), row.getObject(6, Integer.class), row.getBigDecimal(7), row.getString(8))).list();
        return Optional.of(new File(file.severity(), file.repeated(), file.undueAmount(), file.regularisation(), proposeSanction.inWords(dossier), found,
                retentions.of(dossier)));
    }

    /** The catalogue I01 to I17: names by code. */
    @Transactional(readOnly = true)
    public Map<String, String> kinds() {
        Map<String, String> kinds = new TreeMap<>();
        jdbc.sql("select code, name from infringement_kind where valid_to is null").query(row -> {
            kinds.put(row.getString(1), row.getString(2));
        });
        return kinds;
    }
}
