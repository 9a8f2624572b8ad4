package be.dossierwerk.board;

import be.dossierwerk.shared.Lines;
import be.dossierwerk.shared.Refused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;

/** A file of events, read line by line: never more of it in memory than one line of bounded length. Bytes that are no text spoil their own row and not the file. */
final class HistoryFile {

    private static final byte[][] PACKED = {{0x1f, (byte) 0x8b}, {'P', 'K', 3, 4}};
    private static final byte[][] UTF_16 = {{(byte) 0xff, (byte) 0xfe}, {(byte) 0xfe, (byte) 0xff}};
    private static final int LONGEST_MARK = 4;

    private HistoryFile() { }

    /** Gives each row. @return the sha256 of the file. @throws Refused board.file.empty, board.file.packed, board.file.header, board.file.column-order, board.file.no-rows */
    static String read(Path file, Set<String> measures, LocalDateTime now, Consumer<HistoryRow> rows) {
        try {
            Charset charset = charset(file);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (var bytes = new DigestInputStream(Files.newInputStream(file), digest); var in = new BufferedReader(new InputStreamReader(bytes, charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE)))) {
                read(new Lines(in), measures, now, rows);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void read(Lines lines, Set<String> measures, LocalDateTime now, Consumer<HistoryRow> rows) throws IOException {
        String header = lines.next();
        if (header == null) {
            throw new Refused("board.file.empty");
        }
        HistoryRow.Reading reading = new HistoryRow.Reading(HistoryRow.delimiter(header), measures, ImportHistory.EVENTS, now);
        boolean some = false;
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                rows.accept(reading.read(lines.number(), line, lines.tooLong(), lines.ended()));
                some = true;
            }
        }
        if (!some) {
            throw new Refused("board.file.no-rows");
        }
    }

    /** UTF-8, unless the file begins with the mark of UTF-16. */
    private static Charset charset(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(LONGEST_MARK);
            if (first.length == 0) {
                throw new Refused("board.file.empty");
            }
            if (begins(first, PACKED)) {
                throw new Refused("board.file.packed");
            }
            return begins(first, UTF_16) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        }
    }

    private static boolean begins(byte[] content, byte[][] marks) {
        for (byte[] mark : marks) {
            if (content.length >= mark.length && Arrays.equals(content, 0, mark.length, mark, 0, mark.length)) {
                return true;
            }
        }
        return false;
    }
}
