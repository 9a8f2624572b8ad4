package be.dossierwerk.withdrawal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DecisionTables;
import be.dossierwerk.recovery.Recoveries;
import be.dossierwerk.recovery.RecoveryStanding;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.sources.Answer;
import be.dossierwerk.sources.RepaymentPlan;
import be.dossierwerk.sources.Source;
import be.dossierwerk.sources.SourceAnswers;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what is still open when an undertaking stops; the table {@code intrekking-blokkades} proposes what to do with it (procedures.md 1.2). */
@Service
public class FindVoluntaryMatters {

    private static final String TABLE = "intrekking-blokkades";
    private static final String INFRINGEMENT = "inbreukdossier";

    private final Dossiers dossiers;
    private final Recoveries recoveries;
    private final SourceAnswers answers;
    private final DecisionTables tables;
    private final Terms terms;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    FindVoluntaryMatters(Dossiers dossiers, Recoveries recoveries, SourceAnswers answers, DecisionTables tables, Terms terms, AuditLog audit,
                         JdbcClient jdbc, Clock clock) {
        this.dossiers = dossiers;
        this.recoveries = recoveries;
        this.answers = answers;
        this.tables = tables;
        this.terms = terms;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Starts the term to arrange them when there are any. @return whether something is open */
    @Transactional
    public boolean find(String dossier) {
        String number = dossiers.get(dossier).enterpriseNumber();
        List<VoluntaryMatter> found = new ArrayList<>();
        for (String file : jdbc.sql("select number from dossier where procedure = ? and enterprise_number = ? and closed_on is null order by number")
                .params(INFRINGEMENT, number).query(String.class).list()) {
            found.add(new VoluntaryMatter("INBREUK", file, null, "Inbreukdossier %s loopt nog.".formatted(file), null, null));
        }
        for (RecoveryStanding standing : recoveries.openFor(number)) {
            boolean owes = standing.due().signum() > 0;
            found.add(new VoluntaryMatter("TERUGVORDERING", standing.dossier(), owes ? standing.due() : null, owes
                    ? "Terugvordering %s: nog %s te betalen.".formatted(standing.dossier(), Euros.prose(standing.due()))
                    : "Terugvordering %s is nog niet afgerond.".formatted(standing.dossier()), null, null));
        }
        Map<String, Object> facts = new HashMap<>();
        facts.put("inbreuk", found.stream().anyMatch(matter -> matter.kind().equals("INBREUK")));
        facts.put("terugvordering", found.stream().anyMatch(matter -> matter.kind().equals("TERUGVORDERING")));
        facts.put("rsz", arrears(dossier, Source.RSZ, found));
        facts.put("fiscus", arrears(dossier, Source.FISCUS, found));
        Map<String, String> proposals = new HashMap<>();
        tables.ask(TABLE, dossier, facts).forEach(row -> proposals.put((String) row.get("punt"), (String) row.get("voorstel")));
        found.removeIf(matter -> !proposals.containsKey(matter.kind()));
        for (VoluntaryMatter matter : found) {
            jdbc.sql("insert into voluntary_matter (dossier, kind, reference, amount, evidence, proposal) values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                    .params(Arrays.asList(dossier, matter.kind(), matter.reference(), matter.amount(), matter.evidence(), proposals.get(matter.kind()))).update();
        }
        audit.record(AuditLog.Entry.of(dossier, "OPENSTAANDE_PUNTEN_GEZOCHT", found.isEmpty() ? "Er staan geen punten meer open."
                : "Deze punten staan nog open. " + String.join(" ", found.stream().map(VoluntaryMatter::evidence).toList())));
        if (!found.isEmpty()) {
            terms.start(dossier, VoluntaryModel.MATTERS_TERM, LocalDate.now(clock));
        }
        return !found.isEmpty();
    }

    /** GEEN, SCHULD, PLAN, or ONBEKEND as long as the source gave no answer: then a person looks it up. */
    private String arrears(String dossier, Source source, List<VoluntaryMatter> found) {
        String who = source.inWords();
        Optional<Answer> answer = answers.ofDossier(dossier).stream().filter(one -> one.source() == source && one.available()).findFirst();
        if (answer.isEmpty()) {
            found.add(new VoluntaryMatter(source.name(), source.name(), null,
                    "Er is nog geen antwoord van %s: zoek zelf op of er achterstallen zijn.".formatted(who), null, null));
            return "ONBEKEND";
        }
        BigDecimal debt = answer.get().facts().debt();
        if (debt == null || debt.signum() <= 0) {
            return "GEEN";
        }
        boolean plan = answer.get().facts().plan() == RepaymentPlan.NAGELEEFD;
        found.add(new VoluntaryMatter(source.name(), source.name(), debt, "Achterstal van %s bij %s op %s%s.".formatted(Euros.prose(debt), who,
                Dates.prose(LocalDate.ofInstant(answer.get().at(), clock.getZone())), plan ? ", met een plan dat nageleefd wordt" : ""), null, null));
        return plan ? "PLAN" : "SCHULD";
    }
}
