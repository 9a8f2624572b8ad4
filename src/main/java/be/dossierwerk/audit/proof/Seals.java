package be.dossierwerk.audit.proof;

import be.dossierwerk.audit.proof.Finding.Kind;
import be.dossierwerk.audit.proof.TimeStamp.Unsound;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All seals, in order, with the public keys and time-stamp certificates that are believed. {@code outside}: what is kept in another place, by serial;
 * null when nobody looked there. {@code kept}: which serials must lie there; null: all of them. {@code upTo}: later ones than this moment (in ISO 8601) are
 * not expected inside; empty: all of them are. {@code only}: the seals whose moment matters, null for all: while each names the one before, the signature
 * of the last covers the others.
 */
public record Seals(List<Seal> seals, Map<String, PublicKey> keys, Collection<X509Certificate> services, SortedMap<Long, Seal> outside, Set<Long> kept, String upTo, Set<Long> only) {

    /** How far the clock of a time-stamp service may be from that of the seal. Asking takes seconds; more is another day's stamp. */
    static final Duration TOLERANCE = Duration.ofMinutes(10);

    public List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        long expected = 1;
        String before = "";
        boolean sound = true;
        boolean all = only == null || !linked();
        SortedMap<String, SortedSet<Long>> strange = new TreeMap<>();
        for (Seal seal : seals) {
            if (seal.serial() != expected) {
                found.add(Finding.ofSeal(Kind.ZEGEL_WEG, expected, "Zegel %d ontbreekt: na zegel %d komt zegel %d.", expected, expected - 1, seal.serial()));
                sound = false;
            }
            boolean last = seal == seals.get(seals.size() - 1);
            boolean signed = all || last ? signed(seal, strange, found) : sound;
            if (signed && (all || last || only.contains(seal.serial()))) {
                stamped(seal, found);
            }
            if (signed && sound && !seal.previous().equals(before)) {
                found.add(Finding.ofSeal(Kind.ZEGEL_GEWIJZIGD, seal.serial() - 1, "Zegel %d is niet meer dat waarop zegel %d volgt: het werd vervangen.", seal.serial() - 1, seal.serial()));
            }
            sound = signed;
            before = Digests.sha256(seal.statement());
            expected = seal.serial() + 1;
        }
        strange.forEach((keyId, serials) -> found.add(Finding.ofSeal(Kind.ZEGELSLEUTEL, serials.first(), "%s ondertekend met sleutel %s, en die is niet bekend.",
                named(serials, "is", "zijn"), keyId)));
        outside(found);
        return found;
    }

    private boolean linked() {
        for (int i = 1; i < seals.size(); i++) {
            if (seals.get(i).serial() != seals.get(i - 1).serial() + 1 || !seals.get(i).previous().equals(Digests.sha256(seals.get(i - 1).statement()))) {
                return false;
            }
        }
        return true;
    }

    private boolean signed(Seal seal, Map<String, SortedSet<Long>> strange, List<Finding> found) {
        PublicKey key = keys.get(seal.keyId());
        if (key == null) {
            strange.computeIfAbsent(seal.keyId(), id -> new TreeSet<>()).add(seal.serial());
            return false;
        }
        if (!SealKeys.signed(key, Digests.utf8(seal.statement()), seal.signature())) {
            found.add(Finding.ofSeal(Kind.ZEGEL_GEWIJZIGD, seal.serial(),
                    "Zegel %d werd gewijzigd: de handtekening past niet bij het moment, het aantal, de wortel of het vorige zegel die er nu staan.", seal.serial()));
            return false;
        }
        return true;
    }

    private void stamped(Seal seal, List<Finding> found) {
        try {
            TimeStamp stamp = TimeStamp.check(seal.token(), Digests.utf8(seal.statement()), services);
            Duration apart = Duration.between(Instant.parse(seal.sealedAt()), stamp.at());
            if (apart.abs().compareTo(TOLERANCE) > 0) {
                throw new Unsound("het is van " + Moments.of(stamp.at().toString()) + ", en het zegel zegt dat het van " + Moments.of(seal.sealedAt()) + " is");
            }
        } catch (DateTimeException e) {
            found.add(Finding.ofSeal(Kind.ZEGEL_GEWIJZIGD, seal.serial(), "Het moment van zegel %d is niet te lezen.", seal.serial()));
        } catch (Unsound unsound) {
            found.add(Finding.ofSeal(Kind.TIJDSTEMPEL, seal.serial(), "Het tijdstempel van zegel %d telt niet: %s.", seal.serial(), unsound.getMessage()));
        }
    }

    private void outside(List<Finding> found) {
        if (outside == null) {
            return;
        }
        Map<Long, Seal> inside = new TreeMap<>();
        seals.forEach(seal -> inside.put(seal.serial(), seal));
        long last = seals.isEmpty() ? 0 : seals.get(seals.size() - 1).serial();
        SortedMap<Long, Seal> later = new TreeMap<>(outside.tailMap(last + 1));
        later.values().removeIf(seal -> !upTo.isEmpty() && seal.sealedAt().compareTo(upTo) > 0);
        if (!later.isEmpty()) {
            Seal newest = later.get(later.lastKey());
            found.add(Finding.ofSeal(Kind.TERUGGEZET, later.firstKey(), "De gegevens werden teruggezet naar een oudere stand: erbuiten ligt zegel %d van %s, en hier eindigt de rij bij zegel %d.",
                    newest.serial(), Moments.of(newest.sealedAt()), last));
        }
        List<Long> resigned = new ArrayList<>();
        outside.headMap(last + 1).forEach((serial, kept) -> {
            Seal seal = inside.get(serial);
            if (seal != null && !seal.statement().equals(kept.statement())) {
                // This says more than the signature that does not fit.
                found.removeIf(finding -> finding.kind() == Kind.ZEGEL_GEWIJZIGD && finding.place() == serial);
                found.add(Finding.ofSeal(Kind.ZEGEL_GEWIJZIGD, serial, "Zegel %d zegt iets anders dan het zegel %d dat erbuiten wordt bewaard: %s.", serial, serial, difference(seal, kept)));
            } else if (seal != null && (!seal.keyId().equals(kept.keyId()) || !Arrays.equals(seal.signature(), kept.signature()))) {
                resigned.add(serial);
            } else if (seal != null && !Arrays.equals(seal.token(), kept.token())) {
                found.add(Finding.ofSeal(Kind.TIJDSTEMPEL, serial, "Zegel %d draagt een ander tijdstempel dan het zegel dat erbuiten wordt bewaard.", serial));
            }
        });
        if (!resigned.isEmpty()) {
            long first = resigned.get(0);
            found.add(Finding.ofSeal(Kind.ZEGELSLEUTEL, first, "De zegelsleutel werd vervangen: %s met sleutel %s, en erbuiten met sleutel %s.",
                    resigned.size() == 1 ? "zegel " + first + " is nu ondertekend" : "zegels " + first + " tot " + resigned.get(resigned.size() - 1) + " zijn nu ondertekend",
                    inside.get(first).keyId(), outside.get(first).keyId()));
        }
        SortedSet<Long> gone = new TreeSet<>(inside.keySet());
        if (kept != null) {
            gone.retainAll(kept);
        }
        gone.removeAll(outside.keySet());
        if (!gone.isEmpty()) {
            found.add(Finding.ofSeal(Kind.ZEGEL_WEG, gone.first(), "%s niet meer op de plaats erbuiten, of niet te lezen.", named(gone, "ligt", "liggen")));
        }
        holesOutside(last, found);
        // Those that are also here were compared, and those here are signed by a key that is believed.
        outside.values().stream().filter(kept -> !inside.containsKey(kept.serial())).forEach(kept -> {
            PublicKey key = keys.get(kept.keyId());
            if (key == null || !SealKeys.signed(key, Digests.utf8(kept.statement()), kept.signature())) {
                found.add(Finding.ofSeal(Kind.ZEGELSLEUTEL, kept.serial(), "Zegel %d op de plaats erbuiten is niet ondertekend met een sleutel die bekend is.", kept.serial()));
            }
        });
    }

    /** Between those that are later than what is here. */
    private void holesOutside(long last, List<Finding> found) {
        SortedSet<Long> holes = new TreeSet<>();
        for (long serial = last + 1; !outside.isEmpty() && serial < outside.lastKey(); serial++) {
            if (!outside.containsKey(serial)) {
                holes.add(serial);
            }
        }
        if (!holes.isEmpty()) {
            found.add(Finding.ofSeal(Kind.ZEGEL_WEG, holes.first(), "%s niet meer op de plaats erbuiten, of niet te lezen.", named(holes, "ligt", "liggen")));
        }
    }

    private static String named(SortedSet<Long> serials, String one, String more) {
        if (serials.size() == 1) {
            return "Zegel " + serials.first() + " " + one;
        }
        return (serials.last() - serials.first() == serials.size() - 1 ? "Zegels " + serials.first() + " tot " + serials.last()
                : "Zegels " + serials.stream().map(String::valueOf).collect(Collectors.joining(", "))) + " " + more;
    }

    private static String difference(Seal seal, Seal kept) {
        if (!seal.root().equals(kept.root())) {
            return "een andere wortel";
        }
        return seal.sealedAt().equals(kept.sealedAt()) ? "een ander aantal of een ander vorig zegel" : "een ander moment";
    }
}
