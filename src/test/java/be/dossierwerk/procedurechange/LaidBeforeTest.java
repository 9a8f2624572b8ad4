package be.dossierwerk.procedurechange;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever approves answers for everything that they read: another part is another hash, and is told by its name. */
class LaidBeforeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final LaidBefore READ = new LaidBefore("abc", DAY, Rollout.GEKOZEN, Set.of("DC-KLA-2026-00001", "DC-KLA-2026-00002"), "De taak heet anders.");

    @Test
    void every_part_that_differs_is_told_and_makes_another_hash() {
        Map<String, LaidBefore> others = Map.of("draft", new LaidBefore("abd", DAY, READ.rollout(), READ.chosen(), READ.notes()),
                "fromDay", new LaidBefore("abc", DAY.plusDays(1), READ.rollout(), READ.chosen(), READ.notes()),
                "rollout", new LaidBefore("abc", DAY, Rollout.ALLE, READ.chosen(), READ.notes()),
                "chosen", new LaidBefore("abc", DAY, READ.rollout(), Set.of("DC-KLA-2026-00001"), READ.notes()),
                "notes", new LaidBefore("abc", DAY, READ.rollout(), READ.chosen(), "De taak heet anders!"));
        others.forEach((part, other) -> {
            assertThat(READ.changedTo(other)).extracting(Refused.Field::name).containsExactly(part);
            assertThat(other.hash()).as(part).isNotEqualTo(READ.hash());
        });
    }

    @Test
    void the_same_is_the_same_in_whatever_order_the_dossiers_come() {
        LaidBefore same = new LaidBefore("abc", DAY, Rollout.GEKOZEN, new java.util.LinkedHashSet<>(java.util.List.of("DC-KLA-2026-00002", "DC-KLA-2026-00001")), READ.notes());
        assertThat(READ.changedTo(same)).isEmpty();
        assertThat(same.hash()).isEqualTo(READ.hash());
    }
}
