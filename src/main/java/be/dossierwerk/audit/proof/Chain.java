package be.dossierwerk.audit.proof;

import be.dossierwerk.audit.proof.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All entries of one chain, in order, with what is needed to check them. {@code key}: of the dossier, null when it is gone, and in a bundle, where each
 * entry that can be read brings its own; {@code destroyed} whether a destruction was told;
 * {@code withheld}: entries whose content was not given along; {@code sealed}: what the seals say of this chain.
 */
public record Chain(String dossier, byte[] key, boolean destroyed, List<ChainEntry> entries, Set<Long> withheld, List<SealedHead> sealed) {

    /** How far beyond the end it is looked where an entry came from. */
    private static final int BEYOND = 50;
    private static final long MANY_LOOKS = 200_000;
    private static final long LOOKS_EACH = 10;

    public long last() {
        return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).seq();
    }

    /** How many entries at the end no seal covers yet. */
    public long unsealed() {
        return Math.max(0, last() - sealed.stream().mapToLong(SealedHead::seq).max().orElse(0));
    }

    /** What does not agree, in the order of the chain; the cause, not everything that follows from it. */
    public List<Finding> findings() {
        if (entries.isEmpty()) {
            return sealed.isEmpty() ? List.of() : List.of(gone());
        }
        List<Finding> found = new ArrayList<>();
        Set<Long> named = new TreeSet<>();
        Map<Long, Long> moved = new TreeMap<>();
        keyGone(found);
        Places places = new Places();
        for (ChainEntry entry : entries) {
            if (!entry.writtenAs(dossier, entry.seq())) {
                named.add(entry.seq());
                long written = places.of(entry);
                if (written > 0) {
                    moved.put(entry.seq(), written);
                } else {
                    found.add(changed(entry));
                }
            }
        }
        moved(moved, found);
        missing(found);
        links(named, found);
        contents(named, found);
        found.sort((one, other) -> Long.compare(one.place(), other.place()));
        sealed(found);
        return found;
    }

    private Finding gone() {
        SealedHead last = sealed.get(sealed.size() - 1);
        return Finding.ofEntry(Kind.DOSSIER_WEG, dossier, last.seq(), "%s is weg: zegel %d van %s nam er %s van op, en nu staat er geen enkele meer.", dossier,
                last.seal(), Moments.of(last.sealedAt()), Moments.entries(last.seq()));
    }

    private void keyGone(List<Finding> found) {
        if (!destroyed && entries.stream().allMatch(entry -> keyOf(entry) == null && !withheld.contains(entry.seq()))) {
            found.add(Finding.of(Kind.SLEUTEL_WEG, dossier, "De sleutel van %s is weg, en er staat geen vernietiging van: de inhoud van de handelingen is niet meer te bewijzen.",
                    dossier));
        }
    }

    private byte[] keyOf(ChainEntry entry) {
        return key == null ? entry.key() : EntryHash.entryKey(key, dossier, entry.seq());
    }

    private boolean opens(ChainEntry entry) {
        byte[] own = keyOf(entry);
        return own != null && entry.holds(own);
    }

    /** Looks where entries were written: as far from their place as the one before, or anywhere, as long as all of it stays in proportion to the chain. */
    private final class Places {

        private long left = MANY_LOOKS + LOOKS_EACH * entries.size();
        private long shift;

        /** 0 when it is not found. */
        long of(ChainEntry entry) {
            if (shift != 0 && entry.writtenAs(dossier, entry.seq() + shift)) {
                return entry.seq() + shift;
            }
            for (long place = 1; place <= last() + BEYOND && left > 0; place++, left--) {
                if (entry.writtenAs(dossier, place)) {
                    shift = place - entry.seq();
                    return place;
                }
            }
            return 0;
        }
    }

    private Finding changed(ChainEntry entry) {
        // The commitment names the dossier and the place too: who changed a field by hand left it as it was.
        return entry.content() == null || keyOf(entry) == null || opens(entry)
                ? Finding.ofEntry(Kind.HANDELING_GEWIJZIGD, dossier, entry.seq(),
                        "Handeling %d van %s werd gewijzigd: haar vingerafdruk past niet meer bij het moment, wie, de rol of de handeling die er nu staan.", entry.seq(), dossier)
                : Finding.ofEntry(Kind.ANDER_DOSSIER, dossier, entry.seq(),
                        "Handeling %d van %s hoort hier niet: noch haar vingerafdruk, noch haar inhoud past bij dit dossier; ze komt uit een ander dossier of werd helemaal vervangen.",
                        entry.seq(), dossier);
    }

    /** Entries that stand in another place than where they were written: moved by who put one in or took one out, or exchanged. */
    private void moved(Map<Long, Long> moved, List<Finding> found) {
        if (moved.isEmpty()) {
            return;
        }
        Map.Entry<Long, Long> first = moved.entrySet().iterator().next();
        long now = first.getKey();
        long then = first.getValue();
        if (then < now && !moved.containsKey(then)) {
            found.add(Finding.ofEntry(Kind.HANDELING_INGEVOEGD, dossier, then, "Handeling %d van %s werd er later tussengevoegd: wat nu handeling %d is, werd geschreven als handeling %d.",
                    then, dossier, now, then));
        } else if (!moved.containsKey(then)) {
            found.add(Finding.ofEntry(Kind.HANDELING_WEG, dossier, now, "Handeling %d van %s werd weggehaald: wat nu handeling %d is, werd geschreven als handeling %d.",
                    now, dossier, now, then));
        } else if (moved.containsValue(now)) {
            moved.forEach((place, written) -> found.add(Finding.ofEntry(Kind.HANDELINGEN_VERWISSELD, dossier, place,
                    "De volgorde in %s werd veranderd: wat nu handeling %d is, werd geschreven als handeling %d.", dossier, place, written)));
        } else {
            found.add(Finding.ofEntry(Kind.HANDELING_WEG, dossier, now, "Handeling %d van %s werd weggehaald: wat nu handeling %d is, werd geschreven als handeling %d.",
                    now, dossier, now, then));
        }
    }

    private void missing(List<Finding> found) {
        long expected = 1;
        for (ChainEntry entry : entries) {
            if (entry.seq() < expected) {
                found.add(Finding.ofEntry(Kind.HANDELING_INGEVOEGD, dossier, entry.seq(), "Handeling %d van %s staat op een plaats die ze niet heeft: verwacht was handeling %d.",
                        entry.seq(), dossier, expected));
            } else if (entry.seq() > expected) {
                found.add(Finding.ofEntry(Kind.HANDELING_WEG, dossier, expected, expected == entry.seq() - 1 ? "Handeling %d van %s ontbreekt: na handeling %d komt handeling %d."
                        : "Handeling %d en wat volgt van %s ontbreken: na handeling %d komt handeling %d.", expected, dossier, expected - 1, entry.seq()));
            }
            expected = entry.seq() + 1;
        }
    }

    /** Where two neighbours do not hold on to each other, though each agrees with itself: one of them was put there by somebody who could reckon. */
    private void links(Set<Long> named, List<Finding> found) {
        Map<Long, ChainEntry> bySeq = new HashMap<>();
        entries.forEach(entry -> bySeq.put(entry.seq(), entry));
        for (ChainEntry entry : entries) {
            ChainEntry before = bySeq.get(entry.seq() - 1);
            boolean holds = entry.seq() == 1 ? entry.previous().isEmpty() : before == null || before.hash().equals(entry.previous());
            if (holds || named.contains(entry.seq()) || named.contains(entry.seq() - 1)) {
                continue;
            }
            if (entry.seq() == 1) {
                found.add(Finding.ofEntry(Kind.HANDELING_WEG, dossier, 1, "Vóór handeling 1 van %s stond er nog een handeling: ze volgt op een handeling die er niet meer is.", dossier));
            } else if (sealedAs(before)) {
                found.add(Finding.ofEntry(Kind.HANDELING_INGEVOEGD, dossier, entry.seq(),
                        "Handeling %d van %s werd er met de hand bij gezet: ze volgt niet op handeling %d, die verzegeld is.", entry.seq(), dossier, before.seq()));
            } else if (!bySeq.containsKey(entry.seq() + 1)) {
                found.add(Finding.ofEntry(Kind.HANDELING_INGEVOEGD, dossier, entry.seq(),
                        "Handeling %d van %s volgt niet op handeling %d: een van beide werd er met de hand bij gezet of vervangen.", entry.seq(), dossier, before.seq()));
            } else {
                found.add(Finding.ofEntry(Kind.HANDELING_VERVANGEN, dossier, before.seq(),
                        "Handeling %d van %s werd vervangen: handeling %d volgt op een andere dan die er nu staat.", before.seq(), dossier, entry.seq()));
            }
        }
    }

    private boolean sealedAs(ChainEntry entry) {
        return sealed.stream().anyMatch(head -> head.seq() == entry.seq() && head.head().equals(entry.hash()));
    }

    private void contents(Set<Long> named, List<Finding> found) {
        if (entries.stream().allMatch(entry -> keyOf(entry) == null)) {
            return;
        }
        TreeSet<Long> other = new TreeSet<>();
        entries.stream().filter(entry -> entry.content() != null && !named.contains(entry.seq()) && !opens(entry)).forEach(entry -> other.add(entry.seq()));
        if (other.size() > 1 && other.first() == 1 && other.last() == other.size()) {
            found.add(Finding.of(Kind.SLEUTEL_VERVANGEN, dossier, "De sleutel van %s werd vervangen: de inhoud van handeling 1 tot %d past er niet meer bij.", dossier, other.size()));
            return;
        }
        // What came after a destruction still says what it says.
        long goneBefore = !destroyed ? 0 : entries.stream().filter(entry -> entry.action().equals(Actions.DESTROYED)).mapToLong(ChainEntry::seq).max().orElse(0);
        for (ChainEntry entry : entries) {
            if (entry.content() == null) {
                if (!withheld.contains(entry.seq()) && entry.seq() >= goneBefore) {
                    found.add(Finding.ofEntry(Kind.INHOUD_WEG, dossier, entry.seq(), "De inhoud van handeling %d van %s is weg, en er staat geen vernietiging van.", entry.seq(), dossier));
                }
            } else if (other.contains(entry.seq())) {
                found.add(unopened(entry));
            }
        }
    }

    /** What a bundle gives with an entry may be changed, or the key that opens it. */
    private Finding unopened(ChainEntry entry) {
        byte[] own = keyOf(entry);
        if (own == null) {
            return Finding.ofEntry(Kind.SLEUTEL_WEG, dossier, entry.seq(), "De sleutel van handeling %d van %s ontbreekt: haar inhoud is niet te bewijzen.", entry.seq(), dossier);
        }
        for (ChainEntry other : entries) {
            if (other.seq() != entry.seq() && other.content() != null && key == null && (other.holds(own) || other.key() != null && entry.holds(other.key()))) {
                return Finding.ofEntry(Kind.SLEUTEL_VERWISSELD, dossier, entry.seq(), other.holds(own)
                        ? "Bij handeling %d van %s staat de sleutel van handeling %d: haar inhoud is er niet mee te openen."
                        : "De sleutel van handeling %d van %s staat bij handeling %d: haar inhoud is niet te openen.", entry.seq(), dossier, other.seq());
            }
        }
        return Finding.ofEntry(Kind.INHOUD_GEWIJZIGD, dossier, entry.seq(),
                "De inhoud van handeling %d van %s werd gewijzigd: de zin, de reden of de gegevens zijn niet die waarmee ze werd geschreven.", entry.seq(), dossier);
    }

    /** A chain that agrees with itself may still not be the one that was sealed. */
    private void sealed(List<Finding> found) {
        Map<Long, ChainEntry> bySeq = new HashMap<>();
        entries.forEach(entry -> bySeq.put(entry.seq(), entry));
        long from = 1;
        for (SealedHead head : sealed) {
            ChainEntry entry = bySeq.get(head.seq());
            if (entry == null && head.seq() > last()) {
                found.add(tailGone(sealed.get(sealed.size() - 1)));
                return;
            }
            if (found.isEmpty() && entry != null && !entry.hash().equals(head.head())) {
                found.add(Finding.ofEntry(Kind.KETEN_HERSCHREVEN, dossier, head.seq(),
                        "De keten van %s werd herschreven: ze klopt met zichzelf, maar handeling %d is niet die van zegel %d van %s. De eerste verandering ligt bij handeling %s.",
                        dossier, head.seq(), head.seal(), Moments.of(head.sealedAt()), from == head.seq() ? String.valueOf(from) : from + " tot " + head.seq()));
                return;
            }
            from = head.seq() + 1;
        }
    }

    private Finding tailGone(SealedHead head) {
        return last() + 1 == head.seq()
                ? Finding.ofEntry(Kind.STAART_WEG, dossier, head.seq(), "Handeling %d van %s is weg: zegel %d van %s nam haar op, en nu eindigt de keten bij handeling %d.",
                        head.seq(), dossier, head.seal(), Moments.of(head.sealedAt()), last())
                : Finding.ofEntry(Kind.STAART_WEG, dossier, last() + 1, "De handelingen %d tot %d van %s zijn weg: zegel %d van %s nam ze op, en nu eindigt de keten bij handeling %d.",
                        last() + 1, head.seq(), dossier, head.seal(), Moments.of(head.sealedAt()), last());
    }
}
