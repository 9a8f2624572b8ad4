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

    /** {@code law}: the articles; {@code state}: GEMELD, BEWEZEN, NIET_BEWEZEN, NIEUW_DOSSIER or ZONDER_VOORWERP; the rest may be null. */
    public record Found(String code, String name, String law, String facts, LocalDate from, LocalDate until, Integer vouchers, BigDecimal amount, String state) { }

    /** {@code severity}: null before the qualification; {@code proposal}: what the table proposes, in words, or empty. */
    public record File(String facts, int vouchers, String severity, boolean repeated, BigDecimal undueAmount, String regularisation, String proposal, List<Found> infringements,
                       List<Retentions.Line> retentions) {

        /** The retention that holds now. */
        public Optional<Retentions.Line> retention() {
            return retentions.isEmpty() || retentions.get(retentions.size() - 1).entry().equals("OPGEHEVEN") ? Optional.empty()
                    : Optional.of(retentions.get(retentions.size() - 1));
        }
    }

    /** {@code proofs}: when a proof came and what it is, "dd/MM/yyyy: ..."; {@code state}: OPEN, VERVULD or NIET_VERVULD. */
    public record Condition(int number, String content, String proof, LocalDate lastDay, List<String> proofs, String state, String why, boolean extended) { }

    /** A follow-up; {@code infringementCase}: the dossier of the withdrawal. */
    public record FollowUp(String infringementCase, boolean extended, List<Condition> conditions) { }

    private final Cases cases;
    private final Retentions retentions;
    private final ProposeSanction proposeSanction;
    private final FollowUps followUps;
    private final JdbcClient jdbc;

    InfringementFile(Cases cases, Retentions retentions, ProposeSanction proposeSanction, FollowUps followUps, JdbcClient jdbc) {
        this.cases = cases;
        this.retentions = retentions;
        this.proposeSanction = proposeSanction;
        this.followUps = followUps;
        this.jdbc = jdbc;
    }

    /** Whether the dossier is an infringement file; one short question, for the page that draws its tabs. */
    public boolean has(String dossier) {
        return jdbc.sql("select exists (select 1 from infringement_case where dossier = ?)").param(dossier).query(Boolean.class).single();
    }

    /** Whether the dossier follows conditions. */
    public boolean follows(String dossier) {
        return jdbc.sql("select exists (select 1 from withdrawal_follow_up where dossier = ?)").param(dossier).query(Boolean.class).single();
    }

    /** Empty for a dossier of another procedure. */
    @Transactional(readOnly = true)
    public Optional<File> of(String dossier) {
        if (!has(dossier)) {
            return Optional.empty();
        }
        Cases.Case file = cases.of(dossier);
        List<Found> found = jdbc.sql("""
                select i.code, k.name, split_part(k.law, '; procedures.md', 1), i.facts, i.from_on, i.until_on, i.vouchers, i.amount, i.state from infringement i
                join infringement_kind k on k.code = i.code and k.valid_to is null where i.dossier = ? order by i.position""").param(dossier)
                .query((row, i) -> new Found(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class), row.getObject(7, Integer.class), row.getBigDecimal(8), row.getString(9))).list();
        return Optional.of(new File(file.facts(), file.vouchers(), file.severity(), file.repeated(), file.undueAmount(), file.regularisation(), proposeSanction.inWords(dossier), found,
                retentions.of(dossier)));
    }

    /** Empty for a dossier of another procedure. */
    @Transactional(readOnly = true)
    public Optional<FollowUp> followUp(String dossier) {
        if (!follows(dossier)) {
            return Optional.empty();
        }
        FollowUps.FollowUp followUp = followUps.of(dossier);
        return Optional.of(new FollowUp(followUp.infringementCase(), followUp.extended(), followUps.conditions(dossier).stream().map(each -> new Condition(
                each.number(), each.content(), each.proof(), each.lastDay(), followUps.proofs(dossier, each.number()),
                each.state(), each.why(), each.extended())).toList()));
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
