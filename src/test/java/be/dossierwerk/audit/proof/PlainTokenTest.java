package be.dossierwerk.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the JDK alone says of a token is what the library says; where it says nothing, the library has the word. */
class PlainTokenTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final TimeStampAuthority SERVICE = TimeStampAuthority.make(NOW);
    private static final byte[] TEXT = Digests.utf8("dossierwerk-zegel-1");

    @Test
    void says_the_same_as_the_library() throws Exception {
        byte[] token = token();
        assertThat(PlainToken.check(token, TEXT, List.of(SERVICE.certificate()))).contains(AnyToken.check(token, TEXT, List.of(SERVICE.certificate())));
        assertThat(AnyToken.check(token, TEXT, List.of(SERVICE.certificate())).at()).isEqualTo(NOW);
        assertThat(PlainToken.check(token, Digests.utf8("iets anders"), List.of(SERVICE.certificate()))).isEmpty();
        assertThat(PlainToken.check(token, TEXT, List.of(TimeStampAuthority.make(NOW).certificate()))).isEmpty();
        assertThat(PlainToken.check(token, TEXT, List.of())).isEmpty();
        // Not valid yet when it stamped.
        assertThat(PlainToken.check(token, TEXT, List.of(TimeStampAuthority.make(NOW.plusSeconds(1_000_000)).certificate()))).isEmpty();
    }

    @Test
    void no_changed_byte_is_taken_for_a_stamp_that_the_library_refuses() throws Exception {
        byte[] token = token();
        for (int i = 0; i < token.length; i++) {
            byte[] changed = token.clone();
            changed[i] ^= 1;
            if (PlainToken.check(changed, TEXT, List.of(SERVICE.certificate())).isPresent()) {
                // Only where nobody signed: the certificates that come along, and what follows the signature.
                assertThat(new String(changed, java.nio.charset.StandardCharsets.ISO_8859_1)).as("byte %d", i).contains(new String(Digests.sha256(TEXT), java.nio.charset.StandardCharsets.ISO_8859_1));
                changedAt++;
            }
        }
        assertThat(changedAt).isLessThan(token.length / 2);
        assertThatThrownBy(() -> TimeStamp.check(new byte[] {0x30, 0x05, 1}, TEXT, List.of())).isInstanceOf(TimeStamp.Unsound.class);
    }

    private int changedAt;

    private static byte[] token() throws Exception {
        TimeStampQuestion question = new TimeStampQuestion("dossierwerk-zegel-1");
        return question.token(SERVICE.answer(question.encoded(), NOW));
    }
}
