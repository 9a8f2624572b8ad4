package be.dossierwerk.infringement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The handler says what becomes of reports that joined after the qualification. What is taken along is judged as in the qualification, and the undertaking
 * is heard about it first: an intention letter and a term of its own (procedures.md 1.4, step 5; 1.14, 3).
 */
@Service
class JudgeAdditions implements TaskAction {

    private static final String TAKEN = "MEEGENOMEN";

    private final CurrentActor currentActor;
    private final Cases cases;
    private final Additions additions;
    private final Severity severity;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    JudgeAdditions(CurrentActor currentActor, Cases cases, Additions additions, Severity severity, Processes processes, AuditLog audit, JdbcClient jdbc) {
        this.currentActor = currentActor;
        this.cases = cases;
        this.additions = additions;
        this.severity = severity;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String formKey() {
        return "inbreukdossier/toevoegingen-beoordelen";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        Cases.Case file = cases.of(task.dossier());
        List<Additions.Report> reports = additions.open(task.dossier());
        List<String> codes = reported(task.dossier(), reports);
        Map<String, Object> shown = jdbc.sql("""
                select min(from_on) as from_on, max(until_on) as until_on, coalesce(sum(vouchers), 0) as vouchers, coalesce(sum(amount), 0) as amount
                from infringement where dossier = ? and report = any(?)""").params(task.dossier(), Additions.references(reports)).query((row, i) -> {
                    Map<String, Object> values = new HashMap<>();
                    values.put("periodeVan", row.getObject(1, LocalDate.class));
                    values.put("periodeTot", row.getObject(2, LocalDate.class));
                    values.put("cheques", new BigDecimal(row.getLong(3)));
                    values.put("bedrag", row.getBigDecimal(4));
                    return values;
                }).single();
        shown.put("verslagen", named(reports));
        shown.put("inbreuken", codes);
        shown.put("feiten", reports.stream().map(Additions.Report::facts).collect(Collectors.joining("\n\n")));
        shown.put("ernst", severity.propose(file, all(file, codes), file.share(), file.undueAmount().add((BigDecimal) shown.get("bedrag"))));
        return shown;
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        String dossier = task.dossier();
        additions.lock(dossier);
        List<Additions.Report> reports = additions.open(dossier);
        String named = named(reports);
        // What joined while the form was open has not been read yet.
        if (!named.equals(data.get("verslagen"))) {
            throw new Refused("infringement.additions-changed");
        }
        String choice = (String) data.get("keuze");
        boolean taken = choice.equals(TAKEN);
        if (taken) {
            take(dossier, reports, data);
        } else {
            additions.handled(dossier, reports, choice, choice.equals("NIEUW_DOSSIER") ? choice : "NIET_BEWEZEN");
            additions.close(dossier);
        }
        audit.record(AuditLog.Entry.of(dossier, "TOEVOEGINGEN_BEOORDEELD", "%s beoordeelde wat na de kwalificatie bij het dossier kwam (%s): %s.".formatted(actor.name(), named,
                switch (choice) {
                    case TAKEN -> "de inbreuken %s gaan mee in dit dossier en de onderneming wordt er opnieuw over gehoord".formatted(String.join(", ", codes(data)));
                    case "NIEUW_DOSSIER" -> "het gaat verder in een nieuw dossier, na dit dossier";
                    default -> "niet weerhouden";
                })).because((String) data.get(taken ? "redenErnst" : "reden")));
        processes.complete(task.id(), InfringementModel.HEAR_AGAIN.with(taken));
    }

    private void take(String dossier, List<Additions.Report> reports, Map<String, Object> data) {
        Cases.Case file = cases.of(dossier);
        List<String> codes = codes(data);
        LocalDate from = (LocalDate) data.get("periodeVan");
        LocalDate until = (LocalDate) data.get("periodeTot");
        Severity.checkPeriod(from, until);
        BigDecimal share = data.get("aandeel") == null ? file.share() : (BigDecimal) data.get("aandeel");
        BigDecimal amount = file.undueAmount().add((BigDecimal) data.get("bedrag"));
        BigDecimal vouchers = (BigDecimal) data.get("cheques");
        String proposed = severity.propose(file, all(file, codes), share, amount);
        Severity.check((String) data.get("ernst"), proposed, data.get("redenErnst"));
        List<String> reported = reported(dossier, reports);
        jdbc.sql("update infringement set state = case when code = any(?) then 'BEWEZEN' else 'NIET_BEWEZEN' end where dossier = ? and report = any(?)")
                .params(codes.toArray(String[]::new), dossier, Additions.references(reports)).update();
        for (String code : codes.stream().filter(code -> !reported.contains(code)).toList()) {
            jdbc.sql("insert into infringement (id, dossier, code, facts, from_on, until_on, state) values (?, ?, ?, ?, ?, ?, 'BEWEZEN')")
                    .params(Arrays.asList(UUID.randomUUID(), dossier, code, data.get("feiten"), from, until)).update();
        }
        additions.handled(dossier, reports, TAKEN, "NIET_BEWEZEN");
        jdbc.sql("""
                update infringement_case set facts = ?, share = ?, vouchers = ?, undue_amount = ?, severity_proposed = ?, severity = ?,
                       severity_reason = coalesce(?, severity_reason) where dossier = ?""").params(Arrays.asList(file.facts() + "\n\n" + data.get("feiten"), share,
                        file.vouchers() + (vouchers == null ? 0 : vouchers.intValue()), amount, proposed, data.get("ernst"), data.get("redenErnst"), dossier)).update();
    }

    @SuppressWarnings("unchecked")
    private static List<String> codes(Map<String, Object> data) {
        return (List<String>) data.get("inbreuken");
    }

    private List<String> reported(String dossier, List<Additions.Report> reports) {
        return jdbc.sql("select distinct code from infringement where dossier = ? and report = any(?) order by 1").params(dossier, Additions.references(reports))
                .query(String.class).list();
    }

    private List<String> all(Cases.Case file, List<String> added) {
        return Stream.concat(cases.codes(file.dossier()).stream(), added.stream()).distinct().toList();
    }

    /** "VSI-2027-4 van vrijdag 2 april 2027; ...". */
    private static String named(List<Additions.Report> reports) {
        return reports.stream().map(report -> "%s van %s".formatted(report.reference(), Dates.prose(report.dated()))).collect(Collectors.joining("; "));
    }
}
