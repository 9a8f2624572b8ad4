package be.dossierwerk.forecast;

import be.dossierwerk.board.Limit;
import be.dossierwerk.board.Norm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the past of one norm says of what is open now, and whether it may be said. {@code scored}: of the newest months; {@code quarter}: null when nothing is expected to count. */
record NormForecast(String code, Gate gate, Scores scores, List<BackTest.Scored> scored, Recipe recipe, List<Chance> open, Quarter.Range quarter) {

    record Chance(String dossier, double missed, boolean certain, int left, LocalDate last, List<Reason.Kept> reasons) { }

    /** {@code rows}: the limits of one norm; {@code courses}: of each, in the same order. */
    static NormForecast of(List<Norm> rows, List<List<Course>> courses, LocalDate until, long seed) {
        List<BackTest.Scored> scored = new ArrayList<>();
        List<Chance> open = new ArrayList<>();
        List<Quarter> quarters = new ArrayList<>();
        Recipe recipe = Recipe.FIRST;
        for (int i = 0; i < rows.size(); i++) {
            BackTest.Result result = BackTest.run(courses.get(i), until);
            boolean hours = rows.get(i).limit().unit() == Limit.Unit.HOURS;
            scored.addAll(result.scored());
            quarters.addAll(result.quarters());
            result.open().forEach(each -> open.add(chance(each, until, hours)));
            recipe = result.recipe();
        }
        List<BackTest.Scored> newest = Scores.newest(scored);
        Scores scores = Scores.of(newest, seed);
        Gate gate = rows.stream().noneMatch(Course::forecasts) ? Gate.SOORT : Gate.of(scores);
        return new NormForecast(rows.get(0).code(), gate, scores, newest, recipe, List.copyOf(open), Quarter.range(Quarter.together(quarters), seed));
    }

    private static Chance chance(BackTest.Open open, LocalDate until, boolean hours) {
        Course course = open.course();
        boolean certain = open.view() == null;
        LocalDate last = certain ? course.teachesFrom().minusDays(1) : hours ? until.plusDays(open.morning().left() / 24) : until.plusDays(open.morning().left());
        int left = certain ? (int) Math.min(-1, last.toEpochDay() - until.toEpochDay()) : open.morning().left();
        return new Chance(course.dossier(), open.chance(), certain, left, last, Reason.of(open, hours));
    }
}
