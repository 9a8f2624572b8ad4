package be.dossierwerk.infringement;

import be.dossierwerk.parameter.DatedParameters;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.DecisionTables;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The handler says which infringements are proven and how grave they are; the table {@code inbreuk-ernst} proposes (procedures.md D4). */
@Service
class QualifyInfringements implements TaskAction {

    private static final List<String> GRAVEST_FIRST = List.of("ZWAAR", "MIDDEL", "LICHT");
    private static final Map<String, String> WORDS = Map.of("ZWAAR", "zwaar", "MIDDEL", "middelzwaar", "LICHT", "licht");

    private final CurrentActor currentActor;
    private final Cases cases;
    private final DatedParameters parameters;
    private final DecisionTables tables;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    QualifyInfringements(CurrentActor currentActor, Cases cases, DatedParameters parameters, DecisionTables tables, Processes processes, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.cases = cases;
        this.parameters = parameters;
        this.tables = tables;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "inbreukdossier/inbreuken-kwalificeren";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        Cases.Case file = cases.of(task.dossier());
        List<String> codes = cases.codes(task.dossier());
        Map<String, Object> shown = jdbc.sql("""
                select min(from_on) as from_on, max(until_on) as until_on, coalesce(sum(vouchers), 0) as vouchers, coalesce(sum(amount), 0) as amount
                from infringement where dossier = ?""").param(task.dossier()).query((row, i) -> {
                    Map<String, Object> values = new HashMap<>();
                    values.put("periodeVan", row.getObject(1, LocalDate.class));
                    values.put("periodeTot", row.getObject(2, LocalDate.class));
                    values.put("cheques", new BigDecimal(row.getLong(3)));
                    values.put("bedrag", row.getBigDecimal(4));
                    return values;
                }).single();
        shown.put("inbreuken", codes);
        shown.put("feiten", file.facts());
        if (!codes.isEmpty()) {
            String severity = propose(file, codes, null, (BigDecimal) shown.get("bedrag"));
            shown.put("ernst", severity);
            shown.put("inhouding", severity.equals("ZWAAR") ? "JA" : "NEE");
        }
        return shown;
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.require(Roles.HANDLER);
        String dossier = task.dossier();
        audit.lock(dossier);
        Cases.Case file = cases.of(dossier);
        @SuppressWarnings("unchecked")
        List<String> codes = (List<String>) data.get("inbreuken");
        LocalDate from = (LocalDate) data.get("periodeVan");
        LocalDate until = (LocalDate) data.get("periodeTot");
        if (from != null && until != null && until.isBefore(from)) {
            throw refused("periodeTot", "infringement.report.period");
        }
        BigDecimal share = (BigDecimal) data.get("aandeel");
        BigDecimal amount = (BigDecimal) data.get("bedrag");
        BigDecimal vouchers = (BigDecimal) data.get("cheques");
        String proposed = propose(file, codes, share, amount);
        String severity = (String) data.get("ernst");
        if (!severity.equals(proposed) && data.get("redenErnst") == null) {
            throw refused("redenErnst", "infringement.severity-needs-reason", WORDS.get(proposed));
        }
        jdbc.sql("update infringement set state = case when code = any(?) then 'BEWEZEN' else 'NIET_BEWEZEN' end where dossier = ?")
                .params(codes.toArray(String[]::new), dossier).update();
        List<String> reported = jdbc.sql("select distinct code from infringement where dossier = ?").param(dossier).query(String.class).list();
        for (String code : codes.stream().filter(code -> !reported.contains(code)).toList()) {
            jdbc.sql("insert into infringement (id, dossier, code, facts, from_on, until_on, state) values (?, ?, ?, ?, ?, ?, 'BEWEZEN')")
                    .params(Arrays.asList(UUID.randomUUID(), dossier, code, data.get("feiten"), from, until)).update();
        }
        boolean repeated = cases.repeated(file, LocalDate.now(clock));
        jdbc.sql("""
                update infringement_case set facts = ?, share = ?, vouchers = ?, undue_amount = ?, severity_proposed = ?, severity = ?, severity_reason = ?, repeated = ?,
                       retention_needed = ? where dossier = ?""").params(Arrays.asList(data.get("feiten"), share, vouchers == null ? 0 : vouchers.intValue(), amount, proposed, severity,
                        data.get("redenErnst"), repeated, "JA".equals(data.get("inhouding")), dossier)).update();
        audit.record(AuditLog.Entry.of(dossier, "INBREUKEN_GEKWALIFICEERD", "%s kwalificeerde de inbreuken %s als %s%s.".formatted(actor.name(), String.join(", ", codes),
                WORDS.get(severity), repeated ? "; het is een herhaling binnen drie jaar" : "")).because((String) data.get("redenErnst")));
        processes.complete(task.id(), InfringementModel.RETENTION_NEEDED.with("JA".equals(data.get("inhouding"))));
    }

    /** The gravest of what the table says of each infringement. */
    private String propose(Cases.Case file, List<String> codes, BigDecimal share, BigDecimal amount) {
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
            return (String) tables.ask("inbreuk-ernst", facts).get(0).get("ernst");
        }).toList();
        return GRAVEST_FIRST.stream().filter(found::contains).findFirst().orElseThrow();
    }

    private static Refused refused(String field, String key, Object... args) {
        return new Refused(key, List.of(new Refused.Field(field, key, args)), args);
    }
}
