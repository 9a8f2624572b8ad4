package be.dossierwerk.evidence;

import be.dossierwerk.audit.BelievedKeys;
import be.dossierwerk.audit.Guards;
import be.dossierwerk.audit.OutsideSeals;
import be.dossierwerk.audit.RecordedChains;
import be.dossierwerk.audit.RecordedChains.Known;
import be.dossierwerk.audit.RecordedSeals;
import be.dossierwerk.audit.proof.Bundle;
import be.dossierwerk.audit.proof.Chain;
import be.dossierwerk.audit.proof.ChainEntry;
import be.dossierwerk.audit.proof.Digests;
import be.dossierwerk.audit.proof.Finding;
import be.dossierwerk.audit.proof.Finding.Kind;
import be.dossierwerk.audit.proof.MerkleTree;
import be.dossierwerk.audit.proof.PlainChain;
import be.dossierwerk.audit.proof.ProofJson;
import be.dossierwerk.audit.proof.Seal;
import be.dossierwerk.audit.proof.Seals;
import be.dossierwerk.dossier.DocumentPrints;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Incidents;
import be.dossierwerk.shared.MovableClock;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds every chain, seal and document against what was recorded, by the rules that {@code verify} follows. One check at a time, over all processes of the
 * product, behind whatever else goes on: every night what is not as it was when a check was good, once in a while all of it, and all of it when asked.
 */
@Service
public class CheckChains {

    /** How much was checked, and what does not agree. {@code whole}: all chains were, however long ago they were checked before. */
    public record Outcome(int chains, long entries, int seals, boolean whole, List<Finding> found) { }

    /** A check that has the lock; it must be ended. */
    private record Begun(long id, Connection lock, boolean whole) { }

    private static final int AT_ONCE = 100;
    private static final int ENTRIES_AT_ONCE = 5_000;
    /** Of a damaged record a sentence for each of these says enough. */
    private static final int STRANGERS = 500;
    /** A night more or less does not matter to when all of it is checked. */
    private static final Duration HALF_A_DAY = Duration.ofHours(12);
    private static final Duration TELL_AGAIN = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(CheckChains.class);

    private final RecordedChains chains;
    private final Guards guards;
    private final RecordedSeals seals;
    private final OutsideSeals outside;
    private final BelievedKeys believed;
    private final DocumentPrints documents;
    private final ChainFindings findings;
    private final Incidents incidents;
    private final DataSource dataSource;
    private final TransactionTemplate snapshot;
    private final CurrentActor currentActor;
    private final MovableClock clock;
    private final Duration wholeEvery;
    private final ExecutorService behind = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "chain-check");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });

    CheckChains(RecordedChains chains, Guards guards, RecordedSeals seals, OutsideSeals outside, BelievedKeys believed, DocumentPrints documents, ChainFindings findings, Incidents incidents,
                DataSource dataSource, PlatformTransactionManager transactions, CurrentActor currentActor, MovableClock clock,
                @Value("${dossierwerk.audit.whole-check-every:P7D}") Duration wholeEvery) {
        this.chains = chains;
        this.guards = guards;
        this.seals = seals;
        this.outside = outside;
        this.believed = believed;
        this.documents = documents;
        this.findings = findings;
        this.incidents = incidents;
        this.dataSource = dataSource;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        this.currentActor = currentActor;
        this.clock = clock;
        this.wholeEvery = wholeEvery;
    }

    @PreDestroy
    void stop() {
        behind.shutdownNow();
    }

    /** How often all of it is checked. */
    public Duration wholeEvery() {
        return wholeEvery;
    }

    /** Begins a check of all of it; when one is going on already, that one answers. @throws be.dossierwerk.shared.Refused security.role-missing */
    public void ask() {
        Actor by = currentActor.require(ChainFindings.READERS);
        // The product writes down what it finds, whoever asked; in a thread of its own, where nobody is signed in.
        CompletableFuture.supplyAsync(() -> begin(by, true)).join().ifPresent(this::goOnBehind);
    }

    @Scheduled(cron = "${dossierwerk.audit.check-cron:0 0 4 * * *}", zone = "Europe/Brussels")
    void everyNight() {
        Optional<Instant> lastWhole = findings.lastWhole();
        begin(Actor.SYSTEM, lastWhole.isEmpty() || lastWhole.get().plus(wholeEvery).minus(HALF_A_DAY).isBefore(clock.instant())).ifPresent(this::goOnBehind);
    }

    /** Here and now. Empty when a check is going on already. */
    Optional<Outcome> check(boolean whole) {
        Actor by = currentActor.require(ChainFindings.READERS);
        return currentActor.as(Actor.SYSTEM, () -> begin(by, whole).map(this::checked));
    }

    private void goOnBehind(Begun begun) {
        behind.execute(() -> {
            try {
                checked(begun);
            } catch (RuntimeException failed) {
                LOG.debug("chain check {} failed, as its incident tells", begun.id, failed);
            }
        });
    }

    private Optional<Begun> begin(Actor by, boolean whole) {
        Connection lock = null;
        try {
            // A connection of its own holds the lock, so that it goes with the process, and no transaction stays open.
            lock = dataSource.getConnection();
            if (!ChainFindings.lock(lock)) {
                lock.close();
                return Optional.empty();
            }
            return Optional.of(new Begun(findings.begin(clock.instant(), by, whole, seals.last().map(Seal::serial).orElse(0L)), lock, whole));
        } catch (SQLException | RuntimeException e) {
            release(lock);
            throw new IllegalStateException(e);
        }
    }

    private static void release(Connection lock) {
        if (lock != null) {
            try (lock) {
                ChainFindings.unlock(lock);
            } catch (SQLException e) {
                LOG.warn("the lock of a chain check could not be let go; it goes with its connection", e);
            }
        }
    }

    private Outcome checked(Begun begun) {
        try {
            Instant from = clock.real();
            OptionalLong good = begun.whole ? OptionalLong.empty() : findings.lastGoodSeal();
            List<Known> all = chains.all(good.orElse(0));
            Set<String> suspect = good.isPresent() ? findings.dossiers() : Set.of();
            List<Known> some = good.isPresent() ? all.stream().filter(chain -> !chain.covered() || suspect.contains(chain.dossier())).toList() : all;
            Outcome outcome = check(some, good.isEmpty(), begun.id);
            long millis = Duration.between(from, clock.real()).toMillis();
            findings.end(begun.id, outcome, some.stream().map(Known::dossier).toList(), clock.instant(), millis);
            LOG.info("chain check of {} chains, {} entries, {} seals: {} findings in {} ms", outcome.chains(), outcome.entries(), outcome.seals(), outcome.found().size(), millis);
            return outcome;
        } catch (RuntimeException | Error failed) {
            findings.fail(begun.id, incidents.log(failed, "chain check"), clock.instant());
            throw failed;
        } finally {
            release(begun.lock);
        }
    }

    /** Of all seals and guards, and of these chains. */
    Outcome check(List<String> dossiers) {
        Set<String> these = Set.copyOf(dossiers);
        return check(chains.all(0).stream().filter(chain -> these.contains(chain.dossier())).toList(), false, 0);
    }

    private Outcome check(List<Known> these, boolean whole, long id) {
        List<Finding> found = new ArrayList<>();
        guards.unsound().forEach(guard -> found.add(Finding.of(Kind.BEWAKING_AF, "", sentence(guard), guard.name(), guard.table())));
        destructions(found);
        // What lies outside first: a seal goes there after it is here.
        Set<Long> kept = outside.kept();
        SortedMap<Long, Seal> there = there();
        List<Seal> all = seals.all();
        Set<Long> unsound = seals(all, there, kept, found);
        long entries = 0;
        int done = 0;
        Strangers strangers = new Strangers();
        Instant told = Instant.MIN;
        for (List<Known> portion : portions(these)) {
            if (clock.real().minus(TELL_AGAIN).isAfter(told)) {
                told = clock.real();
                findings.progress(id, these.size(), done, entries, portion.get(0).dossier());
            }
            entries += snapshot.execute(status -> portion(portion, unsound, found, strangers));
            done += portion.size();
        }
        return new Outcome(these.size(), entries, all.size(), whole, strangers.named(found));
    }

    /** A hundred chains, or as many as have not too many entries; a chain of more comes alone. */
    private static List<List<Known>> portions(List<Known> chains) {
        List<List<Known>> portions = new ArrayList<>();
        List<Known> portion = new ArrayList<>();
        long entries = 0;
        for (Known chain : chains) {
            if (!portion.isEmpty() && (portion.size() == AT_ONCE || entries + chain.entries() > ENTRIES_AT_ONCE)) {
                portions.add(portion);
                portion = new ArrayList<>();
                entries = 0;
            }
            portion.add(chain);
            entries += chain.entries();
        }
        if (!portion.isEmpty()) {
            portions.add(portion);
        }
        return portions;
    }

    /** In one snapshot: what is written meanwhile is no difference. @return how many entries */
    private long portion(List<Known> portion, Set<Long> unsound, List<Finding> found, Strangers strangers) {
        if (portion.get(0).entries() > ENTRIES_AT_ONCE) {
            OptionalLong plain = plain(portion.get(0).dossier(), unsound, found);
            if (plain.isPresent()) {
                return plain.getAsLong();
            }
        }
        long entries = 0;
        Map<String, Map<String, String>> told = new LinkedHashMap<>();
        for (Chain read : chains.of(portion.stream().map(Known::dossier).toList())) {
            Chain chain = trusted(read, unsound);
            entries += chain.entries().size();
            List<Finding> ofChain = chain.findings();
            if (!ofChain.isEmpty()) {
                strangers.add(chain, ofChain);
                found.addAll(ofChain);
            } else if (chain.entries().isEmpty()) {
                found.add(Finding.of(Kind.KETEN_LEEG, chain.dossier(), "Van %s is er een dossier, een document of een sleutel, maar geen enkele handeling.", chain.dossier()));
            }
            if (!chain.entries().isEmpty() && !chain.destroyed()) {
                told.put(chain.dossier(), ProofJson.documents(chain.entries()));
            }
        }
        documents(told, found);
        return entries;
    }

    /** A chain too long to hold. @return how many entries; empty when something does not agree, and the whole of it must be looked at */
    private OptionalLong plain(String dossier, Set<Long> unsound, List<Finding> found) {
        Chain bare = trusted(chains.bare(List.of(dossier)).get(0), unsound);
        PlainChain plain = new PlainChain(bare);
        Map<String, String> told = new HashMap<>();
        long last = 0;
        List<ChainEntry> next;
        do {
            next = chains.after(dossier, last, ENTRIES_AT_ONCE);
            ProofJson.documents(next).forEach(told::putIfAbsent);
            last = next.isEmpty() ? last : next.get(next.size() - 1).seq();
        } while (plain.read(next) && next.size() == ENTRIES_AT_ONCE);
        if (!plain.agrees()) {
            return OptionalLong.empty();
        }
        if (!bare.destroyed()) {
            documents(Map.of(dossier, told), found);
        }
        return OptionalLong.of(last);
    }

    /** What an unsound seal says of a chain is no ground to doubt the chain. */
    private static Chain trusted(Chain read, Set<Long> unsound) {
        return new Chain(read.dossier(), read.key(), read.destroyed(), read.entries(), read.withheld(),
                read.sealed().stream().filter(head -> !unsound.contains(head.seal())).toList());
    }

    private static String sentence(Guards.Unsound guard) {
        if (guard.table().isEmpty()) {
            return guard.fault() == Guards.Fault.GONE ? "De functie %s van de bewaking is weg."
                    : "De functie %s van de bewaking werd vervangen: of ze nog doet wat ze moet doen, is niet zeker.";
        }
        return switch (guard.fault()) {
            case GONE -> "De bewaking %s van tabel %s is weg: iemand kan er rijen wijzigen of wissen zonder dat het wordt belet of opgeschreven.";
            case OFF -> "De bewaking %s van tabel %s staat af: iemand kan er rijen wijzigen of wissen zonder dat het wordt belet of opgeschreven.";
            case EVADABLE -> "De bewaking %s van tabel %s is te omzeilen: ze geldt niet voor wie gegevens terugzet.";
            case REPLACED -> "De bewaking %s van tabel %s werd vervangen: ze doet iets anders dan waarvoor ze er kwam.";
        };
    }

    private void destructions(List<Finding> found) {
        chains.destroyedUntold().forEach(dossier -> found.add(Finding.of(Kind.VERNIETIGING, dossier,
                "Van %s is een vernietiging bewaard, maar zijn keten zegt er niets van: ze werd er met de hand bij gezet, of de handeling is weg.", dossier)));
        chains.toldNotKept().forEach(dossier -> found.add(Finding.of(Kind.VERNIETIGING, dossier,
                "De keten van %s zegt dat de inhoud werd vernietigd, maar door wie en volgens welke regel is niet meer bewaard.", dossier)));
    }

    private SortedMap<Long, Seal> there() {
        try {
            return outside.all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the seals that cannot be relied on */
    private Set<Long> seals(List<Seal> all, SortedMap<Long, Seal> there, Set<Long> kept, List<Finding> found) {
        Set<Long> unsound = new HashSet<>();
        List<Finding> ofSeals = new ArrayList<>(new Seals(all, believed.keys(), believed.services(all), there, kept, "", null).findings());
        seals.misstated().stream().filter(finding -> ofSeals.stream().noneMatch(other -> other.kind() == finding.kind() && other.place() == finding.place()))
                .forEach(ofSeals::add);
        ofSeals.stream().filter(finding -> finding.kind() == Kind.ZEGEL_GEWIJZIGD || finding.kind() == Kind.ZEGELSLEUTEL).forEach(finding -> unsound.add(finding.place()));
        found.addAll(ofSeals);
        for (Seal seal : all) {
            List<byte[]> leaves = seals.leaves(seal.serial()).stream().map(RecordedSeals.Leaf::hash).toList();
            if (!unsound.contains(seal.serial()) && (leaves.size() != seal.leaves() || !Digests.hex(MerkleTree.root(leaves)).equals(seal.root()))) {
                unsound.add(seal.serial());
                found.add(Finding.ofSeal(Kind.BLAD_GEWIJZIGD, seal.serial(),
                        "De bladen van zegel %d leiden niet naar zijn wortel: er werd een blad gewijzigd, toegevoegd of weggehaald.", seal.serial()));
            }
        }
        return unsound;
    }

    private void documents(Map<String, Map<String, String>> toldOf, List<Finding> found) {
        Map<String, List<DocumentPrints.Print>> prints = documents.of(toldOf.keySet()).stream().collect(Collectors.groupingBy(DocumentPrints.Print::dossier));
        toldOf.forEach((dossier, told) -> {
            List<DocumentPrints.Print> there = prints.getOrDefault(dossier, List.of());
            for (DocumentPrints.Print print : there) {
                String title = "\"" + print.title() + "\"";
                if (!told.containsKey(print.id())) {
                    found.add(Finding.of(Kind.DOCUMENT_ZONDER_HANDELING, dossier, Bundle.ZONDER, title, dossier));
                } else if (!told.get(print.id()).equals(print.recorded())) {
                    found.add(Finding.of(Kind.DOCUMENT_VERVANGEN, dossier, Bundle.VERVANGEN, title, dossier));
                } else if (!print.recorded().equals(print.actual())) {
                    found.add(Finding.of(Kind.DOCUMENT_GEWIJZIGD, dossier, Bundle.GEWIJZIGD, title, dossier));
                }
            }
            Set<String> ids = there.stream().map(DocumentPrints.Print::id).collect(Collectors.toSet());
            told.keySet().stream().filter(id -> !ids.contains(id)).forEach(id -> found.add(Finding.of(Kind.DOCUMENT_WEG, dossier, Bundle.WEG, id, dossier)));
        });
    }

    /** Entries that do not belong where they stand: they may have been written in another chain that does not agree either. */
    private static final class Strangers {

        private record Place(String dossier, long seq) { }

        private final List<ChainEntry> entries = new ArrayList<>();
        private final Map<String, Place> byHash = new HashMap<>();
        private final Set<String> suspects = new LinkedHashSet<>();

        void add(Chain chain, List<Finding> ofChain) {
            if (suspects.size() == STRANGERS) {
                return;
            }
            suspects.add(chain.dossier());
            Set<Long> strange = ofChain.stream().filter(finding -> finding.kind() == Kind.ANDER_DOSSIER).map(Finding::place).collect(Collectors.toSet());
            for (ChainEntry entry : chain.entries()) {
                if (strange.contains(entry.seq()) && entries.size() < STRANGERS) {
                    entries.add(entry);
                }
                byHash.putIfAbsent(entry.hash(), new Place(chain.dossier(), entry.seq()));
            }
        }

        List<Finding> named(List<Finding> found) {
            Map<Place, Place> origins = new HashMap<>();
            entries.forEach(entry -> from(entry).ifPresent(origin -> origins.put(new Place(entry.dossier(), entry.seq()), origin)));
            List<Finding> named = new ArrayList<>(found);
            named.replaceAll(finding -> {
                Place origin = finding.kind() == Kind.ANDER_DOSSIER ? origins.get(new Place(finding.dossier(), finding.place())) : null;
                return origin == null ? finding : new Finding(finding.kind(), finding.dossier(), finding.place(),
                        "Wat in %s als handeling %d staat, is handeling %d van %s: de handelingen van twee dossiers werden verwisseld."
                                .formatted(finding.dossier(), finding.place(), origin.seq, origin.dossier));
            });
            return named;
        }

        /** It names the entry before it, which may still be where it was; or it stands under its own number. */
        private Optional<Place> from(ChainEntry entry) {
            Place before = byHash.get(entry.previous());
            if (before != null && !before.dossier.equals(entry.dossier()) && entry.writtenAs(before.dossier, before.seq + 1)) {
                return Optional.of(new Place(before.dossier, before.seq + 1));
            }
            return suspects.stream().filter(dossier -> !dossier.equals(entry.dossier()) && entry.writtenAs(dossier, entry.seq())).findFirst()
                    .map(dossier -> new Place(dossier, entry.seq()));
        }
    }
}
