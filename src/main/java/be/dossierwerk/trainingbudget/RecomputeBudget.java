package be.dossierwerk.trainingbudget;

import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.trainingbudget.Distribution.Basis;
import be.dossierwerk.trainingbudget.Distribution.Candidate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Computes a version again from what was kept with it alone, so that years later somebody can see that every amount is right; figures that were corrected
 * since do not matter (procedures.md D8).
 */
@Service
public class RecomputeBudget {

    private record Kept(Candidate candidate, Basis basis, BigDecimal amount) { }

    private static final int SHOWN = 10;

    private final JdbcClient jdbc;

    RecomputeBudget(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @return of how many undertakings the amount is right: all of them
     * @throws Refused trainingbudget.recomputed-differs with the first of those of which it is not, or with the print when that is another one
     */
    @Transactional(readOnly = true)
    public int recompute(BudgetVersion version) {
        List<Kept> kept = jdbc.sql("select enterprise_number, recognised_on, ended_on, vouchers, basis, amount from training_share where version = ? order by position")
                .param(version.id()).query((row, i) -> new Kept(new Candidate(row.getString(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class), row.getLong(4)),
                        Basis.valueOf(row.getString(5)), row.getBigDecimal(6))).list();
        List<Candidate> candidates = kept.stream().map(Kept::candidate).toList();
        List<Distribution.Share> shares = Distribution.of(version.year(), version.reference(), version.rules(), candidates, version.allVouchers()).shares();
        List<String> different = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            if (shares.get(i).basis() != kept.get(i).basis() || shares.get(i).amount().compareTo(kept.get(i).amount()) != 0) {
                different.add(EnterpriseNumber.format(candidates.get(i).enterpriseNumber()));
            }
        }
        if (!ProposeBudget.fingerprint(version.year(), version.reference(), version.rules(), version.allVouchers(), candidates).equals(version.fingerprint())) {
            different.add(version.fingerprint());
        }
        if (!different.isEmpty()) {
            throw new Refused("trainingbudget.recomputed-differs", String.join(", ", different.subList(0, Math.min(SHOWN, different.size()))), version.version());
        }
        return kept.size();
    }
}
