package be.dossierwerk.casework;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The right to be heard before a refusal (procedures.md 1.14, 3): intention letter, 14 days to answer, the answer weighed. */
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
        jdbc.sql("insert into hearing (dossier, announced_on) values (?, ?) on conflict (dossier) do nothing").params(dossier, today).update();
        terms.start(dossier, TERM, today);
        var proposal = procedures.of(dossier).decisionProposal(dossier);
        letter.send(dossier, "voornemen", "Voornemen tot weigering", Map.of("feiten", proposal.get("feiten"),
                "rechtsgrond", proposal.get("rechtsgrond"), "uiterlijk", terms.due(dossier, TERM)));
    }

    @Transactional
    public void noteNoDefence(String dossier) {
        terms.stop(dossier, TERM, LocalDate.now(clock));
        audit.record(AuditLog.Entry.of(dossier, "GEEN_VERWEER", "De aanvrager antwoordde niet binnen de termijn op het voornemen."));
    }
}
