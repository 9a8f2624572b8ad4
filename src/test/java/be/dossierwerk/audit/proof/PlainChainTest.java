package be.dossierwerk.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.audit.proof.Finding.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A long chain, read by portions, agrees exactly when reading it whole finds nothing; and a damaged one is named without looking everywhere for each entry. */
class PlainChainTest {

    private static final String A = "DC-ERK-2026-00001";
    private static final Instant BEGAN = Instant.parse("2026-11-20T08:00:00.123456Z");
    private static final byte[] KEY = {1, 2, 3};

    private record Case(String what, Consumer<List<ChainEntry>> hand, byte[] key, List<SealedHead> sealed) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Case hand(String what, Consumer<List<ChainEntry>> hand) {
        return new Case(what, hand, KEY, List.of());
    }

    static Stream<Case> damaged() {
        String head = made(30).get(19).hash();
        return Stream.of(
                hand("a field changed", chain -> chain.set(4, as(chain.get(4), 5, "eva", chain.get(4).content(), chain.get(4).hash()))),
                hand("a field changed with its hash", chain -> chain.set(4, hashed(as(chain.get(4), 5, "eva", chain.get(4).content(), "")))),
                hand("content changed", chain -> chain.set(4, as(chain.get(4), 5, "ann", "{}", chain.get(4).hash()))),
                hand("content gone", chain -> chain.set(4, as(chain.get(4), 5, "ann", null, chain.get(4).hash()))),
                hand("one left out", chain -> chain.remove(4)),
                hand("the first left out", chain -> chain.remove(0)),
                hand("one twice", chain -> chain.add(5, chain.get(4))),
                new Case("no key", chain -> { }, null, List.of()),
                new Case("another key", chain -> { }, new byte[] {9}, List.of()),
                new Case("sealed as another", chain -> { }, KEY, List.of(new SealedHead(1, "", 20, "ab".repeat(32)))),
                new Case("two seals of one entry", chain -> { }, KEY, List.of(new SealedHead(1, "2026-11-21T02:00:00.000000Z", 20, head), new SealedHead(2, "2026-11-22T02:00:00.000000Z", 20, "ab".repeat(32)))),
                new Case("sealed beyond its end", chain -> chain.remove(29), KEY, List.of(new SealedHead(1, "2026-11-21T02:00:00.000000Z", 30, made(30).get(29).hash()))),
                hand("nothing", List::clear));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void what_is_damaged_does_not_plainly_agree(Case damage) {
        List<ChainEntry> chain = made(30);
        damage.hand.accept(chain);
        Chain about = new Chain(A, damage.key, false, List.of(), Set.of(), damage.sealed);
        PlainChain plain = new PlainChain(about);
        for (int from = 0; from < chain.size(); from += 7) {
            plain.read(chain.subList(from, Math.min(from + 7, chain.size())));
        }
        assertThat(plain.agrees()).isFalse();
        if (!chain.isEmpty()) {
            assertThat(new Chain(A, damage.key, false, chain, Set.of(), damage.sealed).findings()).isNotEmpty();
        }
    }

    @Test
    void what_is_sound_agrees_whatever_the_portions() {
        List<ChainEntry> chain = made(30);
        SealedHead sealed = new SealedHead(1, "2026-11-21T02:00:00.000000Z", 20, chain.get(19).hash());
        for (int portion : List.of(1, 7, 15, 30, 100)) {
            PlainChain plain = new PlainChain(new Chain(A, KEY, false, List.of(), Set.of(), List.of(sealed, sealed)));
            for (int from = 0; from < chain.size(); from += portion) {
                assertThat(plain.read(chain.subList(from, Math.min(from + portion, chain.size())))).isTrue();
            }
            assertThat(plain.agrees()).isTrue();
        }
        chain.replaceAll(entry -> as(entry, entry.seq(), "ann", null, entry.hash()));
        PlainChain destroyed = new PlainChain(new Chain(A, KEY, true, List.of(), Set.of(), List.of(sealed)));
        assertThat(destroyed.read(chain)).isTrue();
        assertThat(destroyed.agrees()).isTrue();
    }

    @Test
    void a_long_chain_of_which_one_was_taken_out_and_all_that_follows_moved_is_named_once() {
        List<ChainEntry> chain = made(20_000);
        chain.remove(9);
        for (int i = 9; i < chain.size(); i++) {
            chain.set(i, as(chain.get(i), i + 1, "ann", chain.get(i).content(), chain.get(i).hash()));
        }
        assertThat(new Chain(A, KEY, false, chain, Set.of(), List.of()).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.HANDELING_WEG);
            assertThat(finding.place()).isEqualTo(10);
        });
    }

    @Test
    void a_long_chain_of_which_every_entry_was_changed_is_named_entry_by_entry() {
        List<ChainEntry> chain = made(20_000);
        chain.replaceAll(entry -> as(entry, entry.seq(), "eva", entry.content(), entry.hash()));
        assertThat(new Chain(A, KEY, false, chain, Set.of(), List.of()).findings()).hasSize(20_000).allSatisfy(finding -> assertThat(finding.kind()).isEqualTo(Kind.HANDELING_GEWIJZIGD));
    }

    private static List<ChainEntry> made(int entries) {
        List<ChainEntry> chain = new ArrayList<>();
        String previous = "";
        for (int seq = 1; seq <= entries; seq++) {
            String content = "{\"sentence\":\"" + seq + "\"}";
            ChainEntry entry = hashed(new ChainEntry(A, seq, EntryHash.at(BEGAN.plusSeconds(seq)), "ann", "dc-jurist", "NOTITIE", EntryHash.commitment(KEY, A, seq, content),
                    previous, "", content));
            chain.add(entry);
            previous = entry.hash();
        }
        return chain;
    }

    private static ChainEntry as(ChainEntry e, long seq, String actor, String content, String hash) {
        return new ChainEntry(e.dossier(), seq, e.at(), actor, e.roles(), e.action(), e.commitment(), e.previous(), hash, content);
    }

    private static ChainEntry hashed(ChainEntry e) {
        return as(e, e.seq(), e.actor(), e.content(), e.recomputed());
    }
}
