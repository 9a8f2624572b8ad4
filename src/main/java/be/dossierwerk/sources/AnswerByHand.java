package be.dossierwerk.sources;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A handler looked the facts up where the source stayed away: the question is closed with the facts, a document as evidence and the reason. */
@Service
public class AnswerByHand {

    private static final int LONGEST_REASON = 2_000;

    private final SourceQuestions questions;
    private final SourceAnswers answers;
    private final Dossiers dossiers;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final Clock clock;

    AnswerByHand(SourceQuestions questions, SourceAnswers answers, Dossiers dossiers, CurrentActor currentActor, AuditLog audit, Clock clock) {
        this.questions = questions;
        this.answers = answers;
        this.dossiers = dossiers;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param evidence a document of the same dossier
     * @throws Refused security.role-missing, sources.question.unknown, sources.question.answered, or sources.by-hand.invalid naming the wrong fields
     */
    @Transactional
    public Answer answer(long question, Facts facts, UUID evidence, String reason) {
        Actor actor = currentActor.require(Roles.HANDLER);
        SourceQuestions.Question asked = questions.find(question).orElseThrow(() -> new Refused("sources.question.unknown"));
        check(asked, facts, evidence, reason);
        audit.lock(asked.dossier());
        if (!questions.lockWaiting(question)) {
            throw new Refused("sources.question.answered");
        }
        long answer = answers.keepByHand(asked.dossier(), asked.enterpriseNumber(), asked.source(), asked.firstAskedAt(), facts, evidence, reason.strip());
        audit.record(AuditLog.Entry.of(asked.dossier(), "BRON_MET_DE_HAND", "%s zocht zelf op wat %s over onderneming %s zou zeggen: %s.".formatted(
                actor.name(), asked.source().inWords(), EnterpriseNumber.format(asked.enterpriseNumber()), FactWords.of(facts))).because(reason.strip()));
        questions.close(asked, answer);
        return answers.get(answer);
    }

    private void check(SourceQuestions.Question asked, Facts facts, UUID evidence, String reason) {
        List<Refused.Field> wrong = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        switch (asked.source()) {
            case KBO -> {
                if (facts.status() == null) {
                    wrong.add(new Refused.Field("status", "sources.by-hand.status"));
                }
                if (facts.since() == null || facts.since().isAfter(today)) {
                    wrong.add(new Refused.Field("since", "sources.by-hand.since"));
                }
                if (facts.successor() != null && (!EnterpriseNumber.isValid(facts.successor()) || facts.status() == Facts.Status.ACTIEF
                        || EnterpriseNumber.parse(facts.successor()).digits().equals(asked.enterpriseNumber()))) {
                    wrong.add(new Refused.Field("successor", "sources.by-hand.successor"));
                }
            }
            case RSZ, FISCUS -> {
                if (facts.debt() == null || facts.debt().signum() < 0 || facts.debt().stripTrailingZeros().scale() > 2) {
                    wrong.add(new Refused.Field("debt", "sources.by-hand.debt"));
                }
                if (facts.plan() == null) {
                    wrong.add(new Refused.Field("plan", "sources.by-hand.plan"));
                }
            }
            case REGSOL -> {
                if (facts.since() != null && facts.since().isAfter(today)) {
                    wrong.add(new Refused.Field("since", "sources.by-hand.since"));
                }
            }
            default -> throw new IllegalStateException(asked.source().name());
        }
        if (wrong.isEmpty() && !readable(asked, facts)) {
            wrong.add(new Refused.Field("facts", "sources.by-hand.facts"));
        }
        if (evidence == null || dossiers.documents(asked.dossier()).stream().noneMatch(document -> document.id().equals(evidence))) {
            wrong.add(new Refused.Field("evidence", "sources.by-hand.evidence"));
        }
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            wrong.add(new Refused.Field("reason", "sources.by-hand.reason", LONGEST_REASON));
        }
        if (!wrong.isEmpty()) {
            throw new Refused("sources.by-hand.invalid", wrong);
        }
    }

    /** What is kept must be read again like any answer: people with names and days, plausible years and amounts. */
    private static boolean readable(SourceQuestions.Question asked, Facts facts) {
        if (facts.representatives().stream().anyMatch(AnswerByHand::unfinished) || facts.directors().stream().anyMatch(AnswerByHand::unfinished)) {
            return false;
        }
        try {
            FactsJson.read(FactsJson.write("HAND", asked.enterpriseNumber(), asked.source(), facts), asked.enterpriseNumber(), asked.source());
            return true;
        } catch (FactsJson.Invalid e) {
            return false;
        }
    }

    private static boolean unfinished(Facts.Person person) {
        return person.name() == null || person.function() == null || person.from() == null;
    }
}
