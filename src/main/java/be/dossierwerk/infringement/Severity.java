package be.dossierwerk.infringement;

import be.dossierwerk.engine.DecisionTables;
import be.dossierwerk.parameter.DatedParameters;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How grave infringements are together: the table {@code inbreuk-ernst} proposes, a person who thinks otherwise says why (procedures.md D4). */
@Component
class Severity {

    private static final List<String> GRAVEST_FIRST = List.of("ZWAAR", "MIDDEL", "LICHT");
    private static final Map<String, String> WORDS = Map.of("ZWAAR", "zwaar", "MIDDEL", "middelzwaar", "LICHT", "licht");

    private final Cases cases;
    private final DatedParameters parameters;
    private final DecisionTables tables;
    private final Clock clock;

    Severity(Cases cases, DatedParameters parameters, DecisionTables tables, Clock clock) {
        this.cases = cases;
        this.parameters = parameters;
        this.tables = tables;
        this.clock = clock;
    }

    static String inWords(String severity) {
        return WORDS.get(severity);
    }

    /** The gravest of what the table says of each; {@code share} in percent or null, {@code amount} in euro. */
    String propose(Cases.Case file, Collection<String> codes, BigDecimal share, BigDecimal amount) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> facts = new HashMap<>();
        facts.put("aandeel", share == null ? 0d : share.doubleValue());
        facts.put("bedrag", amount.doubleValue());
        facts.put("herhaling", cases.repeated(file, today));
        facts.put("grensAandeel", parameters.get(InfringementParameter.INBREUK_AANDEEL_ZWAAR, today).doubleValue());
        facts.put("grensBedrag", parameters.get(InfringementParameter.INBREUK_BEDRAG_ZWAAR, today).doubleValue());
        facts.put("grensSchuld", parameters.get(InfringementParameter.INBREUK_SCHULD, today).doubleValue());
        List<String> found = codes.stream().map(code -> {
            facts.put("code", code);
            return (String) tables.ask("inbreuk-ernst", file.dossier(), facts).get(0).get("ernst");
        }).toList();
        return GRAVEST_FIRST.stream().filter(found::contains).findFirst().orElseThrow();
    }

    /** @throws Refused infringement.severity-needs-reason */
    static void check(String chosen, String proposed, Object reason) {
        if (!chosen.equals(proposed) && reason == null) {
            throw refused("redenErnst", "infringement.severity-needs-reason", inWords(proposed));
        }
    }

    /** @throws Refused infringement.report.period */
    static void checkPeriod(LocalDate from, LocalDate until) {
        if (from != null && until != null && until.isBefore(from)) {
            throw refused("periodeTot", "infringement.report.period");
        }
    }

    private static Refused refused(String field, String key, Object... args) {
        return new Refused(key, List.of(new Refused.Field(field, key, args)), args);
    }
}
