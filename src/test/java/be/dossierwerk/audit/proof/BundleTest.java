package be.dossierwerk.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.audit.VerifyCommand;
import be.dossierwerk.audit.proof.Finding.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bundles of a record that was tampered with before the bundle was made, and bundles that were tampered with themselves. */
class BundleTest {

    private static final String A = "DC-ERK-2026-00001";
    private static final String B = "DC-ERK-2026-00002";
    private static final Instant BEGAN = Instant.parse("2026-11-20T08:00:00.123456Z");
    private static final TimeStampAuthority AUTHORITY = TimeStampAuthority.make(BEGAN);

    /** Two dossiers of six entries and three seals, as a database holds them; who tampers changes these lists. */
    private static final class Record {
        final KeyPair sealKey = SealKeys.make();
        final Map<String, byte[]> keys = new HashMap<>(Map.of(A, new byte[32], B, new byte[] {1, 2, 3}));
        final Map<String, List<ChainEntry>> chains = new HashMap<>(Map.of(A, new ArrayList<>(), B, new ArrayList<>()));
        final List<Seal> seals = new ArrayList<>();
        final List<List<String[]>> leaves = new ArrayList<>();
        final Map<String, byte[]> outside = new LinkedHashMap<>();
        final Set<Long> withheld = new TreeSet<>();
        /** Of the first dossier, where somebody gives another than belongs to the entry. */
        final Map<Long, byte[]> entryKeys = new HashMap<>();
        byte[] document = {5, 5};
        String recorded = Digests.hex(Digests.sha256(document));
        KeyPair signsWith = sealKey;
        KeyPair signsBundle = sealKey;
        String destroyed = "null";
        TimeStampAuthority stamps = AUTHORITY;
        Instant stampedAt;

        Record() throws IOException {
            for (int seal = 1; seal <= 3; seal++) {
                for (String dossier : List.of(A, B)) {
                    write(dossier, seal == 1 ? "DOCUMENT_TOEGEVOEGD" : "NOTITIE_GESCHREVEN", seal == 1
                            ? "{\"after\":{\"document\":\"d1\",\"sha256\":\"" + recorded + "\"},\"sentence\":\"Ann voegde een document toe.\"}" : "{\"sentence\":\"Notitie " + seal + "\"}");
                    write(dossier, "FEITEN", "{\"changes\":[]}");
                }
                seal();
            }
        }

        void write(String dossier, String action, String content) {
            List<ChainEntry> chain = chains.get(dossier);
            chain.add(entry(dossier, chain.size() + 1, action, content, chain.isEmpty() ? "" : chain.get(chain.size() - 1).hash()));
        }

        ChainEntry entry(String dossier, long seq, String action, String content, String previous) {
            return hashed(new ChainEntry(dossier, seq, EntryHash.at(BEGAN.plusSeconds(seq)), "ann", "dc-jurist", action,
                    EntryHash.commitment(keys.get(dossier), dossier, seq, content), previous, "", content));
        }

        void seal() throws IOException {
            List<String[]> heads = new ArrayList<>();
            for (String dossier : List.of(A, B)) {
                ChainEntry last = chains.get(dossier).get(chains.get(dossier).size() - 1);
                heads.add(new String[] {dossier, String.valueOf(last.seq()), last.hash()});
            }
            leaves.add(heads);
            byte[] root = MerkleTree.root(hashes(heads));
            Seal seal = sealed(seals.size() + 1, EntryHash.at(BEGAN.plusSeconds(3600L * (seals.size() + 1))), heads.size(), Digests.hex(root),
                    seals.isEmpty() ? "" : Digests.sha256(seals.get(seals.size() - 1).statement()));
            seals.add(seal);
            outside.put("zegel-%06d.json".formatted(seal.serial()), Digests.utf8(ProofJson.write(ProofJson.of(seal))));
        }

        Seal sealed(long serial, String at, long size, String root, String previous) throws IOException {
            String statement = Seal.statement(serial, at, size, root, previous);
            TimeStampQuestion question = new TimeStampQuestion(statement);
            return new Seal(serial, at, size, root, previous, SealKeys.sign(signsWith.getPrivate(), Digests.utf8(statement)), SealKeys.id(signsWith.getPublic()),
                    question.token(stamps.answer(question.encoded(), stampedAt == null ? Instant.parse(at).plusSeconds(8) : stampedAt)));
        }

        static List<byte[]> hashes(List<String[]> heads) {
            return heads.stream().map(head -> MerkleTree.leaf(head[0], Long.parseLong(head[1]), head[2])).toList();
        }

        /** Makes a chain agree with itself again from there on. */
        void rehash(String dossier, int from) {
            List<ChainEntry> chain = chains.get(dossier);
            for (int i = from; i < chain.size(); i++) {
                chain.set(i, entry(dossier, i + 1, chain.get(i).action(), chain.get(i).content(), i == 0 ? "" : chain.get(i - 1).hash()));
            }
        }

        Path bundle(Path folder) throws IOException {
            Path file = folder.resolve("bewijs-" + A + ".zip");
            try (OutputStream out = Files.newOutputStream(file)) {
                BundleWriter writer = new BundleWriter(out);
                writer.put(Bundle.ABOUT, "{\"format\":\"dossierwerk-bewijs-2\",\"dossier\":\"%s\",\"madeAt\":\"2026-11-21T00:00:00.000000Z\",\"madeBy\":\"omer\",\"entries\":%d,\"destroyed\":%s,\"sealKey\":\"%s\",\"withheld\":%s}"
                        .formatted(A, chains.get(A).size(), destroyed, SealKeys.id(signsBundle.getPublic()), withheld));
                writer.put(Bundle.ENTRIES, lines(chains.get(A).stream().map(entry -> ProofJson.of(given(entry)))));
                writer.put(Bundle.SEALS, lines(seals.stream().map(ProofJson::of)));
                StringBuilder lines = new StringBuilder();
                for (int i = 0; i < seals.size(); i++) {
                    String[] head = leaves.get(i).get(0);
                    var leaf = ProofJson.object().put("seal", seals.get(i).serial()).put("position", 0).put("size", 2).put("seq", Long.parseLong(head[1])).put("head", head[2]);
                    MerkleTree.path(hashes(leaves.get(i)), 0).forEach(step -> leaf.withArray("path").add(Digests.hex(step)));
                    lines.append(ProofJson.write(leaf)).append('\n');
                }
                writer.put(Bundle.LEAVES, lines.toString());
                writer.put(Bundle.KEYS + SealKeys.id(signsWith.getPublic()) + ".pem", SealKeys.pem(signsWith.getPublic()));
                if (signsBundle != signsWith) {
                    writer.put(Bundle.KEYS + SealKeys.id(signsBundle.getPublic()) + ".pem", SealKeys.pem(signsBundle.getPublic()));
                }
                writer.put(Bundle.TIME_STAMP_KEYS, pem(AUTHORITY) + (stamps == AUTHORITY ? "" : pem(stamps)));
                writer.put(Bundle.DOCUMENTS, document == null ? "" : "{\"id\":\"d1\",\"file\":\"documenten/brief.pdf\",\"sha256\":\"" + recorded + "\",\"title\":\"Brief\",\"kind\":\"BRIEF\"}\n");
                if (document != null) {
                    writer.put("documenten/brief.pdf", document);
                }
                writer.sign(signsBundle.getPrivate());
            }
            return file;
        }

        ChainEntry given(ChainEntry entry) {
            byte[] key = entryKeys.getOrDefault(entry.seq(), keys.get(A) == null ? null : EntryHash.entryKey(keys.get(A), A, entry.seq()));
            return withheld.contains(entry.seq()) ? entry.closed() : entry.content() == null ? entry : entry.with(key);
        }

        private static String lines(Stream<? extends com.fasterxml.jackson.databind.JsonNode> nodes) {
            return nodes.map(node -> ProofJson.write(node) + "\n").reduce("", String::concat);
        }
    }

    private static String pem(TimeStampAuthority authority) {
        try {
            return SealKeys.pem("CERTIFICATE", authority.certificate().getEncoded());
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ChainEntry hashed(ChainEntry e) {
        return new ChainEntry(e.dossier(), e.seq(), e.at(), e.actor(), e.roles(), e.action(), e.commitment(), e.previous(), e.recomputed(), e.content());
    }

    private static ChainEntry at(ChainEntry e, String dossier, long seq) {
        return new ChainEntry(dossier, seq, e.at(), e.actor(), e.roles(), e.action(), e.commitment(), e.previous(), e.hash(), e.content());
    }

    private interface Tampering {
        void in(Record record) throws IOException;
    }

    private static Arguments of(String what, Kind kind, String sentence, Tampering tampering) {
        return Arguments.of(what, kind, sentence, tampering);
    }

    static Stream<Arguments> tampering() {
        return Stream.of(
                of("a hashed field changed", Kind.HANDELING_GEWIJZIGD, "Handeling 3 van DC-ERK-2026-00001 werd gewijzigd: haar vingerafdruk past niet meer bij het moment, wie, de rol of de handeling die er nu staan.", r -> {
                    ChainEntry e = r.chains.get(A).get(2);
                    r.chains.get(A).set(2, new ChainEntry(A, 3, e.at(), "bart", e.roles(), e.action(), e.commitment(), e.previous(), e.hash(), e.content()));
                }),
                of("content changed", Kind.INHOUD_GEWIJZIGD, "De inhoud van handeling 3 van DC-ERK-2026-00001 werd gewijzigd: de zin, de reden of de gegevens zijn niet die waarmee ze werd geschreven.", r -> {
                    ChainEntry e = r.chains.get(A).get(2);
                    r.chains.get(A).set(2, new ChainEntry(A, 3, e.at(), e.actor(), e.roles(), e.action(), e.commitment(), e.previous(), e.hash(), "{\"sentence\":\"Iets anders\"}"));
                }),
                of("content deleted", Kind.INHOUD_WEG, "De inhoud van handeling 3 van DC-ERK-2026-00001 is weg, en er staat geen vernietiging van.", r -> {
                    ChainEntry e = r.chains.get(A).get(2);
                    r.chains.get(A).set(2, new ChainEntry(A, 3, e.at(), e.actor(), e.roles(), e.action(), e.commitment(), e.previous(), e.hash(), null));
                }),
                of("a field changed and its hash made to fit", Kind.HANDELING_VERVANGEN, "Handeling 3 van DC-ERK-2026-00001 werd vervangen: handeling 4 volgt op een andere dan die er nu staat.", r -> {
                    ChainEntry e = r.chains.get(A).get(2);
                    r.chains.get(A).set(2, hashed(new ChainEntry(A, 3, e.at(), "bart", e.roles(), e.action(), e.commitment(), e.previous(), "", e.content())));
                }),
                of("a middle entry deleted", Kind.HANDELING_WEG, "Handeling 3 van DC-ERK-2026-00001 ontbreekt: na handeling 2 komt handeling 4.", r -> r.chains.get(A).remove(2)),
                of("a middle entry deleted and the rest renumbered", Kind.HANDELING_WEG,
                        "Handeling 3 van DC-ERK-2026-00001 werd weggehaald: wat nu handeling 3 is, werd geschreven als handeling 4.", r -> {
                    List<ChainEntry> chain = r.chains.get(A);
                    chain.remove(2);
                    for (int i = 2; i < chain.size(); i++) {
                        chain.set(i, at(chain.get(i), A, i + 1));
                    }
                }),
                of("the last entry deleted", Kind.STAART_WEG, "Handeling 6 van DC-ERK-2026-00001 is weg: zegel 3 van 20 november 2026, 12.00 uur nam haar op, en nu eindigt de keten bij handeling 5.", r -> r.chains.get(A).remove(5)),
                of("the last three deleted", Kind.STAART_WEG, "De handelingen 4 tot 6 van DC-ERK-2026-00001 zijn weg: zegel 3 van 20 november 2026, 12.00 uur nam ze op, en nu eindigt de keten bij handeling 3.", r -> r.chains.get(A).subList(3, 6).clear()),
                of("an entry put in the middle", Kind.HANDELING_INGEVOEGD,
                        "Handeling 3 van DC-ERK-2026-00001 werd er later tussengevoegd: wat nu handeling 4 is, werd geschreven als handeling 3.", r -> {
                    List<ChainEntry> chain = r.chains.get(A);
                    chain.add(2, r.entry(A, 3, "NOTITIE_GESCHREVEN", "{\"sentence\":\"Vals\"}", chain.get(1).hash()));
                    for (int i = 3; i < chain.size(); i++) {
                        chain.set(i, at(chain.get(i), A, i + 1));
                    }
                }),
                of("an entry put at the end without the hash before", Kind.HANDELING_INGEVOEGD,
                        "Handeling 7 van DC-ERK-2026-00001 werd er met de hand bij gezet: ze volgt niet op handeling 6, die verzegeld is.",
                        r -> r.chains.get(A).add(r.entry(A, 7, "NOTITIE_GESCHREVEN", "{\"sentence\":\"Vals\"}", "ab".repeat(32)))),
                of("an entry put before the one whose number it bears", Kind.HANDELING_INGEVOEGD,
                        "Handeling 2 van DC-ERK-2026-00001 staat op een plaats die ze niet heeft: verwacht was handeling 3.",
                        r -> r.chains.get(A).add(1, r.entry(A, 2, "NOTITIE_GESCHREVEN", "{\"sentence\":\"Vals\"}", r.chains.get(A).get(0).hash()))),
                of("two entries exchanged", Kind.HANDELINGEN_VERWISSELD, "De volgorde in DC-ERK-2026-00001 werd veranderd: wat nu handeling 3 is, werd geschreven als handeling 5.", r -> {
                    List<ChainEntry> chain = r.chains.get(A);
                    ChainEntry three = chain.get(2);
                    chain.set(2, at(chain.get(4), A, 3));
                    chain.set(4, at(three, A, 5));
                }),
                of("entries of two dossiers exchanged", Kind.ANDER_DOSSIER,
                        "Handeling 3 van DC-ERK-2026-00001 hoort hier niet: noch haar vingerafdruk, noch haar inhoud past bij dit dossier; ze komt uit een ander dossier of werd helemaal vervangen.",
                        r -> r.chains.get(A).set(2, at(r.chains.get(B).get(2), A, 3))),
                of("a document's bytes replaced", Kind.DOCUMENT_GEWIJZIGD,
                        "Document \"Brief\" van DC-ERK-2026-00001 werd gewijzigd: het bestand is niet meer dat waarvan de vingerafdruk werd bewaard.", r -> r.document = new byte[] {6}),
                of("a document and its recorded fingerprint replaced", Kind.DOCUMENT_VERVANGEN,
                        "Document \"Brief\" van DC-ERK-2026-00001 werd vervangen, met zijn bewaarde vingerafdruk: de handeling die het toevoegde, noemt een andere.", r -> {
                    r.document = new byte[] {6};
                    r.recorded = Digests.hex(Digests.sha256(r.document));
                }),
                of("a document deleted", Kind.DOCUMENT_WEG, "Document d1 van DC-ERK-2026-00001 is weg: een handeling voegde het toe.", r -> r.document = null),
                of("all entries deleted", Kind.DOSSIER_WEG, "DC-ERK-2026-00001 is weg: zegel 3 van 20 november 2026, 12.00 uur nam er 6 handelingen van op, en nu staat er geen enkele meer.", r -> {
                    r.chains.get(A).clear();
                    r.document = null;
                }),
                of("the root of a seal changed where nobody looks outside", Kind.ZEGEL_GEWIJZIGD,
                        "Zegel 2 werd gewijzigd: de handtekening past niet bij het moment, het aantal, de wortel of het vorige zegel die er nu staan.", r -> {
                    Seal s = r.seals.get(1);
                    r.seals.set(1, new Seal(2, s.sealedAt(), s.leaves(), "ab".repeat(32), s.previous(), s.signature(), s.keyId(), s.token()));
                    r.outside.clear();
                }),
                of("the root of a seal changed", Kind.ZEGEL_GEWIJZIGD,
                        "Zegel 2 zegt iets anders dan het zegel 2 dat erbuiten wordt bewaard: een andere wortel.", r -> {
                    Seal s = r.seals.get(1);
                    r.seals.set(1, new Seal(2, s.sealedAt(), s.leaves(), "ab".repeat(32), s.previous(), s.signature(), s.keyId(), s.token()));
                }),
                of("the chain rewritten so that it agrees with itself", Kind.KETEN_HERSCHREVEN,
                        "De keten van DC-ERK-2026-00001 werd herschreven: ze klopt met zichzelf, maar handeling 4 is niet die van zegel 2 van 20 november 2026, 11.00 uur. De eerste verandering ligt bij handeling 3 tot 4.", r -> {
                    List<ChainEntry> chain = r.chains.get(A);
                    chain.set(2, r.entry(A, 3, "NOTITIE_GESCHREVEN", "{\"sentence\":\"Herschreven\"}", chain.get(1).hash()));
                    r.rehash(A, 3);
                }),
                of("the chain and the leaf rewritten", Kind.BLAD_GEWIJZIGD, "Handeling 6 zit niet in zegel 3: haar blad leidt niet naar de wortel van dat zegel.", r -> {
                    List<ChainEntry> chain = r.chains.get(A);
                    chain.set(5, r.entry(A, 6, "FEITEN", "{\"changes\":[1]}", chain.get(4).hash()));
                    r.leaves.get(2).get(0)[2] = chain.get(5).hash();
                }),
                of("a seal taken out", Kind.ZEGEL_WEG, "Zegel 2 ontbreekt: na zegel 1 komt zegel 3.", r -> {
                    r.seals.remove(1);
                    r.leaves.remove(1);
                }),
                of("the key of the dossier deleted", Kind.SLEUTEL_WEG,
                        "De sleutel van DC-ERK-2026-00001 is weg, en er staat geen vernietiging van: de inhoud van de handelingen is niet meer te bewijzen.", r -> r.keys.put(A, null)),
                of("the key of the dossier replaced", Kind.SLEUTEL_VERVANGEN, "De sleutel van DC-ERK-2026-00001 werd vervangen: de inhoud van handeling 1 tot 6 past er niet meer bij.",
                        r -> r.keys.put(A, new byte[] {9})),
                of("the key of an entry given for another", Kind.SLEUTEL_VERWISSELD,
                        "Bij handeling 4 van DC-ERK-2026-00001 staat de sleutel van handeling 3: haar inhoud is er niet mee te openen.",
                        r -> r.entryKeys.put(4L, EntryHash.entryKey(r.keys.get(A), A, 3))),
                of("the key of an entry left out", Kind.SLEUTEL_WEG, "De sleutel van handeling 4 van DC-ERK-2026-00001 ontbreekt: haar inhoud is niet te bewijzen.",
                        r -> r.entryKeys.put(4L, null)),
                of("rolled back to before a seal", Kind.TERUGGEZET,
                        "De gegevens werden teruggezet naar een oudere stand: erbuiten ligt zegel 3 van 20 november 2026, 12.00 uur, en hier eindigt de rij bij zegel 2.", r -> {
                    r.seals.remove(2);
                    r.leaves.remove(2);
                    r.chains.get(A).subList(4, 6).clear();
                }),
                of("all signed again with another key", Kind.ZEGELSLEUTEL, "De zegelsleutel werd vervangen: zegels 1 tot 3 zijn nu ondertekend met sleutel ", r -> {
                    r.signsWith = SealKeys.make();
                    r.signsBundle = r.signsWith;
                    for (Seal s : List.copyOf(r.seals)) {
                        r.seals.set((int) s.serial() - 1, r.sealed(s.serial(), s.sealedAt(), s.leaves(), s.root(), s.previous()));
                    }
                }),
                of("the bundle signed with a foreign key", Kind.ZEGELSLEUTEL, "De bundel is ondertekend met sleutel ", r -> r.signsBundle = SealKeys.make()),
                of("a stamp of another service", Kind.TIJDSTEMPEL, "Het tijdstempel van zegel 3 telt niet: het is van een dienst die niet bekend is.", r -> {
                    r.stamps = TimeStampAuthority.make(BEGAN);
                    r.seals.set(2, r.sealed(3, r.seals.get(2).sealedAt(), 2, r.seals.get(2).root(), r.seals.get(2).previous()));
                    r.outside.clear();
                }),
                of("a stamp of long after", Kind.TIJDSTEMPEL,
                        "Het tijdstempel van zegel 3 telt niet: het is van 23 november 2026, 9.00 uur, en het zegel zegt dat het van 20 november 2026, 12.00 uur is.", r -> {
                    r.stampedAt = BEGAN.plusSeconds(3 * 24 * 3600);
                    r.seals.set(2, r.sealed(3, r.seals.get(2).sealedAt(), 2, r.seals.get(2).root(), r.seals.get(2).previous()));
                    r.outside.clear();
                }),
                of("an outside seal missing at the end", Kind.ZEGEL_WEG, "Zegel 3 ligt niet meer op de plaats erbuiten, of niet te lezen.", r -> r.outside.remove("zegel-000003.json")),
                of("an outside seal missing at the start", Kind.ZEGEL_WEG, "Zegel 1 ligt niet meer op de plaats erbuiten, of niet te lezen.", r -> r.outside.remove("zegel-000001.json")),
                of("outside seals missing in the middle and broken", Kind.ZEGEL_WEG, "Zegels 2 tot 3 liggen niet meer op de plaats erbuiten, of niet te lezen.", r -> {
                    r.outside.remove("zegel-000002.json");
                    r.outside.put("zegel-000003.json", new byte[] {'{'});
                }),
                of("an outside seal under the name of another", Kind.ZEGEL_WEG, "Zegel 3 ligt niet meer op de plaats erbuiten, of niet te lezen.",
                        r -> r.outside.put("zegel-000003.json", r.outside.get("zegel-000002.json"))),
                of("a later seal outside that nobody known signed", Kind.ZEGELSLEUTEL, "Zegel 4 op de plaats erbuiten is niet ondertekend met een sleutel die bekend is.", r -> {
                    r.signsWith = SealKeys.make();
                    Seal s = r.sealed(4, r.seals.get(2).sealedAt(), 2, r.seals.get(2).root(), Digests.sha256(r.seals.get(2).statement()));
                    r.outside.put("zegel-000004.json", Digests.utf8(ProofJson.write(ProofJson.of(s))));
                    r.signsWith = r.sealKey;
                }),
                of("a token of another text", Kind.TIJDSTEMPEL, "Het tijdstempel van zegel 2 telt niet: het werd voor een andere tekst gegeven.", r -> {
                    Seal s = r.seals.get(1);
                    r.seals.set(1, new Seal(2, s.sealedAt(), s.leaves(), s.root(), s.previous(), s.signature(), s.keyId(), r.seals.get(0).token()));
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tampering")
    void tampering_is_named(String what, Kind kind, String sentence, Tampering tampering, @TempDir Path folder) throws Exception {
        Record record = new Record();
        Path outside = outside(record, folder);
        assertThat(verify(record.bundle(folder), outside).found()).isEmpty();
        tampering.in(record);

        for (Path each : Files.list(outside).toList()) {
            Files.delete(each);
        }
        outside(record, folder);
        Bundle.Verdict verdict = verify(record.bundle(folder), record.outside.isEmpty() ? null : outside);

        assertThat(verdict.found()).as(what).extracting(Finding::kind).contains(kind);
        assertThat(verdict.found()).as(what).filteredOn(finding -> finding.kind() == kind).extracting(Finding::sentence).anySatisfy(said -> assertThat(said).startsWith(sentence));
        // The cause, and not a list of everything that follows from it.
        assertThat(verdict.found()).as(what).hasSizeLessThanOrEqualTo(2);
    }

    /** As the product destroys: what was said goes with its key, a new key holds what comes, and what comes is checked as before. */
    @Test
    void what_was_destroyed_is_told_and_the_rest_is_checked(@TempDir Path folder) throws Exception {
        Record record = new Record();
        record.chains.get(A).replaceAll(ChainEntry::closed);
        record.keys.put(A, new byte[] {7});
        record.write(A, Actions.DESTROYED, "{\"sentence\":\"De inhoud werd vernietigd.\"}");
        record.write(A, "BEWIJS_GEMAAKT", "{\"sentence\":\"Omer maakte een bundel.\"}");
        record.destroyed = "{\"at\":\"2026-11-20T20:00:00.000000Z\",\"rule\":\"B-12\",\"by\":\"An\"}";
        Bundle.Verdict verdict = verify(record.bundle(folder), null);
        assertThat(verdict.found()).isEmpty();
        assertThat(verdict.told()).containsExactly("de inhoud is vernietigd op 20 november 2026, 21.00 uur, volgens regel B-12; de keten en wat er nog is, werden nagegaan");

        record.document = new byte[] {6};
        assertThat(sentences(record.bundle(folder))).containsExactly("Document \"Brief\" van DC-ERK-2026-00001 werd gewijzigd: het bestand is niet meer dat waarvan de vingerafdruk werd bewaard.");
        record.document = new byte[] {5, 5};
        record.chains.get(A).set(7, record.chains.get(A).get(7).closed());
        assertThat(sentences(record.bundle(folder))).containsExactly("De inhoud van handeling 8 van DC-ERK-2026-00001 is weg, en er staat geen vernietiging van.");
        record.chains.get(A).subList(6, 8).clear();
        assertThat(sentences(record.bundle(folder))).containsExactly("De bundel zegt dat de inhoud van DC-ERK-2026-00001 werd vernietigd, maar de keten zegt er niets van.");
    }

    /** Whoever has the bundle has the keys of what it says: none of them, nor what is made of them, opens what it does not say. */
    @Test
    void what_is_withheld_stays_closed(@TempDir Path folder) throws Exception {
        Record record = new Record();
        record.withheld.add(3L);
        Path bundle = record.bundle(folder);
        assertThat(verify(bundle, null).found()).isEmpty();
        String lines;
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            StringBuilder all = new StringBuilder();
            for (ZipEntry entry : zip.stream().map(each -> (ZipEntry) each).toList()) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
            lines = all.toString();
        }
        assertThat(lines).doesNotContain(Digests.hex(record.keys.get(A)), "Notitie 2", Digests.hex(EntryHash.entryKey(record.keys.get(A), A, 3)));
        List<byte[]> keys = new ArrayList<>(List.of(new byte[1]));
        record.chains.get(A).stream().map(record::given).filter(entry -> entry.key() != null).forEach(entry -> {
            keys.add(entry.key());
            keys.add(EntryHash.entryKey(entry.key(), A, 3));
        });
        assertThat(keys).hasSize(11);
        ChainEntry closed = record.chains.get(A).get(2);
        // Every sentence that it could be, the right one too.
        for (byte[] key : keys) {
            for (int number = 0; number <= 1_000; number++) {
                assertThat(EntryHash.commitmentWith(key, A, 3, "{\"sentence\":\"Notitie " + number + "\"}")).isNotEqualTo(closed.commitment());
            }
        }
        assertThat(closed.holds(EntryHash.entryKey(record.keys.get(A), A, 3))).isTrue();
    }

    @Test
    void what_is_not_sealed_yet_is_said() throws Exception {
        Record record = new Record();
        record.write(A, "NOTITIE_GESCHREVEN", "{\"sentence\":\"Vandaag\"}");
        Path folder = Files.createTempDirectory("bundel");
        Bundle.Verdict verdict = verify(record.bundle(folder), null);
        assertThat(verdict.found()).isEmpty();
        assertThat(verdict.good()).isEqualTo("DC-ERK-2026-00001, 7 handelingen, 1 document, 3 zegels");
        assertThat(verdict.unchecked()).containsExactly("de laatste handeling is nog niet verzegeld",
                "of zegelsleutel " + SealKeys.id(record.sealKey.getPublic()) + " die van de afdeling is (geef --sleutel of --zegels)");
    }

    @Test
    void a_bundle_that_was_changed_afterwards_names_the_file(@TempDir Path folder) throws Exception {
        Path bundle = new Record().bundle(folder);
        assertThat(sentences(rewritten(bundle, files -> files.put("documenten/brief.pdf", new byte[] {7})))).contains("Het bestand documenten/brief.pdf is niet meer wat in de bundel werd gelegd.");
        assertThat(sentences(rewritten(bundle, files -> files.remove("documenten/brief.pdf")))).contains("Het bestand documenten/brief.pdf zit niet meer in de bundel.");
        assertThat(sentences(rewritten(bundle, files -> files.put("documenten/nieuw.pdf", new byte[] {7})))).containsExactly("Het bestand documenten/nieuw.pdf werd aan de bundel toegevoegd nadat ze werd gemaakt.");
        assertThat(sentences(rewritten(bundle, files -> files.put(Bundle.MANIFEST, new byte[] {10})))).contains("De handtekening onder inhoud.txt klopt niet: de lijst van bestanden werd gewijzigd.");
        assertThat(sentences(rewritten(bundle, files -> files.put(Bundle.ENTRIES, Digests.utf8("geen json\n"))))).contains("Lijn 1 van handelingen.jsonl is niet te lezen.");
    }

    @Test
    void the_command_answers_with_a_code_and_sentences(@TempDir Path folder) throws Exception {
        Record record = new Record();
        Path outside = outside(record, folder);
        Path key = Files.writeString(folder.resolve("zegel.pem"), SealKeys.pem(record.sealKey.getPublic()));
        String bundle = record.bundle(folder).toString();
        Path service = Files.writeString(folder.resolve("dienst.pem"), pem(AUTHORITY));
        assertThat(run(bundle)).startsWith("0 klopt: DC-ERK-2026-00001, 6 handelingen, 1 document, 3 zegels\nniet nagegaan: van wie de tijdstempels zijn (CN=Dossierwerk ingebouwde tijdstempeldienst, certificaat ")
                .contains("; geef --tijdstempel)\nniet nagegaan: of zegelsleutel ");
        Path empty = Files.createDirectories(folder.resolve("leeg"));
        assertThat(run(bundle, "--zegels", empty.toString())).startsWith("2 " + empty + ": daar ligt geen enkel zegel");
        assertThat(run(bundle, "--zegels", folder.resolve("weg").toString())).startsWith("2 ").contains("dat is er niet.");
        assertThat(run(bundle, "--tijdstempel", key.toString())).startsWith("2 --tijdstempel: dat is geen certificaat in PEM.");
        Path foreign = Files.writeString(folder.resolve("vreemd.pem"), pem(TimeStampAuthority.make(BEGAN)));
        assertThat(run(bundle, "--tijdstempel", foreign.toString())).startsWith("1 ").contains("Het tijdstempel van zegel 3 telt niet: het is van een dienst die niet bekend is.");
        assertThat(run(bundle, "--zegels", outside.toString(), "--sleutel", key.toString(), "--tijdstempel", service.toString())).isEqualTo("0 klopt: DC-ERK-2026-00001, 6 handelingen, 1 document, 3 zegels\n");
        Path other = Files.writeString(folder.resolve("ander.pem"), SealKeys.pem(SealKeys.make().getPublic()));
        assertThat(run(bundle, "--sleutel", other.toString())).startsWith("1 klopt niet: DC-ERK-2026-00001\n- Zegel 3 is ondertekend met sleutel ").contains("en niet met de gegeven sleutel");
        record.chains.get(A).remove(1);
        assertThat(run(record.bundle(folder).toString(), "--zegels", outside.toString()))
                .startsWith("1 klopt niet: DC-ERK-2026-00001\n- Handeling 2 van DC-ERK-2026-00001 ontbreekt: na handeling 1 komt handeling 3.\n");
        assertThat(run()).startsWith("2 Gebruik: ");
        assertThat(run("--wat", bundle)).startsWith("2 ");
        assertThat(run(folder.resolve("weg.zip").toString())).startsWith("2 ").contains("dat bestand is er niet.");
        assertThat(run(key.toString())).startsWith("2 ").contains("is geen bewijsbundel: het is geen zip-bestand.");
        assertThat(run(bundle, "--sleutel", bundle)).startsWith("2 ");
        assertThat(run("--help")).startsWith("0 Gebruik: ");
        assertThatThrownBy(() -> new Bundle(rewritten(Path.of(bundle), files -> files.remove(Bundle.ABOUT)))).isInstanceOf(Bundle.NoBundle.class);
    }

    private static String run(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = VerifyCommand.run(List.of(arguments), to, to);
        return code + " " + said.toString(StandardCharsets.UTF_8);
    }

    private static Path outside(Record record, Path folder) throws IOException {
        Path outside = Files.createDirectories(folder.resolve("zegels"));
        for (var file : record.outside.entrySet()) {
            Files.write(outside.resolve(file.getKey()), file.getValue());
        }
        return outside;
    }

    private static Bundle.Verdict verify(Path file, Path outside) throws Exception {
        try (Bundle bundle = new Bundle(file)) {
            return bundle.verify(new Bundle.Known(outside == null ? null : ProofJson.outside(outside), null, List.of(AUTHORITY.certificate())));
        }
    }

    private static List<String> sentences(Path file) throws Exception {
        return verify(file, null).found().stream().map(Finding::sentence).toList();
    }

    private static Path rewritten(Path bundle, Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            for (ZipEntry entry : zip.stream().map(each -> (ZipEntry) each).toList()) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        change.accept(files);
        Path fresh = Files.createTempFile("bundel", ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(fresh))) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return fresh;
    }
}
