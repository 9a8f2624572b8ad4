package be.dossierwerk.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Why a chance is higher or lower than usual, as a text of the messages and what fills it in; {@code raises}: it makes missing more likely. */
public record Reason(String key, List<Object> args, boolean raises) {

    enum What { TIJD, UREN, FASE, SOORT, KANAAL, WERKLAST, NORM, VOORBIJ }

    /** As it is kept. {@code one}, {@code two}: days used and the whole term, or the share that missed and nothing. */
    record Kept(What what, String value, double one, double two, boolean raises) {

        Reason said() {
            return new Reason(key(), what == What.TIJD || what == What.UREN ? List.of((int) one, (int) two) : what == What.VOORBIJ ? List.of() : List.of(percent(one)), raises);
        }

        private String key() {
            String known = switch (what) {
                case FASE -> STAGES.contains(value) ? value.replace('/', '.') : "other";
                case KANAAL -> CHANNELS.contains(value) ? value : "other";
                case WERKLAST -> value;
                default -> "";
            };
            return "forecast.reason." + what + (known.isEmpty() ? "" : "." + known);
        }
    }

    private record Weighed(Kept reason, double weight) { }

    /** Which have a sentence of their own. */
    private static final Set<String> STAGES = Set.of("RECEIVED", "COMPLETE", "ADMISSIBLE", "SENT_TO_COMMITTEE", "ADVICE_GIVEN", "DECIDED", "SETTLED", "REGISTERED", "TREATED",
            "COMPLETE/PAUSED", "SENT_TO_COMMITTEE/PAUSED", "ADVICE_GIVEN/PAUSED", "RECEIVED/PAUSED");
    private static final Set<String> CHANNELS = Set.of("ONLINE", "PAPER");
    private static final int MOST = 3;
    private static final double SMALL = 0.1;

    /** The three that weigh most, each with what it really adds. */
    static List<Kept> of(BackTest.Open open, boolean hours) {
        if (open.view() == null) {
            return List.of(new Kept(What.VOORBIJ, "", 0, 0, true));
        }
        Experience.View view = open.view();
        List<Weighed> reasons = new ArrayList<>();
        int total = open.course().total();
        reasons.add(new Weighed(new Kept(hours ? What.UREN : What.TIJD, "", Math.max(0, total - open.morning().left()), total, view.timeWeight() > 0), Math.abs(view.timeWeight())));
        for (Feature feature : open.recipe().features()) {
            double weight = view.weights().get(feature);
            if (Math.abs(weight) >= SMALL) {
                reasons.add(new Weighed(new Kept(What.valueOf(feature.name()), open.value(feature), view.shares().get(feature), 0, weight > 0), Math.abs(weight)));
            }
        }
        reasons.sort(Comparator.comparing(Weighed::weight).reversed());
        reasons.add(new Weighed(new Kept(What.NORM, "", view.base(), 0, view.base() > 0.5), 0));
        return reasons.stream().limit(MOST).map(Weighed::reason).toList();
    }

    private static BigDecimal percent(double share) {
        return BigDecimal.valueOf(100 * share).setScale(share < 0.1 ? 1 : 0, RoundingMode.HALF_UP);
    }
}
