package be.dossierwerk.sources;

import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;

/** Facts as a Dutch clause for the record of a dossier. */
public final class FactWords {

    private static final Map<Facts.Status, String> STATUS = Map.of(Facts.Status.ACTIEF, "actief", Facts.Status.STOPGEZET, "stopgezet",
            Facts.Status.FAILLIET, "failliet", Facts.Status.ONTBONDEN, "ontbonden");
    private static final Map<RepaymentPlan, String> PLAN = Map.of(RepaymentPlan.GEEN, "zonder afbetalingsplan",
            RepaymentPlan.NAGELEEFD, "met een afbetalingsplan dat nageleefd wordt", RepaymentPlan.NIET_NAGELEEFD,
            "met een afbetalingsplan dat niet nageleefd wordt");

    private FactWords() { }

    public static String of(Facts facts) {
        if (facts.debt() != null) {
            return facts.debt().signum() == 0 ? "geen schuld" : "een schuld van " + euro(facts.debt()) + " euro, " + PLAN.get(facts.plan());
        }
        if (facts.status() == null) {
            return "geen faillissement";
        }
        String standing = STATUS.get(facts.status()) + " sinds " + Dates.prose(facts.since());
        return facts.successor() == null ? standing : standing + ", opgevolgd door " + EnterpriseNumber.format(facts.successor());
    }

    /** 4.812,35 */
    static String euro(BigDecimal amount) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.forLanguageTag("nl-BE"))).format(amount);
    }
}
