package be.dossierwerk.infringement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.recognition.ChangeRecognition;
import be.dossierwerk.recognition.RecognitionStatus;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.withdrawal.EndModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of the follow-up of a withdrawal on conditions: term, reminders, one extension, and its two ends (procedures.md 1.4). */
@Service
public class FollowConditions {

    private final FollowUps followUps;
    private final SendApplicantLetter letter;
    private final ChangeRecognition changeRecognition;
    private final Recognitions recognitions;
    private final Terms terms;
    private final Dossiers dossiers;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    FollowConditions(FollowUps followUps, SendApplicantLetter letter, ChangeRecognition changeRecognition, Recognitions recognitions, Terms terms, Dossiers dossiers, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.followUps = followUps;
        this.letter = letter;
        this.changeRecognition = changeRecognition;
        this.recognitions = recognitions;
        this.terms = terms;
        this.dossiers = dossiers;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The conditions are known: ninety days start, the undertaking is told which conditions and until when. */
    @Transactional
    public void start(String dossier) {
        LocalDate due = startTerms(dossier);
        letter.send(dossier, "inbreuk-brief", "Uw voorwaarden en de uiterste dag", Map.of("kern", "Voldoe uiterlijk op %s aan deze voorwaarden.".formatted(Dates.prose(due)),
                "lijst", followUps.openInWords(dossier), "vervolg", "Wij beoordelen elke voorwaarde apart. Is er een niet vervuld, dan kan de intrekking uitwerking krijgen."));
    }

    /** Thirty and seven days before the end; what is in is not asked again. */
    @Transactional
    public void remind(String dossier) {
        LocalDate today = LocalDate.now(clock);
        for (String rule : List.of(InfringementModel.FIRST_REMINDER, InfringementModel.LAST_REMINDER)) {
            LocalDate due = terms.due(dossier, rule);
            if (due != null && due.isBefore(today)) {
                terms.stop(dossier, rule, today);
            }
        }
        LocalDate last = terms.due(dossier, InfringementModel.CONDITIONS_TERM);
        letter.send(dossier, "inbreuk-brief", "Herinnering aan uw voorwaarden", Map.of("kern", "U hebt nog tijd tot %s om te voldoen aan deze voorwaarden."
                .formatted(Dates.prose(last)), "lijst", followUps.openInWords(dossier), "vervolg", "Bezorgde u alles al? Dan hoeft u niets te doen."));
        audit.record(AuditLog.Entry.of(dossier, "HERINNERING_VOORWAARDEN", "De onderneming kreeg een herinnering aan de voorwaarden; de laatste dag is %s.".formatted(Dates.prose(last))));
    }

    /** The decision to extend, once: the term starts again for what is not met. */
    @Transactional
    public void extend(String dossier) {
        audit.lock(dossier);
        jdbc.sql("update withdrawal_follow_up set extended = true where dossier = ?").param(dossier).update();
        jdbc.sql("update withdrawal_condition set extended = true, state = 'OPEN' where dossier = ? and state <> 'VERVULD'").param(dossier).update();
        LocalDate due = startTerms(dossier);
        audit.record(AuditLog.Entry.of(dossier, "TERMIJN_VERLENGD", "De termijn om aan de voorwaarden te voldoen werd één keer verlengd, tot en met %s.".formatted(Dates.prose(due))));
    }

    /** All is met, or the minister lets the withdrawal lapse: the undertaking is recognised without conditions again. */
    @Transactional
    public void drop(String dossier) {
        audit.lock(dossier);
        FollowUps.FollowUp followUp = followUps.of(dossier);
        LocalDate today = LocalDate.now(clock);
        if (!changeRecognition.to(RecognitionStatus.ERKEND, followUp.recognition(), today, dossier, "INB-3", null)) {
            end(dossier, EndModel.NOTHING_LEFT, today);
            return;
        }
        letter.send(dossier, "inbreuk-brief", "De intrekking vervalt", Map.of("kern", "De intrekking van uw erkenning vervalt. U blijft erkend, zonder voorwaarden.",
                "vervolg", "Dit dossier is afgesloten. Een nieuwe inbreuk binnen drie jaar geldt wel als herhaling."));
        end(dossier, "INTREKKING_VERVALLEN", today);
    }

    @Transactional
    public void close(String dossier) {
        audit.lock(dossier);
        end(dossier, recognitions.changedBy(followUps.of(dossier).recognition(), dossier) ? "INGETROKKEN_INBREUK" : EndModel.NOTHING_LEFT, LocalDate.now(clock));
    }

    private LocalDate startTerms(String dossier) {
        audit.lock(dossier);
        LocalDate today = LocalDate.now(clock);
        for (String rule : List.of(InfringementModel.CONDITIONS_TERM, InfringementModel.FIRST_REMINDER, InfringementModel.LAST_REMINDER)) {
            terms.stop(dossier, rule, today);
            terms.start(dossier, rule, today);
        }
        LocalDate due = terms.due(dossier, InfringementModel.CONDITIONS_TERM);
        jdbc.sql("update withdrawal_condition set last_day = ? where dossier = ? and state <> 'VERVULD'").params(due, dossier).update();
        return due;
    }

    private void end(String dossier, String outcome, LocalDate on) {
        terms.stopAll(dossier, on);
        dossiers.close(dossier, outcome, on);
    }
}
