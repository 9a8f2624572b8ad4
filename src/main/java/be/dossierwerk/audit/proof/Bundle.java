package be.dossierwerk.audit.proof;

import be.dossierwerk.audit.proof.Finding.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A bundle as somebody got it (src/docs/bewijs.md), read and checked without database and network. */
public final class Bundle implements AutoCloseable {

    public static final String FORMAT = "dossierwerk-bewijs-2";
    public static final String MANIFEST = "inhoud.txt";
    public static final String SIGNATURE = "inhoud.txt.sig";
    public static final String ABOUT = "bundel.json";
    public static final String ENTRIES = "handelingen.jsonl";
    public static final String SEALS = "zegels.jsonl";
    public static final String LEAVES = "bladen.jsonl";
    public static final String DOCUMENTS = "documenten.jsonl";
    public static final String KEYS = "sleutels/";
    public static final String TIME_STAMP_KEYS = KEYS + "tijdstempel.pem";
    /** Of documents, with their title and dossier: the scheduled check says the same. */
    public static final String GEWIJZIGD = "Document %s van %s werd gewijzigd: het bestand is niet meer dat waarvan de vingerafdruk werd bewaard.";
    public static final String VERVANGEN = "Document %s van %s werd vervangen, met zijn bewaarde vingerafdruk: de handeling die het toevoegde, noemt een andere.";
    public static final String ZONDER = "Document %s van %s kwam in het dossier zonder handeling.";
    public static final String WEG = "Document %s van %s is weg: een handeling voegde het toe.";

    /** Of the list of files, keys and what the bundle says of itself; the lists of entries, seals and documents may be longer. */
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    /** It is no bundle at all. */
    public static final class NoBundle extends Exception {
        NoBundle(String why) {
            super(why);
        }
    }

    /** {@code found}: in sentences; {@code told}: what the bundle says that one must know; {@code unchecked}: what was not checked; {@code good}: what agrees, when nothing was found. */
    public record Verdict(String dossier, List<Finding> found, List<String> told, List<String> unchecked, String good) { }

    private final ZipFile zip;
    private final JsonNode about;
    private final String dossier;
    /** Of the files as they are: the large ones are read once. */
    private final Map<String, String> digests = new HashMap<>();

    /** @throws NoBundle when it is not a bundle of this format */
    public Bundle(Path file) throws IOException, NoBundle {
        ZipFile opened;
        try {
            opened = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new NoBundle("het is geen zip-bestand");
        }
        zip = opened;
        try {
            about = ProofJson.read(text(ABOUT));
            dossier = ProofJson.text(about, "dossier");
            if (!FORMAT.equals(about.path("format").asText())) {
                throw new NoBundle("het formaat " + about.path("format").asText() + " is niet bekend");
            }
        } catch (IllegalArgumentException e) {
            zip.close();
            throw new NoBundle("bundel.json ontbreekt of is niet te lezen");
        } catch (NoBundle e) {
            zip.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /**
     * What whoever checks knows from elsewhere. {@code seals}: kept in another place, {@code key}: that the seals must bear, {@code services}: the
     * certificates of the time-stamp services that are believed; each null when it was not given.
     */
    public record Known(SortedMap<Long, Seal> seals, PublicKey key, List<X509Certificate> services) {
        public static final Known NOTHING = new Known(null, null, null);
    }

    public Verdict verify(Known known) throws IOException {
        PublicKey trusted = known.key();
        SortedMap<Long, Seal> outside = known.seals();
        List<Finding> found = new ArrayList<>();
        Map<String, PublicKey> keys = new HashMap<>();
        manifest(keys, found);
        List<Seal> seals = new ArrayList<>();
        lines(SEALS, found, line -> seals.add(ProofJson.seal(line)));
        if (trusted != null) {
            String id = SealKeys.id(trusted);
            // The last one covers those before it, also those of a key that was used until then.
            if (!seals.isEmpty() && !seals.get(seals.size() - 1).keyId().equals(id)) {
                Seal seal = seals.get(seals.size() - 1);
                found.add(Finding.ofSeal(Kind.ZEGELSLEUTEL, seal.serial(), "Zegel %d is ondertekend met sleutel %s, en niet met de gegeven sleutel %s.", seal.serial(), seal.keyId(), id));
            }
            if (!about.path("sealKey").asText().equals(id)) {
                found.add(Finding.of(Kind.ZEGELSLEUTEL, dossier, "De bundel is ondertekend met sleutel %s, en niet met de gegeven sleutel %s.", about.path("sealKey").asText(), id));
            }
        }
        String signer = about.path("sealKey").asText();
        if (!seals.isEmpty() && seals.stream().noneMatch(seal -> seal.keyId().equals(signer))) {
            found.add(Finding.of(Kind.ZEGELSLEUTEL, dossier, "De bundel is ondertekend met sleutel %s, en die maakte geen enkel van haar zegels.", signer));
        }
        List<SealedHead> heads = heads(seals, found);
        found.addAll(new Seals(seals, keys, known.services() == null ? services() : known.services(), outside, null, about.path("madeAt").asText(), heads.stream().map(SealedHead::seal).collect(Collectors.toSet())).findings());
        List<ChainEntry> entries = new ArrayList<>();
        lines(ENTRIES, found, line -> entries.add(ProofJson.entry(dossier, line)));
        if (about.path("entries").asLong() != entries.size()) {
            found.add(Finding.of(Kind.BUNDEL_GEWIJZIGD, dossier, "De bundel zegt dat er %s zijn, en er staan er %d in.", Moments.entries(about.path("entries").asLong()), entries.size()));
        }
        Set<Long> withheld = new HashSet<>();
        about.path("withheld").forEach(seq -> withheld.add(seq.asLong()));
        boolean destroyed = about.path("destroyed").isObject();
        Chain chain = new Chain(dossier, null, destroyed, entries, withheld, heads);
        found.addAll(chain.findings());
        int documents = documents(ProofJson.documents(entries), !withheld.isEmpty() || destroyed, found);
        List<String> told = destroyed ? List.of(destruction(entries, found)) : List.of();
        return new Verdict(dossier, List.copyOf(found), told, unchecked(chain, seals, known), "%s, %s, %s, %s".formatted(dossier, Moments.entries(entries.size()),
                documents == 1 ? "1 document" : documents + " documenten", seals.size() == 1 ? "1 zegel" : seals.size() + " zegels"));
    }

    /** What was said went; that it did, is an entry itself, and the chain goes on over it. */
    private String destruction(List<ChainEntry> entries, List<Finding> found) {
        if (entries.stream().noneMatch(entry -> entry.action().equals(Actions.DESTROYED))) {
            found.add(Finding.of(Kind.VERNIETIGING, dossier, "De bundel zegt dat de inhoud van %s werd vernietigd, maar de keten zegt er niets van.", dossier));
        }
        return "de inhoud is vernietigd op %s, volgens regel %s; de keten en wat er nog is, werden nagegaan".formatted(Moments.of(about.path("destroyed").path("at").asText()),
                about.path("destroyed").path("rule").asText());
    }

    private List<String> unchecked(Chain chain, List<Seal> seals, Known known) throws IOException {
        List<String> notes = new ArrayList<>();
        if (chain.unsealed() > 0) {
            notes.add(chain.unsealed() == chain.last() ? "geen enkele handeling is al verzegeld"
                    : chain.unsealed() == 1 ? "de laatste handeling is nog niet verzegeld" : "de laatste " + chain.unsealed() + " handelingen zijn nog niet verzegeld");
        }
        if (!chain.withheld().isEmpty()) {
            notes.add("de inhoud van " + Moments.entries(chain.withheld().size()) + " werd niet meegegeven");
        }
        if (known.services() == null && !seals.isEmpty()) {
            notes.add("van wie de tijdstempels zijn (" + services().stream().map(TimeStamp::name).collect(Collectors.joining(", ")) + "; geef --tijdstempel)");
        }
        if (known.key() == null && (known.seals() == null || known.seals().isEmpty()) && !seals.isEmpty()) {
            notes.add("of zegelsleutel " + seals.get(seals.size() - 1).keyId() + " die van de afdeling is (geef --sleutel of --zegels)");
        }
        return notes;
    }

    /** What was put in the bundle is what is in it. */
    private void manifest(Map<String, PublicKey> keys, List<Finding> found) throws IOException {
        Map<String, String> listed = new LinkedHashMap<>();
        for (String line : text(MANIFEST).lines().toList()) {
            String[] parts = line.split("  ", 2);
            listed.put(parts.length == 2 ? parts[1] : "", parts[0]);
        }
        Set<String> present = new HashSet<>();
        for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(each -> (ZipEntry) each)::iterator) {
            String name = entry.getName();
            if (!present.add(name)) {
                changed(found, "Het bestand %s zit twee keer in de bundel.", name);
            } else if (!name.equals(MANIFEST) && !name.equals(SIGNATURE) && !listed.containsKey(name)) {
                changed(found, "Het bestand %s werd aan de bundel toegevoegd nadat ze werd gemaakt.", name);
            }
        }
        for (Map.Entry<String, String> line : listed.entrySet()) {
            if (!present.contains(line.getKey())) {
                changed(found, "Het bestand %s zit niet meer in de bundel.", line.getKey());
                continue;
            }
            try (InputStream in = zip.getInputStream(zip.getEntry(line.getKey()))) {
                String is = Digests.sha256(in);
                digests.put(line.getKey(), is);
                if (!is.equals(line.getValue())) {
                    changed(found, "Het bestand %s is niet meer wat in de bundel werd gelegd.", line.getKey());
                }
            } catch (ZipException e) {
                changed(found, "Het bestand %s is niet te lezen.", line.getKey());
            }
        }
        for (String name : present) {
            if (name.startsWith(KEYS) && name.endsWith(".pem") && !name.equals(TIME_STAMP_KEYS)) {
                try {
                    PublicKey key = SealKeys.publicKey(text(name));
                    keys.put(SealKeys.id(key), key);
                } catch (GeneralSecurityException e) {
                    changed(found, "Het bestand %s is geen sleutel.", name);
                }
            }
        }
        PublicKey key = keys.get(about.path("sealKey").asText());
        if (key == null || !SealKeys.signed(key, Digests.utf8(text(MANIFEST)), signature())) {
            changed(found, "De handtekening onder inhoud.txt klopt niet: de lijst van bestanden werd gewijzigd.");
        }
    }

    private byte[] signature() throws IOException {
        try {
            return Base64.getDecoder().decode(text(SIGNATURE).strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private List<SealedHead> heads(List<Seal> seals, List<Finding> found) throws IOException {
        Map<Long, Seal> bySerial = new TreeMap<>();
        seals.forEach(seal -> bySerial.put(seal.serial(), seal));
        List<SealedHead> heads = new ArrayList<>();
        lines(LEAVES, found, line -> {
            JsonNode leaf = ProofJson.read(line);
            long serial = ProofJson.number(leaf, "seal");
            long seq = ProofJson.number(leaf, "seq");
            String head = ProofJson.text(leaf, "head");
            List<byte[]> path = new ArrayList<>();
            leaf.path("path").forEach(step -> path.add(HexFormat.of().parseHex(step.asText())));
            Seal seal = bySerial.get(serial);
            byte[] root = MerkleTree.root(MerkleTree.leaf(dossier, seq, head), ProofJson.number(leaf, "position"), ProofJson.number(leaf, "size"), path);
            if (seal == null || ProofJson.number(leaf, "size") != seal.leaves() || root == null || !Arrays.equals(root, HexFormat.of().parseHex(seal.root()))) {
                found.add(Finding.ofSeal(Kind.BLAD_GEWIJZIGD, serial, "Handeling %d zit niet in zegel %d: haar blad leidt niet naar de wortel van dat zegel.", seq, serial));
            } else {
                heads.add(new SealedHead(serial, seal.sealedAt(), seq, head));
            }
        });
        return heads;
    }

    /** @return how many there are */
    private int documents(Map<String, String> told, boolean partly, List<Finding> found) throws IOException {
        Set<String> there = new HashSet<>();
        lines(DOCUMENTS, found, line -> {
            JsonNode document = ProofJson.read(line);
            String id = ProofJson.text(document, "id");
            String title = document.path("title").isTextual() ? "\"" + document.get("title").asText() + "\"" : id;
            String sha256 = ProofJson.text(document, "sha256");
            there.add(id);
            if (told.containsKey(id) ? !told.get(id).equals(sha256) : !partly) {
                found.add(told.containsKey(id) ? Finding.of(Kind.DOCUMENT_VERVANGEN, dossier, VERVANGEN, title, dossier) : Finding.of(Kind.DOCUMENT_ZONDER_HANDELING, dossier, ZONDER, title, dossier));
            } else if (document.path("file").isTextual()) {
                String file = document.get("file").asText();
                ZipEntry entry = zip.getEntry(file);
                String is = entry == null ? "" : digests.containsKey(file) ? digests.get(file) : digest(entry);
                if (!is.equals(sha256)) {
                    found.add(Finding.of(Kind.DOCUMENT_GEWIJZIGD, dossier, GEWIJZIGD, title, dossier));
                }
            }
        });
        told.keySet().stream().filter(id -> !there.contains(id))
                .forEach(id -> found.add(Finding.of(Kind.DOCUMENT_WEG, dossier, WEG, id, dossier)));
        return there.size();
    }

    private String digest(ZipEntry entry) {
        try (InputStream in = zip.getInputStream(entry)) {
            return Digests.sha256(in);
        } catch (IOException e) {
            return "";
        }
    }

    /** As they came along: whose they are, nobody vouches for. */
    private List<X509Certificate> services() throws IOException {
        try {
            return TimeStamp.certificates(text(TIME_STAMP_KEYS));
        } catch (CertificateException e) {
            return List.of();
        }
    }

    private interface Line {
        void read(String line);
    }

    /** Line by line: a long list is never in memory whole. */
    private void lines(String name, List<Finding> found, Line each) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return;
        }
        int number = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isEmpty()) {
                    try {
                        each.read(line);
                    } catch (IllegalArgumentException e) {
                        changed(found, "Lijn %d van %s is niet te lezen.", number, name);
                    }
                }
            }
        } catch (ZipException e) {
            changed(found, "Het bestand %s is niet te lezen.", name);
        }
    }

    /** Of a file that is small in every bundle; empty when it is not there, cannot be unpacked or is not small. */
    private String text(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] all = in.readNBytes(MOST_BYTES);
            return all.length == MOST_BYTES ? "" : new String(all, StandardCharsets.UTF_8);
        } catch (ZipException e) {
            return "";
        }
    }

    private void changed(List<Finding> found, String sentence, Object... args) {
        found.add(Finding.of(Kind.BUNDEL_GEWIJZIGD, dossier, sentence, args));
    }
}
