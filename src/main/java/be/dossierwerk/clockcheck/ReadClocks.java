package be.dossierwerk.clockcheck;

import be.dossierwerk.clockcheck.Drift.Kind;
import be.dossierwerk.deadline.Deadlines;
import be.dossierwerk.deadline.FilePause;
import be.dossierwerk.deadline.KeptDates;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.engine.RunningTasks;
import be.dossierwerk.engine.RunningTasks.RunningTask;
import be.dossierwerk.engine.Timers;
import be.dossierwerk.engine.Timers.Lost;
import be.dossierwerk.engine.Timers.Timer;
import be.dossierwerk.inbox.RowsOfWork;
import be.dossierwerk.inbox.RowsOfWork.Kept;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds engine, lists and ledger side by side, some dossiers at a time: one snapshot of all that they have, so that work that goes on meanwhile
 * is no difference, and never more of them in memory.
 */
@Component
class ReadClocks {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");

    private final Timers timers;
    private final RunningTasks tasks;
    private final RowsOfWork rows;
    private final KeptDates keptDates;
    private final Terms terms;

    ReadClocks(Timers timers, RunningTasks tasks, RowsOfWork rows, KeptDates keptDates, Terms terms) {
        this.timers = timers;
        this.tasks = tasks;
        this.rows = rows;
        this.keptDates = keptDates;
        this.terms = terms;
    }

    /** The number of every dossier with a running clock, open work or a running procedure, in order. */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public List<String> dossiers() {
        Set<String> all = new TreeSet<>(keptDates.dossiers());
        all.addAll(rows.dossiers());
        all.addAll(timers.dossiers());
        return List.copyOf(all);
    }

    /** @param since when they last agreed, to tell a ledger that was written from a hand in the database; null when never */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public List<Drift> read(List<String> dossiers, Instant since) {
        Map<String, List<Timer>> timersOf = timers.of(dossiers).stream().sorted(Comparator.comparing(Timer::fires))
                .collect(Collectors.groupingBy(Timer::dossier));
        Map<String, List<RunningTask>> tasksOf = tasks.of(dossiers).stream().collect(Collectors.groupingBy(RunningTask::dossier));
        Map<String, List<Lost>> lostOf = timers.lost(dossiers).stream().collect(Collectors.groupingBy(Lost::dossier));
        Map<String, List<TermStanding>> standings = terms.ofAll(dossiers);
        Map<String, List<FilePause>> openPauses = terms.openPausesOfAll(dossiers);
        Map<String, List<Kept>> rowsOf = rows.of(dossiers, standings, openPauses).stream().collect(Collectors.groupingBy(Kept::dossier));
        List<Drift> found = new ArrayList<>();
        keptDates.differing(dossiers).forEach(difference -> found.add(ofTerm(difference)));
        for (String dossier : dossiers) {
            timersOf.getOrDefault(dossier, List.of()).forEach(timer -> ofTimer(timer, standings.getOrDefault(dossier, List.of())).ifPresent(found::add));
            lostOf.getOrDefault(dossier, List.of()).forEach(lost -> found.add(ofLost(lost)));
            ofWork(tasksOf.getOrDefault(dossier, List.of()), rowsOf.getOrDefault(dossier, List.of()), found);
        }
        return withCauses(found, since);
    }

    private static Optional<Drift> ofTimer(Timer timer, List<TermStanding> standings) {
        if (timer.term() == null) {
            return Optional.empty();
        }
        Optional<TermStanding> term = standings.stream().filter(each -> each.stoppedOn() == null && each.rule().equals(timer.term())).findFirst();
        Instant expected = Deadlines.after(term.map(TermStanding::due).orElse(null));
        if (expected.equals(timer.fires())) {
            return Optional.empty();
        }
        String asks = term.map(each -> "de termijn \"" + each.name() + "\"").orElse("een termijn die niet loopt");
        return Optional.of(new Drift(Kind.TIMER, timer.dossier(), timer.id(), "De tijdklok \"%s\" volgt %s, maar loopt op een andere dag af."
                .formatted(timer.name(), asks), moment(expected), moment(timer.fires()), ""));
    }

    private static Drift ofLost(Lost lost) {
        return new Drift(Kind.TIMER_ONTBREEKT, lost.dossier(), lost.task() + " " + lost.element(),
                "Bij de taak \"%s\" hoort de tijdklok \"%s\", maar die loopt niet.".formatted(lost.taskName(), lost.name()), "een tijdklok die loopt",
                "geen tijdklok", "De tijdklok werd buiten het product om verwijderd.");
    }

    private static Drift ofTerm(KeptDates.Difference term) {
        boolean due = !Objects.equals(term.due(), term.keptDue());
        String what = due ? "De bewaarde laatste dag van de termijn \"%s\" is niet die van het grootboek."
                : "De bewaarde dag van de volgende opvolging van de termijn \"%s\" is niet die van het grootboek.";
        return new Drift(Kind.TERM, term.dossier(), String.valueOf(term.term()), what.formatted(term.name()),
                day(due ? term.due() : term.nextStep()), day(due ? term.keptDue() : term.keptNextStep()), "");
    }

    private static void ofWork(List<RunningTask> tasks, List<Kept> rows, List<Drift> found) {
        Set<String> shown = rows.stream().map(Kept::taskId).collect(Collectors.toCollection(HashSet::new));
        Set<String> open = tasks.stream().map(RunningTask::id).collect(Collectors.toSet());
        for (RunningTask task : tasks) {
            if (!shown.contains(task.id())) {
                found.add(new Drift(Kind.RIJ_ONTBREEKT, task.dossier(), task.id(),
                        "De taak \"%s\" staat open, maar in geen enkele werklijst.".formatted(task.name()), "een regel in de werklijst", "geen regel",
                        "De regel werd buiten het product om verwijderd; wie de taak had, is niet meer bekend."));
            }
            if (task.due() != null) {
                found.add(new Drift(Kind.TAAKDATUM, task.dossier(), task.id(),
                        "De taak \"%s\" kreeg in de procesmotor een eigen datum; de laatste dag volgt uit de termijn.".formatted(task.name()),
                        "geen datum", moment(task.due()), "De datum werd buiten het product om gezet."));
            }
        }
        for (Kept row : rows) {
            if (!open.contains(row.taskId())) {
                found.add(new Drift(Kind.RIJ_ZONDER_TAAK, row.dossier(), row.taskId(),
                        "De werklijst toont de taak \"%s\", maar die staat niet open.".formatted(row.taskName()), "geen regel", "een regel in de werklijst",
                        "De taak werd buiten het product om beëindigd of de regel werd met de hand gemaakt."));
            } else if (row.differs()) {
                found.add(new Drift(Kind.RIJ, row.dossier(), row.taskId(),
                        "De werklijst toont bij de taak \"%s\" een andere stand van de klok dan het grootboek.".formatted(row.taskName()),
                        clock(row.byLedger()), clock(row.clock()), ""));
            }
        }
    }

    /** Which side moved: a ledger that was written since the last check was not followed, else the other side was changed. */
    private List<Drift> withCauses(List<Drift> found, Instant since) {
        Collection<String> asked = found.stream().filter(drift -> drift.cause().isEmpty()).map(Drift::dossier).collect(Collectors.toSet());
        if (asked.isEmpty()) {
            return found;
        }
        Set<String> written = since == null ? Set.of() : keptDates.writtenSince(since, asked);
        return found.stream().map(drift -> !drift.cause().isEmpty() ? drift : drift.because(
                since == null ? "Dit is de eerste controle: wat er gebeurde, is niet bekend."
                : written.contains(drift.dossier()) ? "Het grootboek veranderde sinds de vorige controle, en deze datum volgde niet."
                : "Het grootboek veranderde niet sinds de vorige controle: de datum werd buiten het product om gewijzigd.")).toList();
    }

    private static String clock(RowsOfWork.Clock clock) {
        return (clock.term() == null ? "geen termijn" : "\"" + clock.term() + "\"") + ", laatste dag " + day(clock.due())
                + (clock.pausedSince() == null ? "" : ", in pauze sinds " + Dates.prose(clock.pausedSince()))
                + (clock.inPlace() ? "" : ", gesorteerd op een andere dag");
    }

    private static String day(LocalDate day) {
        return day == null ? "niet bekend" : Dates.prose(day);
    }

    private static String moment(Instant instant) {
        if (instant.equals(Deadlines.after(null))) {
            return "niet bekend zolang de termijn stilstaat of niet loopt";
        }
        ZonedDateTime moment = instant.atZone(MovableClock.BRUSSELS);
        return Dates.prose(moment.toLocalDate()) + (moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? ", bij het begin van de dag"
                : " om " + TIME.format(moment) + " uur");
    }
}
