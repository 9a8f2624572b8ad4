package be.dossierwerk.board;

import be.dossierwerk.board.NormDossier.Group;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Why a norm came out otherwise than in another period, in parts that add up exactly and turn round when the periods do (ADR 0034).
 * {@code points}: of the result, in percentage points; {@code missed}: of how many dossiers missed it; {@code counted}: of the mean time that the norm looks at;
 * {@code whole}: of the mean time from its first to its last event.
 */
public record ChangeOfNorm(Split points, Split missed, Split counted, Split whole) {

    /** VOLUME: more or fewer dossiers; MIX: other kinds, channels or limits; PACE: while we had them; PAUSES: while somebody else had them. */
    public enum Part { VOLUME, MIX, PACE, PAUSES }

    /** One change in its parts; {@code before}: what it was in the other period. */
    public record Split(Fraction before, Map<Part, Fraction> parts) {

        public Fraction after() {
            return before.plus(total());
        }

        public Fraction total() {
            return parts.values().stream().reduce(Fraction.ZERO, Fraction::plus);
        }

        /** Rounded so that they add up to the total as it is printed: what is left over goes to the parts that lost most, never to a part that is nothing. */
        public Map<Part, BigDecimal> printed(int places) {
            Map<Part, BigDecimal> printed = new EnumMap<>(Part.class);
            parts.forEach((part, value) -> printed.put(part, value.cut(places)));
            BigDecimal left = total().rounded(places).subtract(printed.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            BigDecimal unit = BigDecimal.ONE.movePointLeft(places).multiply(BigDecimal.valueOf(left.signum()));
            Comparator<Part> lost = Comparator.comparing(part -> parts.get(part).minus(printed.get(part)));
            parts.keySet().stream().sorted(left.signum() > 0 ? lost.reversed() : lost).limit(left.abs().movePointRight(places).intValueExact())
                    .toList().forEach(part -> printed.merge(part, unit, BigDecimal::add));
            return printed;
        }

        private static Split of(Fraction volume, Fraction mix, Fraction pace, Fraction pauses) {
            return new Split(Fraction.ZERO, new EnumMap<>(Map.of(Part.VOLUME, volume, Part.MIX, mix, Part.PACE, pace, Part.PAUSES, pauses)));
        }

        private static Split within(Fraction mix, Fraction pace, Fraction pauses) {
            return of(Fraction.ZERO, mix, pace, pauses);
        }

        private Split plus(Split other) {
            return each((part, value) -> value.plus(other.parts.get(part)));
        }

        private Split times(Fraction factor) {
            return each((part, value) -> value.times(factor));
        }

        private Split from(Fraction start) {
            return new Split(start, parts);
        }

        private Split each(BiFunction<Part, Fraction, Fraction> change) {
            Map<Part, Fraction> changed = new EnumMap<>(parts);
            changed.replaceAll(change);
            return new Split(before, changed);
        }
    }

    private static final Split NOTHING = Split.within(Fraction.ZERO, Fraction.ZERO, Fraction.ZERO);

    /** {@code unit}: how much of the time of a dossier is one of what is shown (a day, an hour); empty when nothing counts in one of the periods. */
    static Optional<ChangeOfNorm> between(List<NormDossier> before, List<NormDossier> now, long unit) {
        if (before.isEmpty() || now.isEmpty()) {
            return Optional.empty();
        }
        Map<Group, List<NormDossier>> old = before.stream().collect(Collectors.groupingBy(NormDossier::group));
        Map<Group, List<NormDossier>> recent = now.stream().collect(Collectors.groupingBy(NormDossier::group));
        Set<Group> groups = new LinkedHashSet<>(old.keySet());
        groups.addAll(recent.keySet());
        Split share = NOTHING;
        Split counted = NOTHING;
        Split whole = NOTHING;
        for (Group group : groups) {
            Both both = new Both(group, old.getOrDefault(group, List.of()), before.size(), recent.getOrDefault(group, List.of()), now.size());
            share = share.plus(both.share());
            counted = counted.plus(both.time(group.pausesCount()));
            whole = whole.plus(both.time(true));
        }
        Fraction perUnit = Fraction.of(1, unit);
        return Optional.of(new ChangeOfNorm(share.times(Fraction.of(100, 1)).from(mean(before, each -> each.met() ? 100 : 0)), missed(before, now, share),
                counted.times(perUnit).from(mean(before, NormDossier::counted).times(perUnit)), whole.times(perUnit).from(mean(before, NormDossier::whole).times(perUnit))));
    }

    /** How many there are times the share that missed: first the one, then the other, and the mean of both orders. */
    private static Split missed(List<NormDossier> before, List<NormDossier> now, Split share) {
        Fraction missedBefore = mean(before, each -> each.met() ? 0 : 1);
        Fraction missed = Fraction.mean(missedBefore, mean(now, each -> each.met() ? 0 : 1));
        Split others = share.times(Fraction.of(-(before.size() + (long) now.size()), 2));
        return others.plus(Split.of(missed.times(now.size() - (long) before.size()), Fraction.ZERO, Fraction.ZERO, Fraction.ZERO)).from(missedBefore.times(before.size()));
    }

    private static Fraction mean(List<NormDossier> dossiers, ToLongFunction<NormDossier> value) {
        return Fraction.of(dossiers.stream().mapToLong(value).sum(), dossiers.size());
    }

    /** The dossiers of one group in both periods, with how many dossiers those periods have in all. */
    private record Both(Group group, List<NormDossier> before, int allBefore, List<NormDossier> now, int allNow) {

        Split share() {
            Fraction mix = otherShare().times(middle(each -> each.met() ? 1 : 0));
            if (inOneOnly()) {
                return Split.within(mix, Fraction.ZERO, Fraction.ZERO);
            }
            SideBySide laid = SideBySide.of(group, before, now);
            return Split.within(mix, laid.pace().times(meanShare()), laid.pauses().times(meanShare()));
        }

        Split time(boolean withPauses) {
            Fraction mix = otherShare().times(middle(withPauses ? NormDossier::whole : NormDossier::own));
            return Split.within(mix, longer(NormDossier::own), withPauses ? longer(NormDossier::paused) : Fraction.ZERO);
        }

        private boolean inOneOnly() {
            return before.isEmpty() || now.isEmpty();
        }

        private Fraction otherShare() {
            return Fraction.of(now.size(), allNow).minus(Fraction.of(before.size(), allBefore));
        }

        private Fraction meanShare() {
            return Fraction.mean(Fraction.of(now.size(), allNow), Fraction.of(before.size(), allBefore));
        }

        private Fraction longer(ToLongFunction<NormDossier> time) {
            return inOneOnly() ? Fraction.ZERO : mean(now, time).minus(mean(before, time)).times(meanShare());
        }

        /** A group that only one period knows had nothing to become better or worse than: all of it is mix. */
        private Fraction middle(ToLongFunction<NormDossier> value) {
            return Fraction.mean(mean(before.isEmpty() ? now : before, value), mean(now.isEmpty() ? before : now, value));
        }
    }
}
