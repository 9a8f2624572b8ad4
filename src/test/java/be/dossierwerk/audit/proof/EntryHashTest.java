package be.dossierwerk.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The format as somebody else calculated it (Python's hmac and hashlib), and that nothing of an entry can change unseen. */
class EntryHashTest {

    private static final String CONTENT = "{\"after\":{},\"before\":{},\"name\":\"An Aerts\",\"reason\":null,\"sentence\":\"Één zin.\"}";
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void is_what_another_program_calculates() {
        String commitment = EntryHash.commitment(key(), "DC-ERK-2026-00001", 1, CONTENT);

        assertThat(commitment).isEqualTo("07fd2b819bb151dbcf5c8def75971e2ec8feeda2042012cac484b04efd6e2849");
        assertThat(Digests.hex(EntryHash.entryKey(key(), "DC-ERK-2026-00001", 1))).isEqualTo("3acbfc790ab162095a056e51ae0a1279ceef54ab93c55c03e67436e869d84e32");
        assertThat(EntryHash.hash("DC-ERK-2026-00001", 1, AT, "an", "ADMIN DOSSIERBEHEERDER", "DOSSIER_GEOPEND", commitment, ""))
                .isEqualTo("9c1172af45e37050b2d05ff477098198908f7b1c997d2d68bbff761274988e2d");
    }

    @Test
    void moments_have_six_decimals_in_utc() {
        assertThat(EntryHash.at(AT)).isEqualTo("2026-11-22T10:00:00.000000Z");
        assertThat(EntryHash.at(AT.plusNanos(123_456_000))).isEqualTo("2026-11-22T10:00:00.123456Z");
    }

    @Test
    void a_commitment_holds_for_one_place_one_content_and_one_key() {
        byte[] other = key();
        other[31]++;

        assertThat(EntryHash.commitment(key(), "A", 1, CONTENT)).isEqualTo(EntryHash.commitment(key(), "A", 1, CONTENT))
                .isNotIn(EntryHash.commitment(key(), "A", 2, CONTENT), EntryHash.commitment(key(), "B", 1, CONTENT), EntryHash.commitment(key(), "A", 1, CONTENT + " "),
                        EntryHash.commitment(other, "A", 1, CONTENT));
    }

    @Test
    void every_part_of_an_entry_is_in_its_hash() {
        String hash = EntryHash.hash("A", 1, AT, "an", "R", "X", "c", "");

        assertThat(hash).isNotIn(EntryHash.hash("B", 1, AT, "an", "R", "X", "c", ""), EntryHash.hash("A", 2, AT, "an", "R", "X", "c", ""),
                EntryHash.hash("A", 1, AT.plusNanos(1_000), "an", "R", "X", "c", ""), EntryHash.hash("A", 1, AT, "bram", "R", "X", "c", ""),
                EntryHash.hash("A", 1, AT, "an", "S", "X", "c", ""), EntryHash.hash("A", 1, AT, "an", "R", "Y", "c", ""),
                EntryHash.hash("A", 1, AT, "an", "R", "X", "d", ""), EntryHash.hash("A", 1, AT, "an", "R", "X", "c", "p"));
    }

    private static byte[] key() {
        byte[] key = new byte[EntryHash.KEY_BYTES];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) i;
        }
        return key;
    }
}
