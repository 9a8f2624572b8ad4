package be.dossierwerk.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tree against the known answers of Certificate Transparency, and every path of every size up to 33. */
class MerkleTreeTest {

    private static final List<byte[]> LEAVES = Stream.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(hex -> Digests.sha256(new byte[] {0}, HexFormat.of().parseHex(hex))).toList();
    /** By number of leaves, from the reference implementation of RFC 6962 (certificate-transparency, merkle_tree_test.cc). */
    private static final List<String> ROOTS = List.of("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void roots_are_those_of_the_reference() {
        for (int size = 0; size < ROOTS.size(); size++) {
            assertThat(Digests.hex(MerkleTree.root(LEAVES.subList(0, size)))).as("%d leaves", size).isEqualTo(ROOTS.get(size));
        }
    }

    @Test
    void every_path_leads_to_the_root_and_no_other_place_does() {
        for (int size = 1; size <= 33; size++) {
            List<byte[]> leaves = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                leaves.add(MerkleTree.leaf("DC-ERK-2026-%05d".formatted(i), i + 1, "ab"));
            }
            byte[] root = MerkleTree.root(leaves);
            for (int position = 0; position < size; position++) {
                List<byte[]> path = MerkleTree.path(leaves, position);
                assertThat(MerkleTree.root(leaves.get(position), position, size, path)).isEqualTo(root);
                for (int other = 0; other <= size; other++) {
                    if (other != position) {
                        assertThat(MerkleTree.root(leaves.get(position), other, size, path)).as("%d of %d as %d", position, size, other).isNotEqualTo(root);
                    }
                }
                assertThat(MerkleTree.root(MerkleTree.leaf("DC-ERK-2026-99999", 1, "ab"), position, size, path)).isNotEqualTo(root);
            }
        }
    }
}
