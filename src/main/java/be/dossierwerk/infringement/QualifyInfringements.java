package be.dossierwerk.infringement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The handler says which infringements are proven and how grave they are; the table {@code inbreuk-ernst} proposes (procedures.md D4). */
@Service
class QualifyInfringements implements TaskAction {

    private final CurrentActor currentActor;
    private final Cases cases;
    private final Additions additions;
    private final Severity severity;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    QualifyInfringements(CurrentActor currentActor, Cases cases, Additions additions, Severity severity, Processes processes, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.cases = cases;
        this.additions = additions;
        this.severity = severity;
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
        List<Additions.Report> reports = additions.open(task.dossier());
        shown.put("feiten", reports.size() < 2 ? file.facts() : reports.stream().map(Additions.Report::facts).collect(Collectors.joining("\n\n")));
        if (!codes.isEmpty()) {
            String proposed = severity.propose(file, codes, null, (BigDecimal) shown.get("bedrag"));
            shown.put("ernst", proposed);
            shown.put("inhouding", proposed.equals("ZWAAR") ? "JA" : "NEE");
        }
        return shown;
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        String dossier = task.dossier();
        additions.lock(dossier);
        Cases.Case file = cases.of(dossier);
        @SuppressWarnings("unchecked")
        List<String> codes = (List<String>) data.get("inbreuken");
        LocalDate from = (LocalDate) data.get("periodeVan");
        LocalDate until = (LocalDate) data.get("periodeTot");
        Severity.checkPeriod(from, until);
        BigDecimal share = (BigDecimal) data.get("aandeel");
        BigDecimal amount = (BigDecimal) data.get("bedrag");
        BigDecimal vouchers = (BigDecimal) data.get("cheques");
        String proposed = severity.propose(file, codes, share, amount);
        String chosen = (String) data.get("ernst");
        Severity.check(chosen, proposed, data.get("redenErnst"));
        jdbc.sql("update infringement set state = case when code = any(?) then 'BEWEZEN' else 'NIET_BEWEZEN' end where dossier = ?")
                .params(codes.toArray(String[]::new), dossier).update();
        List<String> reported = jdbc.sql("select distinct code from infringement where dossier = ?").param(dossier).query(String.class).list();
        for (String code : codes.stream().filter(code -> !reported.contains(code)).toList()) {
            jdbc.sql("insert into infringement (id, dossier, code, facts, from_on, until_on, state) values (?, ?, ?, ?, ?, ?, 'BEWEZEN')")
                    .params(Arrays.asList(UUID.randomUUID(), dossier, code, data.get("feiten"), from, until)).update();
        }
        additions.handled(dossier, additions.open(dossier), "GEKWALIFICEERD", "NIET_BEWEZEN");
        boolean repeated = cases.repeated(file, LocalDate.now(clock));
        jdbc.sql("""
                update infringement_case set facts = ?, share = ?, vouchers = ?, undue_amount = ?, severity_proposed = ?, severity = ?, severity_reason = ?, repeated = ?,
                       retention_needed = ? where dossier = ?""").params(Arrays.asList(data.get("feiten"), share, vouchers == null ? 0 : vouchers.intValue(), amount, proposed, chosen,
                        data.get("redenErnst"), repeated, "JA".equals(data.get("inhouding")), dossier)).update();
        audit.record(AuditLog.Entry.of(dossier, "INBREUKEN_GEKWALIFICEERD", "%s kwalificeerde de inbreuken %s als %s%s.".formatted(actor.name(), String.join(", ", codes),
                Severity.inWords(chosen), repeated ? "; het is een herhaling binnen drie jaar" : "")).because((String) data.get("redenErnst")));
        processes.complete(task.id(), InfringementModel.RETENTION_NEEDED.with("JA".equals(data.get("inhouding"))));
    }
}
