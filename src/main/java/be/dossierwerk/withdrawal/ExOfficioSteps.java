package be.dossierwerk.withdrawal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.CaseworkModel;
import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.recognition.Recognitions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the product does by itself between the tasks of an ex officio file, and its four ends. */
@Service
public class ExOfficioSteps {

    private final ExOfficioFiles files;
    private final ExOfficioProcedure procedure;
    private final Recognitions recognitions;
    private final SendApplicantLetter letter;
    private final Terms terms;
    private final Dossiers dossiers;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExOfficioSteps(ExOfficioFiles files, ExOfficioProcedure procedure, Recognitions recognitions, SendApplicantLetter letter, Terms terms, Dossiers dossiers, AuditLog audit,
                   ApplicationEventPublisher events, Clock clock) {
        this.files = files;
        this.procedure = procedure;
        this.recognitions = recognitions;
        this.letter = letter;
        this.terms = terms;
        this.dossiers = dossiers;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The facts stand and the power is bound: the undertaking is told, not asked (D12). */
    @Transactional
    public void inform(String dossier) {
        ExOfficioFile file = files.get(dossier);
        letter.send(dossier, "ambtshalve-bericht", "Bericht: wij trekken uw erkenning in",
                Map.of("feiten", file.evidence(), "rechtsgrond", procedure.legalGround(file)));
        audit.record(AuditLog.Entry.of(dossier, "ONDERNEMING_INGELICHT", "De onderneming werd ingelicht over de grond; horen is niet nodig omdat de feiten vaststaan."));
    }

    @Transactional
    public void startRegularisation(String dossier) {
        terms.start(dossier, ExOfficioModel.REGULARISATION_TERM, LocalDate.now(clock));
        letter.send(dossier, "ambtshalve-bewijs", "Bezorg ons het bewijs van uw regularisatie",
                Map.of("uiterlijk", terms.due(dossier, ExOfficioModel.REGULARISATION_TERM)));
        audit.record(AuditLog.Entry.of(dossier, "REGULARISATIE_AFGEWACHT", "De onderneming kreeg tijd om haar regularisatie te bewijzen."));
    }

    /** The reaction is there or stayed away: the term to decide begins. */
    @Transactional
    public void startDecisionTerm(String dossier) {
        LocalDate today = LocalDate.now(clock);
        terms.stop(dossier, ExOfficioModel.REGULARISATION_TERM, today);
        terms.start(dossier, ExOfficioModel.DECISION_TERM, today);
        if (files.get(dossier).committee()) {
            terms.start(dossier, CaseworkModel.ADVICE_TERM, today);
        }
    }

    @Transactional
    public void closeRegularised(String dossier) {
        letter.send(dossier, "ambtshalve-geregulariseerd", "Uw erkenning blijft bestaan", Map.of());
        audit.record(AuditLog.Entry.of(dossier, "GEREGULARISEERD", "De onderneming regulariseerde zich en behoudt haar erkenning."));
        end(dossier, ExOfficioModel.PUT_RIGHT);
    }

    @Transactional
    public void convert(String dossier) {
        ExOfficioFile file = files.get(dossier);
        String reason = files.reaction(dossier).map(ExOfficioFiles.Reaction::answer).orElse(file.evidence());
        audit.record(AuditLog.Entry.of(dossier, "OMGEZET_NAAR_INBREUK", "Dit dossier gaat verder als inbreukdossier.").because(reason));
        end(dossier, ExOfficioModel.CONVERTED);
        events.publishEvent(new ConvertedToInfringement(dossier, file.recognition(), file.enterpriseNumber(), reason));
    }

    @Transactional
    public void close(String dossier) {
        end(dossier, recognitions.changedBy(files.get(dossier).recognition(), dossier) ? ExOfficioModel.WITHDRAWN : EndModel.NOTHING_LEFT);
    }

    @Transactional
    public void closeWithoutWithdrawal(String dossier) {
        end(dossier, ExOfficioModel.NO_CONSEQUENCE);
    }

    private void end(String dossier, String outcome) {
        LocalDate today = LocalDate.now(clock);
        terms.stopAll(dossier, today);
        dossiers.close(dossier, outcome, today);
    }
}
