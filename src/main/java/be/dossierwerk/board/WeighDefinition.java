package be.dossierwerk.board;

import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowBoard.Result;
import be.dossierwerk.security.CurrentActor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a proposed definition would make of the last two years in which its measure had something to count, before anybody approves it. */
@Service
public class WeighDefinition {

    /** {@code before}: by the version that holds now; nothing counts by it for a new norm. */
    public record Year(int year, Result before, Result after) { }

    /** A dossier that is judged otherwise; null where it does not count. */
    public record Judged(String dossier, Boolean before, Boolean after) { }

    /** {@code judged}: the first of all {@code otherwise} dossiers. */
    public record Effect(List<Year> years, long otherwise, List<Judged> judged) { }

    private static final int MOST_SHOWN = 100;

    private final Definitions definitions;
    private final KnownLives lives;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final Clock clock;

    WeighDefinition(Definitions definitions, KnownLives lives, CurrentActor currentActor, JdbcClient jdbc, Clock clock) {
        this.definitions = definitions;
        this.lives = lives;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing; board.definition.invalid with all wrong fields */
    @Transactional(readOnly = true)
    public Effect weigh(Definition proposed) {
        currentActor.require(ShowBoard.READERS);
        proposed.check();
        Definition after = proposed.tidy();
        List<Norm> newer = after.norms(0);
        List<Norm> older = definitions.newest(after.code()).map(version -> version.definition().norms(version.version())).orElse(List.of());
        TreeSet<String> events = Stream.of(older, newer).flatMap(Collection::stream).map(Norm::countedIn).collect(Collectors.toCollection(TreeSet::new));
        return lastYear(after.measure(), events).map(last -> weigh(after.measure(), events, older, newer, last)).orElseGet(() -> new Effect(List.of(), 0, List.of()));
    }

    private Optional<Integer> lastYear(String measure, TreeSet<String> events) {
        return jdbc.sql("select extract(year from max(at))::int from history_event where measure = ? and name = any (?) and ended_at is null")
                .params(measure, events.toArray(String[]::new)).query((row, i) -> Optional.ofNullable((Integer) row.getObject(1))).single();
    }

    private Effect weigh(String measure, Collection<String> events, List<Norm> older, List<Norm> newer, int last) {
        Map<Integer, List<Norm.Account>> before = new TreeMap<>();
        Map<Integer, List<Norm.Account>> after = new TreeMap<>();
        List<Judged> otherwise = new ArrayList<>();
        Predicate<Norm.Account> within = account -> account.countedOn().getYear() >= last - 1 && account.countedOn().getYear() <= last;
        lives.each(measure, events, List.of(new Period(LocalDate.of(last - 1, 1, 1), LocalDate.of(last, 12, 31))), clock.instant(), life -> {
            Optional<Norm.Account> was = judge(older, life).filter(within);
            Optional<Norm.Account> is = judge(newer, life).filter(within);
            was.ifPresent(account -> before.computeIfAbsent(account.countedOn().getYear(), year -> new ArrayList<>()).add(account));
            is.ifPresent(account -> after.computeIfAbsent(account.countedOn().getYear(), year -> new ArrayList<>()).add(account));
            Judged judged = new Judged(life.dossier(), was.map(Norm.Account::met).orElse(null), is.map(Norm.Account::met).orElse(null));
            if (!Objects.equals(judged.before, judged.after)) {
                otherwise.add(judged);
            }
        });
        List<Year> years = Stream.of(last, last - 1).map(year -> new Year(year, result(before.get(year)), result(after.get(year)))).toList();
        return new Effect(years, otherwise.size(), otherwise.stream().limit(MOST_SHOWN).toList());
    }

    /** The limits of a norm have no dossier in common. */
    private static Optional<Norm.Account> judge(List<Norm> norms, Life life) {
        return norms.stream().flatMap(norm -> norm.judge(life).stream()).findFirst();
    }

    private static Result result(List<Norm.Account> accounts) {
        return accounts == null ? new Result(0, 0) : new Result(accounts.size(), accounts.stream().filter(Norm.Account::met).count());
    }
}
