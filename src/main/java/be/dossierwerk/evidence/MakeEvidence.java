package be.dossierwerk.evidence;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.AuditLog.Entry;
import be.dossierwerk.audit.BelievedKeys;
import be.dossierwerk.audit.RecordedChains;
import be.dossierwerk.audit.RecordedSeals;
import be.dossierwerk.audit.RecordedSeals.Leaf;
import be.dossierwerk.audit.SealKey;
import be.dossierwerk.audit.SealedUpTo;
import be.dossierwerk.audit.proof.Bundle;
import be.dossierwerk.audit.proof.BundleWriter;
import be.dossierwerk.audit.proof.Chain;
import be.dossierwerk.audit.proof.ChainEntry;
import be.dossierwerk.audit.proof.Digests;
import be.dossierwerk.audit.proof.EntryHash;
import be.dossierwerk.audit.proof.MerkleTree;
import be.dossierwerk.audit.proof.ProofJson;
import be.dossierwerk.audit.proof.Seal;
import be.dossierwerk.audit.proof.SealKeys;
import be.dossierwerk.audit.proof.TimeStamp;
import be.dossierwerk.deadline.RulesOfDossier;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.dossier.RecordReading;
import be.dossierwerk.dossier.ShowDossier;
import be.dossierwerk.engine.DiagramsOfDossier;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.PrivateFile;
import be.dossierwerk.shared.Refused;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the evidence bundle of a dossier (src/docs/bewijs.md): entries, seals, documents, diagrams and rules, to be checked without us. That it was made
 * is an act of the dossier, and the last entry in it. What the person may not read is left out, and that is told.
 */
@Service
public class MakeEvidence {

    /** {@code name}: what to save it as; {@code file}: where it lies until whoever asked for it has it, and takes it away. */
    public record Made(String name, Path file) { }

    /** Who makes it: as the bundle tells it, as the timeline tells it, and whose rights count. */
    private record Maker(String id, String name, String sentence, Map<String, ?> told, Actor recorded, Actor reads) { }

    static final String[] MAKERS = {Roles.AUDITOR, Roles.HEAD, Roles.LAWYER};
    /** Who runs the command has the database: reads what a lawyer reads. What is done is recorded in the name of the product, with the account of the server. */
    private static final Actor OPERATOR = new Actor(Actor.SYSTEM.id(), Actor.SYSTEM.name(), Set.of(Roles.LAWYER));
    /** Marks of a content that not everybody may read: national numbers, and documents such as extracts of convictions. */
    private static final List<String> CONFIDENTIAL = List.of("\"national_number\":\"", "\"kind\":\"" + Dossiers.CONFIDENTIAL_KIND + "\"");

    private final ShowDossier showDossier;
    private final RecordReading recordReading;
    private final Dossiers dossiers;
    private final RecordedChains chains;
    private final RecordedSeals seals;
    private final SealKey sealKey;
    private final BelievedKeys believed;
    private final SealedUpTo sealedUpTo;
    private final DiagramsOfDossier diagrams;
    private final RulesOfDossier rules;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final TransactionTemplate act;
    private final TransactionTemplate snapshot;

    MakeEvidence(ShowDossier showDossier, RecordReading recordReading, Dossiers dossiers, RecordedChains chains, RecordedSeals seals, SealKey sealKey, BelievedKeys believed, SealedUpTo sealedUpTo, DiagramsOfDossier diagrams,
                 RulesOfDossier rules, AuditLog audit, CurrentActor currentActor, PlatformTransactionManager transactions) {
        this.showDossier = showDossier;
        this.recordReading = recordReading;
        this.dossiers = dossiers;
        this.chains = chains;
        this.seals = seals;
        this.sealKey = sealKey;
        this.believed = believed;
        this.sealedUpTo = sealedUpTo;
        this.diagrams = diagrams;
        this.rules = rules;
        this.audit = audit;
        this.currentActor = currentActor;
        this.act = new TransactionTemplate(transactions);
        // As Spring would name it: the auditor's own acts are known by it.
        this.act.setName(MakeEvidence.class.getName() + ".make");
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    public boolean available() {
        Actor actor = currentActor.get();
        return List.of(MAKERS).stream().anyMatch(actor::has);
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing, dossier.unknown or evidence.bundle.key-without-seal */
    public Made make(String dossier) {
        Actor actor = currentActor.require(MAKERS);
        Maker maker = new Maker(actor.id(), actor.name(), actor.name() + " maakte een bewijsbundel van dit dossier.", Map.of(), actor, actor);
        try {
            Path file = Files.createTempFile("bewijs-", ".zip");
            try {
                record(dossier, maker);
                PrivateFile.write(file, out -> write(dossier, maker, out));
                return new Made("bewijs-" + dossier + ".zip", file);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * For the command line, where nobody is signed in: {@code account} is that of the server. @throws be.dossierwerk.shared.Refused dossier.unknown or
     * evidence.bundle.key-without-seal @throws java.nio.file.FileAlreadyExistsException when the file is there already; then nothing was done
     */
    public void makeByCommand(String dossier, String account, Path file) throws IOException {
        String name = Actor.onServer(account).name();
        Maker maker = new Maker("systeem (" + name + ")", name, "Gebruiker %s van de server maakte met het commando een bewijsbundel van dit dossier.".formatted(account),
                Map.of("account", account), Actor.SYSTEM, OPERATOR);
        PrivateFile.writeNew(file, out -> {
            record(dossier, maker);
            write(dossier, maker, out);
        });
    }

    /** Before it is made: whoever sees a bundle sees in it that it was made. */
    private void record(String dossier, Maker maker) {
        if (!believed.ownInUse()) {
            throw new Refused("evidence.bundle.key-without-seal");
        }
        currentActor.as(maker.recorded, () -> {
            act.executeWithoutResult(status -> {
                dossiers.get(dossier);
                audit.record(Entry.of(dossier, "BEWIJS_GEMAAKT", maker.sentence).changing(Map.of(), maker.told));
                recordReading.record(dossier, RecordReading.What.BUNDEL, "", null);
            });
            return null;
        });
    }

    private void write(String dossier, Maker maker, OutputStream out) throws IOException {
        String madeAt = EntryHash.at(sealedUpTo.now());
        BundleWriter writer = new BundleWriter(out);
        try {
            currentActor.as(maker.reads, () -> {
                snapshot.executeWithoutResult(status -> {
                    try {
                        write(writer, dossier, madeAt, maker, showDossier.recorded(dossier));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
                return null;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.sign(sealKey.key());
    }

    private void write(BundleWriter writer, String dossier, String madeAt, Maker maker, ShowDossier.Sheet sheet) throws IOException {
        Chain chain = chains.of(List.of(dossier)).get(0);
        Set<Long> withheld = sheet.mayReadConfidential() ? Set.of() : chain.entries().stream()
                .filter(entry -> entry.content() != null && CONFIDENTIAL.stream().anyMatch(entry.content()::contains)).map(ChainEntry::seq).collect(Collectors.toSet());
        ObjectNode about = ProofJson.object().put("format", Bundle.FORMAT).put("dossier", dossier).put("madeAt", madeAt).put("madeBy", maker.id)
                .put("entries", chain.entries().size());
        chains.destroyed(dossier).ifPresentOrElse(gone -> about.putObject("destroyed").put("at", gone.at()).put("rule", gone.rule()).put("by", gone.by()),
                () -> about.putNull("destroyed"));
        about.put("sealKey", sealKey.id());
        withheld.stream().sorted().forEach(about.putArray("withheld")::add);
        writer.put(Bundle.ABOUT, ProofJson.write(about) + "\n");
        writer.put(Bundle.ENTRIES, chain.entries().stream().map(entry -> ProofJson.write(ProofJson.of(given(entry, chain.key(), withheld))) + "\n").collect(Collectors.joining()));
        List<Seal> sealed = seals.all();
        writer.put(Bundle.SEALS, sealed.stream().map(seal -> ProofJson.write(ProofJson.of(seal)) + "\n").collect(Collectors.joining()));
        writer.put(Bundle.LEAVES, leaves(dossier));
        keys(writer, sealed);
        Map<String, String> files = documents(writer, dossier, sheet);
        for (DiagramsOfDossier.Followed diagram : diagrams.of(dossier)) {
            writer.put(diagram.name(), diagram.content());
        }
        writer.put("regels.json", "{\"rules\":[" + String.join(",", rules.rules(dossier)) + "],\"calendarDays\":[" + String.join(",", rules.calendarDays(dossier)) + "]}\n");
        writer.put("index.html", new BundlePage(sheet, chain, withheld, files, sealed, madeAt, maker.name, sealKey.id()).html());
    }

    /** The key of an entry goes with its content, and with nothing else: whoever has the bundle opens nothing that it does not say. */
    private static ChainEntry given(ChainEntry entry, byte[] key, Set<Long> withheld) {
        if (withheld.contains(entry.seq())) {
            return entry.closed();
        }
        return key == null || entry.content() == null ? entry : entry.with(EntryHash.entryKey(key, entry.dossier(), entry.seq()));
    }

    private String leaves(String dossier) {
        StringBuilder lines = new StringBuilder();
        for (long serial : seals.with(dossier)) {
            List<Leaf> leaves = seals.leaves(serial);
            List<byte[]> hashes = leaves.stream().map(Leaf::hash).toList();
            for (int i = 0; i < leaves.size(); i++) {
                Leaf leaf = leaves.get(i);
                if (leaf.dossier().equals(dossier)) {
                    ObjectNode line = ProofJson.object().put("seal", serial).put("position", i).put("size", leaves.size()).put("seq", leaf.seq()).put("head", leaf.head());
                    var path = line.putArray("path");
                    MerkleTree.path(hashes, i).forEach(step -> path.add(Digests.hex(step)));
                    lines.append(ProofJson.write(line)).append('\n');
                }
            }
        }
        return lines.toString();
    }

    private void keys(BundleWriter writer, List<Seal> sealed) throws IOException {
        Map<String, PublicKey> keys = new TreeMap<>(believed.keys());
        keys.put(sealKey.id(), sealKey.publicKey());
        for (Map.Entry<String, PublicKey> key : keys.entrySet()) {
            writer.put(Bundle.KEYS + key.getKey() + ".pem", SealKeys.pem(key.getValue()));
        }
        StringBuilder services = new StringBuilder();
        for (X509Certificate certificate : TimeStamp.signers(sealed.stream().map(Seal::token).filter(token -> token != null).toList())) {
            try {
                services.append(SealKeys.pem("CERTIFICATE", certificate.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new IOException(e);
            }
        }
        writer.put(Bundle.TIME_STAMP_KEYS, services.toString());
    }

    /** @return the file of each document that is given along */
    private Map<String, String> documents(BundleWriter writer, String dossier, ShowDossier.Sheet sheet) throws IOException {
        // Of a destroyed dossier only the fingerprints are left.
        Set<String> shown = chains.destroyed(dossier).isPresent() ? Set.of() : sheet.documents().stream().map(document -> document.id().toString()).collect(Collectors.toSet());
        Map<String, String> files = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (Dossiers.Document document : dossiers.documents(dossier)) {
            String id = document.id().toString();
            ObjectNode line = ProofJson.object().put("id", id);
            if (shown.contains(id)) {
                number++;
                String file = "documenten/%03d-%s".formatted(number, document.fileName().replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^\\.+", ""));
                writer.put(file, dossiers.content(document.id()));
                files.put(id, file);
                line.put("file", file).put("sha256", document.sha256()).put("title", document.title()).put("kind", document.kind());
            } else {
                // Its fingerprint stands in the chain all the same.
                line.putNull("file").put("sha256", document.sha256()).putNull("title").putNull("kind");
            }
            lines.add(ProofJson.write(line) + "\n");
        }
        writer.put(Bundle.DOCUMENTS, String.join("", lines));
        return files;
    }
}
