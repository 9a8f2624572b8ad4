package be.dossierwerk.casework;

import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.Terms;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the decision's document ready to sign and starts the signing term (T-REC-05). */
@Service
public class PrepareDecision {

    static final String SIGNING_TERM = "T-REC-05";

    private final Letters letters;
    private final Procedures procedures;
    private final RecordAdvice advice;
    private final Terms terms;
    private final JdbcClient jdbc;
    private final Clock clock;

    PrepareDecision(Letters letters, Procedures procedures, RecordAdvice advice, Terms terms, JdbcClient jdbc, Clock clock) {
        this.letters = letters;
        this.procedures = procedures;
        this.advice = advice;
        this.terms = terms;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void prepare(String dossier) {
        Procedure procedure = procedures.of(dossier);
        Map<String, Object> facts = new HashMap<>(procedure.letterFacts(dossier));
        String outcome = jdbc.sql("select * from besluit where dossier = ? and status in ('NAGEKEKEN', 'GOEDGEKEURD')").param(dossier).query((row, i) -> {
            facts.put("rechtsgrond", row.getString("legal_ground"));
            facts.put("feiten", row.getString("facts"));
            facts.put("motieven", row.getString("reasons"));
            facts.put("afwijkingAdvies", row.getString("departs_because"));
            facts.put("ingangsdatum", row.getObject("effective_on", LocalDate.class));
            facts.put("evenredigheid", row.getString("proportionality"));
            facts.put("beroepsclausule", row.getString("appeal_clause"));
            return row.getString("outcome");
        }).single();
        facts.put("advies", advice.inWords(dossier));
        Procedure.PossibleDecision decision = procedure.possibleDecisions(dossier).stream().filter(each -> each.code().equals(outcome)).findFirst().orElseThrow();
        UUID letter = letters.make(dossier, decision.letterKind(), decision.letterTitle(), facts);
        jdbc.sql("update besluit set letter = ?, status = 'TE_ONDERTEKENEN' where dossier = ? and status in ('NAGEKEKEN', 'GOEDGEKEURD')").params(letter, dossier).update();
        terms.start(dossier, SIGNING_TERM, LocalDate.now(clock));
    }
}
