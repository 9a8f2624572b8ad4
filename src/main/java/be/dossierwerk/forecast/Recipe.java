package be.dossierwerk.forecast;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which features a chance is made of and how fast what is older fades. */
record Recipe(int halfLifeDays, Set<Feature> features) {

    static final List<Integer> HALF_LIVES = List.of(30, 90, 365);
    static final Recipe FIRST = new Recipe(90, EnumSet.of(Feature.FASE));
    static final List<Recipe> ALL = all();

    private static List<Recipe> all() {
        List<Recipe> recipes = new ArrayList<>();
        for (int halfLife : HALF_LIVES) {
            for (int mask = 0; mask < 1 << Feature.values().length; mask++) {
                EnumSet<Feature> features = EnumSet.noneOf(Feature.class);
                for (Feature feature : Feature.values()) {
                    if ((mask & 1 << feature.ordinal()) != 0) {
                        features.add(feature);
                    }
                }
                recipes.add(new Recipe(halfLife, features));
            }
        }
        return List.copyOf(recipes);
    }
}
