package be.dossierwerk.deadline;

import static be.dossierwerk.deadline.AuditSentences.awaited;
import static be.dossierwerk.deadline.AuditSentences.days;
import static be.dossierwerk.deadline.AuditSentences.lastDay;
import static be.dossierwerk.shared.Dates.prose;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Ledger.Kind;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The terms of a dossier. Each change is written in the ledger and the audit trail and publishes {@link TermMoved}, in one transaction.
 * What has already been done (a start, a pause, a stop) is not done again: a procedure and a person may both ask for it.
 */
@Service
public class Terms {

    /** A term that forfeits a right of the applicant, such as an appeal, runs on when the file is closed. */
    private static final String OUTLIVES_THE_FILE = "VERVAL";

    private final Ledger ledger;
    private final AuditLog audit;
    private final ClimbLadder climbLadder;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;

    Terms(Ledger ledger, AuditLog audit, ClimbLadder climbLadder, CurrentActor currentActor, ApplicationEventPublisher events) {
        this.ledger = ledger;
        this.audit = audit;
        this.climbLadder = climbLadder;
        this.currentActor = currentActor;
        this.events = events;
    }

    /**
     * Starts a term by its rule in force on that day; the event day itself is not counted. A running term of that rule stays as it is.
     * @throws IllegalArgumentException when no such rule is in force on that day
     */
    @Transactional
    public void start(String dossier, String rule, LocalDate event) {
        ledger.lock(dossier);
        TermRule inForce = ledger.rule(rule, event);
        if (ledger.running(dossier, rule).isPresent()) {
            return;
        }
        TermAccount account = settle(dossier, ledger.begin(dossier, inForce, event));
        audit.record(AuditLog.Entry.of(dossier, "TERM_STARTED", "De termijn \"%s\" startte op %s; %s.".formatted(inForce.name(), prose(event),
                lastDay(account.effectiveDue()))).changing(Map.of(), dueFact(rule, account.effectiveDue())));
        events.publishEvent(new TermMoved(dossier, rule));
    }

    /** The dossier waits for somebody else from the day after {@code opened}; a ground for which it already waits changes nothing. */
    @Transactional
    public void pause(String dossier, PauseGround ground, LocalDate opened, String reason) {
        pause(dossier, ground, opened, null, reason);
    }

    void pause(String dossier, PauseGround ground, LocalDate opened, String evidence, String reason) {
        ledger.lock(dossier);
        if (openPause(dossier, ground).isPresent()) {
            return;
        }
        Map<String, Object> before = dueFacts(stoppedBy(dossier, ground));
        ledger.write(dossier, null, Kind.PAUSED, opened, null, ground, evidence, reason, null);
        List<DossierTerm> stopped = stoppedBy(dossier, ground);
        stopped.forEach(ledger::settle);
        String sentence = "%s noteerde dat het dossier sinds %s wacht op %s%s.".formatted(currentActor.get().name(), prose(opened),
                awaited(ground), stopped.isEmpty() ? "" : "; de klok staat stil");
        audit.record(AuditLog.Entry.of(dossier, "TERM_PAUSED", sentence).because(reason).changing(before, dueFacts(stopped)));
        publish(stopped);
    }

    /**
     * The answer came on {@code closed}; the clock goes on the day after. Without an open pause of that ground nothing changes.
     * @throws Refused deadline.resume.before-pause when the answer came before the question
     */
    @Transactional
    public void resume(String dossier, PauseGround ground, LocalDate closed, String reason) {
        resume(dossier, ground, closed, null, reason);
    }

    void resume(String dossier, PauseGround ground, LocalDate closed, String evidence, String reason) {
        ledger.lock(dossier);
        Optional<FilePause> pause = openPause(dossier, ground);
        if (pause.isEmpty()) {
            return;
        }
        if (closed.isBefore(pause.get().opened())) {
            throw new Refused("deadline.resume.before-pause", prose(pause.get().opened()));
        }
        Map<String, Object> before = dueFacts(stoppedBy(dossier, ground));
        ledger.write(dossier, null, Kind.RESUMED, closed, null, ground, evidence, reason, null);
        List<DossierTerm> moved = stoppedBy(dossier, ground);
        moved.forEach(ledger::settle);
        String sentence = "%s noteerde dat het dossier op %s niet langer wachtte op %s%s.".formatted(currentActor.get().name(), prose(closed),
                awaited(ground), afterwards(dossier, moved));
        audit.record(AuditLog.Entry.of(dossier, "TERM_RESUMED", sentence).because(reason).changing(before, dueFacts(moved)));
        publish(moved);
    }

    /**
     * Gives a running term more calendar days.
     * @throws Refused deadline.extend.days unless one or more; deadline.term.not-running; deadline.lapse.no-extension
     */
    @Transactional
    public void extend(String dossier, String rule, int calendarDays, String reason) {
        if (calendarDays < 1) {
            throw new Refused("deadline.extend.days");
        }
        ledger.lock(dossier);
        DossierTerm term = ledger.running(dossier, rule).orElseThrow(() -> new Refused("deadline.term.not-running"));
        if (term.rule().guarded()) {
            throw new Refused("deadline.lapse.no-extension", term.rule().name());
        }
        Map<String, Object> before = dueFacts(List.of(term));
        ledger.write(dossier, term.id(), Kind.EXTENDED, ledger.today(), calendarDays, null, reason);
        TermAccount account = settle(dossier, term.id());
        audit.record(AuditLog.Entry.of(dossier, "TERM_EXTENDED", "%s verlengde de termijn \"%s\" met %s; %s.".formatted(
                        currentActor.get().name(), term.rule().name(), days(calendarDays), lastDay(account.effectiveDue())))
                .because(reason).changing(before, dueFact(rule, account.effectiveDue())));
        events.publishEvent(new TermMoved(dossier, rule));
    }

    /**
     * The act that the term asked for was done on that day. Without a running term of that rule nothing changes.
     * @throws Refused deadline.stop.before-start when the act would lie before the start of the term
     */
    @Transactional
    public void stop(String dossier, String rule, LocalDate on) {
        stop(dossier, rule, on, null);
    }

    /** As {@link #stop(String, String, LocalDate)}; the ledger keeps the reason. */
    @Transactional
    public void stop(String dossier, String rule, LocalDate on, String reason) {
        ledger.lock(dossier);
        ledger.running(dossier, rule).ifPresent(term -> {
            if (on.isBefore(term.startedOn())) {
                throw new Refused("deadline.stop.before-start", term.rule().name(), prose(term.startedOn()));
            }
            stop(term, on, reason);
            LocalDate due = term.account(on).effectiveDue();
            audit.record(AuditLog.Entry.of(dossier, "TERM_STOPPED", "De termijn \"%s\" eindigde op %s%s.".formatted(term.rule().name(), prose(on),
                    due == null ? "" : on.isAfter(due) ? ", " + days(BelgianCalendar.calendarDays(due, on)) + " te laat" : ", binnen de tijd")).because(reason));
            events.publishEvent(new TermMoved(dossier, rule));
        });
    }

    /** The other party let the last day pass: the term ends on that day, however much later it is noticed. */
    @Transactional
    public void expire(String dossier, String rule) {
        LocalDate due = due(dossier, rule);
        stop(dossier, rule, due != null && due.isBefore(ledger.today()) ? due : ledger.today());
    }

    /** Stops every term that still runs but the appeal's, and ends what the dossier waited for: the dossier is closed. */
    @Transactional
    public void stopAll(String dossier, LocalDate on) {
        ledger.lock(dossier);
        List<DossierTerm> running = ledger.terms(dossier).stream().filter(DossierTerm::running)
                .filter(term -> !term.rule().nature().equals(OUTLIVES_THE_FILE)).toList();
        // A term can start after the day on which the dossier is closed, when that day lies in the past.
        running.forEach(term -> stop(term, on.isBefore(term.startedOn()) ? term.startedOn() : on, null));
        for (FilePause pause : ledger.openPauses(dossier)) {
            ledger.write(dossier, null, Kind.RESUMED, on.isBefore(pause.opened()) ? pause.opened() : on, null, pause.ground(),
                    "Dossier gesloten");
        }
        if (!running.isEmpty()) {
            audit.record(AuditLog.Entry.of(dossier, "TERMS_STOPPED", "Alle lopende termijnen eindigden op %s: %s.".formatted(prose(on),
                    running.stream().map(term -> "\"" + term.rule().name() + "\"").collect(Collectors.joining(", ")))));
            publish(running);
        }
    }

    /** Running and stopped terms, oldest first; a stopped term as it stood on the day on which it stopped. */
    @Transactional(readOnly = true)
    public List<TermStanding> of(String dossier) {
        return standings(ledger.terms(dossier));
    }

    /** As {@link #of}, for many dossiers with two statements; a dossier without terms has an empty list. */
    @Transactional(readOnly = true)
    public Map<String, List<TermStanding>> ofAll(Collection<String> dossiers) {
        Map<String, List<DossierTerm>> terms = ledger.terms(dossiers);
        Map<String, List<TermStanding>> standings = new HashMap<>();
        dossiers.forEach(dossier -> standings.put(dossier, standings(terms.getOrDefault(dossier, List.of()))));
        return standings;
    }

    /** The last day of the running term by that rule; null when none runs, or while a pause keeps it unknown. */
    @Transactional(readOnly = true)
    public LocalDate due(String dossier, String rule) {
        return ledger.running(dossier, rule).map(term -> term.account(ledger.today()).effectiveDue()).orElse(null);
    }

    /**
     * What the last day of the running term would become if a pause for that ground opened and closed on those days, and every open pause
     * closed then too: for a look ahead. Null when no such term runs.
     */
    @Transactional(readOnly = true)
    public LocalDate dueIfPaused(String dossier, String rule, PauseGround ground, LocalDate opened, LocalDate closed) {
        return ledger.running(dossier, rule).map(term -> TermAccount.of(term.factsIfPaused(ground, opened, closed), ledger.today()).effectiveDue())
                .orElse(null);
    }

    /** The {@code count}-th working day after that day, by the calendar as it stands now. */
    @Transactional(readOnly = true)
    public LocalDate workingDay(LocalDate after, int count) {
        return ledger.calendars().latest().workingDay(after, count);
    }

    /** How long a term by that rule lasts that starts today, in Dutch words: 120 kalenderdagen. */
    @Transactional(readOnly = true)
    public String length(String rule) {
        TermRule inForce = ledger.rule(rule, ledger.today());
        return AuditSentences.length(inForce.unit(), inForce.amount());
    }

    /** The last day that a term by that rule would have if it started on that day; nothing is written. */
    @Transactional(readOnly = true)
    public LocalDate wouldEnd(String rule, LocalDate event) {
        TermRule inForce = ledger.rule(rule, event);
        return TermAccount.of(new TermFacts(inForce.unit(), inForce.amount(), inForce.monthRule(), TermClock.TOTAL, inForce.roll(), event, List.of(), 0,
                ledger.calendars().latest()), event).effectiveDue();
    }

    /** Until when an appeal against a decision is possible that was notified like this, by the rules in force on that day (procedures.md 1.10). */
    @Transactional(readOnly = true)
    public AppealWindow appealWindow(AppealWindow.Notice notice) {
        return AppealWindow.of(notice, new AppealWindow.Lengths(ledger.rule("T-RVS", notice.on()).amount(), ledger.rule("T-RVS-CLAUSULE", notice.on()).amount(),
                ledger.rule("T-RVS-POST", notice.on()).amount(), ledger.rule("T-RVS-MARGE", notice.on()).amount()), ledger.calendars().latest());
    }

    /** The amount of that rule as it is in force today, such as the days of an extension. */
    @Transactional(readOnly = true)
    public int amount(String rule) {
        return ledger.rule(rule, ledger.today()).amount();
    }

    /** What the dossier waits for now, longest first; also when no term stands still for it. */
    @Transactional(readOnly = true)
    public List<FilePause> openPauses(String dossier) {
        return ledger.openPauses(dossier);
    }

    /** As {@link #openPauses}, for many dossiers with one statement; a dossier that waits for nothing may be left out. */
    @Transactional(readOnly = true)
    public Map<String, List<FilePause>> openPausesOfAll(Collection<String> dossiers) {
        return ledger.openPauses(dossiers);
    }

    /** The rules of the running terms that stand still while the file waits for that ground. */
    @Transactional(readOnly = true)
    public List<String> stopped(String dossier, PauseGround ground) {
        return stoppedBy(dossier, ground).stream().map(term -> term.rule().code()).toList();
    }

    /** The grounds that stop at least one running term. */
    @Transactional(readOnly = true)
    public Set<PauseGround> grounds(String dossier) {
        Set<PauseGround> grounds = EnumSet.noneOf(PauseGround.class);
        ledger.terms(dossier).stream().filter(DossierTerm::running).forEach(term -> grounds.addAll(term.rule().pauseGrounds()));
        return grounds;
    }

    private Optional<FilePause> openPause(String dossier, PauseGround ground) {
        return ledger.openPauses(dossier).stream().filter(pause -> pause.ground() == ground).findFirst();
    }

    private List<DossierTerm> stoppedBy(String dossier, PauseGround ground) {
        return ledger.terms(dossier).stream().filter(term -> term.stoppedBy(ground)).toList();
    }

    private TermAccount settle(String dossier, long term) {
        return ledger.settle(ledger.terms(dossier).stream().filter(each -> each.id() == term).findFirst().orElseThrow());
    }

    private void stop(DossierTerm term, LocalDate on, String reason) {
        climbLadder.beforeStop(term, on);
        ledger.write(term.dossier(), term.id(), Kind.STOPPED, on, null, null, reason);
        ledger.stopTerm(term.id(), on);
    }

    private void publish(List<DossierTerm> terms) {
        terms.forEach(term -> events.publishEvent(new TermMoved(term.dossier(), term.rule().code())));
    }

    private String afterwards(String dossier, List<DossierTerm> terms) {
        if (terms.isEmpty()) {
            return "";
        }
        List<FilePause> others = ledger.openPauses(dossier).stream()
                .filter(pause -> terms.stream().anyMatch(term -> term.stoppedBy(pause.ground()))).toList();
        if (!others.isEmpty()) {
            return "; het wacht nog op " + others.stream().map(pause -> awaited(pause.ground())).collect(Collectors.joining(" en op "));
        }
        return "; " + terms.stream().map(term -> "\"" + term.rule().name() + "\": " + lastDay(term.account(ledger.today()).effectiveDue()))
                .collect(Collectors.joining("; "));
    }

    private Map<String, Object> dueFacts(List<DossierTerm> terms) {
        Map<String, Object> facts = new HashMap<>();
        terms.forEach(term -> facts.putAll(dueFact(term.rule().code(), term.account(ledger.today()).effectiveDue())));
        return facts;
    }

    private static Map<String, Object> dueFact(String rule, LocalDate due) {
        return Map.of(rule, due == null ? "onbekend" : due.toString());
    }

    private List<TermStanding> standings(List<DossierTerm> terms) {
        List<TermStanding> standings = new ArrayList<>();
        for (DossierTerm term : terms) {
            TermAccount account = term.account(ledger.today());
            // An overdue term stays overdue, whatever the file waits for afterwards.
            LocalDate pausedSince = term.running() && account.status() == TermAccount.Status.PAUSED ? account.pausedSince() : null;
            String ground = pausedSince == null ? null : term.filePauses().stream().filter(pause -> pause.closed() == null)
                    .min(Comparator.comparing(FilePause::opened)).map(pause -> pause.ground().name()).orElse(null);
            standings.add(new TermStanding(term.dossier(), term.rule().code(), term.rule().name(), term.rule().nature(), term.startedOn(),
                    account.effectiveDue(), account.remainingDays(), account.countedDays(), account.pausedDays(), account.totalDays(),
                    pausedSince, ground, term.stoppedOn(), account.status() == TermAccount.Status.OVERDUE));
        }
        return standings;
    }
}
