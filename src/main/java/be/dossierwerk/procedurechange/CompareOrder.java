package be.dossierwerk.procedurechange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of the same things stand in another order: as few as explain it. */
final class CompareOrder {

    private CompareOrder() { }

    /** Those of the new order that left their place; {@code places}: the old place of each. What stands in a longest run of rising places stayed. */
    static <T> Set<T> moved(List<T> order, Map<T, Integer> places) {
        int size = order.size();
        int[] longest = new int[size];
        int[] before = new int[size];
        int last = -1;
        for (int i = 0; i < size; i++) {
            longest[i] = 1;
            before[i] = -1;
            for (int j = 0; j < i; j++) {
                if (places.get(order.get(j)) < places.get(order.get(i)) && longest[j] + 1 > longest[i]) {
                    longest[i] = longest[j] + 1;
                    before[i] = j;
                }
            }
            if (last < 0 || longest[i] > longest[last]) {
                last = i;
            }
        }
        List<T> stayed = new ArrayList<>();
        for (int i = last; i >= 0; i = before[i]) {
            stayed.add(order.get(i));
        }
        Set<T> moved = new LinkedHashSet<>(order);
        stayed.forEach(moved::remove);
        return moved;
    }
}
