package be.dossierwerk.shared;

import java.io.IOException;
import java.io.Reader;

/**
 * The lines of a text one by one, numbered from 1; never more of the text in memory than one line of bounded length.
 * A row of the file is always one line, so that a quote left open spoils its own row and not those after it.
 */
public final class Lines {

    /** What is longer is no row of this file: the rest of it is skipped. */
    public static final int LONGEST = 1_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader in;
    private int pending = -2;
    private int number;
    private boolean tooLong;
    private boolean ended;

    /** @param in buffered by the caller */
    public Lines(Reader in) {
        this.in = in;
    }

    /** The next line without its end, or null after the last. */
    public String next() throws IOException {
        StringBuilder line = new StringBuilder();
        tooLong = false;
        int read = take();
        if (read < 0) {
            return null;
        }
        for (; read >= 0 && read != '\n' && read != '\r'; read = take()) {
            if (line.length() < LONGEST) {
                line.append((char) read);
            } else {
                tooLong = true;
            }
        }
        ended = read >= 0;
        if (read == '\r') {
            int after = take();
            pending = after == '\n' ? -2 : after;
        }
        number++;
        return number == 1 && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK ? line.substring(1) : line.toString();
    }

    public int number() {
        return number;
    }

    /** The line that was given last is only the beginning of a longer one. */
    public boolean tooLong() {
        return tooLong;
    }

    /** The line that was given last ends as a line does; otherwise the text ended in it, and more of it may have been lost. */
    public boolean ended() {
        return ended;
    }

    private int take() throws IOException {
        if (pending == -2) {
            return in.read();
        }
        int read = pending;
        pending = -2;
        return read;
    }
}
