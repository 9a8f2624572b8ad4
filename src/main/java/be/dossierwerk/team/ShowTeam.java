package be.dossierwerk.team;

import be.dossierwerk.deadline.BelgianCalendar;
import be.dossierwerk.deadline.WorkingCalendar;
import be.dossierwerk.forecast.ChancesOfDossiers;
import be.dossierwerk.forecast.ChancesOfDossiers.Chance;
import be.dossierwerk.inbox.Absences;
import be.dossierwerk.inbox.Absences.Absence;
import be.dossierwerk.inbox.Colleagues;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The morning of a team leader: who has how much work of a group and for how long, who is away, what ends next week and what waits for a signature. */
@Service
public class ShowTeam {

    /** {@code absence}: the one that is in force today, or else the next one within two weeks. {@code cards}: what ends in these two weeks, the first ones. */
    public record Person(Actor person, Workload work, Optional<Away> absence, List<Card> cards) { }

    /** {@code now}: in force today; {@code back}: the first working day after it. */
    public record Away(Absence absence, boolean now, LocalDate back) { }

    /** A task in a dossier of which this term ends on that day. */
    public record Ending(Card task, String term, LocalDate lastDay) { }

    /** A decision that waits for a signature since that day. */
    public record ToSign(Card task, LocalDate since) {

        public long days(LocalDate today) {
            return ChronoUnit.DAYS.between(since, today);
        }
    }

    /** Who may sign; {@code away}: the absence that is in force. */
    public record Signatory(Actor person, Optional<Away> away) { }

    public record Signing(List<ToSign> decisions, long all, List<Signatory> signatories) { }

    /**
     * {@code groups}: those that somebody belongs to. {@code free}, {@code freeCards}: what nobody of the group took yet. {@code ofAbsent}: open tasks of who is away.
     * {@code chances}: of a dossier to miss a norm, by its number, of those whose chance may be shown. {@code mayDivide}: whether who looks may give tasks to others.
     */
    public record Picture(String group, List<String> groups, Weeks weeks, List<Person> people, Load free, List<Card> freeCards, List<Ending> ending, long allEnding,
                          Signing signing, List<Card> ofAbsent, long allOfAbsent, Map<String, Chance> chances, boolean mayDivide) { }

    static final String[] READERS = {Roles.TEAM_LEAD, Roles.HEAD, Roles.MANAGER, Roles.AUDITOR};
    /** Roles that look on or keep the product: no group of a diagram. */
    private static final Set<String> NO_GROUP = Set.of(Roles.AUDITOR, Roles.MANAGER);
    private static final int PAGE = 50;

    private final TeamWork work;
    private final Colleagues colleagues;
    private final Absences absences;
    private final WorkingCalendar calendar;
    private final ChancesOfDossiers chances;
    private final CurrentActor currentActor;
    private final Clock clock;

    ShowTeam(TeamWork work, Colleagues colleagues, Absences absences, WorkingCalendar calendar, ChancesOfDossiers chances, CurrentActor currentActor, Clock clock) {
        this.work = work;
        this.colleagues = colleagues;
        this.absences = absences;
        this.calendar = calendar;
        this.chances = chances;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * {@code cards}: how many of each person at most.
     * @throws be.dossierwerk.shared.Refused security.role-missing
     */
    @Transactional(readOnly = true)
    public Picture of(String group, int cards) {
        Actor reader = currentActor.require(READERS);
        Weeks weeks = Weeks.of(LocalDate.now(clock));
        List<Actor> everybody = colleagues.holding(Roles.names().keySet());
        List<String> groups = everybody.stream().flatMap(person -> person.roles().stream()).distinct().filter(role -> !NO_GROUP.contains(role))
                .sorted(Comparator.comparing(Roles::name)).toList();
        List<Actor> members = everybody.stream().filter(person -> person.has(group)).toList();
        Set<String> ids = members.stream().map(Actor::id).collect(Collectors.toSet());
        BelgianCalendar days = calendar.latest();
        Map<String, Away> away = away(weeks, days);
        Map<String, Workload> loads = workloads(ids, weeks, days);
        List<Card> all = work.cards(ids, group, weeks.nextSunday(), cards);
        Map<String, List<Card>> held = all.stream().filter(card -> card.holder() != null).collect(Collectors.groupingBy(Card::holder));
        List<Person> people = members.stream()
                .map(one -> new Person(one, loads.get(one.id()), Optional.ofNullable(away.get(one.id())), held.getOrDefault(one.id(), List.of())))
                .sorted(Comparator.comparing((Person one) -> one.work().tooMuch().isEmpty()).thenComparing(one -> one.person().name())).toList();
        var ending = work.ending(ids, group, weeks.nextMonday(), weeks.nextSunday(), PAGE);
        var ofAbsent = work.held(awayToday(people), PAGE);
        Set<String> dossiers = Stream.concat(all.stream(), ending.rows().stream().map(Ending::task)).map(Card::dossier).collect(Collectors.toSet());
        return new Picture(group, groups, weeks, people, work.free(group, weeks), all.stream().filter(card -> card.holder() == null).toList(), ending.rows(), ending.all(),
                signing(everybody, away), ofAbsent.rows(), ofAbsent.all(), chances.of(dossiers), OpenWork.dividesWork(reader));
    }

    /** How much each of these people has, beside their pace. */
    Map<String, Workload> workloads(Collection<String> people, Weeks weeks) {
        return workloads(people, weeks, calendar.latest());
    }

    private Map<String, Workload> workloads(Collection<String> people, Weeks weeks, BelgianCalendar days) {
        LocalDate since = weeks.today().minusDays(Pace.LOOKED_BACK_DAYS);
        Map<String, Load> loads = work.loads(people, weeks);
        Map<String, Integer> done = work.done(people, since, weeks.today());
        List<TeamWork.Days> absent = work.away(people, since, weeks.nextSunday());
        return people.stream().collect(Collectors.toMap(Function.identity(), person -> {
            Predicate<LocalDate> atWork = day -> days.isWorking(day) && absent.stream().noneMatch(one -> one.person().equals(person) && one.hold(day));
            return new Workload(loads.getOrDefault(person, Load.NONE),
                    new Pace(done.getOrDefault(person, 0), Weeks.count(since, weeks.today().minusDays(1), atWork)),
                    weeks.daysThisWeek(atWork), weeks.daysNextWeek(atWork));
        }));
    }

    private Map<String, Away> away(Weeks weeks, BelgianCalendar days) {
        return absences.open().stream().filter(absence -> !absence.firstDay().isAfter(weeks.nextSunday()))
                .collect(Collectors.toMap(Absence::person, absence -> new Away(absence, absence.on(weeks.today()) == Absences.State.NU, days.workingDay(absence.lastDay(), 1)),
                        (first, later) -> first));
    }

    private static List<String> awayToday(List<Person> people) {
        return people.stream().filter(one -> one.absence().filter(Away::now).isPresent()).map(one -> one.person().id()).toList();
    }

    private Signing signing(List<Actor> everybody, Map<String, Away> away) {
        var waiting = work.toSign(PAGE);
        return new Signing(waiting.rows(), waiting.all(), everybody.stream().filter(person -> person.has(Roles.SIGNATORY))
                .map(person -> new Signatory(person, Optional.ofNullable(away.get(person.id())).filter(Away::now))).toList());
    }
}
