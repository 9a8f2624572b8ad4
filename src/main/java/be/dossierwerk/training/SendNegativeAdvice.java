package be.dossierwerk.training;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.deadline.PauseGround;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the applicant that the advice is negative, and waits 14 days for a reaction; the clock of 120 days stands still (T-OF-04). */
@Service
public class SendNegativeAdvice {

    private final Trainings trainings;
    private final SendApplicantLetter letter;
    private final Terms terms;
    private final Dossiers dossiers;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    SendNegativeAdvice(Trainings trainings, SendApplicantLetter letter, Terms terms, Dossiers dossiers, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.trainings = trainings;
        this.letter = letter;
        this.terms = terms;
        this.dossiers = dossiers;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void send(String dossier) {
        audit.lock(dossier);
        LocalDate today = LocalDate.now(clock);
        Trainings.Advice advice = trainings.advice(dossier).get(0);
        jdbc.sql("insert into training_reaction (training, asked_on) values (?, ?) on conflict do nothing").params(dossier, today).update();
        terms.start(dossier, TrainingModel.REACTION_TERM, today);
        Map<String, Object> facts = new HashMap<>();
        facts.put("adviesVan", advice.givenOn());
        facts.put("motivering", advice.reasons());
        facts.put("uiterlijk", terms.due(dossier, TrainingModel.REACTION_TERM));
        letter.send(dossier, "opleiding-negatief-advies", "Negatief advies over uw opleiding", facts);
        terms.pause(dossier, PauseGround.REACTIE_ADVIES, today, "reactie gevraagd op het negatieve advies");
        dossiers.state(dossier, "WACHT_OP_AANVRAGER");
    }
}
