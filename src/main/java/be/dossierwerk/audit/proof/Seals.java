package be.dossierwerk.audit.proof;

import be.dossierwerk.audit.proof.Finding.Kind;
import be.dossierwerk.audit.proof.TimeStamp.Unsound;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All seals, in order, with the public keys and time-stamp certificates that are believed. {@code outside}: what is kept in another place, by serial;
 * null when nobody looked there. {@code upTo}: later ones than this moment (in ISO 8601) are not expected; empty: all of them are.
 * {@code only}: the seals whose moment matters, null for all: while each names the one before, the signature of the last covers the others.
 */
public record Seals(List<Seal> seals, Map<String, PublicKey> keys, Collection<X509Certificate> services, SortedMap<Long, Seal> outside, String upTo, Set<Long> only) {

    public List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        long expected = 1;
        String before = "";
        boolean sound = true;
        boolean all = only == null || !linked();
        for (Seal seal : seals) {
            if (seal.serial() != expected) {
                found.add(Finding.ofSeal(Kind.ZEGEL_WEG, expected, "Zegel %d ontbreekt: na zegel %d komt zegel %d.", expected, expected - 1, seal.serial()));
                sound = false;
            }
            boolean last = seal == seals.get(seals.size() - 1);
            boolean signed = all || last ? signed(seal, found) : sound;
            if (signed && (all || last || only.contains(seal.serial()))) {
                stamped(seal, found);
            }
            if (signed && sound && !seal.previous().equals(before)) {
                found.add(Finding.ofSeal(Kind.ZEGEL_GEWIJZIGD, seal.serial() - 1, "Zegel %d is niet meer dat waarop zegel %d volgt: het werd vervangen.", seal.serial() - 1, seal.serial()));
            }
            sound = signed;
            before = EntryHash.sha256(seal.statement());
            expected = seal.serial() + 1;
        }
        outside(found);
        return found;
    }

    private boolean linked() {
        for (int i = 1; i < seals.size(); i++) {
            if (seals.get(i).serial() != seals.get(i - 1).serial() + 1 || !seals.get(i).previous().equals(EntryHash.sha256(seals.get(i - 1).statement()))) {
                return false;
            }
        }
        return true;
    }

    private boolean signed(Seal seal, List<Finding> found) {
        PublicKey key = keys.get(seal.keyId());
        if (key == null) {
            found.add(Finding.ofSeal(Kind.ZEGELSLEUTEL, seal.serial(), "Zegel %d is ondertekend met sleutel %s, en die is niet bekend.", seal.serial(), seal.keyId()));
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
            TimeStamp.check(seal.token(), Digests.utf8(seal.statement()), services);
        } catch (Unsound unsound) {
            found.add(Finding.ofSeal(Kind.TIJDSTEMPEL, seal.serial(), "Het tijdstempel van zegel %d telt niet: %s.", seal.serial(), unsound.getMessage()));
        }
    }

    private void outside(List<Finding> found) {
        if (outside == null || outside.isEmpty()) {
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
        for (long serial = outside.firstKey(); serial < outside.lastKey(); serial++) {
            if (!outside.containsKey(serial)) {
                found.add(Finding.ofSeal(Kind.ZEGEL_WEG, serial, "Zegel %d ligt niet meer op de plaats erbuiten, en latere wel.", serial));
            }
        }
    }

    private static String difference(Seal seal, Seal kept) {
        if (!seal.root().equals(kept.root())) {
            return "een andere wortel";
        }
        return seal.sealedAt().equals(kept.sealedAt()) ? "een ander aantal of een ander vorig zegel" : "een ander moment";
    }
}
