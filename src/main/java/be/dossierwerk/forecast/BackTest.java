package be.dossierwerk.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Walks through the past of one row of a norm, month by month: on each first of the month the chances of what was open, from what was known that morning.
 * The features are those that made the earlier months better. Ends on the day itself, with what is open now.
 */
final class BackTest {

    /** One chance that was given, and what came. {@code day}: of the prediction. */
    record Scored(String dossier, LocalDate day, double chance, boolean missed) { }

    /** An open dossier now. {@code view}: null when its last day is behind it. */
    record Open(Course course, Course.Morning morning, Experience.View view, Recipe recipe, Workload workload) {

        double chance() {
            return view == null ? 1 : view.chance(recipe);
        }

        String value(Feature feature) {
            return feature.of(course, morning, workload);
        }
    }

    /** {@code quarters}: what each month promised of its quarter, the last one of the quarter that runs now. */
    record Result(List<Scored> scored, List<Open> open, Recipe recipe, List<Quarter> quarters) { }

    private record Trial(Course course, LocalDate day, double[] chances) { }

    /** A feature must make it better by more than this part. */
    private static final double WORTH = 0.002;

    private final List<Course> courses;
    private final LocalDate begin;
    private final LocalDate until;
    private final Workload workload;
    private final Map<Integer, Experience> experiences = new HashMap<>();
    private final List<Trial> waiting = new ArrayList<>();
    private final double[] losses = new double[Recipe.ALL.size()];
    private int judged;
    private int learned;
    private final List<Course> byTeaching;

    private BackTest(List<Course> courses, LocalDate until) {
        this.courses = courses;
        this.until = until;
        this.begin = courses.stream().filter(course -> course.end() != null).map(Course::end).min(Comparator.naturalOrder()).orElse(until);
        this.workload = new Workload(courses, begin, until);
        this.byTeaching = courses.stream().filter(course -> course.missed() != null).sorted(Comparator.comparing(Course::teachesFrom).thenComparing(Course::dossier)).toList();
        Recipe.HALF_LIVES.forEach(halfLife -> experiences.put(halfLife, new Experience(halfLife)));
    }

    /** {@code courses}: with nothing of {@code until} or later in them. */
    static Result run(List<Course> courses, LocalDate until) {
        return new BackTest(courses, until).walk();
    }

    /** Each dossier gets the outcome of another one: then nothing can be known beforehand. */
    static List<Course> shuffled(List<Course> courses, long seed) {
        List<Boolean> endings = new ArrayList<>();
        courses.stream().map(Course::missed).filter(Objects::nonNull).forEach(endings::add);
        Collections.shuffle(endings, new Random(seed));
        List<Course> shuffled = new ArrayList<>();
        int next = 0;
        for (Course course : courses) {
            shuffled.add(course.missed() == null ? course : course.ending(endings.get(next++)));
        }
        return shuffled;
    }

    private Result walk() {
        List<Scored> scored = new ArrayList<>();
        List<Quarter> quarters = new ArrayList<>();
        Pace pace = new Pace(courses, byTeaching);
        LocalDate before = begin;
        for (LocalDate day = begin.withDayOfMonth(1).plusMonths(2); day.isBefore(until); day = day.plusMonths(1)) {
            arrive(before, day);
            before = day;
            score(day, scored);
            quarters.add(pace.quarter(day, until, chances(day)));
        }
        arrive(before, until);
        Recipe recipe = best();
        List<Open> open = new ArrayList<>();
        for (Course course : courses) {
            if (course.openOn(until)) {
                Course.Morning morning = course.morning(until);
                open.add(new Open(course, morning, morning == null ? null : experiences.get(recipe.halfLifeDays()).of(course, morning, workload), recipe, workload));
            }
        }
        quarters.add(pace.quarter(until, until, chances(until)));
        return new Result(List.copyOf(scored), List.copyOf(open), recipe, List.copyOf(quarters));
    }

    /** Of each dossier that is open that morning; what is past its last day has missed. */
    private Map<Course, Double> chances(LocalDate day) {
        Recipe recipe = best();
        Map<Course, Double> chances = new IdentityHashMap<>();
        for (Course course : courses) {
            if (course.openOn(day)) {
                Course.Morning morning = course.morning(day);
                chances.put(course, morning == null ? 1 : experiences.get(recipe.halfLifeDays()).of(course, morning, workload).chance(recipe));
            }
        }
        return chances;
    }

    /** Learns what became known since, and holds earlier chances against it. */
    private void arrive(LocalDate before, LocalDate day) {
        experiences.values().forEach(experience -> experience.age(day.toEpochDay() - before.toEpochDay()));
        for (; learned < byTeaching.size() && byTeaching.get(learned).teachesOn(day); learned++) {
            Course course = byTeaching.get(learned);
            if (!course.teachesFrom().isBefore(begin)) {
                experiences.values().forEach(experience -> experience.learn(course, workload, begin));
            }
        }
        waiting.removeIf(trial -> trial.course.teachesOn(day) && judge(trial));
    }

    private boolean judge(Trial trial) {
        for (int i = 0; i < losses.length; i++) {
            double error = trial.chances[i] - (trial.course.missed() ? 1 : 0);
            losses[i] += error * error;
        }
        judged++;
        return true;
    }

    private Recipe best() {
        if (judged == 0) {
            return Recipe.FIRST;
        }
        int best = 0;
        for (int i = 1; i < losses.length; i++) {
            if (cost(i) < cost(best)) {
                best = i;
            }
        }
        return Recipe.ALL.get(best);
    }

    private double cost(int recipe) {
        return losses[recipe] * (1 + WORTH * Recipe.ALL.get(recipe).features().size());
    }

    private void score(LocalDate day, List<Scored> scored) {
        Recipe recipe = best();
        int chosen = Recipe.ALL.indexOf(recipe);
        for (Course course : courses) {
            Course.Morning morning = course.openOn(day) ? course.morning(day) : null;
            if (morning == null || experiences.get(recipe.halfLifeDays()).begun() < 1) {
                continue;
            }
            double[] chances = new double[losses.length];
            Map<Integer, Experience.View> views = new HashMap<>();
            experiences.forEach((halfLife, experience) -> views.put(halfLife, experience.of(course, morning, workload)));
            for (int i = 0; i < chances.length; i++) {
                chances[i] = views.get(Recipe.ALL.get(i).halfLifeDays()).chance(Recipe.ALL.get(i));
            }
            waiting.add(new Trial(course, day, chances));
            if (course.teachesOn(until)) {
                scored.add(new Scored(course.dossier(), day, chances[chosen], course.missed()));
            }
        }
    }
}
