package be.dossierwerk.casework;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The right to be heard before a measure that takes something away (procedures.md 1.14, 3): intention letter, 14 days to answer, the answer weighed. */
@Service
public class Hearing {

    static final String TERM = "T-HOR-01";

    private final SendApplicantLetter letter;
    private final Terms terms;
    private final Procedures procedures;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Hearing(SendApplicantLetter letter, Terms terms, Procedures procedures, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.letter = letter;
        this.terms = terms;
        this.procedures = procedures;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void announce(String dossier) {
        LocalDate today = LocalDate.now(clock);
        jdbc.sql("insert into hearing (dossier, announced_on) values (?, ?) on conflict (dossier, announced_on) do nothing").params(dossier, today).update();
        terms.start(dossier, TERM, today);
        Procedure.Intention intention = procedures.of(dossier).intention(dossier);
        Map<String, Object> facts = new HashMap<>(intention.facts());
        facts.put("uiterlijk", terms.due(dossier, TERM));
        letter.send(dossier, intention.letterKind(), intention.title(), facts);
    }

    @Transactional
    public void noteNoDefence(String dossier) {
        terms.expire(dossier, TERM);
        audit.record(AuditLog.Entry.of(dossier, "GEEN_VERWEER", "De onderneming antwoordde niet binnen de termijn op het voornemen."));
    }
}
