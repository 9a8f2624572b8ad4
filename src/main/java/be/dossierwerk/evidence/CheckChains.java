package be.dossierwerk.evidence;

import be.dossierwerk.audit.OutsideSeals;
import be.dossierwerk.audit.RecordedChains;
import be.dossierwerk.audit.RecordedSeals;
import be.dossierwerk.audit.proof.Bundle;
import be.dossierwerk.audit.proof.Chain;
import be.dossierwerk.audit.proof.ChainEntry;
import be.dossierwerk.audit.proof.Digests;
import be.dossierwerk.audit.proof.Finding;
import be.dossierwerk.audit.proof.Finding.Kind;
import be.dossierwerk.audit.proof.MerkleTree;
import be.dossierwerk.audit.proof.ProofJson;
import be.dossierwerk.audit.proof.Seal;
import be.dossierwerk.audit.proof.Seals;
import be.dossierwerk.audit.proof.TimeStamp;
import be.dossierwerk.dossier.DocumentPrints;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Holds every chain, seal and document against what was recorded, every night and when asked, by the rules that {@code verify} follows. */
@Service
public class CheckChains {

    /** How much was checked, and what does not agree. */
    public record Outcome(int chains, long entries, int seals, List<Finding> found) { }

    private static final int AT_ONCE = 100;
    private static final Logger LOG = LoggerFactory.getLogger(CheckChains.class);

    private final RecordedChains chains;
    private final RecordedSeals seals;
    private final OutsideSeals outside;
    private final DocumentPrints documents;
    private final ChainFindings findings;
    private final CurrentActor currentActor;
    private final MovableClock clock;

    CheckChains(RecordedChains chains, RecordedSeals seals, OutsideSeals outside, DocumentPrints documents, ChainFindings findings,
                CurrentActor currentActor, MovableClock clock) {
        this.chains = chains;
        this.seals = seals;
        this.outside = outside;
        this.documents = documents;
        this.findings = findings;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Changes nothing but the list of findings. @throws be.dossierwerk.shared.Refused security.role-missing */
    public Outcome check() {
        return check(currentActor.require(ChainFindings.READERS));
    }

    @Scheduled(cron = "${dossierwerk.audit.check-cron:0 0 4 * * *}", zone = "Europe/Brussels")
    void everyNight() {
        check(Actor.SYSTEM);
    }

    private Outcome check(Actor by) {
        Instant began = clock.instant();
        Instant from = clock.real();
        Outcome outcome = check(chains.names());
        long millis = Duration.between(from, clock.real()).toMillis();
        findings.record(began, by, outcome.chains(), outcome.entries(), outcome.seals(), outcome.found(), millis);
        LOG.info("chain check of {} chains, {} entries, {} seals: {} findings in {} ms", outcome.chains(), outcome.entries(), outcome.seals(), outcome.found().size(), millis);
        return outcome;
    }

    /** Of all seals and of these chains. */
    Outcome check(List<String> dossiers) {
        List<Finding> found = new ArrayList<>();
        chains.unguarded().forEach(table -> found.add(Finding.of(Kind.BEWAKING_AF, "", "De bewaking van tabel %s staat af: iemand kan er rijen in wijzigen of wissen.", table)));
        List<Seal> all = seals.all();
        Set<Long> unsound = seals(all, found);
        long entries = 0;
        List<ChainEntry> strangers = new ArrayList<>();
        Map<String, Long> suspects = new HashMap<>();
        for (int from = 0; from < dossiers.size(); from += AT_ONCE) {
            List<Chain> batch = chains.of(dossiers.subList(from, Math.min(from + AT_ONCE, dossiers.size())));
            for (Chain read : batch) {
                // What an unsound seal says of a chain is no ground to doubt the chain.
                Chain chain = new Chain(read.dossier(), read.key(), read.destroyed(), read.entries(), read.withheld(),
                        read.sealed().stream().filter(head -> !unsound.contains(head.seal())).toList());
                entries += chain.entries().size();
                List<Finding> ofChain = chain.findings();
                if (!ofChain.isEmpty()) {
                    suspects.put(chain.dossier(), chain.last());
                    Set<Long> strange = ofChain.stream().filter(finding -> finding.kind() == Kind.ANDER_DOSSIER).map(Finding::place).collect(Collectors.toSet());
                    chain.entries().stream().filter(entry -> strange.contains(entry.seq())).forEach(strangers::add);
                    found.addAll(ofChain);
                }
            }
            documents(batch, found);
        }
        return new Outcome(dossiers.size(), entries, all.size(), exchanged(found, strangers, suspects));
    }

    /** @return the seals that cannot be relied on */
    private Set<Long> seals(List<Seal> all, List<Finding> found) {
        Set<Long> unsound = new HashSet<>();
        try {
            List<byte[]> tokens = all.stream().map(Seal::token).filter(token -> token != null).toList();
            List<Finding> ofSeals = new ArrayList<>(new Seals(all, seals.keys(), TimeStamp.signers(tokens), outside.all(), "", null).findings());
            seals.misstated().stream().filter(finding -> ofSeals.stream().noneMatch(other -> other.kind() == finding.kind() && other.place() == finding.place()))
                    .forEach(ofSeals::add);
            ofSeals.stream().filter(finding -> finding.kind() == Kind.ZEGEL_GEWIJZIGD || finding.kind() == Kind.ZEGELSLEUTEL).forEach(finding -> unsound.add(finding.place()));
            found.addAll(ofSeals);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Seal seal : all) {
            List<byte[]> leaves = seals.leaves(seal.serial()).stream().map(leaf -> MerkleTree.leaf(leaf.dossier(), leaf.seq(), leaf.head())).toList();
            if (!unsound.contains(seal.serial()) && (leaves.size() != seal.leaves() || !Digests.hex(MerkleTree.root(leaves)).equals(seal.root()))) {
                unsound.add(seal.serial());
                found.add(Finding.ofSeal(Kind.BLAD_GEWIJZIGD, seal.serial(),
                        "De bladen van zegel %d leiden niet naar zijn wortel: er werd een blad gewijzigd, toegevoegd of weggehaald.", seal.serial()));
            }
        }
        return unsound;
    }

    private void documents(List<Chain> batch, List<Finding> found) {
        Map<String, List<DocumentPrints.Print>> prints = documents.of(batch.stream().map(Chain::dossier).toList()).stream().collect(Collectors.groupingBy(DocumentPrints.Print::dossier));
        for (Chain chain : batch) {
            if (chain.destroyed() || chain.entries().isEmpty()) {
                continue;
            }
            Map<String, String> told = ProofJson.documents(chain.entries());
            List<DocumentPrints.Print> there = prints.getOrDefault(chain.dossier(), List.of());
            for (DocumentPrints.Print print : there) {
                String title = "\"" + print.title() + "\"";
                if (!told.containsKey(print.id())) {
                    found.add(Finding.of(Kind.DOCUMENT_ZONDER_HANDELING, chain.dossier(), Bundle.ZONDER, title, chain.dossier()));
                } else if (!told.get(print.id()).equals(print.recorded())) {
                    found.add(Finding.of(Kind.DOCUMENT_VERVANGEN, chain.dossier(), Bundle.VERVANGEN, title, chain.dossier()));
                } else if (!print.recorded().equals(print.actual())) {
                    found.add(Finding.of(Kind.DOCUMENT_GEWIJZIGD, chain.dossier(), Bundle.GEWIJZIGD, title, chain.dossier()));
                }
            }
            Set<String> ids = there.stream().map(DocumentPrints.Print::id).collect(Collectors.toSet());
            told.keySet().stream().filter(id -> !ids.contains(id))
                    .forEach(id -> found.add(Finding.of(Kind.DOCUMENT_WEG, chain.dossier(), Bundle.WEG, id, chain.dossier())));
        }
    }

    /** An entry that does not belong where it stands may have been written in another chain that does not agree either. */
    private static List<Finding> exchanged(List<Finding> found, List<ChainEntry> strangers, Map<String, Long> suspects) {
        List<Finding> named = new ArrayList<>(found);
        for (ChainEntry entry : strangers) {
            suspects.forEach((dossier, last) -> {
                for (long place = 1; place <= last + 1; place++) {
                    if (!dossier.equals(entry.dossier()) && entry.writtenAs(dossier, place)) {
                        String sentence = "Wat in %s als handeling %d staat, is handeling %d van %s: de handelingen van twee dossiers werden verwisseld."
                                .formatted(entry.dossier(), entry.seq(), place, dossier);
                        named.replaceAll(finding -> finding.kind() == Kind.ANDER_DOSSIER && finding.dossier().equals(entry.dossier()) && finding.place() == entry.seq()
                                ? new Finding(Kind.ANDER_DOSSIER, entry.dossier(), entry.seq(), sentence) : finding);
                    }
                }
            });
        }
        return named;
    }
}
