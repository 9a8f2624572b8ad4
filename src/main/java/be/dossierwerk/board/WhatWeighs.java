package be.dossierwerk.board;

import be.dossierwerk.board.ShowBoard.Result;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the result of a period would have been without one dossier, one group file, one undertaking, one month, or one kind or channel. */
public record WhatWeighs(List<Weight> weights) {

    public enum Sort { DOSSIER, GROUP_FILE, UNDERTAKING, MONTH, KIND, CHANNEL }

    /** {@code name}: a number, a code, or a month as 2020-07; {@code without}: the result of all others; {@code points}: how much it differs. */
    public record Weight(Sort sort, String name, long dossiers, long missed, Result without, Fraction points) {

        /** One thing that can be named, and no part of the year or of the work. */
        public boolean single() {
            return sort == Sort.DOSSIER || sort == Sort.GROUP_FILE || sort == Sort.UNDERTAKING;
        }
    }

    private static final int ALWAYS = 5;
    private static final int AT_MOST = 10;
    private static final Fraction A_POINT = Fraction.of(1, 1);
    /** The largest first; of two that weigh as much, the smaller one says more. */
    private static final Comparator<Weight> HEAVIEST = Comparator.comparing((Weight weight) -> new Fraction(weight.points.over().abs(), weight.points.under())).reversed()
            .thenComparingLong(Weight::dossiers).thenComparing(Weight::sort).thenComparing(Weight::name);

    /** {@code direction}: 1 for what keeps the result down, -1 for what keeps it up; those of a point and more, and the first five in any case; 0 when there is nothing to explain. */
    static WhatWeighs of(List<NormDossier> dossiers, int direction) {
        if (direction == 0) {
            return new WhatWeighs(List.of());
        }
        List<Weight> all = new ArrayList<>();
        all.addAll(each(dossiers, Sort.DOSSIER, 1, NormDossier::number));
        all.addAll(each(dossiers, Sort.GROUP_FILE, 2, NormDossier::groupFile));
        all.addAll(each(dossiers, Sort.UNDERTAKING, 2, NormDossier::undertaking));
        all.addAll(each(dossiers, Sort.MONTH, 2, dossier -> YearMonth.from(dossier.on()).toString()));
        all.addAll(each(dossiers, Sort.KIND, 2, dossier -> dossier.group().kind()));
        all.addAll(each(dossiers, Sort.CHANNEL, 2, dossier -> dossier.group().channel()));
        List<Weight> heaviest = all.stream().filter(weight -> weight.points.signum() == direction).sorted(HEAVIEST).limit(AT_MOST).toList();
        return new WhatWeighs(heaviest.stream().limit(Math.max(ALWAYS, heaviest.stream().filter(WhatWeighs::movesAPoint).count())).toList());
    }

    private static boolean movesAPoint(Weight weight) {
        return weight.points.compareTo(A_POINT) >= 0 || weight.points.compareTo(A_POINT.negated()) <= 0;
    }

    /** More than half of the dossiers is no exception: what is left would be another figure. One dossier is as any other, unless it missed and moves a point. */
    private static List<Weight> each(List<NormDossier> dossiers, Sort sort, int atLeast, Function<NormDossier, String> name) {
        long met = dossiers.stream().filter(NormDossier::met).count();
        Map<String, long[]> counts = new LinkedHashMap<>();
        for (NormDossier dossier : dossiers) {
            String of = name.apply(dossier);
            if (of != null) {
                long[] count = counts.computeIfAbsent(of, any -> new long[2]);
                count[0]++;
                count[1] += dossier.met() ? 0 : 1;
            }
        }
        return counts.entrySet().stream().filter(count -> count.getValue()[0] >= atLeast && 2 * count.getValue()[0] <= dossiers.size())
                .map(count -> weight(sort, count.getKey(), count.getValue()[0], count.getValue()[1], new Result(dossiers.size(), met)))
                .filter(weight -> sort != Sort.DOSSIER || weight.missed > 0 && movesAPoint(weight)).collect(Collectors.toList());
    }

    private static Weight weight(Sort sort, String name, long dossiers, long missed, Result all) {
        Result without = new Result(all.counted() - dossiers, all.met() - (dossiers - missed));
        return new Weight(sort, name, dossiers, missed, without, Fraction.of(100 * without.met(), without.counted()).minus(Fraction.of(100 * all.met(), all.counted())));
    }
}
