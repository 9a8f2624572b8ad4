package be.dossierwerk.evidence;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.AuditLog.Entry;
import be.dossierwerk.audit.RecordedChains;
import be.dossierwerk.audit.RecordedSeals;
import be.dossierwerk.audit.RecordedSeals.Leaf;
import be.dossierwerk.audit.SealKey;
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
import be.dossierwerk.dossier.ShowDossier;
import be.dossierwerk.engine.DiagramsOfDossier;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the evidence bundle of a dossier (src/docs/bewijs.md): entries, seals, documents, diagrams and rules, to be checked without us. That it was made
 * is an act of the dossier, and the last entry in it. What the person may not read is left out, and that is told.
 */
@Service
public class MakeEvidence {

    /** {@code name}: what to save it as. */
    public record Made(String name, byte[] content) { }

    static final String[] MAKERS = {Roles.AUDITOR, Roles.HEAD, Roles.LAWYER};
    /** Who runs the command line has the database: sees what a lawyer sees. */
    private static final Actor OPERATOR = new Actor(Actor.SYSTEM.id(), "De beheerder van de server", Set.of(Roles.LAWYER));
    /** Marks of a content that not everybody may read: national numbers, and documents such as extracts of convictions. */
    private static final List<String> CONFIDENTIAL = List.of("\"national_number\":\"", "\"kind\":\"" + Dossiers.CONFIDENTIAL_KIND + "\"");

    private final ShowDossier showDossier;
    private final Dossiers dossiers;
    private final RecordedChains chains;
    private final RecordedSeals seals;
    private final SealKey sealKey;
    private final DiagramsOfDossier diagrams;
    private final RulesOfDossier rules;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final MovableClock clock;

    MakeEvidence(ShowDossier showDossier, Dossiers dossiers, RecordedChains chains, RecordedSeals seals, SealKey sealKey, DiagramsOfDossier diagrams,
                 RulesOfDossier rules, AuditLog audit, CurrentActor currentActor, MovableClock clock) {
        this.showDossier = showDossier;
        this.dossiers = dossiers;
        this.chains = chains;
        this.seals = seals;
        this.sealKey = sealKey;
        this.diagrams = diagrams;
        this.rules = rules;
        this.audit = audit;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    public boolean available() {
        Actor actor = currentActor.get();
        return List.of(MAKERS).stream().anyMatch(actor::has);
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing or dossier.unknown */
    @Transactional
    public Made make(String dossier) {
        return made(dossier, currentActor.require(MAKERS));
    }

    /** For the command line, where nobody is signed in. @throws be.dossierwerk.shared.Refused dossier.unknown */
    @Transactional
    public Made makeAsOperator(String dossier) {
        return currentActor.as(OPERATOR, () -> made(dossier, OPERATOR));
    }

    private Made made(String dossier, Actor actor) {
        dossiers.get(dossier);
        audit.record(Entry.of(dossier, "BEWIJSBUNDEL_GEMAAKT", "%s maakte een bewijsbundel van dit dossier.".formatted(actor.name())));
        ShowDossier.Sheet sheet = showDossier.show(dossier);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BundleWriter writer = new BundleWriter(out);
            write(writer, dossier, actor, sheet);
            writer.sign(sealKey.key());
            return new Made("bewijs-" + dossier + ".zip", out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(BundleWriter writer, String dossier, Actor actor, ShowDossier.Sheet sheet) throws IOException {
        Chain chain = chains.of(List.of(dossier)).get(0);
        String madeAt = EntryHash.at(clock.real());
        Set<Long> withheld = sheet.mayReadConfidential() ? Set.of() : chain.entries().stream()
                .filter(entry -> entry.content() != null && CONFIDENTIAL.stream().anyMatch(entry.content()::contains)).map(ChainEntry::seq).collect(Collectors.toSet());
        ObjectNode about = ProofJson.object().put("format", Bundle.FORMAT).put("dossier", dossier).put("madeAt", madeAt).put("madeBy", actor.id())
                .put("entries", chain.entries().size()).put("key", chain.key() == null ? null : Digests.hex(chain.key()));
        chains.destroyed(dossier).ifPresentOrElse(gone -> about.putObject("destroyed").put("at", gone.at()).put("rule", gone.rule()).put("by", gone.by()),
                () -> about.putNull("destroyed"));
        about.put("sealKey", sealKey.id());
        withheld.stream().sorted().forEach(about.putArray("withheld")::add);
        writer.put(Bundle.ABOUT, ProofJson.write(about) + "\n");
        writer.put(Bundle.ENTRIES, chain.entries().stream().map(entry -> {
            ObjectNode line = ProofJson.of(entry);
            return ProofJson.write(withheld.contains(entry.seq()) ? line.putNull("content") : line) + "\n";
        }).collect(Collectors.joining()));
        List<Seal> sealed = seals.all();
        writer.put(Bundle.SEALS, sealed.stream().map(seal -> ProofJson.write(ProofJson.of(seal)) + "\n").collect(Collectors.joining()));
        writer.put(Bundle.LEAVES, leaves(dossier));
        keys(writer, sealed);
        Map<String, String> files = documents(writer, dossier, sheet);
        for (DiagramsOfDossier.Followed diagram : diagrams.of(dossier)) {
            writer.put("diagrammen/" + diagram.name(), diagram.content());
        }
        writer.put("regels.json", "{\"rules\":[" + String.join(",", rules.rules(dossier)) + "],\"calendarDays\":[" + String.join(",", rules.calendarDays(dossier)) + "]}\n");
        writer.put("index.html", new BundlePage(sheet, chain, withheld, files, sealed, madeAt, actor.name(), sealKey.id()).html());
    }

    private String leaves(String dossier) {
        StringBuilder lines = new StringBuilder();
        for (long serial : seals.with(dossier)) {
            List<Leaf> leaves = seals.leaves(serial);
            List<byte[]> hashes = leaves.stream().map(leaf -> MerkleTree.leaf(leaf.dossier(), leaf.seq(), leaf.head())).toList();
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
        Map<String, PublicKey> keys = new TreeMap<>(seals.keys());
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
        Set<String> shown = sheet.documents().stream().map(document -> document.id().toString()).collect(Collectors.toSet());
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
