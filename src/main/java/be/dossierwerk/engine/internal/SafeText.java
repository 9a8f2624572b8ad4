package be.dossierwerk.engine.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Whether a file is a text in UTF-8 of a decent size, before anything in it is read. */
final class SafeText {

    private SafeText() { }

    static boolean isPlain(byte[] content, int maxBytes, Refusals refusals) {
        if (content.length == 0) {
            refusals.refuse("", "gate-empty");
        } else if (content.length > maxBytes) {
            refusals.refuse("", "gate-size", String.valueOf(maxBytes / 1000));
        } else if (content.length >= 3 && (content[0] & 0xff) == 0xef && (content[1] & 0xff) == 0xbb && (content[2] & 0xff) == 0xbf) {
            refusals.refuse("", "gate-byte-order-mark");
        } else {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            } catch (CharacterCodingException e) {
                refusals.refuse("", "gate-encoding");
            }
            if (refusals.isEmpty() && hasNothingByte(content)) {
                refusals.refuse("", "gate-encoding");
            }
        }
        return refusals.isEmpty();
    }

    private static boolean hasNothingByte(byte[] content) {
        for (byte one : content) {
            if (one == 0) {
                return true;
            }
        }
        return false;
    }
}
